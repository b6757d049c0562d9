import { hash } from 'node:crypto';
import type { DescriptionStore } from '../archives/remembered.ts';
import type { Cache } from '../fetch/cache.ts';

/** Keeps what files were described as in the cache of responses: one place to keep, to move and to throw away. */
export function descriptionsIn(cache: Cache, now: () => Date): DescriptionStore {
  return {
    async read(key) {
      const kept = await cache.read(key);
      return kept !== null && now().getTime() < Date.parse(kept.retrievedAt) ? kept.body : null;
    },
    write: (key, body, refused) =>
      cache.write(key, {
        status: 200,
        etag: null,
        lastModified: null,
        contentType: 'application/json',
        retrievedAt: refused ? new Date(now().getTime() + REFUSED_FOR_MS).toISOString() : NEVER_STALE,
        sha256: hash('sha256', body),
        body,
      }),
  };
}

/** What follows from bytes alone does not age; bounds on time and memory may be met by a busy machine. */
const NEVER_STALE = '9999-12-31T00:00:00.000Z';
const REFUSED_FOR_MS = 86_400_000;
