import { readManifest } from '../snapshot/manifest.ts';
import { listSnapshots } from '../snapshot/find.ts';
import { SnapshotError } from '../snapshot/snapshot-error.ts';
import type { LookupOptions } from './lookup.ts';
import { snapshotFolders } from './snapshot-folders.ts';

/**
 * The options with the newest captured snapshot named; null where all there are were invented, or where there are none.
 *
 * What a synthetic snapshot says of a server is made up, also where it has a real name, so that it answers no question about what is
 * published or installed unless somebody names it. Throws UsageError where the folder that was asked for is none.
 */
export async function aboutPublished<Options extends LookupOptions>(options: Options): Promise<Options | null> {
  const folders = snapshotFolders(options.snapshots);
  if (options.snapshot !== undefined) return options;
  for (const { date, folder, finished } of listSnapshots(folders).toReversed()) {
    if (finished && (await isCaptured(folder))) return { ...options, snapshot: date };
  }
  return null;
}

/** One that is damaged cannot answer either. */
async function isCaptured(folder: string): Promise<boolean> {
  try {
    return (await readManifest(folder)).origin === 'captured';
  } catch (error) {
    if (error instanceof SnapshotError) return false;
    throw error;
  }
}
