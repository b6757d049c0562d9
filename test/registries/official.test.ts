import { describe, expect, it, test } from 'vitest';
import type { Json } from '../../src/model/place.ts';
import { ask, askJson, serving } from './ask.ts';
import { at, textAt } from './at.ts';
import type { Feed } from './feed.ts';
import { officialRow } from './harbour.ts';

const META = 'io.modelcontextprotocol.registry/official';

const ROWS = [
  officialRow('example.tidewater/charts', '1.0.0', { isLatest: false }),
  officialRow('example.tidewater/charts', '1.1.0', { updatedAt: '2026-04-01T00:00:00Z' }),
  officialRow('io.github.quayside/moorings', '0.1', { status: 'deleted', updatedAt: '2026-05-01T00:00:00Z' }),
  officialRow('io.github.lantern-bakery/orders', '2.0.0'),
];
const [CHARTS_1_0, CHARTS_1_1, MOORINGS, ORDERS] = ROWS;

async function listing(official: Partial<Feed['official']> = {}): Promise<string> {
  const { baseUrls } = await serving({ official: { rows: ROWS, cursorField: 'nextCursor', ...official } });
  return `${baseUrls.official}/v0.1/servers`;
}

describe('the list of the official registry', () => {
  test.each([
    ['leaves deleted rows out', '', [CHARTS_1_0, CHARTS_1_1, ORDERS]],
    ['shows them on request', 'include_deleted=true', ROWS],
    ['has the latest versions alone', 'version=latest', [CHARTS_1_1, ORDERS]],
    ['finds a part of a name in any case', 'search=LANTERN', [ORDERS]],
    ['shows deleted rows among those changed since', 'updated_since=2026-03-15T00:00:00Z', [CHARTS_1_1, MOORINGS]],
  ])('%s', async (_does, query, servers) => {
    const body = await askJson(`${await listing()}?${query}`);
    expect(body).toEqual({ servers, metadata: { count: servers.length } });
  });

  it('names the next page after the last row of this one, and ends without a cursor', async () => {
    const url = await listing();
    const first = await askJson(`${url}?limit=2`);
    expect(at(first, 'metadata')).toEqual({ nextCursor: 'example.tidewater/charts:1.1.0', count: 2 });
    const second = await askJson(`${url}?limit=2&cursor=${encodeURIComponent('example.tidewater/charts:1.1.0')}`);
    expect(second).toEqual({ servers: [ORDERS], metadata: { count: 1 } });
  });

  it('spelled the cursor in snake case until 2025-09-29', async () => {
    const body = await askJson(`${await listing({ cursorField: 'next_cursor' })}?limit=1`);
    expect(at(body, 'metadata', 'next_cursor')).toBe('example.tidewater/charts:1.0.0');
  });

  it('walks every row once, also where a row is doubled or has no name', async () => {
    const rows = [...ROWS, CHARTS_1_0 ?? null, { server: { name: null } }, 17, ORDERS ?? null];
    const url = await listing({ rows });
    const seen: Json[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Json = await askJson(`${url}?limit=1&include_deleted=true&cursor=${encodeURIComponent(cursor)}`);
      seen.push(at(page, 'servers') ?? null);
      cursor = textAt(page, 'metadata', 'nextCursor');
    }
    expect(seen).toEqual(rows.map((row) => [row]));
  });

  it('gives 30 rows to one who names no limit', async () => {
    const rows = Array.from({ length: 40 }, (_, number) => officialRow(`example.tidewater/tide-${number}`, '1.0.0'));
    expect(at(await askJson(await listing({ rows })), 'metadata', 'count')).toBe(30);
  });

  it('answers v0 as it answers v0.1', async () => {
    const url = await listing();
    expect(await askJson(url.replace('/v0.1/', '/v0/'))).toEqual(await askJson(url));
  });

  test.each([
    ['2025-05, the seed', { name: 'tide', version_detail: { version: '1', is_latest: true } }],
    [
      '2025-07-09',
      { name: 'tide', version: '1', _meta: { [META]: { is_latest: true, updated_at: '2026-01-01T00:00:00Z' } } },
    ],
    ['2025-09-16', { name: 'tide', version: '1', status: 'beta', _meta: { [META]: { isLatest: true } } }],
  ])('knows the latest row in the shape of %s', async (_since, row) => {
    const body = await askJson(`${await listing({ rows: [row] })}?version=latest`);
    expect(at(body, 'servers')).toEqual([row]);
  });
});

describe('what the official registry refuses', () => {
  test.each([
    ['limit=101', 422, { message: 'expected number <= 100', location: 'query.limit', value: 101 }],
    ['limit=0', 422, { message: 'expected number >= 1', location: 'query.limit', value: 0 }],
    ['limit=many', 422, { message: 'invalid integer', location: 'query.limit', value: 'many' }],
  ])('%s with %i', async (query, status, error) => {
    const wire = await ask(`${await listing()}?${query}`);
    expect(wire.status).toBe(status);
    expect(wire.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(wire.text)).toEqual({
      title: 'Unprocessable Entity',
      status: 422,
      detail: 'validation failed',
      errors: [error],
    });
  });

  test.each([
    ['?cursor=never-given-out', 400, 'Bad Request'],
    ['?updated_since=yesterday', 400, 'Bad Request'],
    ['/example.tidewater%2Fnothing/versions', 404, 'Not Found'],
    ['/example.tidewater%2Fcharts/versions/9.9.9', 404, 'Not Found'],
    ['/example.tidewater%zz', 404, 'Not Found'],
  ])('%s with %i', async (rest, status, title) => {
    const body = await askJson(`${await listing()}${rest}`);
    expect(body).toMatchObject({ title, status });
  });
});

describe('the versions of one server', () => {
  const charts = '/example.tidewater%2Fcharts/versions';

  it('come in one answer', async () => {
    const body = await askJson(`${await listing()}${charts}`);
    expect(body).toEqual({ servers: [CHARTS_1_0, CHARTS_1_1], metadata: { count: 2 } });
  });

  test.each([
    ['latest', CHARTS_1_1],
    ['1.0.0', CHARTS_1_0],
  ])('can be asked for as %s', async (version, row) => {
    expect(await askJson(`${await listing()}${charts}/${version}`)).toEqual(row);
  });
});
