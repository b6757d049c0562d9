import nock from 'nock';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { drain, listOptions } from '../../test/registries/drain.ts';
import { mockNet } from '../../test/registries/mocked-net.ts';
import { plainGet } from '../../test/registries/plain-get.ts';
import { FetchError } from '../fetch/fetch-error.ts';
import type { Json } from '../model/place.ts';
import type { StoredRow } from '../model/snapshot.ts';
import { listByCursor, type CursorListing } from './cursor-pages.ts';
import type { Row } from './port.ts';

const HOST = 'https://registry.harbour.example';
const FIRST = '/v0.1/servers?limit=100';

mockNet();

describe('a walk by cursor', () => {
  test.each(['nextCursor', 'next_cursor'])('follows %s to the page that has none', async (cursorField) => {
    serve(FIRST, page(['tides', 'ferries'], { [cursorField]: 'ferries:1.0.0' }));
    serve(`${FIRST}&cursor=ferries%3A1.0.0`, page(['bread'], {}));

    const { rows, end } = await walk();

    expect(rows.map(({ name, stored }) => [name, stored.pointer])).toEqual([
      ['tides', '/servers/0'],
      ['ferries', '/servers/1'],
      ['bread', '/servers/0'],
    ]);
    expect(rows.map(({ stored }) => stored.resource.uri)).toEqual([
      HOST + FIRST,
      HOST + FIRST,
      `${HOST}${FIRST}&cursor=ferries%3A1.0.0`,
    ]);
    expect(end).toEqual({ advertised: null, enumeration: { ended: 'exhausted' } });
  });

  test.each([
    ['an empty cursor', { servers: ['tides'], metadata: { nextCursor: '' } }],
    ['a null cursor', { servers: ['tides'], metadata: { nextCursor: null, count: 1 } }],
    ['no metadata', { servers: ['tides'] }],
  ])('is complete at a page with %s', async (_what, body) => {
    serve(FIRST, body);

    const { rows, end } = await walk();

    expect(rows.map(({ name }) => name)).toEqual(['tides']);
    expect(end.enumeration).toEqual({ ended: 'exhausted' });
  });

  test.each([
    [99, { ended: 'exhausted' }],
    [100, { ended: 'failed', reason: 'page 1 is full and says nothing about further pages' }],
  ])('of %d rows without metadata ends as it can be told', async (count, enumeration) => {
    serve(FIRST, { servers: Array.from({ length: count }, (_, index) => `tides-${index}`) });

    const { rows, end } = await walk();

    expect(rows).toHaveLength(count);
    expect(end.enumeration).toEqual(enumeration);
  });

  test('takes a null list for an empty one', async () => {
    serve(FIRST, { servers: null, metadata: { count: 0 } });

    expect(await walk()).toMatchObject({ rows: [], refused: [], end: { enumeration: { ended: 'exhausted' } } });
  });

  test('asks for the latest versions and for what changed since', async () => {
    serve('/v0.1/servers?limit=100&version=latest&updated_since=2026-10-01T00%3A00%3A00Z', page(['tides'], {}));

    const { rows } = await walk({ options: { versions: 'latest', updatedSince: '2026-10-01T00:00:00Z' } });

    expect(rows).toHaveLength(1);
  });

  test('yields a row without the shape as refused, with where and why, and goes on', async () => {
    serve(FIRST, { servers: ['tides', { hull: 7 }, 'bread'] });

    const { rows, refused, end } = await walk();

    expect(rows.map(({ name }) => name)).toEqual(['tides', 'bread']);
    expect(refused).toMatchObject([
      {
        kind: 'refused',
        pointer: '/servers/1',
        record: { hull: 7 },
        reason: 'all of it: Invalid input: expected string, received object',
        resource: { uri: HOST + FIRST },
      },
    ]);
    expect(end.enumeration).toEqual({ ended: 'exhausted' });
  });

  test('goes on after an empty page that names a next one', async () => {
    serve(FIRST, page([], { nextCursor: 'a' }));
    serve(`${FIRST}&cursor=a`, page(['tides'], {}));

    const { rows, end } = await walk();
    expect(rows).toHaveLength(1);
    expect(end.enumeration).toEqual({ ended: 'capped', reason: 'page 1 was empty and not the last' });
  });
});

