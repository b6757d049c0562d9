import nock from 'nock';
import { afterAll, afterEach, beforeAll } from 'vitest';

/** For a test file that mocks every request: one that is not mocked fails, and so does a mock that is not used. */
export function mockNet(): void {
  beforeAll(() => nock.disableNetConnect());
  afterAll(() => nock.enableNetConnect());
  afterEach(() => {
    const unused = nock.pendingMocks();
    nock.cleanAll();
    if (unused.length > 0) throw new Error(`mocked and never asked for: ${unused.join(', ')}`);
  });
}
