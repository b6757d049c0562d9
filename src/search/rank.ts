import { type Listing, listedBy, strictest } from '../config/listed-by.ts';
import type { Config, ListName } from '../config/schema.ts';
import { TIERS } from '../model/candidate.ts';
import type { EntryId } from '../model/entry.ts';
import type { IndexedEntry } from '../lookup/port.ts';
import { type Facts, factsOf } from './facts.ts';
import { type Filters, passing } from './filters.ts';
import { grouped } from './groups.ts';
import type { SearchIndex } from './index.ts';
import { nameTerms } from './terms.ts';

export interface Hit {
  /** As the registry that comes first writes it. */
  readonly entry: IndexedEntry;
  /** Against the nearest hit of this search, 1 for itself. */
  readonly relevance: number;
  readonly facts: Facts;
  /** Which of the organisation's lists it is on, by any of its entries. */
  readonly listed: Listing | null;
  /** Whether it is the vendor's own of a brand that is asked for. */
  readonly isVendors: boolean;
}

export interface Search {
  readonly query: string;
  readonly filters: Filters;
  readonly limit: number;
  readonly lists: Pick<Config, ListName>;
}

export interface Result {
  readonly hits: readonly Hit[];
  /** What was looked at and what became of it; servers are counted once, whatever lists them. */
  readonly counts: {
    /** That have any of the words. */
    readonly entries: number;
    /** The nearest of these, at which was looked. */
    readonly looked: number;
    readonly servers: number;
    readonly passed: number;
    readonly notKnown: number;
  };
  readonly readAs: ReturnType<SearchIndex['search']>['readAs'];
}

/** Entries in the places of an index. */
export interface Searchable {
  /** At which their ages count. */
  readonly manifest: { readonly date: string };
  get(id: EntryId): IndexedEntry | undefined;
  at(entry: number): IndexedEntry;
}

/** So many of the nearest entries are looked at for each hit that is shown; facts move none from farther away to the front. */
const ENTRIES_FOR_A_HIT = 20;
/** With filters, since most may not pass. */
const MOST_FILTERED = 1_000;
/** Hits whose relevance differs by less are told apart by facts. */
const STEP = 1.35;
/** How many steps a list brings a hit nearer. */
const NEARER: Readonly<Record<ListName, number>> = { curated: 6, allow: 3, block: -Infinity };
/** The vendor's own server is what somebody asks for who names the brand; of other brands being a vendor says nothing. */
const VENDOR_NEARER = 2;

/** Servers that have the words, nearest first; among those equally near, by facts. */
export function searched(lookup: Searchable, index: SearchIndex, { query, filters, limit, lists }: Search): Result {
  const { matches, readAs } = index.search(query);
  const isFiltered = Object.values(filters).some((filter) => filter !== undefined && filter !== false);
  const nearest = matches.slice(0, isFiltered ? MOST_FILTERED : ENTRIES_FOR_A_HIT * limit);
  const relevance = new Map<string, number>();
  const top = nearest[0]?.relevance ?? 1;
  const entries = nearest.map(({ place, relevance: found }) => {
    const entry = lookup.at(place);
    relevance.set(entry.id, found / top);
    return entry;
  });
  const asked = new Set([...nameTerms(query.toLowerCase()), ...readAs.map(({ as }) => as)]);
  const hits: Hit[] = [];
  const counts = { entries: matches.length, looked: nearest.length, servers: 0, passed: 0, notKnown: 0 };
  for (const group of grouped(entries, (id) => lookup.get(id))) {
    const facts = factsOf(group, lookup.manifest.date);
    const outcome = passing(filters, facts);
    counts.servers += 1;
    if (outcome === 'not known') counts.notKnown += 1;
    if (outcome !== 'passes') continue;
    counts.passed += 1;
    hits.push({
      entry: group[0],
      relevance: Math.max(...group.map(({ id }) => relevance.get(id) ?? 0)),
      facts,
      isVendors: facts.brand?.relation === 'vendor' && nameTerms(facts.brand.id).some((term) => asked.has(term)),
      listed: strictest(group.map((entry) => listedBy(lists, entry))),
    });
  }
  return { hits: hits.toSorted(byRank).slice(0, limit), counts, readAs };
}

function byRank(a: Hit, b: Hit): number {
  return (
    stepsAway(a) - stepsAway(b) ||
    concern(a) - concern(b) ||
    Number(b.isVendors) - Number(a.isVendors) ||
    Number(b.facts.attested === true) - Number(a.facts.attested === true) ||
    Number(hasRepository(b)) - Number(hasRepository(a)) ||
    b.facts.registries.length - a.facts.registries.length ||
    b.relevance - a.relevance ||
    (b.facts.ageDays ?? 0) - (a.facts.ageDays ?? 0) ||
    (a.entry.id < b.entry.id ? -1 : 1)
  );
}

function stepsAway({ relevance, isVendors, listed }: Hit): number {
  const steps = Math.floor(Math.log(1 / Math.max(relevance, 1e-6)) / Math.log(STEP) + 1e-9);
  const nearer = (isVendors ? VENDOR_NEARER : 0) + (listed === null ? 0 : NEARER[listed.list]);
  // Two that are blocked are both infinitely far, and their difference is no number.
  return nearer === -Infinity ? Number.MAX_SAFE_INTEGER : Math.max(-NEARER.curated, steps - nearer);
}

/** The heaviest tier that fired, and whether a registry has taken it back; 0 where nothing did. */
function concern({ facts }: Hit): number {
  const tiers = facts.fired.map(({ tier }) => TIERS.length - TIERS.indexOf(tier));
  const worst = Math.max(0, ...tiers.filter((tier) => tier > 2));
  return worst + (facts.status === null ? 0 : 1);
}

function hasRepository({ facts }: Hit): boolean {
  return facts.repository !== null && facts.repository !== 'none';
}
