import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import nock from 'nock';
import { describe, expect, test } from 'vitest';
import { drain, listOptions } from '../../../test/registries/drain.ts';
import { mockNet } from '../../../test/registries/mocked-net.ts';
import { plainGet } from '../../../test/registries/plain-get.ts';
import { resolve } from '../../evidence/pointer.ts';
import type { Json } from '../../model/place.ts';
import type { StoredRow } from '../../model/snapshot.ts';
import type { ListOptions } from '../port.ts';
import { smithery } from './index.ts';
import { ServerItem } from './schema.ts';

mockNet();

describe('the list', () => {
  test('is exhausted where paging reaches the total', async () => {
    servePage({}, jsonOf('list.json'));
    const { rows, refused, end } = await list();

    expect(rows.map(({ name, key }) => [name, key])).toEqual([
      ['tidewater', 'tidewater'],
      ['@Lantern-Bakery/Bread-Orders', 'lantern-bakery/bread-orders'],
      ['net-menders', 'net-menders'],
    ]);
    expect(rows.map(({ version }) => version)).toEqual([null, null, null]);
    expect(refused).toEqual([]);
    expect(end).toEqual({ advertised: 3, enumeration: { ended: 'exhausted' } });
  });

  test('is followed to its last page', async () => {
    servePage({ page: 1 }, listing(['a/tides', 'b/tides'], { totalPages: 2, totalCount: 3 }));
    servePage({ page: 2 }, listing(['c/tides'], { totalPages: 2, totalCount: 3 }));
    const { rows, end } = await list();

    expect(rows.map(({ name, stored }) => [name, stored.pointer])).toEqual([
      ['a/tides', '/servers/0'],
      ['b/tides', '/servers/1'],
      ['c/tides', '/servers/0'],
    ]);
    expect(end.enumeration).toEqual({ ended: 'exhausted' });
  });

  test('gives names with title, namespace and uses, and no more', async () => {
    servePage({}, jsonOf('list.json'));
    const read = (await list()).rows.map(({ stored }) => smithery.read(stored));

    expect(read.map(({ entry }) => [entry.id, entry.leaf, entry.namespace, entry.title])).toEqual([
      ['smithery:tidewater', 'tidewater', 'tidewater', 'Tidewater Tides'],
      ['smithery:@Lantern-Bakery/Bread-Orders', 'Bread-Orders', 'Lantern-Bakery', 'Bread Orders'],
      ['smithery:net-menders', 'net-menders', null, null],
    ]);
    expect(read.map(({ record }) => record)).toEqual([null, null, null]);
    expect(read.map(({ uses }) => uses)).toEqual([87_579, 13_648, 0]);
  });

  test('does not make up uses that it does not count', async () => {
    servePage({}, listing(['a/tides'], { totalPages: 1, totalCount: 1 }));
    const [row] = (await list()).rows;
    expect(row === undefined ? null : smithery.read(row.stored)).not.toHaveProperty('uses');
  });

  test('refuses and counts a row of another shape', async () => {
    const { servers } = listing(['a/tides'], { totalPages: 1, totalCount: 2 });
    const odd = { qualifiedName: 'b/tides', useCount: 'many' };
    servePage({}, { servers: [odd, ...servers], pagination: { totalPages: 1, totalCount: 2 } });
    const { rows, refused, end } = await list();

    expect(rows.map(({ name }) => name)).toEqual(['a/tides']);
    expect(refused).toMatchObject([{ pointer: '/servers/0', record: odd, reason: '/useCount: Invalid input' }]);
    expect(end.enumeration).toEqual({ ended: 'exhausted' });
  });
});

