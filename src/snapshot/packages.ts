import type { StoredPackage } from '../model/snapshot.ts';
import { lineKey } from './line-key.ts';
import { parsedLine, readLines, type Snapshot } from './read.ts';
import { openScratch, READ_BACK_BUFFER_BYTES } from './scratch.ts';
import { damaged } from './snapshot-error.ts';
import { isStoredPackage } from './stored.ts';

/** The release histories of one ecosystem by purl. */
export interface PackageStore {
  /** Undefined where the snapshot has no line for it. Throws SnapshotError DAMAGED where the line is not a package. */
  get(purl: string): StoredPackage | undefined;
  readonly size: number;
  close(): void;
}

/**
 * Opens the histories for random access: decompressed once into a scratch file, or its buffer where they are few, and found by an
 * index of purls in memory.
 *
 * An ecosystem of which the snapshot holds nothing is an empty store. Throws SnapshotError DAMAGED, or UNWRITABLE where the
 * scratch folder is full.
 */
export async function openPackages(
  snapshot: Snapshot,
  ecosystem: string,
  scratchFolder?: string,
): Promise<PackageStore> {
  const path = `packages/${ecosystem}.ndjson.gz`;
  const { folder, manifest } = snapshot;
  if (!manifest.files.some((file) => file.path === path))
    return { get: () => undefined, size: 0, close: () => undefined };

  const scratch = openScratch(scratchFolder, READ_BACK_BUFFER_BYTES);
  const index = new Map<string, { readonly position: number; readonly number: number }>();
  try {
    for await (const { bytes, number } of readLines(snapshot, path)) {
      const purl = lineKey(bytes, 'purl');
      if (purl === null) throw damaged(folder, path, `line ${number} does not start with a purl`);
      index.set(purl, { position: scratch.append(bytes), number });
    }
  } catch (error) {
    scratch.close();
    throw error;
  }

  return {
    get(purl) {
      const found = index.get(purl);
      if (found === undefined) return undefined;
      const { position, number } = found;
      const stored = parsedLine(scratch.read(position), { folder, path, number });
      if (!isStoredPackage(stored)) throw damaged(folder, path, `line ${number} does not have the shape of a package`);
      return stored;
    },
    size: index.size,
    close: () => scratch.close(),
  };
}
