import { describe, expect, test } from 'vitest';
import { glama } from '../registries/glama/index.ts';
import { github } from '../repositories/github/index.ts';
import { sources } from './sources.ts';

const environment = { GLAMA_API_KEY: 'key-of-the-harbour' };
const hostOf = (overrides: readonly string[]) => sources([glama], { overrides, environment }).get('glama');

describe('a key', () => {
  test.each([
    ['its own registry', [], true],
    ['its own registry under another path', ['glama=https://glama.ai/mirror'], true],
    ['this machine', ['glama=http://127.0.0.1:8080'], true],
    ['a mirror elsewhere', ['glama=https://mirror.example'], false],
    ['a host that begins like its own', ['glama=https://glama.ai.example'], false],
  ])('goes to %s: %j', (_host, overrides, sent) => {
    expect(JSON.stringify(hostOf(overrides)?.host.keyHeaders).includes('key-of-the-harbour')).toBe(sent);
    expect(hostOf(overrides)?.keyed).toBe(sent);
  });
});

test('the key of a code host goes to that host as a bearer, and to no mirror', () => {
  const headers = (overrides: readonly string[]) =>
    sources([github], { overrides, environment: { GITHUB_TOKEN: 'key-of-the-harbour' } }).get('github')?.host
      .keyHeaders;
  expect(headers([])).toEqual({ authorization: 'Bearer key-of-the-harbour' });
  expect(headers(['github=https://mirror.example'])).toEqual({});
});

test('loopback is not paced, other hosts are', () => {
  expect(hostOf(['glama=http://127.0.0.1:8080'])?.host.pace.requestsPerSecond).toBe(null);
  expect(hostOf([])?.host.pace.requestsPerSecond).toBeGreaterThan(0);
});
