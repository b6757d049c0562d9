import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './exit.ts';
import { packageFolder } from './tool.ts';

/** What `--snapshots` is where nobody says; it need not be there. */
const UNSAID = 'snapshots';

/**
 * Where snapshots are looked for: the folder that was asked for, then that of the program.
 *
 * Throws UsageError for a named folder that is not there, since the shipped snapshot would answer in its place.
 */
export function snapshotFolders(asked: string): readonly [asked: string, shipped: string] {
  if (asked !== UNSAID && !existsSync(asked)) throw new UsageError(`--snapshots "${asked}" is not there.`);
  return [asked, shippedSnapshots()];
}

export function shippedSnapshots(): string {
  return join(packageFolder(), 'snapshots');
}
