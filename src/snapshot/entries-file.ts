import type { Depth } from '../model/depth.ts';
import type { RegistryId } from '../model/entry.ts';
import type { SnapshotFile } from '../model/snapshot.ts';
import { type Tally, tally } from './coverage.ts';
import type { GroupedEntry, Groups } from './groups.ts';
import { writeLines } from './line-file.ts';

export interface WrittenEntries {
  readonly file: SnapshotFile;
  readonly counts: Tally;
  /** Those whose depth is in what was read of their packages: not counted yet. */
  readonly undecided: readonly Undecided[];
}

type Undecided = Omit<GroupedEntry, 'line' | 'packages'> & { readonly packages: readonly string[] };

/** Writes a registry's entries and counts them, as far as they can be counted before packages are read. Throws as `writeLines` does. */
export async function writeEntries(folder: string, registry: RegistryId, rows: Groups): Promise<WrittenEntries> {
  const counts = tally();
  const undecided: Undecided[] = [];
  const file = await writeLines(folder, `entries/${registry}.ndjson.gz`, linesOf(rows, { counts, undecided }));
  return { file, counts, undecided };
}

function* linesOf(rows: Groups, seen: { counts: Tally; undecided: Undecided[] }): Generator<Buffer> {
  for (const { line, packages, earlierVersions, repeats } of rows.entries()) {
    if (packages === null) seen.counts.add({ depth: 'name', earlierVersions, repeats });
    else if (packages.length === 0) seen.counts.add({ depth: 'metadata', earlierVersions, repeats });
    else seen.undecided.push({ packages, earlierVersions, repeats });
    yield line;
  }
}

/** What was read of a package, by its purl without a version. */
export interface PackagesRead {
  history(this: void, purl: string): boolean;
  source(this: void, purl: string): boolean;
}

/** How deep an entry with a record was seen: by what was read of any package that it names. */
export function depthOf(packages: readonly string[], read: PackagesRead): Depth {
  if (packages.some(read.source)) return 'source';
  return packages.some(read.history) ? 'package' : 'metadata';
}
