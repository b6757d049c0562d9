import type { IndexedEntry, Lookup } from '../lookup/port.ts';
import { type Query, queryOf } from '../lookup/query.ts';
import { resolveServer, type Twin } from '../lookup/resolve.ts';
import type { Subject } from '../model/subject.ts';
import type { LookupOptions } from './lookup.ts';
import { anyLookup, publishedLookup } from './published-lookup.ts';

/** What a server's name came to. */
export type AskedServer =
  | {
      readonly kind: 'entry';
      readonly query: Query;
      readonly entry: IndexedEntry;
      readonly twins: readonly Twin[];
      /** The record that is read: the entry's own, or of a twin where its registry shows only a name. */
      readonly subject: Subject;
    }
  /** A package alone; entries that name it, where there are several that nothing links. */
  | {
      readonly kind: 'package';
      readonly query: Query & { readonly by: 'package' };
      readonly alsoNamedBy: readonly IndexedEntry[];
      /** Names like it, where no entry names it. */
      readonly near: readonly IndexedEntry[];
    }
  | { readonly kind: 'choice'; readonly query: Query; readonly entries: readonly IndexedEntry[] }
  | { readonly kind: 'none'; readonly query: Query; readonly near: readonly IndexedEntry[] };

/**
 * What answers a question about one server: for a package the newest captured snapshot, or null where there is none, since a
 * package is published whoever lists it; for any other name a synthetic one where there is no other, since it may be of an invention.
 */
export async function lookupFor(text: string, options: LookupOptions): Promise<Lookup | null> {
  return queryOf(text).by === 'package' ? publishedLookup(options) : anyLookup(options);
}

/** Packages that are read live: those of a record beyond these are listed and not read. */
const READ_ECOSYSTEMS = new Set(['npm', 'pypi']);

/**
 * Which server is meant. A package is one thing whoever lists it, so that entries which only share it do not make it ambiguous; every
 * other name that several servers have is a choice.
 */
export async function askedServer(lookup: Lookup | null, text: string): Promise<AskedServer> {
  const query = queryOf(text);
  const found = lookup === null ? ({ kind: 'none', near: [] } as const) : resolveServer(lookup, text);
  if (found.kind === 'one' && lookup !== null) {
    const { entry, twins } = found;
    return { kind: 'entry', query, entry, twins, subject: await deepest(lookup, entry, twins) };
  }
  if (query.by === 'package' && query.purl !== null && READ_ECOSYSTEMS.has(query.ecosystem)) {
    return {
      kind: 'package',
      query,
      alsoNamedBy: found.kind === 'choice' ? found.entries : [],
      get near() {
        return found.kind === 'none' ? found.near : [];
      },
    };
  }
  if (found.kind === 'choice') return { ...found, query };
  return { kind: 'none', query, near: found.kind === 'none' ? found.near : [] };
}

async function deepest(lookup: Lookup, entry: IndexedEntry, twins: readonly Twin[]): Promise<Subject> {
  if (entry.depth !== 'name') return lookup.subject(entry.id);
  const twin = twins.find((each) => each.entry.depth !== 'name');
  return lookup.subject(twin?.entry.id ?? entry.id);
}
