import { hash } from 'node:crypto';
import { FACTS_VERSION } from '../archives/remembered.ts';
import type { ReleaseRead } from '../capture/releases.ts';
import type { Cache } from '../fetch/cache.ts';
import type { StoredPackage } from '../model/snapshot.ts';
import { tool } from './tool.ts';

/** Of what is kept. */
const FORMAT = 1;

interface Asked {
  readonly baseUrl: string;
  readonly stored: StoredPackage & { readonly outcome: 'read' };
  readonly version: string;
}

interface Remembering {
  readonly cache: Cache;
  /** RFC 3339: what was read before is read anew; '' takes it however old. */
  readonly freshSince: string;
  now(this: void): Date;
}

/**
 * The archives of a release as they were read from the same document of its registry, as long as an answer would be taken from the cache:
 * unpacking and hashing the largest takes seconds. What was not read is not kept.
 */
export async function rememberedRelease(
  { baseUrl, stored, version }: Asked,
  read: () => Promise<ReleaseRead>,
  { cache, freshSince, now }: Remembering,
): Promise<ReleaseRead> {
  const place = [FORMAT, FACTS_VERSION, tool(), baseUrl, stored.purl, version, stored.resource.sha256];
  const key = `release ${hash('sha256', JSON.stringify(place))}`;
  const kept = await cache.read(key);
  if (kept !== null && kept.retrievedAt >= freshSince) {
    const known: ReleaseRead = JSON.parse(kept.body.toString('utf8'));
    return known;
  }
  const found = await read();
  if (found.release.outcome !== 'read') return found;
  const body = Buffer.from(JSON.stringify(found));
  await cache.write(key, {
    status: 200,
    etag: null,
    lastModified: null,
    contentType: 'application/json',
    retrievedAt: now().toISOString(),
    sha256: hash('sha256', body),
    body,
  });
  return found;
}
