import { pointer } from '../../evidence/pointer.ts';
import type { Get } from '../../fetch/port.ts';
import type { Enumeration } from '../../model/coverage.ts';
import type { StoredRow } from '../../model/snapshot.ts';
import { askPage } from '../page.ts';
import type { Key, ListOptions, ListingEnd, RefusedRow, Row } from '../port.ts';
import { refusalOf } from '../refusal.ts';
import { ServerItem, ServerList } from './schema.ts';

const ROWS_A_PAGE = 100;
/** Two hundred thousand rows, twelve times what Smithery claimed in 2026. */
const MAX_PAGES = 2_000;
/** A query reaches 100 to 500 rows. */
const MAX_PAGES_A_QUERY = 10;
const MAX_QUERY_CHARACTERS = 200;
const MAX_FAILED_QUERIES_IN_A_ROW = 3;

export interface Listing {
  readonly get: Get;
  readonly options: Pick<ListOptions, 'baseUrl' | 'queries'>;
  readonly keys: readonly Key[];
}

/**
 * Walks `GET /servers` page by page, and by one query a word where that does not reach everything.
 *
 * Anonymous paging stops near 500 rows without saying so: `totalPages` already reflects the cap, and only `totalCount` tells
 * (167 pages of 3 against 17,062 in 2026). A walk to the last page is therefore complete only where it served the total.
 */
export async function* listServers(listing: Listing): AsyncGenerator<Row | RefusedRow, ListingEnd> {
  const keys = new Set<string>();
  const walked = yield* remembering(keys, walk(listing, { query: null, maxPages: MAX_PAGES }));
  if (walked.problem !== null) return { advertised: walked.claimed, enumeration: walked.problem };
  const { claimed, reachable, served } = walked;
  if (served >= claimed) return { advertised: claimed, enumeration: { ended: 'exhausted' } };

  const widened = yield* remembering(keys, widen(listing));
  const reason = `paging reaches ${reachable} of ${claimed} rows; ${widened}, to ${keys.size} distinct servers`;
  return { advertised: claimed, enumeration: { ended: 'capped', reason } };
}

/** The nearest by one query, of which its search serves the first page as the nearest. */
export async function* findServers(listing: Listing, query: string): AsyncGenerator<Row | RefusedRow, ListingEnd> {
  const walked = yield* walk(listing, { query: query.slice(0, MAX_QUERY_CHARACTERS), maxPages: 1 });
  if (walked.problem !== null) return { advertised: walked.claimed, enumeration: walked.problem };
  const reason = `the nearest ${walked.served} of ${walked.claimed}`;
  return { advertised: null, enumeration: { ended: 'targeted', reason } };
}

async function* remembering<End>(
  keys: Set<string>,
  rows: AsyncGenerator<Row | RefusedRow, End>,
): AsyncGenerator<Row | RefusedRow, End> {
  for (;;) {
    const step = await rows.next();
    if (step.done === true) return step.value;
    if (step.value.kind === 'row') keys.add(step.value.key ?? step.value.name);
    yield step.value;
  }
}

/** Returns how far it came, in words. */
async function* widen(listing: Listing): AsyncGenerator<Row | RefusedRow, string> {
  const { queries } = listing.options;
  let asked = 0;
  let failed = 0;
  let failedInARow = 0;
  for (const query of queries) {
    if (failedInARow === MAX_FAILED_QUERIES_IN_A_ROW) break;
    const { problem } = yield* walk(listing, { query, maxPages: MAX_PAGES_A_QUERY });
    asked += 1;
    failed += problem === null ? 0 : 1;
    failedInARow = problem === null ? 0 : failedInARow + 1;
  }
  const failures = failed === 0 ? '' : ` (${failed} of them failed)`;
  return `widened by ${asked} of ${queries.length} queries${failures}`;
}

type Walked =
  | {
      readonly problem: null;
      /** Rows that were served, refused ones and repeats included. */
      readonly served: number;
      /** Rows of the pages it says it has. */
      readonly reachable: number;
      /** Rows it says it has. */
      readonly claimed: number;
    }
  | { readonly problem: Enumeration; readonly claimed: number | null };

async function* walk(
  { get, options, keys }: Listing,
  { query, maxPages }: { readonly query: string | null; readonly maxPages: number },
): AsyncGenerator<Row | RefusedRow, Walked> {
  let served = 0;
  let claimed: number | null = null;
  for (let number = 1; ; number += 1) {
    const url = pageUrl(options.baseUrl, query, number);
    const answer = await askPage(get, { url, number, schema: ServerList, keys });
    if ('ended' in answer) return { problem: answer, claimed };
    const { resource, page } = answer;

    yield* page.items.map((record, index) => rowOf({ record, resource, pointer: pointer('servers', index) }));

    served += page.items.length;
    claimed = page.totalCount;
    const pages = Math.min(page.totalPages, maxPages);
    if (number < pages && page.items.length > 0) continue;
    return { problem: null, served, reachable: pages * (page.pageSize || ROWS_A_PAGE), claimed };
  }
}

function pageUrl(baseUrl: string, query: string | null, number: number): string {
  const parameters = new URLSearchParams(query === null ? {} : { q: query });
  parameters.set('page', String(number));
  parameters.set('pageSize', String(ROWS_A_PAGE));
  return `${baseUrl}/servers?${parameters.toString()}`;
}

/** Smithery's names are equal without case and without the leading `@` that they had until 2026. */
function rowOf(stored: StoredRow): Row | RefusedRow {
  const item = ServerItem.safeParse(stored.record);
  if (!item.success) return { kind: 'refused', ...stored, reason: refusalOf(item.error) };
  const { qualifiedName, createdAt } = item.data;
  const key = qualifiedName.replace(/^@/, '').toLowerCase();
  return { kind: 'row', name: qualifiedName, key, version: null, order: `${createdAt ?? ''} ${qualifiedName}`, stored };
}
