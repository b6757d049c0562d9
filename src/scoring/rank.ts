import { TIERS, type Assessment } from '../model/candidate.ts';
import { DEPTHS } from '../model/depth.ts';

/** What the order of candidates is made of: small, so that a million can be sorted while their bodies lie on disk. */
export interface RankKey {
  readonly tier: number;
  readonly score: number;
  readonly families: number;
  readonly depth: number;
  readonly reach: number;
  readonly id: string;
}

export function rankKey({ tier, score, families, depth, shown, entry }: Assessment): RankKey {
  return {
    tier: TIERS.indexOf(tier),
    score,
    families: families.length,
    depth: DEPTHS.indexOf(depth),
    reach: shown.reach ?? -1,
    id: entry.id,
  };
}

/**
 * A total order: tier, score, number of families, depth, reach (uses counted by the registry, unknown last), then the entry's id
 * by code units, so that no locale and no order of arrival shows in a report.
 */
export function byRank(a: RankKey, b: RankKey): number {
  return (
    a.tier - b.tier ||
    b.score - a.score ||
    b.families - a.families ||
    b.depth - a.depth ||
    b.reach - a.reach ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}
