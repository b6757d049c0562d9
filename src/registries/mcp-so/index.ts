import type { Get } from '../../fetch/port.ts';
import type { StoredRow } from '../../model/snapshot.ts';
import type { ListOptions, ListingEnd, ReadRow, RefusedRow, Registry, Row } from '../port.ts';
import { refusalOf } from '../refusal.ts';
import { type LocationRow, walkSitemap } from '../sitemap-walk.ts';
import { ServerPage, SitemapPage } from './schema.ts';

/** mcp.so: its sitemap, since robots.txt disallows /api/ and /search and nothing else is structured. Names only. */
export const mcpSo = {
  id: 'mcp-so',
  title: 'mcp.so',
  baseUrl: 'https://mcp.so',
  ceiling: 'name',
  pace: { concurrency: 1, requestsPerSecond: 1 },
  keys: [],
  attribution: null,
  list,
  read,
} satisfies Registry;

/** Tabs and translations of a page are rows of the same name; pages of other things are no rows. */
async function* list(get: Get, { baseUrl }: ListOptions): AsyncGenerator<Row | RefusedRow, ListingEnd> {
  const walk = walkSitemap({ get, baseUrl, wants: () => true });
  let pages = 0;
  let servers = 0;
  for (;;) {
    const step = await walk.next();
    if (step.done === true) {
      const unknown = step.value.ended === 'exhausted' && servers === 0;
      const reason = `none of ${pages} locations is the page of a server`;
      return { advertised: null, enumeration: unknown ? { ended: 'failed', reason } : step.value };
    }
    pages += 1;
    const row = rowOf(step.value);
    if (row === null) continue;
    servers += 1;
    yield row;
  }
}

function rowOf(stored: LocationRow): Row | RefusedRow | null {
  const page = SitemapPage.safeParse(stored.record);
  if (!page.success) return { kind: 'refused', ...stored, reason: refusalOf(page.error) };
  if (page.data === null) return null;
  return { kind: 'row', name: page.data.name, version: null, order: page.data.canonical ? '1' : '0', stored };
}

function read(row: StoredRow): ReadRow {
  const { name, slug, publisher } = ServerPage.parse(row.record);
  return {
    entry: {
      id: `mcp-so:${name}`,
      registry: 'mcp-so',
      name,
      leaf: slug,
      title: null,
      namespace: publisher,
      place: { resource: row.resource, pointer: `${row.pointer}/loc` },
    },
    record: null,
  };
}
