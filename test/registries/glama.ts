import type { IncomingHttpHeaders } from 'node:http';
import type { Json } from '../../src/model/place.ts';
import { boundedNumber, jsonAnswer, segmentsOf, xmlAnswer } from './answer.ts';
import type { Answer, Asked, LoopbackRegistry } from './answer.ts';
import { at, textAt } from './at.ts';
import type { Feed } from './feed.ts';
import { sitemapIndex, urlset } from './sitemap.ts';

const API = '/api/mcp/v1/servers';
const URLS_A_CHILD = 1_000;
const NEWEST_MS = Date.UTC(2026, 0, 1);

/** glama.ai: Relay paging behind a key (since 2026-08-26), and a public sitemap of names. */
export function glamaRegistry(
  { items }: Feed['glama'],
  { baseUrl, key }: { baseUrl: string; key: string | null },
): LoopbackRegistry {
  const pageUrls = items.flatMap((item) => pageUrlOf(item) ?? []);
  const children = Math.ceil(pageUrls.length / URLS_A_CHILD);

  function servers(query: URLSearchParams): Answer {
    const first = boundedNumber(query.get('first'), { otherwise: 10, least: 1, most: 100 });
    if (first === null) return error(400, 'first must be between 1 and 100');
    const after = query.get('after');
    const last = after === null || after === '' ? -1 : numberOf(after);
    if (last === null) return error(400, 'invalid cursor');
    const matching = items
      .keys()
      .drop(last + 1)
      .filter((number) => matches(items[number], query.get('query')));
    const numbers = matching.take(first + 1).toArray();
    const shown = numbers.slice(0, first);
    const [start, end] = [shown[0], shown.at(-1)];
    return jsonAnswer({
      pageInfo: {
        endCursor: end === undefined ? null : cursorOf(end, items[end]),
        hasNextPage: numbers.length > first,
        hasPreviousPage: last >= 0,
        startCursor: start === undefined ? null : cursorOf(start, items[start]),
      },
      servers: shown.flatMap((number) => items[number] ?? []),
    });
  }

  function server(path: string): Answer {
    const [first, second] = segmentsOf(path) ?? [];
    const found = items.find((item) =>
      second === undefined
        ? textAt(item, 'id') === first
        : textAt(item, 'namespace') === first && textAt(item, 'slug') === second,
    );
    return found === undefined ? error(404, 'Server not found') : jsonAnswer(found);
  }

  function sitemapPage(page: number): Answer {
    const shown = pageUrls.slice((page - 1) * URLS_A_CHILD, page * URLS_A_CHILD);
    return xmlAnswer(urlset(shown.map((loc) => ({ loc, zhAlternate: null }))));
  }

  function answer({ path, query }: Asked): Answer {
    if (path === API) return servers(query);
    if (path.startsWith(`${API}/`)) return server(path.slice(API.length));
    if (path === '/sitemap.xml') {
      const numbers = Array.from({ length: children }, (_, position) => position + 1);
      return xmlAnswer(sitemapIndex(numbers.map((page) => `${baseUrl}/mcp-servers/${page}.xml`)));
    }
    const page = Number(/^\/mcp-servers\/(\d{1,6})\.xml$/.exec(path)?.[1] ?? 0);
    return page >= 1 && page <= children ? sitemapPage(page) : error(404, 'Not found');
  }

  function refuse({ path }: Asked, headers: IncomingHttpHeaders): Answer | null {
    if (key === null || !path.startsWith('/api/') || headers.authorization === `Bearer ${key}`) return null;
    return error(401, 'This endpoint requires an API key. Create one at https://glama.ai/settings/api-keys.');
  }

  return { refuse, answer, error };
}

function pageUrlOf(item: Json): string | null {
  const [namespace, slug] = [textAt(item, 'namespace'), textAt(item, 'slug')];
  if (namespace === null || slug === null) return textAt(item, 'url');
  return `https://glama.ai/mcp/servers/${encodeURIComponent(namespace)}/${encodeURIComponent(slug)}`;
}

function matches(item: Json | undefined, query: string | null): boolean {
  if (query === null || query === '') return true;
  const words = ['name', 'namespace', 'slug', 'description'].map((key) => textAt(item, key) ?? '').join('\n');
  return words.toLowerCase().includes(query.toLowerCase());
}

/** Items carry no date, so the cursor's `createdAt` is made from the position: newest first, one second apart. */
function cursorOf(number: number, item: Json | undefined): string {
  const createdAt = new Date(NEWEST_MS - number * 1_000).toISOString();
  return Buffer.from(JSON.stringify({ createdAt, id: at(item, 'id') ?? null })).toString('base64');
}

function numberOf(cursor: string): number | null {
  try {
    const decoded: Json = JSON.parse(Buffer.from(cursor, 'base64').toString());
    const number = (NEWEST_MS - Date.parse(textAt(decoded, 'createdAt') ?? '')) / 1_000;
    return Number.isInteger(number) && number >= 0 ? number : null;
  } catch {
    return null;
  }
}

const CODES = new Map([
  [400, 'invalid_request'],
  [401, 'unauthorized'],
  [404, 'not_found'],
]);

function error(status: number, message: string): Answer {
  return jsonAnswer({ error: { code: CODES.get(status) ?? 'internal_server_error', message } }, status);
}
