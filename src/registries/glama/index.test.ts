import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import nock from 'nock';
import { describe, expect, test } from 'vitest';
import { drain, listOptions } from '../../../test/registries/drain.ts';
import { mockNet } from '../../../test/registries/mocked-net.ts';
import { plainGet } from '../../../test/registries/plain-get.ts';
import { resolve } from '../../evidence/pointer.ts';
import type { ServerRecord } from '../../model/entry.ts';
import type { Json } from '../../model/place.ts';
import type { StoredRow } from '../../model/snapshot.ts';
import { glama } from './index.ts';

mockNet();

const FIRST = '/api/mcp/v1/servers?first=100';

describe('with a key', () => {
  test('the pages are followed by their cursors to the one that is the last', async () => {
    serve(FIRST, page(pageOf('2025.json'), { hasNextPage: true, endCursor: 'c+1/=' }));
    serve(`${FIRST}&after=c%2B1%2F%3D`, pageOf('2026.json'));
    const { rows, refused, end } = await list();

    expect(rows.map(({ name, version, order }) => [name, version, order])).toEqual([
      ['h4rb0urt1d', null, 'h4rb0urt1d'],
      ['lantern-bakery/bread-orders', null, 'br3adorders'],
      ['quayside/net-menders', null, 'n3tm3nder5'],
    ]);
    expect(rows.map(({ stored }) => stored.pointer)).toEqual(['/servers/0', '/servers/0', '/servers/1']);
    expect(refused).toEqual([]);
    expect(end).toEqual({ advertised: null, enumeration: { ended: 'exhausted' } });
  });

  test('an item of 2025 is named by its id and says what it declares', async () => {
    serve(FIRST, pageOf('2025.json'));
    const [row] = (await list()).rows;
    if (row === undefined) throw new Error('nothing was listed');
    const { entry, record } = glama.read(row.stored);

    expect(entry).toMatchObject({
      id: 'glama:h4rb0urt1d',
      name: 'h4rb0urt1d',
      leaf: 'h4rb0urt1d',
      title: 'Tide Tables',
      namespace: null,
      place: { pointer: '/servers/0' },
    });
    expect(record).toMatchObject({
      title: 'Tide Tables',
      description: 'Tide tables for every quay of the harbour.',
      version: null,
      repository: { url: 'https://github.com/tidewater/tides', subfolder: null, id: null },
      packages: null,
      remotes: null,
      inputs: [
        {
          kind: 'environment',
          name: 'TIDE_KEY',
          description: 'Key of the tide office',
          isRequired: true,
          isSecret: null,
        },
        { kind: 'environment', name: 'TIDE_PORT', default: '8080', isRequired: false, isSecret: null },
      ],
      tools: [
        { name: 'high_water', description: 'The next high water' },
        { name: 'low_water', description: null },
      ],
      marks: ['hosting:remote-capable', 'author:official'],
    });
  });

  test('every pointer of a record leads to what it is about', async () => {
    serve(FIRST, pageOf('2025.json'));
    const [row] = (await list()).rows;
    const record = row === undefined ? null : glama.read(row.stored).record;
    if (row === undefined || record === null) throw new Error('nothing was listed');
    const at = (pointer: string | undefined) => resolve(row.stored.record, pointer ?? '/nowhere');

    expect(at(record.at.title)).toBe('Tide Tables');
    expect(at(record.at.description)).toBe(record.description);
    expect(at(record.at.repository)).toBe('https://github.com/tidewater/tides');
    expect(at(record.at.marks)).toEqual(record.marks);
    expect(record.inputs?.map((input) => at(input.at))).toEqual([
      { type: 'string', description: 'Key of the tide office' },
      { type: 'number', default: 8080 },
    ]);
    expect(record.tools?.map((tool) => at(`${tool.at}/name`))).toEqual(['high_water', 'low_water']);
  });

  test('an item of 2026 has a namespace, and what Glama leaves empty or out is unknown', async () => {
    serve(FIRST, pageOf('2026.json'));
    const [bread, nets] = (await list()).rows.map(({ stored }) => glama.read(stored));

    expect(bread?.entry).toMatchObject({ leaf: 'bread-orders', title: 'Bread Orders', namespace: 'lantern-bakery' });
    expect(bread?.record).toMatchObject({ repository: 'none', tools: null, inputs: null, marks: [] });
    expect(nets?.record).toMatchObject({ repository: null, description: null, inputs: null });
    expect(nets?.record?.at).toEqual({ title: '/name', marks: '/attributes' });
  });

  test('an item of another shape is refused and counted, and its page goes on', async () => {
    serve(FIRST, {
      servers: [{ name: 'no id' }, null, { id: 'h4rb', name: 'Tides' }],
      pageInfo: { hasNextPage: false },
    });
    const { rows, refused } = await list();

    expect(rows.map(({ name }) => name)).toEqual(['h4rb']);
    expect(refused.map(({ pointer, reason }) => [pointer, reason])).toEqual([
      ['/servers/0', '/id: Invalid input: expected string, received undefined'],
      ['/servers/1', expect.stringContaining('expected object, received null')],
    ]);
  });
});

