import { aligned } from '../lookup/columns.ts';
import { type Meant, meanings } from './meanings.ts';
import { SEARCH_SECTIONS } from './sections.ts';
import { nameTerms } from './terms.ts';

/** Finds entries by words, in the places of a lookup. */
export interface SearchIndex {
  /** Nearest first; [] where the words hold no letter or digit. */
  search(query: string): Found;
}

export interface Found {
  readonly matches: readonly Match[];
  /** Words of the query that hardly stand anywhere, and the common word that each was also read as. */
  readonly readAs: readonly { readonly word: string; readonly as: string }[];
}

export interface Match {
  readonly place: number;
  /** Comparable within one search only. */
  readonly relevance: number;
}

/** Said in questions and of all servers. */
const SAID_OF_ALL = new Set(
  'a an the for of to and or with in on by from my mcp mcps server servers tool tools api'.split(' '),
);
const MAX_QUERY_CHARACTERS = 200;
const MOST_WORDS = 10;
/** Reads the index that src/search/build.ts made; `section` throws where it is damaged. */
export function searchIndex(section: (name: string) => Buffer, size: number): SearchIndex {
  const terms = section(SEARCH_SECTIONS.terms).toString('utf8').split('\n');
  const numbers = (name: string) => new Uint32Array(aligned(section(name)));
  const letters = numbers(SEARCH_SECTIONS.letters);
  const starts = numbers(SEARCH_SECTIONS.starts);
  const entries = numbers(SEARCH_SECTIONS.entries);
  const impacts = section(SEARCH_SECTIONS.impacts);

  const entriesWith = (term: number) => (starts[term + 1] ?? 0) - (starts[term] ?? 0);
  const meaningsOf = meanings({ terms, letters, entriesWith });
  const rarity = (count: number) => Math.log(1 + (size - count + 0.5) / (count + 0.5));

  /** Of one word, the nearest of its meanings that an entry has. All count by how many have any: a rare term is no better for it. */
  function scoresOf(meant: readonly Meant[]): Float32Array {
    const scores = new Float32Array(size);
    const all = meant.reduce((sum, { term }) => sum + entriesWith(term), 0);
    for (const { term, nearness } of meant) {
      const worth = nearness * rarity(Math.min(size, all));
      for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
        const entry = entries[at] ?? 0;
        const score = (worth * (impacts[at] ?? 0)) / 255;
        if (score > (scores[entry] ?? 0)) scores[entry] = score;
      }
    }
    return scores;
  }

  return {
    search(query) {
      const asked = wordsOf(query);
      const read = asked.map((word) => ({ word, ...meaningsOf(word) }));
      const scores = read.map(({ meant }) => scoresOf(meant));
      const matches: Match[] = [];
      for (let place = 0; place < size; place += 1) {
        let sum = 0;
        let had = 0;
        for (const each of scores) {
          const score = each[place] ?? 0;
          sum += score;
          if (score > 0) had += 1;
        }
        if (had > 0) matches.push({ place, relevance: sum * (had / scores.length) ** 2 });
      }
      return {
        matches: matches.sort((a, b) => b.relevance - a.relevance || a.place - b.place),
        readAs: read.flatMap(({ word, as }) => (as === null ? [] : [{ word, as }])),
      };
    },
  };
}

/** Without what is said of all servers, unless nothing else is asked for. */
function wordsOf(query: string): readonly string[] {
  const all = [...new Set(nameTerms(query.slice(0, MAX_QUERY_CHARACTERS).toLowerCase()))];
  const joined = all.length < 2 ? all : all.filter((term) => isWritten(term, query));
  const telling = joined.filter((word) => !SAID_OF_ALL.has(word));
  return (telling.length > 0 ? telling : joined).slice(0, MOST_WORDS);
}

/** Neighbours are joined in names alone; of a question each word is asked for. */
function isWritten(term: string, query: string): boolean {
  return query.toLowerCase().includes(term);
}