describe('a list that is capped', () => {
  const capped = { totalPages: 1, totalCount: 17_062 };

  test('is widened by one query a word, and says how far that came', async () => {
    servePage({}, listing(['a/tides', 'b/tides'], capped));
    servePage({ q: 'fresh bread' }, listing(['c/bread'], { totalPages: 2, totalCount: 2 }));
    servePage({ q: 'fresh bread', page: 2 }, listing(['@A/Tides'], { totalPages: 2, totalCount: 2 }));
    servePage({ q: 'nets' }, listing([], { totalPages: 0, totalCount: 0 }));
    const { rows, end } = await list({ queries: ['fresh bread', 'nets'] });

    expect(rows.map(({ name, key }) => [name, key])).toEqual([
      ['a/tides', 'a/tides'],
      ['b/tides', 'b/tides'],
      ['c/bread', 'c/bread'],
      ['@A/Tides', 'a/tides'],
    ]);
    expect(end).toEqual({
      advertised: 17_062,
      enumeration: {
        ended: 'capped',
        reason: 'paging reaches 100 of 17062 rows; widened by 2 of 2 queries, to 3 distinct servers',
      },
    });
  });

  test('is capped as well where the pages run dry before their number is through', async () => {
    servePage({}, listing(['a/tides'], { totalPages: 3, totalCount: 250 }));
    servePage({ page: 2 }, listing([], { totalPages: 3, totalCount: 250 }));

    expect((await list()).end.enumeration).toMatchObject({ ended: 'capped' });
  });

  test('goes on where a query fails, but not after three in a row', async () => {
    servePage({}, listing(['a/tides'], capped));
    servePage({ q: 'one' }, { error: 'Internal error' }, 500);
    servePage({ q: 'two' }, listing(['b/tides'], { totalPages: 1, totalCount: 1 }));
    for (const q of ['three', 'four', 'five']) servePage({ q }, {}, 500);
    const { rows, end } = await list({ queries: ['one', 'two', 'three', 'four', 'five', 'six', 'seven'] });

    expect(rows).toHaveLength(2);
    expect(end.enumeration).toEqual({
      ended: 'capped',
      reason: 'paging reaches 100 of 17062 rows; widened by 5 of 7 queries (4 of them failed), to 2 distinct servers',
    });
  });
});

describe('a list that cannot be had', () => {
  test.each([401, 403])('ends as auth where the first page is %d', async (status) => {
    servePage({}, { error: 'Unauthorized' }, status);

    expect((await list()).end).toEqual({
      advertised: null,
      enumeration: { ended: 'auth', reason: `status ${status}: check SMITHERY_API_KEY` },
    });
  });

  test.each([
    ['a failing page', 502, '{}', 'page 2: STATUS 502'],
    ['HTML with status 200', 200, '<html>', 'page 2 is not JSON'],
    ['a page without a total', 200, '{"servers":[]}', /^page 2 has another shape: \/pagination: /],
  ])('ends as failed at %s and keeps its rows', async (_what, status, body, reason) => {
    servePage({}, listing(['a/tides'], { totalPages: 2, totalCount: 150 }));
    nock(smithery.baseUrl).get('/servers?page=2&pageSize=100').reply(status, body);
    const { rows, end } = await list({ queries: ['tides'] });

    expect(rows).toHaveLength(1);
    expect(end).toEqual({ advertised: 150, enumeration: { ended: 'failed', reason: expect.stringMatching(reason) } });
  });
});

