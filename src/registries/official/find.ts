import type { Get } from '../../fetch/port.ts';
import type { StoredRow } from '../../model/snapshot.ts';
import { listByCursor } from '../cursor-pages.ts';
import type { FindOptions, ListingEnd, RefusedRow, Row } from '../port.ts';

const MOST_WORDS = 4;
const MAX_WORD_CHARACTERS = 60;
const PAGES_A_WORD = 2;

/**
 * Asks by each word, since `search` finds a part of a name in any case and nothing else: of several words no name has all.
 *
 * Ends as `targeted` where every word was asked for, else as the first that failed did.
 */
export async function* findByName(
  { get, rowOf }: { readonly get: Get; readonly rowOf: (stored: StoredRow) => Row },
  { baseUrl, query }: FindOptions,
): AsyncGenerator<Row | RefusedRow, ListingEnd> {
  const words = wordsOf(query);
  for (const search of words) {
    const options = { baseUrl, keyed: false, queries: [], updatedSince: null, details: false } as const;
    const { enumeration } = yield* listByCursor({
      get,
      options: { ...options, versions: 'latest' },
      keys: [],
      rowOf,
      maxPages: PAGES_A_WORD,
      search,
    });
    if (enumeration.ended !== 'exhausted' && enumeration.ended !== 'capped') return { advertised: null, enumeration };
  }
  const reason = `asked for names with ${words.map((word) => `"${word}"`).join(', ')}`;
  return { advertised: null, enumeration: { ended: 'targeted', reason } };
}

function wordsOf(query: string): readonly string[] {
  const words = query.toLowerCase().match(/[\p{L}\p{N}._-]{2,60}/gu) ?? [];
  const asked = words.length === 0 ? [query.slice(0, MAX_WORD_CHARACTERS)] : words;
  return [...new Set(asked)].slice(0, MOST_WORDS);
}
