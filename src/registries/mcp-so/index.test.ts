import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import nock from 'nock';
import { describe, expect, test } from 'vitest';
import { drain, listOptions } from '../../../test/registries/drain.ts';
import { mockNet } from '../../../test/registries/mocked-net.ts';
import { plainGet } from '../../../test/registries/plain-get.ts';
import { urlset } from '../../../test/registries/sitemap.ts';
import { resolve } from '../../evidence/pointer.ts';
import type { StoredRow } from '../../model/snapshot.ts';
import { mcpSo } from './index.ts';

mockNet();

const STATIC = '/sitemap.xml?section=static';
const SERVERS = '/sitemap.xml?section=servers&page=1';

test('the servers of a sitemap index are listed, each once a page, and static pages are not', async () => {
  serve('/sitemap.xml', fixture('index.xml'));
  serve(STATIC, fixture('static.xml'));
  serve(SERVERS, fixture('servers.xml'));
  const { rows, refused, end } = await list();

  expect(rows.map(({ name, version, order }) => [name, version, order])).toEqual([
    ['tidewater-tides', null, '1'],
    ['net-menders', null, '1'],
    ['net-menders', null, '0'],
  ]);
  expect(rows[1]?.stored).toMatchObject({
    record: { loc: 'https://mcp.so/servers/net-menders' },
    resource: { uri: `https://mcp.so${SERVERS}` },
    pointer: '/urlset/url/1',
  });
  expect(refused).toEqual([]);
  expect(end).toEqual({ advertised: null, enumeration: { ended: 'exhausted' } });
});

test('an entry is at depth name and cites the loc that its row has', async () => {
  serve('/sitemap.xml', fixture('servers.xml'));
  const [row] = (await list()).rows;
  if (row === undefined) throw new Error('nothing was listed');
  const { entry, record } = mcpSo.read(row.stored);

  expect(record).toBeNull();
  expect(entry).toMatchObject({
    id: 'mcp-so:tidewater-tides',
    registry: 'mcp-so',
    name: 'tidewater-tides',
    leaf: 'tidewater-tides',
    title: null,
    namespace: null,
    place: { pointer: '/urlset/url/0/loc' },
  });
  const inRow = entry.place.pointer.slice(row.stored.pointer.length);
  expect(resolve(row.stored.record, inRow)).toBe('https://mcp.so/servers/tidewater-tides');
});

test('addresses of before 2026-07 say who published, where they say it', async () => {
  serve('/sitemap.xml', fixture('projects.xml'));
  const { rows, end } = await list();

  const entries = rows.map(({ stored }) => mcpSo.read(stored).entry);
  expect(entries.map(({ name, leaf, namespace }) => [name, leaf, namespace])).toEqual([
    ['tides/tidewater', 'tides', 'tidewater'],
    ['tides/tidewater', 'tides', 'tidewater'],
    ['net-menders', 'net-menders', null],
    ['npx -y loaves@latest/lantern-bakery', 'npx -y loaves@latest', 'lantern-bakery'],
    ['潮汐/tidewater', '潮汐', 'tidewater'],
    ['half%E6%9/tidewater', 'half%E6%9', 'tidewater'],
    ['a%2Fb/tidewater', 'a%2Fb', 'tidewater'],
  ]);
  expect(rows.map(({ name }) => name)).toEqual(entries.map(({ name }) => name));
  expect(rows.slice(0, 2).map(({ order }) => order)).toEqual(['1', '0']);
  expect(end.enumeration).toEqual({ ended: 'exhausted' });
});

test('a loc that is no address is refused, counted and shown', async () => {
  const loc = `https://mcp.so/servers/${'a'.repeat(2_048)}`;
  serve('/sitemap.xml', urlset([located('tides'), located(loc), located('https://mcp.so/servers/tides')]));
  const { rows, refused } = await list();

  expect(rows.map(({ name }) => name)).toEqual(['tides']);
  expect(refused.map(({ pointer, reason }) => [pointer, reason])).toEqual([
    ['/urlset/url/0', '/loc: Invalid URL'],
    ['/urlset/url/1', '/loc: Too big: expected string to have <=2048 characters'],
  ]);
});