describe('a listing that stops before its end is failed and keeps its rows', () => {
  const more = { hasNextPage: true, endCursor: 'c1' };
  const AFTER = `${FIRST}&after=c1`;

  test.each<[string, Json, string]>([
    [
      'a next page without a cursor',
      { hasNextPage: true, endCursor: null },
      'page 1 has a next page and no cursor to it',
    ],
    [
      'a next page with an empty cursor',
      { hasNextPage: true, endCursor: '' },
      'page 1 has a next page and no cursor to it',
    ],
    ['a next page with the cursor left out', { hasNextPage: true }, 'page 1 has a next page and no cursor to it'],
  ])('%s', async (_what, pageInfo, reason) => {
    serve(FIRST, page(pageOf('2025.json'), pageInfo));
    const { rows, end } = await list();

    expect(rows).toHaveLength(1);
    expect(end.enumeration).toEqual({ ended: 'failed', reason });
  });

  test.each([
    ['a challenge page', 200, '<html>Just a moment...</html>', 'page 2 is not JSON'],
    ['truncated JSON', 200, '{"servers":[{"id":"h4', 'page 2 is not JSON'],
    [
      'an error with status 200',
      200,
      '{"error":{"code":"internal_server_error"}}',
      /^page 2 has another shape: \/servers: /,
    ],
    ['a bad gateway', 525, '', 'page 2: STATUS 525'],
    ['a key that ran out', 401, '{}', 'page 2: STATUS 401'],
  ])('%s', async (_what, status, body, reason) => {
    serve(FIRST, page(pageOf('2025.json'), more));
    nock(glama.baseUrl).get(AFTER).reply(status, body);
    const { rows, end } = await list();

    expect(rows).toHaveLength(1);
    expect(end.enumeration).toEqual({ ended: 'failed', reason: expect.stringMatching(reason) });
  });

  test('a cursor that comes again', async () => {
    serve(FIRST, page(pageOf('2025.json'), more));
    serve(AFTER, page(pageOf('2026.json'), more));
    const { rows, end } = await list();

    expect(rows).toHaveLength(3);
    expect(end.enumeration).toEqual({ ended: 'failed', reason: 'page 2 leads back to a page already read' });
  });

  test('three empty pages in a row, where two are passed over', async () => {
    const empty = { servers: [] };
    serve(FIRST, page(empty, more));
    serve(AFTER, page(empty, { hasNextPage: true, endCursor: 'c2' }));
    serve(`${FIRST}&after=c2`, page(pageOf('2025.json'), { hasNextPage: true, endCursor: 'c3' }));
    for (const number of [3, 4, 5]) {
      serve(`${FIRST}&after=c${number}`, page(empty, { hasNextPage: true, endCursor: `c${number + 1}` }));
    }
    const { rows, end } = await list();

    expect(rows).toHaveLength(1);
    expect(end.enumeration).toEqual({ ended: 'failed', reason: 'page 6 is the third empty one in a row' });
  });

  test('a key that is refused names its variable', async () => {
    nock(glama.baseUrl).get(FIRST).reply(401, '{"error":{"code":"unauthorized"}}');

    expect((await list()).end.enumeration).toEqual({ ended: 'auth', reason: 'status 401: check GLAMA_API_KEY' });
  });
});

