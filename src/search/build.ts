import type { Subject } from '../model/subject.ts';
import { bytesOf } from '../lookup/columns.ts';
import type { IndexedEntry } from '../lookup/port.ts';
import { SEARCH_SECTIONS } from './sections.ts';
import { lettersOf, nameTerms, textTerms } from './terms.ts';

/** Gathers which entries have which words, and how prominently. */
export interface SearchIndexBuilder {
  /** Once for each entry, in the order of the lookup. */
  add(entry: Omit<IndexedEntry, 'tiers'>, subject: Subject): void;
  /** The index by section, for the lookup's file. */
  sections(): ReadonlyMap<string, Uint8Array>;
}

/** What a word says in each field, and how many words the field usually has: in a longer one each says less (BM25F). */
const FIELDS = {
  name: { weight: 6, usual: 4 },
  title: { weight: 5, usual: 4 },
  brand: { weight: 4, usual: 1 },
  namespace: { weight: 2, usual: 2 },
  description: { weight: 1, usual: 20 },
  tools: { weight: 1, usual: 20 },
} as const;
type Field = keyof typeof FIELDS;

/** How much of the weight follows the length of the field. */
const LENGTH_SHARE = 0.5;
/** Words said again and again say little more: at this weight a word has half of all it can have. */
const HALF_SATURATED = 3;
const MOST_IMPACT = 255;
/** Parts of namespaces that say where an account is and not whose. */
const NOBODYS = new Set(['io', 'com', 'net', 'org', 'dev', 'ai', 'app', 'github', 'gitlab', 'co']);
const MOST_TOOLS = 100;

export function searchIndexBuilder(): SearchIndexBuilder {
  const postings = new Map<string, { readonly entries: number[]; readonly impacts: number[] }>();
  let size = 0;
  return {
    add(entry, subject) {
      for (const [term, weight] of weightsOf(entry, subject)) {
        const known = postings.get(term) ?? { entries: [], impacts: [] };
        known.entries.push(size);
        known.impacts.push(Math.max(1, Math.round((MOST_IMPACT * weight) / (HALF_SATURATED + weight))));
        postings.set(term, known);
      }
      size += 1;
    },
    sections() {
      const terms = [...postings.keys()].toSorted();
      const starts = new Uint32Array(terms.length + 1);
      for (const [at, term] of terms.entries()) {
        starts[at + 1] = (starts[at] ?? 0) + (postings.get(term)?.entries.length ?? 0);
      }
      const entries = new Uint32Array(starts[terms.length] ?? 0);
      const impacts = new Uint8Array(entries.length);
      for (const [at, term] of terms.entries()) {
        entries.set(postings.get(term)?.entries ?? [], starts[at]);
        impacts.set(postings.get(term)?.impacts ?? [], starts[at]);
      }
      return new Map([
        [SEARCH_SECTIONS.terms, Buffer.from(terms.join('\n'))],
        [SEARCH_SECTIONS.letters, bytesOf(Uint32Array.from(terms, lettersOf))],
        [SEARCH_SECTIONS.starts, bytesOf(starts)],
        [SEARCH_SECTIONS.entries, bytesOf(entries)],
        [SEARCH_SECTIONS.impacts, impacts],
      ]);
    },
  };
}

function weightsOf(entry: Omit<IndexedEntry, 'tiers'>, subject: Subject): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const [field, terms] of fieldsOf(entry, subject)) {
    const { weight, usual } = FIELDS[field];
    const each = weight / (1 - LENGTH_SHARE + (LENGTH_SHARE * terms.length) / usual);
    for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + each);
  }
  return weights;
}

function fieldsOf(
  { title, description, namespace, brand }: Omit<IndexedEntry, 'tiers'>,
  subject: Subject,
): readonly (readonly [Field, readonly string[]])[] {
  const tools = 'record' in subject ? (subject.record.tools ?? []) : [];
  return [
    ['name', nameTerms(subject.entry.leaf)],
    ['title', nameTerms(title ?? '')],
    // Others that name a brand have it in their names.
    ['brand', brand?.relation === 'vendor' ? nameTerms(brand.id) : []],
    ['namespace', textTerms(namespace ?? '').filter((term) => !NOBODYS.has(term))],
    ['description', textTerms(description ?? '')],
    ['tools', tools.slice(0, MOST_TOOLS).flatMap(({ name }) => nameTerms(name))],
  ];
}