describe('details', () => {
  test('are asked for where a query stands in the name or the title as a whole word', async () => {
    servePage(
      {},
      {
        servers: [
          { qualifiedName: 'quayside/tides-mcp', displayName: 'Quay' },
          { qualifiedName: '@Lantern/x', displayName: 'Fresh-BREAD orders' },
          { qualifiedName: 'quayside/tidesman', displayName: 'Refresh breadth' },
        ],
        pagination: { totalPages: 1, totalCount: 3 },
      },
    );
    serveDetail('%40Lantern%2Fx', jsonOf('detail.json'));
    serveDetail('quayside%2Ftides-mcp', jsonOf('detail.json'));
    const { rows, end } = await list({ details: true, queries: ['tides', 'fresh bread', ''] });

    expect(rows.map(({ name, stored }) => [name, stored.detail?.pointer, stored.detail?.resource.uri])).toEqual([
      ['quayside/tidesman', undefined, undefined],
      ['@Lantern/x', '', 'https://registry.smithery.ai/servers/%40Lantern%2Fx'],
      ['quayside/tides-mcp', '', 'https://registry.smithery.ai/servers/quayside%2Ftides-mcp'],
    ]);
    expect(end.enumeration).toEqual({ ended: 'exhausted' });
  });

  test('are asked for once a server, however often queries serve it', async () => {
    servePage({}, listing(['a/tides'], { totalPages: 1, totalCount: 500 }));
    servePage({ q: 'tides' }, listing(['@A/Tides', 'a/tides'], { totalPages: 1, totalCount: 2 }));
    serveDetail('%40A%2FTides', jsonOf('detail.json'));
    const { rows } = await list({ details: true, queries: ['tides'] });

    expect(rows.map(({ name, stored }) => [name, stored.detail !== undefined])).toEqual([
      ['a/tides', true],
      ['@A/Tides', true],
      ['a/tides', true],
    ]);
  });

  test('say where a server runs, what it asks for and what Smithery claims of it', async () => {
    const { entry, record } = await detailed();

    expect(entry).toMatchObject({ name: 'tidewater', title: 'Tidewater Tides', place: { pointer: '/servers/0' } });
    expect(record).toMatchObject({
      place: { pointer: '', resource: { uri: 'https://registry.smithery.ai/servers/tidewater' } },
      title: 'Tidewater Tides',
      description: 'Tide tables for every quay of the harbour.',
      publishedAt: '2025-09-05T18:07:47.018Z',
      repository: null,
      packages: null,
      remotes: [{ type: 'http', url: 'https://tidewater.run.example', inputs: [] }],
      inputs: [
        { kind: 'config', name: 'tideKey', isSecret: true, isRequired: true },
        { kind: 'config', name: 'quay', default: 'north', isSecret: null, isRequired: false },
      ],
      tools: [{ name: 'high_water', description: 'The next high water' }],
      uses: 87_579,
      marks: ['verified', 'isDeployed'],
    });
  });

  test('have pointers that lead to the values in the detail', async () => {
    const { record } = await detailed();
    const detail = jsonOf('detail.json');
    const at = (pointer: string | undefined) => resolve(detail, pointer ?? '/nowhere');

    expect(at(record.at.description)).toBe(record.description);
    expect(at(record.at.title)).toBe(record.title);
    expect(record.at).not.toHaveProperty('publishedAt');
    expect(record.remotes?.map(({ urlAt }) => at(urlAt))).toEqual(['https://tidewater.run.example']);
    expect(record.inputs?.map((input) => at(`${input.at}/type`))).toEqual(['string', 'string']);
    expect(record.tools?.map((tool) => at(`${tool.at}/name`))).toEqual(['high_water']);
  });

  test.each<[string, Json, Json]>([
    ['a URL that no connection has', { deploymentUrl: 'https://tides.example' }, [{ at: '', urlAt: '/deploymentUrl' }]],
    ['no URL', { deploymentUrl: null, connections: [{ type: 'stdio' }] }, []],
    ['nothing said of where it runs', { displayName: 'Tides' }, null],
  ])('with %s', (_what, detail, remotes) => {
    const { record } = smithery.read({ ...storedRow({ qualifiedName: 'a/tides' }), detail: storedRow(detail) });

    expect(record).toMatchObject({ remotes, inputs: null, tools: null, uses: null, marks: [] });
  });

  test.each([
    ['that is missing', 404, '{"error":"Server not found"}'],
    ['that is no JSON', 200, '<html>'],
    ['of another shape', 200, '{"connections":"many"}'],
  ])('%s leave the row at its name', async (_what, status, body) => {
    servePage({}, listing(['a/tides'], { totalPages: 1, totalCount: 1 }));
    nock(smithery.baseUrl).get('/servers/a%2Ftides').reply(status, body);
    const { rows, refused, end } = await list({ details: true, queries: ['tides'] });

    expect(rows.map(({ stored }) => [smithery.read(stored).record, stored.detail])).toEqual([[null, undefined]]);
    expect(refused).toEqual([]);
    expect(end.enumeration).toEqual({ ended: 'exhausted' });
  });

  test.each([
    ['are given up after five failures in a row', 429, 5],
    ['are not given up for servers that have none', 404, 7],
  ])('%s', async (_what, status, requests) => {
    const names = [1, 2, 3, 4, 5, 6, 7].map((number) => `a${number}/tides`);
    servePage({}, listing(names, { totalPages: 1, totalCount: 7 }));
    for (const name of names.slice(0, requests)) {
      nock(smithery.baseUrl)
        .get(`/servers/${encodeURIComponent(name)}`)
        .reply(status, '');
    }
    const { rows } = await list({ details: true, queries: ['tides'] });

    expect(rows.map(({ name }) => name)).toEqual(names);
  });

  test('are bought for 300 servers at the most, in the order of their keys', async () => {
    const names = Array.from({ length: 301 }, (_, number) => `a${number + 100}/tides`);
    servePage({}, listing(names.toReversed(), { totalPages: 1, totalCount: 301 }));
    nock(smithery.baseUrl)
      .get(/^\/servers\/a\d{3}%2Ftides$/)
      .times(300)
      .reply(200, JSON.stringify(jsonOf('detail.json')));
    const { rows } = await list({ details: true, queries: ['tides'] });

    expect(rows.filter(({ stored }) => stored.detail === undefined).map(({ name }) => name)).toEqual(['a400/tides']);
    expect(rows).toHaveLength(301);
  });

  test('of a name that is no Unicode are not asked for', async () => {
    servePage({}, listing(['\ud800/tides'], { totalPages: 1, totalCount: 1 }));

    expect((await list({ details: true, queries: ['tides'] })).rows).toHaveLength(1);
  });
});

