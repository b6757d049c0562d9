import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SnapshotError, unwritable } from '../snapshot/snapshot-error.ts';

export interface FolderLock {
  release(this: void): void;
}

const FILE = '.capture.lock';

/**
 * Takes a snapshot's folder for this process alone; two captures of one day would write over each other's files.
 *
 * The lock is SQLite's on an empty database, which the operating system takes back however the process ends: a kill leaves a file
 * and no lock. Makes the folder where there is none. Throws SnapshotError BUSY where another process has it, and UNWRITABLE.
 */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, FILE);
  try {
    mkdirSync(folder, { recursive: true });
    closeSync(openSync(file, 'a'));
  } catch (error) {
    throw unwritable(folder, error);
  }
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    const advice = 'Wait for it to finish, or capture into another folder with --snapshots.';
    throw new SnapshotError('BUSY', `Another capture is filling "${folder}". ${advice}`, error);
  }
  return {
    release() {
      // While it is still held, so that nobody locks a file that is about to go. Where an open file cannot be removed it stays.
      try {
        rmSync(file, { force: true });
      } finally {
        database.close();
      }
    },
  };
}
