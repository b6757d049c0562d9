import type { Depth } from '../model/depth.ts';
import type { Tier } from '../model/candidate.ts';
import type { Fired } from '../model/finding.ts';

/** The most that an entry seen only so deep can score: what could not be looked at cannot be argued away. */
export const DEPTH_CAPS: Readonly<Record<Depth, number>> = { name: 45, metadata: 60, package: 85, source: 100 };

export const TIER_THRESHOLDS = { 'review-first': 40, review: 25, watch: 10 } as const satisfies Partial<
  Record<Tier, number>
>;

/** Families that have to agree before a score alone puts an entry first. */
const FAMILIES_FOR_REVIEW_FIRST = 2;

/** A record about the very release, or a name that its registry took away; a record about another release weighs less. */
const EXACT_INTEL_WEIGHT = 70;

/** A literal in published source (a recipient, a command) that weighs at least this stands alone. */
const LITERAL_SOURCE_WEIGHT = 70;

/**
 * An exact intel match (family I) or one literal source hit stands alone; everything else needs two families.
 *
 * Both are also exempt from the depth caps.
 */
export function standsAlone({ family, weight }: Pick<Fired, 'family' | 'weight'>): boolean {
  return (family === 'I' && weight >= EXACT_INTEL_WEIGHT) || (family === 'B' && weight >= LITERAL_SOURCE_WEIGHT);
}

export function tierOf(score: number, fired: readonly Pick<Fired, 'family' | 'weight'>[]): Tier {
  const families = new Set(fired.map((each) => each.family)).size;
  if (fired.some(standsAlone)) return 'review-first';
  if (families >= FAMILIES_FOR_REVIEW_FIRST && score >= TIER_THRESHOLDS['review-first']) return 'review-first';
  if (score >= TIER_THRESHOLDS.review) return 'review';
  return score >= TIER_THRESHOLDS.watch ? 'watch' : 'noted';
}
