import { TIERS } from '../src/model/candidate.ts';
import { DEPTHS } from '../src/model/depth.ts';
import type { Listed } from './entries.ts';

/** What the table is narrowed to; '' is no narrowing. All of it stands in the address, so that a view can be handed on. */
export interface Filters {
  readonly q: string;
  readonly scope: string;
  readonly list: string;
  readonly tier: string;
  readonly registry: string;
  readonly signal: string;
  readonly depth: string;
  readonly brand: string;
  readonly publisher: string;
  readonly verdict: string;
  readonly sort: string;
}

export const NO_FILTERS: Filters = {
  q: '',
  scope: '',
  list: '',
  tier: '',
  registry: '',
  signal: '',
  depth: '',
  brand: '',
  publisher: '',
  verdict: '',
  sort: '',
};

/** The decision on a candidate by its fingerprint, undefined where there is none. */
export type DecisionOf = (fingerprint: string) => string | undefined;

/** The lines that all filters let through, in the order asked for. */
export function narrowed(all: readonly Listed[], filters: Filters, decisionOf: DecisionOf): readonly Listed[] {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  const publisher = filters.publisher.toLowerCase();
  const kept = all.filter(
    (each) =>
      (filters.registry === '' || each.registry === filters.registry) &&
      (filters.depth === '' || each.depth === filters.depth) &&
      (publisher === '' || (each.publisher?.toLowerCase().includes(publisher) ?? false)) &&
      passes(each, filters, decisionOf) &&
      words.every((word) => each.text.includes(word)),
  );
  const order = ORDERS.get(filters.sort.replace(/^-/, '')) ?? byPlace;
  const sorted = kept.toSorted(order);
  return filters.sort.startsWith('-') ? sorted.reverse() : sorted;
}

/** What only a candidate has. */
function passes(
  { candidate }: Listed,
  { list, tier, signal, brand, verdict }: Filters,
  decisionOf: DecisionOf,
): boolean {
  if (candidate === null) return [list, tier, signal, brand, verdict].every((each) => each === '');
  return (
    (list === '' || candidate.pipeline === list) &&
    (tier === '' || candidate.tier === tier) &&
    (signal === '' || candidate.signals.some((each) => each === signal)) &&
    (brand === '' || candidate.brands.includes(brand)) &&
    (verdict === '' || (decisionOf(candidate.fingerprint) ?? 'none') === verdict)
  );
}

type Order = (a: Listed, b: Listed) => number;

const ORDERS: ReadonlyMap<string, Order> = new Map([
  ['name', (a, b) => compared(a.id, b.id)],
  ['publisher', (a, b) => compared(a.publisher ?? '\uFFFF', b.publisher ?? '\uFFFF')],
  ['registry', (a, b) => compared(a.registry, b.registry)],
  ['depth', (a, b) => DEPTHS.indexOf(b.depth) - DEPTHS.indexOf(a.depth)],
  ['score', (a, b) => (b.candidate?.score ?? -1) - (a.candidate?.score ?? -1)],
] satisfies [string, Order][]);

/** The order in which to read them: tier, then score, then the place in its own list; entries that are no candidates come last. */
function byPlace({ candidate: a }: Listed, { candidate: b }: Listed): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) || b.score - a.score || a.rank - b.rank;
}

/** By code unit: the same order everywhere. */
function compared(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