describe('without a key', () => {
  const CHILDREN = ['/sitemaps/mcp-servers/1.xml', '/sitemaps/mcp-remote-servers/1.xml'] as const;

  test('the names come from the sitemaps of servers', async () => {
    serveText('/sitemap.xml', fixture('sitemap.xml'));
    serveText(CHILDREN[0], fixture('mcp-servers.xml'));
    serveText(CHILDREN[1], fixture('mcp-remote-servers.xml'));
    const { rows, refused, end } = await list({ keyed: false });
    const read = rows.map(({ stored }) => glama.read(stored));

    expect(rows.map(({ name }) => name)).toEqual(['lantern-bakery/bread-orders', 'h4rb0urt1d', 'quayside/net menders']);
    expect(read.map(({ entry }) => [entry.id, entry.leaf, entry.namespace, entry.title])).toEqual([
      ['glama:lantern-bakery/bread-orders', 'bread-orders', 'lantern-bakery', null],
      ['glama:h4rb0urt1d', 'h4rb0urt1d', null, null],
      ['glama:quayside/net menders', 'net menders', 'quayside', null],
    ]);
    expect(read.map(({ record }) => record)).toEqual([null, null, null]);
    expect(read[0]?.entry.place.pointer).toBe('/urlset/url/1/loc');
    expect(refused.map(({ record }) => record)).toEqual([{ loc: 'not an address' }]);
    expect(end).toEqual({
      advertised: null,
      enumeration: { ended: 'auth', reason: 'names came from the sitemap, records need GLAMA_API_KEY' },
    });
  });

  test('a sitemap that cannot be read is told', async () => {
    serveText('/sitemap.xml', fixture('sitemap.xml'));
    nock(glama.baseUrl).get(CHILDREN[0]).reply(503, '');
    serveText(CHILDREN[1], fixture('mcp-remote-servers.xml'));
    const { rows, end } = await list({ keyed: false });

    expect(rows).toHaveLength(1);
    expect(end.enumeration).toMatchObject({
      ended: 'auth',
      reason: expect.stringContaining('not all of it was read: sitemap 1 of 2: STATUS 503'),
    });
  });

  test('an index without sitemaps of servers is told', async () => {
    serveText('/sitemap.xml', fixture('sitemap.xml').replaceAll('mcp-', 'llm-'));
    const { rows, end } = await list({ keyed: false });

    expect(rows).toEqual([]);
    expect(end.enumeration).toMatchObject({ reason: expect.stringContaining('the index names no sitemap of servers') });
  });

  test('a stored row that is not the page of a server is refused on reading', () => {
    expect(() => glama.read(storedRow({ loc: 'https://glama.ai/pricing' }))).toThrow('not the page of a server');
  });
});

const REAL = join(import.meta.dirname, '../../../../shared/data/glama/2025-05-07.json.gz');

describe.skipIf(!existsSync(REAL))('the items of 2025-05 (skipped where the recorded registries are not there)', () => {
  test('are all read', () => {
    const { servers }: { servers: readonly Json[] } = JSON.parse(gunzipSync(readFileSync(REAL)).toString('utf8'));
    const records = servers.map((item) => glama.read(storedRow(item)).record);
    const count = (holds: (record: ServerRecord) => boolean) =>
      records.filter((record) => record && holds(record)).length;

    expect(count(() => true)).toBe(101);
    expect(count(({ marks }) => marks.length === 0)).toBe(52);
    expect(count(({ marks }) => String(marks) === 'hosting:remote-capable')).toBe(22);
    expect(count(({ marks }) => marks.includes('author:official'))).toBe(4);
    expect(count(({ tools }) => tools !== null)).toBe(34);
    expect(count(({ inputs }) => inputs === null)).toBe(8);
    expect(count(({ repository }) => repository === null || repository === 'none')).toBe(0);
  });
});

interface Page {
  readonly [key: string]: Json;
}

function page(of: Page, pageInfo: Json): Page {
  return { ...of, pageInfo };
}

function pageOf(file: string): Page {
  return JSON.parse(fixture(file));
}

function fixture(file: string): string {
  return readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8');
}

function serve(path: string, body: Page): void {
  serveText(path, JSON.stringify(body));
}

function serveText(path: string, body: string): void {
  nock(glama.baseUrl).get(path).reply(200, body);
}

function list({ keyed } = { keyed: true }) {
  return drain(glama.list(plainGet, listOptions({ baseUrl: glama.baseUrl, keyed })));
}

function storedRow(record: Json): StoredRow {
  const resource = { uri: glama.baseUrl, sha256: '0'.repeat(64), retrievedAt: '2026-10-01T00:00:00Z' };
  return { record, resource, pointer: '/servers/0' };
}
