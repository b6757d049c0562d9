import type { Get } from '../../fetch/port.ts';
import type { Enumeration } from '../../model/coverage.ts';
import type { ListingEnd, RefusedRow, Row } from '../port.ts';
import { refusalOf } from '../refusal.ts';
import { type LocationRow, walkSitemap } from '../sitemap-walk.ts';
import { SitemapPage } from './schema.ts';

/** `…/mcp-servers/<n>.xml` and `…/mcp-remote-servers/<n>.xml`; the index names sitemaps of other things too. */
const SERVER_SITEMAP = /\/mcp-(?:remote-)?servers\//;

/** Names and namespaces from `/sitemap.xml`: what Glama shows without a key. Always ends as `auth`, since records need one. */
export async function* listBySitemap(get: Get, baseUrl: string): AsyncGenerator<Row | RefusedRow, ListingEnd> {
  const walk = walkSitemap({ get, baseUrl, wants: ({ pathname }) => SERVER_SITEMAP.test(pathname) });
  for (;;) {
    const step = await walk.next();
    if (step.done === true) return { advertised: null, enumeration: withoutKey(step.value) };
    const row = rowOf(step.value);
    if (row !== null) yield row;
  }
}

function rowOf(stored: LocationRow): Row | RefusedRow | null {
  const page = SitemapPage.safeParse(stored.record);
  if (!page.success) return { kind: 'refused', ...stored, reason: refusalOf(page.error) };
  if (page.data === null) return null;
  return { kind: 'row', name: page.data.name, version: null, order: '', stored };
}

function withoutKey(walked: Enumeration): Enumeration {
  const names = 'names came from the sitemap, records need GLAMA_API_KEY';
  return {
    ended: 'auth',
    reason: walked.ended === 'exhausted' ? names : `${names}; not all of it was read: ${walked.reason}`,
  };
}
