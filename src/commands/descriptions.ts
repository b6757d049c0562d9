import { hash } from 'node:crypto';
import type { DescriptionStore } from '../archives/remembered.ts';
import type { Cache } from '../fetch/cache.ts';

/** Keeps what files were described as in the cache of responses: one place to keep, to move and to throw away. */
export function descriptionsIn(cache: Cache): DescriptionStore {
  return {
    read: async (key) => (await cache.read(key))?.body ?? null,
    write: (key, body) =>
      cache.write(key, {
        status: 200,
        etag: null,
        lastModified: null,
        contentType: 'application/json',
        retrievedAt: NEVER_STALE,
        sha256: hash('sha256', body),
        body,
      }),
  };
}

/** What follows from bytes alone does not age. */
const NEVER_STALE = '9999-12-31T00:00:00.000Z';
