import type { Lookup } from '../lookup/port.ts';
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
export async function optionalLookup(options: LookupOptions): Promise<Lookup | null> {
  const asked = await aboutPublished(options);
  if (asked === null) return null;
  try {
    return await openLookup(asked);
  } catch (error) {
    if (options.snapshot === undefined && (error instanceof UsageError || error instanceof SnapshotError)) return null;
    throw error;
  }
}
