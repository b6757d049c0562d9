import type { Lookup } from '../lookup/port.ts';
import { SnapshotError } from '../snapshot/snapshot-error.ts';
import { UsageError } from './exit.ts';
import { type LookupOptions, openLookup } from './lookup.ts';
import { snapshotFolders } from './snapshot-folders.ts';

/**
 * The newest snapshot ready for questions; null where there is none, so that nobody looked for candidates.
 *
 * Throws UsageError where the folder that was asked for is none.
 */
export async function optionalLookup(options: LookupOptions): Promise<Lookup | null> {
  snapshotFolders(options.snapshots);
  try {
    return await openLookup(options);
  } catch (error) {
    if (options.snapshot === undefined && (error instanceof UsageError || error instanceof SnapshotError)) return null;
    throw error;
  }
}
