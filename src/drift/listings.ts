import type { Coverage } from '../model/coverage.ts';
import type { ListingSeen } from '../model/drift.ts';
import type { SnapshotDate } from '../model/snapshot.ts';

/**
 * A registry that lists whole lost 0.5 % of its entries in 11 days (official, 2025-09 to 2026-10: never more), a collector that stopped
 * after a page 87 % in a day (2025-09-30). What may go in 30 days; longer spans are allowed as much more.
 */
const MOST_GONE_SHARE = 0.05;
const SPAN_DAYS = 30;
const MOST_SHARE = 0.5;
/** In a listing of a few dozen entries, a few are already many per cent. */
const ALWAYS_ALLOWED = 10;
/** What a registry says it has counts rows that were not served, so the two differ by a little. */
const ADVERTISED_SHARE = 0.95;
const DAY_MS = 86_400_000;

export interface Unseen {
  /** Entries of the earlier listing that are not in the later one, and were not refused there. */
  readonly onlyBefore: number;
  /** Entries of the later listing alone that were published before the earlier one was made. */
  readonly publishedEarlier: number;
}

/** Whether what one listing does not show can be said to be absent: it ended, and its size agrees with the other's. */
export function listingsSeen(
  [before, after]: readonly [Coverage | null, Coverage | null],
  { onlyBefore, publishedEarlier }: Unseen,
  dates: readonly [SnapshotDate, SnapshotDate],
): readonly [ListingSeen | null, ListingSeen | null] {
  const entries = before?.distinct ?? 0;
  const allowed = Math.max(ALWAYS_ALLOWED, Math.floor(entries * allowedShare(dates)));
  const missed =
    publishedEarlier > Math.max(ALWAYS_ALLOWED, Math.floor(entries * MOST_GONE_SHARE))
      ? `${publishedEarlier} entries published before it are not in it: taken for a listing that was cut short`
      : null;
  const lost =
    onlyBefore > allowed
      ? `${onlyBefore} of ${entries} entries of the listing before are not in it: taken for a listing that was cut short`
      : null;
  return [before === null ? null : listingSeen(before, missed), after === null ? null : listingSeen(after, lost)];
}

/** A listing by itself; `doubt` is what another one gives against it. */
export function listingSeen(coverage: Coverage, doubt: string | null = null): ListingSeen {
  const { advertised, distinct, quarantined, byDepth, enumeration } = coverage;
  const reason =
    (enumeration.ended === 'exhausted' ? null : `${enumeration.ended}: ${enumeration.reason}`) ??
    shortOf(coverage) ??
    doubt;
  return { advertised, distinct, quarantined, byDepth, enumeration, complete: reason === null, reason };
}

function shortOf({ advertised, distinct, quarantined }: Coverage): string | null {
  if (advertised === null || distinct + quarantined >= advertised * ADVERTISED_SHARE) return null;
  return `it shows ${distinct} entries, and the registry says that it has ${advertised}`;
}

function allowedShare([before, after]: readonly [SnapshotDate, SnapshotDate]): number {
  const days = Math.abs(Date.parse(after) - Date.parse(before)) / DAY_MS;
  return Math.min(MOST_SHARE, MOST_GONE_SHARE * Math.max(1, days / SPAN_DAYS));
}
