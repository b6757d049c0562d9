import type { Assessment, Tier } from '../model/candidate.ts';
import type { Depth } from '../model/depth.ts';
import type { EntryId } from '../model/entry.ts';
import type { Fired, SignalId } from '../model/finding.ts';
import { score } from '../scoring/score.ts';
import { tierOf } from '../scoring/tiers.ts';

type Weighed = Pick<Fired, 'signal' | 'family' | 'weight'>;

/** What is measured of a candidate: its points without its evidence, so that all of a snapshot fit in memory. */
export interface Scored {
  readonly id: EntryId;
  readonly depth: Depth;
  readonly tier: Tier;
  readonly score: number;
  readonly fired: readonly Weighed[];
  readonly cleared: readonly Weighed[];
}

export function scoredOf({ entry, depth, tier, score: points, fired, cleared }: Assessment): Scored {
  return { id: entry.id, depth, tier, score: points, fired: fired.map(weighed), cleared: cleared.map(weighed) };
}

/**
 * The candidate as it would stand if some signals did not exist; null where nothing that incriminates is left.
 *
 * Points follow from what fired alone, so this is what a scan without them comes to.
 */
export function without(scored: Scored, isOut: (signal: SignalId) => boolean): Scored | null {
  const fired = scored.fired.filter(({ signal }) => !isOut(signal));
  if (fired.length === 0) return null;
  const cleared = scored.cleared.filter(({ signal }) => !isOut(signal));
  const points = score(scored.depth, fired, cleared);
  return { ...scored, fired, cleared, score: points, tier: tierOf(points, fired) };
}

/** Signals that repeat what somebody else found: a match with a list, or what a registry did after an incident. */
export function isIntel(signal: SignalId): boolean {
  return signal.startsWith('intel/');
}

/** A reader would have been sent there. */
export function isRaised(scored: { readonly tier: Tier | null } | null): boolean {
  return scored?.tier === 'review-first' || scored?.tier === 'review';
}

export function isFirst(scored: { readonly tier: Tier | null } | null): boolean {
  return scored?.tier === 'review-first';
}

function weighed({ signal, family, weight }: Fired): Weighed {
  return { signal, family, weight };
}
