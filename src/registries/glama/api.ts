import { pointer } from '../../evidence/pointer.ts';
import type { Get } from '../../fetch/port.ts';
import type { Enumeration } from '../../model/coverage.ts';
import type { StoredRow } from '../../model/snapshot.ts';
import { type ReadPage, askPage, withGap } from '../page.ts';
import type { Key, ListingEnd, RefusedRow, Row } from '../port.ts';
import { refusalOf } from '../refusal.ts';
import { ServerItem, ServerList } from './schema.ts';

const ROWS_A_PAGE = 100;
/** A million rows, ten times what Glama claimed in October 2026. */
const MAX_PAGES = 10_000;
const MAX_EMPTY_PAGES_IN_A_ROW = 3;

/**
 * Walks `GET /api/mcp/v1/servers` by its relay cursor, newest first; there is no total.
 *
 * Ends as `exhausted` only where a page says that there is no next one. What was listed before a mistake is kept.
 */
export async function* listByKey(
  get: Get,
  baseUrl: string,
  keys: readonly Key[],
): AsyncGenerator<Row | RefusedRow, ListingEnd> {
  const asked = new Set<string>();
  let cursor: string | null = null;
  let emptyPagesInARow = 0;
  let firstEmpty: number | null = null;

  for (let number = 1; number <= MAX_PAGES; number += 1) {
    const url = pageUrl(baseUrl, cursor);
    const answer: ReadPage<ServerList> | Enumeration = await askPage(get, { url, number, schema: ServerList, keys });
    if ('ended' in answer) return unknownTotal(answer);
    const { resource, page } = answer;
    const { items, hasNextPage, endCursor } = page;

    yield* items.map((record, index) => rowOf({ record, resource, pointer: pointer('servers', index) }));

    emptyPagesInARow = items.length === 0 ? emptyPagesInARow + 1 : 0;
    if (!hasNextPage) return unknownTotal(firstEmpty === null ? { ended: 'exhausted' } : withGap(firstEmpty));
    if (items.length === 0) firstEmpty ??= number;
    cursor = endCursor || null;
    if (cursor === null) return failed(`page ${number} has a next page and no cursor to it`);
    if (asked.has(cursor)) return failed(`page ${number} leads back to a page already read`);
    if (emptyPagesInARow === MAX_EMPTY_PAGES_IN_A_ROW) return failed(`page ${number} is the third empty one in a row`);
    asked.add(cursor);
  }
  return unknownTotal({ ended: 'capped', reason: `our own bound of ${MAX_PAGES} pages` });
}

function pageUrl(baseUrl: string, cursor: string | null): string {
  const parameters = new URLSearchParams({ first: String(ROWS_A_PAGE) });
  if (cursor !== null) parameters.set('after', cursor);
  return `${baseUrl}/api/mcp/v1/servers?${parameters.toString()}`;
}

/** Items of one name are told apart by their id, so that which of them is kept does not depend on the order of arrival. */
function rowOf(stored: StoredRow): Row | RefusedRow {
  const item = ServerItem.safeParse(stored.record);
  if (!item.success) return { kind: 'refused', ...stored, reason: refusalOf(item.error) };
  return { kind: 'row', name: item.data.name, version: null, order: item.data.id, stored };
}

function failed(reason: string): ListingEnd {
  return unknownTotal({ ended: 'failed', reason });
}

function unknownTotal(enumeration: Enumeration): ListingEnd {
  return { advertised: null, enumeration };
}
