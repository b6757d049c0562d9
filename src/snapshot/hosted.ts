import type { StoredHosted } from '../model/repository.ts';
import { lineKey } from './line-key.ts';
import { parsedLine, readLines, type Snapshot } from './read.ts';
import { openScratch, READ_BACK_BUFFER_BYTES, type Scratch } from './scratch.ts';
import { damaged } from './snapshot-error.ts';
import { isStoredHosted, storedHostedLine } from './stored.ts';

/** What a code host was asked for, while it is gathered: an index in memory, the lines in a scratch file. */
export interface HostedLines {
  /** A key that comes twice is kept once: as read rather than not read, else by the smaller text. */
  add(stored: StoredHosted): void;
  /** In the order of the keys. */
  lines(): Generator<string>;
}

export function hostedLines(scratch: Scratch): HostedLines {
  const byKey = new Map<string, { readonly read: boolean; readonly position: number }>();
  return {
    add(stored) {
      const line = storedHostedLine(stored);
      const read = stored.outcome === 'read';
      const known = byKey.get(stored.key);
      const gives = known === undefined || (known.read === read ? line < scratch.read(known.position) : read);
      if (gives) byKey.set(stored.key, { read, position: scratch.append(line) });
    },
    *lines() {
      for (const key of [...byKey.keys()].sort()) {
        const kept = byKey.get(key);
        if (kept !== undefined) yield scratch.read(kept.position);
      }
    },
  };
}

/** What code hosts were asked for in a snapshot, by key. */
export interface HostedStore {
  /** undefined where nobody asked. Throws SnapshotError DAMAGED where the line does not have the shape. */
  get(key: string): StoredHosted | undefined;
  close(): void;
}

/** null for a snapshot whose capture asked none. Throws SnapshotError DAMAGED, or UNWRITABLE. */
export async function openHosted(snapshot: Snapshot): Promise<HostedStore | null> {
  const { folder, manifest } = snapshot;
  const paths = manifest.files.map(({ path }) => path).filter((path) => path.startsWith('repositories/'));
  if (paths.length === 0) return null;
  const scratch = openScratch(undefined, READ_BACK_BUFFER_BYTES);
  const index = new Map<string, { readonly path: string; readonly number: number; readonly position: number }>();
  try {
    for (const path of paths) {
      for await (const { bytes, number } of readLines(snapshot, path)) {
        const key = lineKey(bytes, 'key');
        if (key === null) throw damaged(folder, path, `line ${number} does not start with a key`);
        index.set(key, { path, number, position: scratch.append(bytes) });
      }
    }
  } catch (error) {
    scratch.close();
    throw error;
  }
  return {
    get(key) {
      const found = index.get(key);
      if (found === undefined) return undefined;
      const { path, number, position } = found;
      const stored = parsedLine(scratch.read(position), { folder, path, number });
      if (!isStoredHosted(stored))
        throw damaged(folder, path, `line ${number} does not have the shape of a repository or an account`);
      return stored;
    },
    close: () => scratch.close(),
  };
}
