import { createHash } from 'node:crypto';
import { request } from 'undici';
import { FetchError } from '../../src/fetch/fetch-error.ts';
import type { Get } from '../../src/fetch/port.ts';

/** A Get without cache, pace and retries, for tests that mock every request. */
export const plainGet: Get = async (url, { accept } = {}) => {
  const { statusCode: status, body } = await request(url, { headers: accept === undefined ? {} : { accept } });
  const bytes = Buffer.from(await body.arrayBuffer());
  if (status < 200 || status > 299) {
    throw new FetchError('STATUS', url, `status ${status}`, { status, excerpt: bytes.toString('utf8', 0, 4_096) });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { status, body: bytes, resource: { uri: url, sha256, retrievedAt: '2026-10-01T00:00:00Z' } };
};
