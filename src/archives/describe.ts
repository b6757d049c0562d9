import type { ArchiveFacts, ArchiveKind, FileFacts } from '../model/source.ts';
import type { ResourceDescriptor } from '../model/place.ts';
import { checkDigest, type ExpectedDigests } from './digest.ts';
import { entryFiles } from './entry-files.ts';
import type { DescribeFile } from './facts/describe.ts';
import { irregularities } from './irregularities.ts';
import { type FilePaths } from './loaded-path.ts';
import { manifestOf } from './manifest.ts';
import { readFiles } from './read-files.ts';
import { describedAsRun } from './run-as.ts';
import { roled } from './roled.ts';

export interface PublishedArchive {
  readonly bytes: Buffer;
  readonly filename: string;
  readonly kind: ArchiveKind;
  /** Where the bytes are from. */
  readonly resource: ResourceDescriptor;
  readonly digests: ExpectedDigests;
}

/**
 * What a published archive holds: its files, each described by `describe`, its manifest, and what is odd about it.
 *
 * Nothing is written or run; of file bodies some 16 MB are held beside the archive, or a single one of up to 32 MB and the next.
 * Throws ArchiveError for bytes that are no archive of that kind or more than 200 MB, and what `describe` throws; all else is a fact.
 */
export async function describeArchive(archive: PublishedArchive, describe: DescribeFile): Promise<ArchiveFacts> {
  const { bytes, filename, kind, resource, digests } = archive;
  const found = irregularities();
  const { files, manifestParts, unpackedBytes } = await readFiles(archive, found, describe);
  const read = manifestOf(kind, manifestParts);
  const paths = pathsOf(files);
  const entries = entryFiles(kind, read, paths);
  const roles = roled(files, entries, paths);
  return {
    filename,
    kind,
    resource,
    bytes: bytes.length,
    unpackedBytes,
    digest: checkDigest(bytes, digests),
    irregularities: found.list(),
    manifest: read?.manifest ?? null,
    files: (await describedAsRun(archive, roles, describe)).toSorted(byPath),
  };
}

function pathsOf(files: readonly { readonly path: string }[]): FilePaths {
  const known = new Set(files.map(({ path }) => path));
  return { all: [...known], has: (path) => known.has(path) };
}

/** In code-unit order; files of one path stay in the order of the archive. */
function byPath(a: FileFacts, b: FileFacts): number {
  return a.path === b.path ? 0 : a.path < b.path ? -1 : 1;
}
