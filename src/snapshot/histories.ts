import type { StoredPackage } from '../model/snapshot.ts';
import type { Scratch } from './scratch.ts';
import { storedPackageLine } from './stored.ts';

/** The release histories of one ecosystem: an index in memory, the documents in a scratch file. */
export interface Histories {
  /** A package that comes twice is kept once: as read rather than not read, else by the smaller text. */
  add(stored: StoredPackage): void;
  isRead(purl: string): boolean;
  /** In the order of the purls. */
  lines(): Generator<Buffer>;
}

export function histories(scratch: Scratch): Histories {
  const byPurl = new Map<string, { readonly read: boolean; readonly position: number }>();

  function gives(way: { readonly read: boolean; readonly position: number }, line: string, read: boolean): boolean {
    return way.read === read ? line < scratch.read(way.position) : read;
  }

  return {
    add(stored) {
      const line = storedPackageLine(stored);
      const read = stored.outcome === 'read';
      const known = byPurl.get(stored.purl);
      if (known !== undefined && !gives(known, line, read)) return;
      byPurl.set(stored.purl, { read, position: scratch.append(line) });
    },
    isRead: (purl) => byPurl.get(purl)?.read === true,
    *lines() {
      for (const purl of [...byPurl.keys()].sort()) {
        const kept = byPurl.get(purl);
        if (kept !== undefined) yield scratch.readBytes(kept.position);
      }
    },
  };
}