describe('a listing that is not whole ends as failed and keeps what it read', () => {
  test.each([
    ['a child that is missing', 404, 'gone', 'sitemap 1 of 2: STATUS 404'],
    ['a challenge page', 200, '<html>Just a moment...</html>', 'sitemap 1 of 2: it is a document of "html"'],
    ['a child that is an index', 200, '<sitemapindex/>', 'sitemap 1 of 2: it is another index'],
    [
      'a cut child',
      200,
      urlset([located('https://mcp.so/servers/oysters')]).slice(0, -10),
      'sitemap 1 of 2: unclosed tag: urlset',
    ],
  ])('%s', async (_what, status, body, reason) => {
    serve('/sitemap.xml', fixture('index.xml'));
    nock(mcpSo.baseUrl).get(STATIC).reply(status, body);
    serve(SERVERS, fixture('servers.xml'));
    const { rows, end } = await list();

    expect(rows.slice(-3).map(({ name }) => name)).toEqual(['tidewater-tides', 'net-menders', 'net-menders']);
    expect(end).toEqual({ advertised: null, enumeration: { ended: 'failed', reason } });
  });

  test('sitemaps of other origins are not asked for', async () => {
    serve(
      '/sitemap.xml',
      fixture('index.xml').replace('https://mcp.so/sitemap.xml?section=static', 'https://quayside.example/'),
    );
    serve(SERVERS, fixture('servers.xml'));
    const { rows, end } = await list();

    expect(rows).toHaveLength(3);
    expect(end.enumeration).toEqual({
      ended: 'failed',
      reason: '1 of 2 sitemaps have another origin and were not asked for',
    });
  });

  test('no sitemap at all', async () => {
    nock(mcpSo.baseUrl).get('/sitemap.xml').reply(403, 'Forbidden');

    expect((await list()).end.enumeration).toEqual({ ended: 'failed', reason: 'the sitemap: STATUS 403' });
  });

  test('addresses of a third scheme are not taken for a registry without servers', async () => {
    serve('/sitemap.xml', fixture('static.xml'));

    expect((await list()).end.enumeration).toEqual({
      ended: 'failed',
      reason: 'none of 3 locations is the page of a server',
    });
  });
});

test('a stored row that is not the page of a server is refused on reading', () => {
  expect(() => mcpSo.read(storedRow('https://mcp.so/about'))).toThrow('not the page of a server');
});

const REAL = join(import.meta.dirname, '../../../../shared/data/mcpso/2025-08-07.ndjson.gz');

describe.skipIf(!existsSync(REAL))(
  'the addresses of 2025-08 (skipped where the recorded registries are not there)',
  () => {
    test('are all pages of servers, 30 of them without a publisher', () => {
      const urls = gunzipSync(readFileSync(REAL)).toString('utf8').trimEnd().split('\n').map(urlOf);
      const entries = urls.map((url) => mcpSo.read(storedRow(url)).entry);

      expect(entries).toHaveLength(13_483);
      expect(entries.filter(({ namespace }) => namespace === null)).toHaveLength(30);
    });
  },
);

function urlOf(line: string): string {
  const { url }: { url: string } = JSON.parse(line);
  return url;
}

function located(loc: string) {
  return { loc, zhAlternate: null };
}

function fixture(file: string): string {
  return readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8');
}

function serve(path: string, body: string): void {
  nock(mcpSo.baseUrl).get(path).reply(200, body);
}

function list() {
  return drain(mcpSo.list(plainGet, listOptions({ baseUrl: mcpSo.baseUrl })));
}

function storedRow(loc: string): StoredRow {
  const resource = { uri: `${mcpSo.baseUrl}/sitemap.xml`, sha256: '0'.repeat(64), retrievedAt: '2026-10-01T00:00:00Z' };
  return { record: { loc }, resource, pointer: '/urlset/url/0' };
}