const SHARED = join(import.meta.dirname, '../../../../shared/data/smithery');

describe.skipIf(!existsSync(SHARED))('recorded items (skipped where the recorded registries are not there)', () => {
  test('of 2025-04 are all read, with ten pairs that differ only by case', async () => {
    const servers = real('2025-04-26.json.gz', '/servers');
    const items = Array.isArray(servers) ? servers : [];
    servePage({}, { servers: items, pagination: { totalPages: 1, totalCount: items.length } });
    const { rows, refused } = await list();
    const entries = rows.map(({ stored }) => smithery.read(stored).entry);

    expect([entries.length, refused.length]).toEqual([5_186, 0]);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(5_176);
    expect(entries.filter(({ namespace }) => namespace === null)).toHaveLength(277);
    expect(entries.filter(({ title }) => title?.toLowerCase() === 'mcp server')).toHaveLength(68);
  });

  test('of 2026 show the cap of their page, and their detail is read', async () => {
    const { rows, end } = await recorded2026();
    const described = rows.filter(({ stored }) => stored.detail !== undefined);

    expect(end).toMatchObject({ advertised: 17_062, enumeration: { ended: 'capped' } });
    expect([rows.length, described.length]).toEqual([3, 2]);
    expect(described.map(({ stored }) => smithery.read(stored).record)).toMatchObject([
      { remotes: [{ type: 'http' }], inputs: [{ isRequired: true, isSecret: null }] },
      { remotes: [{ type: 'http' }], inputs: [{ isRequired: true, isSecret: null }] },
    ]);
  });
});

function real(file: string, pointer: string): Json {
  return resolve(JSON.parse(gunzipSync(readFileSync(join(SHARED, file))).toString('utf8')), pointer) ?? null;
}

/** The two recorded items on one page, the first of them once more by a query, and the recorded detail. */
function recorded2026() {
  const [first = null, second = null] = [0, 1].map((index) => real('2026-sample.json.gz', `/list/servers/${index}`));
  const { qualifiedName: name } = ServerItem.parse(first);
  servePage({}, { servers: [first, second], pagination: { totalPages: 1, pageSize: 3, totalCount: 17_062 } });
  servePage({ q: name }, { servers: [first], pagination: { totalPages: 1, totalCount: 1 } });
  serveDetail(name, real('2026-sample.json.gz', '/detail'));
  return list({ details: true, queries: [name] });
}

/** The first row of the fixture with its detail, by way of the listing. */
async function detailed() {
  servePage({}, jsonOf('list.json'));
  serveDetail('tidewater', jsonOf('detail.json'));
  const row = (await list({ details: true, queries: ['tidewater'] })).rows.find(({ name }) => name === 'tidewater');
  const read = row === undefined ? null : smithery.read(row.stored);
  if (read?.record == null) throw new Error('no detail was read');
  return { entry: read.entry, record: read.record };
}

function listing(names: readonly string[], pagination: { totalPages: number; totalCount: number }) {
  return { servers: names.map((qualifiedName) => ({ qualifiedName })), pagination: { pageSize: 100, ...pagination } };
}

function jsonOf(file: string): Json {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8'));
}

function servePage({ q, page = 1 }: { q?: string; page?: number }, body: Json, status = 200): void {
  const query = { ...(q === undefined ? {} : { q }), page, pageSize: 100 };
  nock(smithery.baseUrl).get('/servers').query(query).reply(status, JSON.stringify(body));
}

function serveDetail(name: string, detail: Json): void {
  nock(smithery.baseUrl).get(`/servers/${name}`).reply(200, JSON.stringify(detail));
}

function list(options: Partial<ListOptions> = {}) {
  return drain(smithery.list(plainGet, listOptions({ baseUrl: smithery.baseUrl, ...options })));
}

function storedRow(record: Json): StoredRow {
  const resource = { uri: smithery.baseUrl, sha256: '0'.repeat(64), retrievedAt: '2026-10-01T00:00:00Z' };
  return { record, resource, pointer: '/servers/0' };
}
