import { FetchError } from '../fetch/fetch-error.ts';
import type { StoredPackage } from '../model/snapshot.ts';
import type { StoredRelease } from '../model/source.ts';
import type { Ecosystem } from '../packages/port.ts';
import { type NamedPackage, versionsOf } from './choice.ts';
import { fetchFailure } from './failure.ts';
import { readRelease, type ReleaseReader } from './releases.ts';

/** A package that was named, as deep as it could be read. */
export interface PackageRead {
  readonly stored: StoredPackage & { readonly outcome: 'read' };
  readonly releases: readonly StoredRelease[];
  /** Of each archive asked for: null where it was read, else why not. */
  readonly archives: readonly (string | null)[];
}

export interface NamedTask {
  readonly ecosystem: Ecosystem;
  readonly baseUrl: string;
  /** Without a version in canonical form; null where the ecosystem would not accept the name. */
  readonly purl: string | null;
  /** Releases of which archives are read, the newest first served; null for all. */
  readonly limit: number | null;
  /** After each release, with how many there will be. */
  onItem(this: void, total: number): void;
}

/** Reads the history and the archives of one named package; in place of what was not read, the reason. Throws for a cache or a bug. */
export async function readNamed(
  { name, version }: NamedPackage,
  { ecosystem, baseUrl, purl, limit, onItem }: NamedTask,
  reader: ReleaseReader,
): Promise<PackageRead | string> {
  if (purl === null) return 'not a package name';
  const stored = await history(() => ecosystem.observe(purl, name, reader.get, baseUrl));
  if (typeof stored === 'string') return stored;
  if (stored.outcome === 'not-read') return stored.reason;
  const versions = versionsOf(ecosystem.read(stored), version);
  if (versions === null) return 'it has no such version';

  const asked = limit === null ? versions : versions.slice(Math.max(0, versions.length - limit));
  const releases: StoredRelease[] = [];
  const archives: (string | null)[] = [];
  for (const each of asked) {
    const read = await readRelease({ ecosystem, baseUrl, stored, version: each }, reader);
    releases.push(read.release);
    archives.push(...read.archives);
    onItem(asked.length);
  }
  return { stored, releases, archives };
}

async function history(observe: () => Promise<StoredPackage>): Promise<StoredPackage | string> {
  try {
    return await observe();
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    return fetchFailure(error);
  }
}
