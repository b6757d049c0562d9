import type { Depth } from '../model/depth.ts';
import type { Family, Fired } from '../model/finding.ts';
import { DEPTH_CAPS, standsAlone } from './tiers.ts';

export type Weighed = Pick<Fired, 'family' | 'weight'>;

/**
 * 0 to 100, one decimal: the largest weight of each family, combined as independent chances of being worth a look,
 * 100·(1 − Π(1 − w/100)), capped by depth, then lowered by each clearing finding in proportion.
 *
 * Repeated hits in one family add nothing, so five ways of saying "the name resembles a brand" count once.
 */
export function score(depth: Depth, fired: readonly Weighed[], cleared: readonly Weighed[]): number {
  const combined = combine(fired);
  const capped = fired.some(standsAlone) ? combined : Math.min(combined, DEPTH_CAPS[depth]);
  const kept = cleared.reduce((share, { weight }) => share * (1 - weight / 100), 1);
  return Math.round(capped * kept * 10) / 10;
}

function combine(weighed: readonly Weighed[]): number {
  const largest = new Map<Family, number>();
  for (const { family, weight } of weighed) largest.set(family, Math.max(weight, largest.get(family) ?? 0));
  // Sorted, because floating-point products depend on the order of their factors.
  const weights = [...largest.values()].toSorted((a, b) => a - b);
  return 100 * (1 - weights.reduce((rest, weight) => rest * (1 - weight / 100), 1));
}
