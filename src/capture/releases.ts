import { ArchiveError } from '../archives/archive-error.ts';
import { describeArchive } from '../archives/describe.ts';
import type { DescribeFile } from '../archives/facts/describe.ts';
import { releasePurl } from '../evidence/release-purl.ts';
import { FetchError } from '../fetch/fetch-error.ts';
import type { Get } from '../fetch/port.ts';
import type { StoredPackage } from '../model/snapshot.ts';
import type { ArchiveFacts, StoredRelease } from '../model/source.ts';
import type { ArchiveReference, Ecosystem } from '../packages/port.ts';
import { fetchFailure } from './failure.ts';

/** Wire bytes of one archive; the largest on npm that anyone installs are a fifth of it. */
export const MAX_ARCHIVE_BYTES = 200_000_000;

export interface ReleaseReader {
  readonly get: Get;
  readonly describe: DescribeFile;
}

export interface ReleaseAsked {
  readonly ecosystem: Pick<Ecosystem, 'archives'>;
  readonly baseUrl: string;
  readonly stored: StoredPackage & { readonly outcome: 'read' };
  readonly version: string;
}

export interface ReleaseRead {
  readonly release: StoredRelease;
  /** Of each archive asked for: null where it was read, else why not. */
  readonly archives: readonly (string | null)[];
}

/**
 * GETs the archives of one release and describes what is in them; nothing is unpacked to disk.
 *
 * A release is read where one of its archives is; what could not be read has its reason. Throws only for a cache or a bug.
 */
export async function readRelease(
  { ecosystem, baseUrl, stored, version }: ReleaseAsked,
  reader: ReleaseReader,
): Promise<ReleaseRead> {
  const purl = releasePurl(stored.purl, version);
  const notRead = (reason: string) => ({ purl, outcome: 'not-read', reason }) as const;
  const references = ecosystem.archives(stored, version, baseUrl);
  if (references.length === 0) return { release: notRead('its registry names no archive that is read'), archives: [] };

  const read: ArchiveFacts[] = [];
  const reasons: (string | null)[] = [];
  for (const reference of references) {
    const archive = await readArchive(reference, reader);
    if (typeof archive !== 'string') read.push(archive);
    reasons.push(typeof archive === 'string' ? archive : null);
  }
  const [first, ...rest] = read;
  if (first === undefined) return { release: notRead(reasons[0] ?? 'not read'), archives: reasons };
  const facts = { purl, version, archives: [first, ...rest] } as const;
  return { release: { purl, outcome: 'read', facts }, archives: reasons };
}

/** The archive's facts, or why it was not read: short and without the address, so that equal reasons count as one. */
async function readArchive(
  reference: ArchiveReference,
  { get, describe }: ReleaseReader,
): Promise<ArchiveFacts | string> {
  const { url, filename, kind, digests } = reference;
  try {
    const { body, resource } = await get(url, { accept: '*/*', maxBytes: MAX_ARCHIVE_BYTES });
    return await describeArchive({ bytes: body, filename, kind, resource, digests }, describe);
  } catch (error) {
    if (error instanceof ArchiveError) return error.message;
    if (!(error instanceof FetchError)) throw error;
    return fetchFailure(error);
  }
}
