import { z } from 'zod';
import { pointer } from '../evidence/pointer.ts';
import { FetchError } from '../fetch/fetch-error.ts';
import type { Fetched, Get } from '../fetch/port.ts';
import type { Enumeration } from '../model/coverage.ts';
import type { Json } from '../model/place.ts';
import type { StoredRow } from '../model/snapshot.ts';
import type { Key, ListOptions, ListingEnd, RefusedRow, Row } from './port.ts';
import { ask, failureOf, jsonOf, withGap } from './page.ts';
import { refusalOf } from './refusal.ts';

/** The most that the generic registry API serves; 101 is a 422, not clamped. */
const ROWS_A_PAGE = 100;
/** Two million rows: fifteen times what the official registry had in October 2026, so only a loop without repeats gets here. */
const MAX_PAGES = 20_000;
const MAX_EMPTY_PAGES_IN_A_ROW = 3;
const MAX_CURSOR_CHARACTERS = 4_096;

export interface CursorListing {
  readonly get: Get;
  readonly options: ListOptions;
  readonly keys: readonly Key[];
  /** Throws ZodError for a row without the registry's shape. */
  readonly rowOf: (stored: StoredRow) => Row;
  readonly maxPages?: number;
  /** Only servers with this in their names. */
  readonly search?: string;
}

/**
 * Walks the list of the generic registry API (`GET /v0.1/servers`) by its cursor.
 *
 * Ends as `exhausted` only where a page says that it is the last one. Whatever goes wrong ends the walk with the page's number
 * and keeps what was listed before: a listing cut short must never look like a registry that lost its servers.
 */
export async function* listByCursor(listing: CursorListing): AsyncGenerator<Row | RefusedRow, ListingEnd> {
  const { get, options, rowOf, maxPages = MAX_PAGES, search = null } = listing;
  const asked = new Set<string>();
  let cursor: string | null = null;
  let emptyPagesInARow = 0;
  let firstEmpty: number | null = null;

  for (let number = 1; number <= maxPages; number += 1) {
    const answer = await ask(get, pageUrl(options, { cursor, search }), { accept: 'application/json' });
    if (answer instanceof FetchError) return unknownTotal(endOf(answer, number, listing.keys));
    const page = readPage(answer);
    if ('reason' in page) return failed(`page ${number} ${page.reason}`);

    yield* page.rows.map((record, index) => listed({ record, index, answer, rowOf }));

    emptyPagesInARow = page.rows.length === 0 ? emptyPagesInARow + 1 : 0;
    cursor = page.cursor;
    if (cursor === null && !page.saysWhetherLast)
      return failed(`page ${number} is full and says nothing about further pages`);
    if (cursor === null) return unknownTotal(firstEmpty === null ? { ended: 'exhausted' } : withGap(firstEmpty));
    if (page.rows.length === 0) firstEmpty ??= number;
    if (asked.has(cursor)) return failed(`page ${number} leads back to a page already read`);
    if (emptyPagesInARow === MAX_EMPTY_PAGES_IN_A_ROW) return failed(`page ${number} is the third empty one in a row`);
    asked.add(cursor);
  }
  return unknownTotal({ ended: 'capped', reason: `our own bound of ${maxPages} pages` });
}

function pageUrl(
  { baseUrl, versions, updatedSince }: ListOptions,
  { cursor, search }: { readonly cursor: string | null; readonly search: string | null },
): string {
  const parameters = new URLSearchParams({ limit: String(ROWS_A_PAGE) });
  if (versions === 'latest') parameters.set('version', 'latest');
  if (updatedSince !== null) parameters.set('updated_since', updatedSince);
  if (search !== null) parameters.set('search', search);
  if (cursor !== null) parameters.set('cursor', cursor);
  return `${baseUrl}/v0.1/servers?${parameters.toString()}`;
}

function endOf(error: FetchError, number: number, keys: readonly Key[]): Enumeration {
  const { status, excerpt } = error;
  if (status === 410) {
    const word = excerpt?.includes('API_SUNSET') === true ? 'API_SUNSET' : 'gone';
    return { ended: 'sunset', reason: `page ${number}: status 410, ${word}` };
  }
  if (number === 1 && (status === 401 || status === 403)) {
    const variables = keys.map(({ environmentVariable }) => environmentVariable).join(' and ');
    const wanted = variables === '' ? 'it asks for a key, and none is known for it' : `check ${variables}`;
    return { ended: 'auth', reason: `status ${status}: ${wanted}` };
  }
  return { ended: 'failed', reason: `page ${number}: ${failureOf(error)}` };
}

/** Both spellings of the cursor: `next_cursor` until 2025-09-29. A Go server writes an empty list as null. */
const Page = z.object({
  servers: z.array(z.custom<Json>()).nullable(),
  metadata: z
    .looseObject({
      nextCursor: z.string().max(MAX_CURSOR_CHARACTERS).nullish(),
      next_cursor: z.string().max(MAX_CURSOR_CHARACTERS).nullish(),
    })
    .nullish(),
});
type Page = z.infer<typeof Page>;

interface ReadPage {
  readonly rows: readonly Json[];
  /** null on the last page. */
  readonly cursor: string | null;
  /** A full page without metadata may be the last one or not. */
  readonly saysWhetherLast: boolean;
}

function readPage({ body }: Fetched): ReadPage | { readonly reason: string } {
  const json = jsonOf(body);
  if (json === undefined) return { reason: `is not JSON: ${startOf(body)}` };
  const page = Page.safeParse(json);
  if (!page.success) return { reason: `is not a page of servers: ${refusalOf(page.error)}` };

  const { servers, metadata } = page.data;
  const cursor = metadata?.nextCursor || metadata?.next_cursor || null;
  const unread = cursor === null ? respelledCursor(metadata) : undefined;
  if (unread !== undefined)
    return { reason: `may have a next page under a name we do not know: ${JSON.stringify(unread)}` };
  const rows = servers ?? [];
  return { rows, cursor, saysWhetherLast: Boolean(metadata) || rows.length < ROWS_A_PAGE };
}

/** When `next_cursor` became `nextCursor` overnight (2025-09-30), a collector took page 1 of 8 for the whole registry. */
function respelledCursor(metadata: Page['metadata']): string | undefined {
  return Object.entries(metadata ?? {})
    .filter(([key, value]) => /next|cursor/i.test(key) && Boolean(value))
    .map(([key]) => key.slice(0, 40))
    .at(0);
}

function startOf(body: Buffer): string {
  return body.length === 0
    ? 'empty'
    : `${body.length} bytes that start with ${JSON.stringify(body.toString('utf8', 0, 40))}`;
}

function listed(found: {
  record: Json;
  index: number;
  answer: Fetched;
  rowOf: (stored: StoredRow) => Row;
}): Row | RefusedRow {
  const stored = { record: found.record, resource: found.answer.resource, pointer: pointer('servers', found.index) };
  try {
    return found.rowOf(stored);
  } catch (error) {
    if (error instanceof z.ZodError) return { kind: 'refused', ...stored, reason: refusalOf(error) };
    throw error;
  }
}

function failed(reason: string): ListingEnd {
  return unknownTotal({ ended: 'failed', reason });
}

/** The API's `count` is of the page; it never says how many servers there are. */
function unknownTotal(enumeration: Enumeration): ListingEnd {
  return { advertised: null, enumeration };
}