describe('a walk cut short keeps what it had and says why', () => {
  test.each([
    ['leads back to itself', page(['bread'], { nextCursor: 'a' }), 'page 2 leads back to a page already read'],
    [
      'is HTML with status 200',
      '<!doctype html><title>Harbour</title>',
      'page 2 is not JSON: 37 bytes that start with "<!doctype html><title>Harbour</title>"',
    ],
    [
      'is cut in the middle',
      '{"servers":["bread","fer',
      'page 2 is not JSON: 24 bytes that start with "{\\"servers\\":[\\"bread\\",\\"fer"',
    ],
    ['is empty of bytes', '', 'page 2 is not JSON: empty'],
    [
      'has no list of servers',
      { items: [] },
      'page 2 is not a page of servers: /servers: Invalid input: expected array, received undefined',
    ],
    [
      'is an error with status 200',
      { error: 'full', code: 'busy' },
      'page 2 is not a page of servers: /servers: Invalid input: expected array, received undefined',
    ],
    [
      'has its cursor under a new name',
      page(['bread'], { nextPageCursor: 'b' }),
      'page 2 may have a next page under a name we do not know: "nextPageCursor"',
    ],
  ])('when the second page %s', async (_what, second, reason) => {
    serve(FIRST, page(['tides'], { nextCursor: 'a' }));
    serve(`${FIRST}&cursor=a`, second);

    const { rows, end } = await walk();

    expect(rows[0]?.name).toBe('tides');
    expect(end).toEqual({ advertised: null, enumeration: { ended: 'failed', reason } });
  });

  test('when three pages in a row are empty', async () => {
    serve(FIRST, page([], { nextCursor: 'a' }));
    serve(`${FIRST}&cursor=a`, page([], { nextCursor: 'b' }));
    serve(`${FIRST}&cursor=b`, page([], { nextCursor: 'c' }));

    expect((await walk()).end.enumeration).toEqual({
      ended: 'failed',
      reason: 'page 3 is the third empty one in a row',
    });
  });

  test('when it reaches its own bound of pages', async () => {
    serve(FIRST, page(['tides'], { nextCursor: 'a' }));
    serve(`${FIRST}&cursor=a`, page(['bread'], { nextCursor: 'b' }));

    const { rows, end } = await walk({ maxPages: 2 });

    expect(rows).toHaveLength(2);
    expect(end.enumeration).toEqual({ ended: 'capped', reason: 'our own bound of 2 pages' });
  });

  test.each([
    [502, 'failed', 'page 2: STATUS 502'],
    [401, 'failed', 'page 2: STATUS 401'],
    [410, 'sunset', 'page 2: status 410, gone'],
  ])('when the second page answers %i', async (status, ended, reason) => {
    serve(FIRST, page(['tides'], { nextCursor: 'a' }));
    nock(HOST).get(`${FIRST}&cursor=a`).reply(status, { title: 'No' });

    const { rows, end } = await walk();

    expect(rows).toHaveLength(1);
    expect(end.enumeration).toEqual({ ended, reason });
  });

  test('when a request brings nothing at all', async () => {
    const { end } = await walk({
      get: (url) => Promise.reject(new FetchError('TIMED_OUT', url, 'no answer in 30 s')),
    });

    expect(end.enumeration).toEqual({ ended: 'failed', reason: 'page 1: TIMED_OUT' });
  });

  test.each([
    [401, [], 'status 401: it asks for a key, and none is known for it'],
    [403, [{ environmentVariable: 'HARBOUR_KEY', header: 'X-Key', prefix: '' }], 'status 403: check HARBOUR_KEY'],
  ])('when the first page answers %i', async (status, keys, reason) => {
    nock(HOST).get(FIRST).reply(status, {});

    expect((await walk({ keys })).end.enumeration).toEqual({ ended: 'auth', reason });
  });

  test('but a bug is thrown', async () => {
    const bug = new TypeError('not a function');

    await expect(walk({ get: () => Promise.reject(bug) })).rejects.toBe(bug);
  });
});

function walk({ options, ...listing }: Partial<Omit<CursorListing, 'options'>> & { options?: object } = {}) {
  return drain(
    listByCursor({ get: plainGet, keys: [], rowOf, ...listing, options: listOptions({ baseUrl: HOST, ...options }) }),
  );
}

function rowOf(stored: StoredRow): Row {
  return { kind: 'row', name: z.string().parse(stored.record), version: null, order: '', stored };
}

function page(servers: readonly string[], metadata: Record<string, Json>): Json {
  return { servers, metadata: { ...metadata, count: servers.length } };
}

function serve(path: string, body: Json): void {
  nock(HOST)
    .get(path)
    .reply(200, typeof body === 'string' ? body : JSON.stringify(body));
}
