import { statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './exit.ts';
import { packageFolder } from './tool.ts';

/** What `--snapshots` is where nobody says; it need not be there. */
const UNSAID = 'snapshots';

/**
 * Where snapshots are looked for: the folder that was asked for, then that of the program.
 *
 * Throws UsageError for a named folder that is none, since the shipped snapshot would answer in its place.
 */
export function snapshotFolders(asked: string): readonly [asked: string, shipped: string] {
  const found = asked === UNSAID ? undefined : statSync(asked, { throwIfNoEntry: false });
  if (asked !== UNSAID && found === undefined) throw new UsageError(`--snapshots "${asked}" is not there.`);
  if (found?.isDirectory() === false) throw new UsageError(`"${asked}" is a file; --snapshots names a folder.`);
  return [asked, shippedSnapshots()];
}

export function shippedSnapshots(): string {
  return join(packageFolder(), 'snapshots');
}
