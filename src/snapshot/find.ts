import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SnapshotDate } from '../model/snapshot.ts';
import { isFinished, unfinished } from './manifest.ts';
import { isSystemError, SnapshotError } from './snapshot-error.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** As many as fit in a message. */
const MAX_LISTED = 20;

export interface FoundSnapshot {
  readonly date: SnapshotDate;
  readonly folder: string;
  /** Whether it has a manifest. */
  readonly finished: boolean;
}

/**
 * The snapshots of several folders, by date. Of one date the first finished one counts, in the order of the folders; folders
 * that do not exist, or are files, hold none.
 */
export function listSnapshots(folders: readonly string[]): readonly FoundSnapshot[] {
  const byDate = new Map<SnapshotDate, FoundSnapshot>();
  for (const found of folders.flatMap(snapshotsIn)) {
    const known = byDate.get(found.date);
    if (known === undefined || (found.finished && !known.finished)) byDate.set(found.date, found);
  }
  return [...byDate.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The folder of a date's snapshot. Throws SnapshotError NOT_FOUND, naming the ones there are, or UNFINISHED. */
export function findSnapshot(date: SnapshotDate, folders: readonly string[]): string {
  const all = listSnapshots(folders);
  const found = all.find((each) => each.date === date);
  if (found?.finished === true) return found.folder;
  if (found !== undefined) throw unfinished(found.folder);
  throw new SnapshotError('NOT_FOUND', `There is no snapshot "${date}" in ${quoted(folders)}. ${alternatives(all)}`);
}

function snapshotsIn(folder: string): readonly FoundSnapshot[] {
  return namesIn(folder)
    .filter((name) => DATE.test(name))
    .map((date) => ({ date, folder: join(folder, date), finished: isFinished(join(folder, date)) }));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return [];
    throw error;
  }
}

function alternatives(all: readonly FoundSnapshot[]): string {
  const dates = all.filter(({ finished }) => finished).map(({ date }) => date);
  if (dates.length === 0)
    return 'There are none yet: "registry-audit capture" makes one of today, or name the folder that holds them with --snapshots.';
  const earlier = dates.length > MAX_LISTED ? ` and ${dates.length - MAX_LISTED} earlier` : '';
  return `There are: ${dates.slice(-MAX_LISTED).join(', ')}${earlier}. "registry-audit capture" makes one of today.`;
}

function quoted(folders: readonly string[]): string {
  return [...new Set(folders.map((folder) => `"${folder}"`))].join(', ');
}
