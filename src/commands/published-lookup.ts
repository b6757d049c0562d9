import type { StoredLookup } from '../lookup/open.ts';
import { SnapshotError } from '../snapshot/snapshot-error.ts';
import { aboutPublished } from './about-published.ts';
import { UsageError } from './exit.ts';
import { type LookupOptions, openLookup } from './lookup.ts';

/**
 * The newest captured snapshot ready for questions, or the one that is named; null where there is none, so that nobody looked for
 * candidates.
 *
 * Throws UsageError where the folder that was asked for is none.
 */
export async function publishedLookup(options: LookupOptions): Promise<StoredLookup | null> {
  const asked = await aboutPublished(options);
  if (asked === null) return null;
  try {
    return await openLookup(asked);
  } catch (error) {
    if (options.snapshot === undefined && (error instanceof UsageError || error instanceof SnapshotError)) return null;
    throw error;
  }
}

/**
 * The newest captured snapshot ready for questions, or the one that is named; the newest of any kind where no captured one
 * can be read, for names that may be of a synthetic one's inventions.
 *
 * Throws SnapshotError or UsageError where there is none at all, or where that one cannot be read.
 */
export async function anyLookup(options: LookupOptions): Promise<StoredLookup> {
  return openLookup((await aboutPublished(options)) ?? options);
}
