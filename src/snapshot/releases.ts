import type { StoredRelease } from '../model/source.ts';
import { lineKey } from './line-key.ts';
import { parsedLine, readLines, type Snapshot } from './read.ts';
import { openScratch, READ_BACK_BUFFER_BYTES, type Scratch } from './scratch.ts';
import { damaged } from './snapshot-error.ts';
import { isStoredRelease, storedReleaseLine } from './stored.ts';

/** The analysed releases of one ecosystem while they are gathered: an index in memory, the facts in a scratch file. */
export interface ReleaseLines {
  /** A release that comes twice is kept once: as read rather than not read, else by the smaller text. */
  add(stored: StoredRelease): void;
  /** Whether any release of the package was read. */
  isRead(purl: string): boolean;
  /** In the order of the purls, versions and all. */
  lines(): Generator<Buffer>;
}

export function releaseLines(scratch: Scratch): ReleaseLines {
  const byPurl = new Map<string, { readonly read: boolean; readonly position: number }>();
  const packagesRead = new Set<string>();

  return {
    add(stored) {
      const line = storedReleaseLine(stored);
      const read = stored.outcome === 'read';
      const known = byPurl.get(stored.purl);
      const gives = known === undefined || (known.read === read ? line < scratch.read(known.position) : read);
      if (!gives) return;
      byPurl.set(stored.purl, { read, position: scratch.append(line) });
      if (read) packagesRead.add(packageOf(stored.purl));
    },
    isRead: (purl) => packagesRead.has(purl),
    *lines() {
      for (const purl of [...byPurl.keys()].sort()) {
        const kept = byPurl.get(purl);
        if (kept !== undefined) yield scratch.readBytes(kept.position);
      }
    },
  };
}

/** The analysed releases of one ecosystem by the purl of their package, without a version. */
export interface ReleaseStore {
  /** In no order that means anything; [] where the snapshot has none. Throws SnapshotError DAMAGED. */
  of(purl: string): readonly StoredRelease[];
  close(): void;
}

/** An ecosystem of which the snapshot holds no releases is an empty store. Throws SnapshotError DAMAGED, or UNWRITABLE. */
export async function openReleases(snapshot: Snapshot, ecosystem: string): Promise<ReleaseStore> {
  const path = `releases/${ecosystem}.ndjson.gz`;
  const { folder, manifest } = snapshot;
  if (!manifest.files.some((file) => file.path === path)) return { of: () => [], close: () => undefined };

  const scratch = openScratch(undefined, READ_BACK_BUFFER_BYTES);
  const index = new Map<string, { readonly position: number; readonly number: number }[]>();
  try {
    for await (const { bytes, number } of readLines(snapshot, path)) {
      const purl = lineKey(bytes, 'purl');
      if (purl === null) throw damaged(folder, path, `line ${number} does not start with a purl`);
      const position = scratch.append(bytes);
      const known = index.get(packageOf(purl));
      if (known === undefined) index.set(packageOf(purl), [{ position, number }]);
      else known.push({ position, number });
    }
  } catch (error) {
    scratch.close();
    throw error;
  }
  return {
    of: (purl) =>
      (index.get(purl) ?? []).map(({ position, number }) => {
        const stored = parsedLine(scratch.read(position), { folder, path, number });
        if (!isStoredRelease(stored))
          throw damaged(folder, path, `line ${number} does not have the shape of a release`);
        return stored;
      }),
    close: () => scratch.close(),
  };
}

/** A scope's @ is escaped in a purl, so what follows the last one is the version. */
function packageOf(purl: string): string {
  return purl.slice(0, purl.lastIndexOf('@'));
}
