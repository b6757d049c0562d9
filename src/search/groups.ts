import type { EntryId } from '../model/entry.ts';
import type { IndexedEntry } from '../lookup/port.ts';
import { squeezed } from '../text/words.ts';

/** Entries that are one server, the one to show first. */
export type Group = readonly [IndexedEntry, ...IndexedEntry[]];

/** Whose entry is shown for a server that several registries list: who publishes there has proved an account. */
const PREFERRED = ['official', 'pulsemcp', 'smithery', 'glama', 'mcp-so'];

/**
 * Puts the twins of each entry with it, each server once, in the order in which its first entry came.
 *
 * Twins are linked by package, repository, remote or marker. One registry lists one server under one name, so that an entry of the
 * same registry belongs to it only where nothing but signs and case tells their names apart.
 */
export function* grouped(
  entries: Iterable<IndexedEntry>,
  get: (id: EntryId) => IndexedEntry | undefined,
): Generator<Group> {
  const seen = new Set<EntryId>();
  for (const entry of entries) {
    if (seen.has(entry.id)) continue;
    const group = [entry];
    const twins = entry.identity.twins.flatMap(({ id }) => (seen.has(id) ? [] : (get(id) ?? [])));
    // Of a registry's several, the one of the same name is it.
    for (const twin of twins.toSorted((a, b) => Number(isSameLeaf(b, entry)) - Number(isSameLeaf(a, entry)))) {
      if (group.every((each) => mayBeOne(each, twin))) group.push(twin);
    }
    for (const { id } of group) seen.add(id);
    const [first = entry, ...rest] = group.toSorted((a, b) => placeOf(a) - placeOf(b));
    yield [first, ...rest];
  }
}

function mayBeOne(one: IndexedEntry, other: IndexedEntry): boolean {
  return one.registry !== other.registry || isSameLeaf(one, other);
}

function isSameLeaf(one: IndexedEntry, other: IndexedEntry): boolean {
  return squeezed(leafOf(one.name)) === squeezed(leafOf(other.name));
}

function leafOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function placeOf({ registry }: IndexedEntry): number {
  const place = PREFERRED.indexOf(registry);
  return place < 0 ? PREFERRED.length : place;
}
