import type { RegistryId } from '../model/entry.ts';
import { editsWithin } from '../text/edits.ts';
import { squeezed } from '../text/words.ts';
import type { IndexedEntry, Lookup } from './port.ts';
import { leafOf, withoutAt } from './keys.ts';
import { type Query, queryOf } from './query.ts';

/** Another entry that is the same server, and what links it: never its name alone. */
export interface Twin {
  readonly entry: IndexedEntry;
  readonly because: readonly string[];
}

export type Resolved =
  | { readonly kind: 'one'; readonly entry: IndexedEntry; readonly twins: readonly Twin[] }
  /** One entry of each of several servers, or entries that nothing links: for a person to choose. By registry, then by name. */
  | { readonly kind: 'choice'; readonly entries: readonly IndexedEntry[] }
  /** Nothing has this name; entries with names like it, the nearest first. */
  | { readonly kind: 'none'; readonly near: readonly IndexedEntry[] };

/** The registry that answers first where one server stands on several. */
const ORDER: readonly RegistryId[] = ['official', 'glama', 'smithery', 'pulsemcp', 'mcp-so'];
const MAX_NEAR = 8;
/** One edit in a short name makes another word. */
const CHARACTERS_AN_EDIT = 4;
const MOST_EDITS = 3;
const MAX_COMPARED_CHARACTERS = 64;

/**
 * Which server somebody means: by exact name, package, repository or remote address, then by the last part of a name.
 *
 * Entries count as one server only where the snapshot links them. A name that several servers have is a choice and never a guess, and
 * one that nobody has gives near spellings only to be shown.
 */
export function resolveServer(lookup: Lookup, query: string): Resolved {
  const asked = queryOf(query);
  const [first, ...others] = servers(distinct(matches(lookup, asked)).toSorted(byRegistry));
  if (first === undefined) {
    // Comparing with every name takes a second, and who asks for a package that no entry names does not want it.
    return {
      kind: 'none',
      get near() {
        return nearTo(lookup, asked);
      },
    };
  }
  if (others.length > 0) return { kind: 'choice', entries: [first, ...others] };
  return { kind: 'one', entry: first, twins: twinsOf(lookup, first) };
}

/** The other entries of the same server, by registry and name. */
export function twinsOf(lookup: Lookup, { identity }: IndexedEntry): readonly Twin[] {
  const twins = identity.twins.flatMap(({ id, because }) => {
    const entry = lookup.get(id);
    return entry === undefined ? [] : [{ entry, because }];
  });
  return twins.toSorted((a, b) => byRegistry(a.entry, b.entry));
}

/** The first entry of each server, as far as the snapshot links them. */
function servers(entries: readonly IndexedEntry[]): readonly IndexedEntry[] {
  const linked = new Set<string>();
  return entries.filter(({ id, identity }) => {
    if (linked.has(id)) return false;
    for (const twin of identity.twins) linked.add(twin.id);
    return true;
  });
}

function matches(lookup: Lookup, query: Query): readonly IndexedEntry[] {
  switch (query.by) {
    case 'package':
      return query.purl === null ? [] : lookup.byPackage(query.purl);
    case 'entry':
      return query.ids.flatMap((id) => lookup.get(id) ?? []);
    case 'address': {
      const atRepository = lookup.byRepository(query.url);
      return atRepository.length > 0 ? atRepository : lookup.byRemote(query.url);
    }
    case 'name':
      return named(lookup, query.name);
  }
}

/**
 * Of the strictest way in which anything has the name. A single word is one registry's slug and the last part of others' names alike, so
 * that all who have it count: which one is meant would be a guess.
 */
function named(lookup: Lookup, name: string): readonly IndexedEntry[] {
  const plain = withoutAt(name);
  const folded = plain.toLowerCase();
  if (folded === '') return [];
  const exact: IndexedEntry[] = [];
  const inOtherCase: IndexedEntry[] = [];
  const inPart: IndexedEntry[] = [];
  const inTitle: IndexedEntry[] = [];
  for (const entry of lookup.byName(name)) {
    const own = withoutAt(entry.name);
    if (own === plain || hasPackage(entry, name)) exact.push(entry);
    else if (own.toLowerCase() === folded) inOtherCase.push(entry);
    else if (leafOf(own).toLowerCase() === folded) inPart.push(entry);
    else if (entry.title?.toLowerCase() === folded) inTitle.push(entry);
  }
  const ways = plain.includes('/') ? [exact, inOtherCase] : [[...exact, ...inOtherCase, ...inPart]];
  return [...ways, inPart, inTitle].find((found) => found.length > 0) ?? [];
}

function hasPackage({ packages }: IndexedEntry, name: string): boolean {
  return packages?.some(({ identifier }) => identifier === name) ?? false;
}

/** By how many edits part the names, without case and separators; whole names, last parts and packages. */
function nearTo(lookup: Lookup, query: Query): readonly IndexedEntry[] {
  const written = query.by === 'address' ? leafOf(query.url.replace(/\/$/, '')) : query.name;
  const whole = comparable(written);
  const leaf = comparable(leafOf(written));
  if (whole === '') return [];
  const near: { readonly entry: IndexedEntry; readonly edits: number }[] = [];
  for (const entry of lookup.entries()) {
    const distances = [
      editsWithin(whole, comparable(entry.name), mostEdits(whole)),
      editsWithin(leaf, comparable(leafOf(entry.name)), mostEdits(leaf)),
      ...(entry.packages ?? []).map(({ identifier }) => editsWithin(whole, comparable(identifier), mostEdits(whole))),
    ].filter((edits) => edits !== null);
    if (distances.length > 0) near.push({ entry, edits: Math.min(...distances) });
  }
  return near
    .toSorted((a, b) => a.edits - b.edits || byRegistry(a.entry, b.entry))
    .slice(0, MAX_NEAR)
    .map(({ entry }) => entry);
}

function mostEdits({ length }: string): number {
  return Math.min(MOST_EDITS, Math.floor(length / CHARACTERS_AN_EDIT));
}

function comparable(name: string): string {
  return squeezed(name).slice(0, MAX_COMPARED_CHARACTERS);
}

function distinct(entries: readonly IndexedEntry[]): readonly IndexedEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

function byRegistry(a: IndexedEntry, b: IndexedEntry): number {
  const places = [a, b].map(({ registry }) => (ORDER.includes(registry) ? ORDER.indexOf(registry) : ORDER.length));
  return (places[0] ?? 0) - (places[1] ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
