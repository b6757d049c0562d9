import nock from 'nock';
import { describe, expect, it, test } from 'vitest';

import { mockNet } from '../../test/registries/mocked-net.ts';
import { fetchErrorOf, memoryCache, testDoor, unpaced } from '../testing/door.ts';
import type { Door } from './get.ts';
import type { ResponseEvent } from './replay.ts';
import type { GetSettings } from './settings.ts';

const TIDEWATER = 'https://registry.tidewater.example';
const NOON = '2026-06-29T12:00:00.000Z';

mockNet();

function door(settings: Partial<GetSettings> = {}): Door {
  return testDoor([unpaced(TIDEWATER)], settings);
}

describe('what was fetched before', () => {
  it('is used as it is where it is fresh, and keeps its time', async () => {
    nock(TIDEWATER).get('/a').reply(200, 'tides');
    const cache = memoryCache();
    await door({ cache }).get(`${TIDEWATER}/a`);
    const later = door({ cache, freshSince: NOON, ...at('2026-06-30T09:00:00Z') });
    expect((await later.get(`${TIDEWATER}/a`)).resource.retrievedAt).toBe(NOON);
    expect([...later.requests()]).toEqual([]);
  });

  it('is asked about with its validators where it is older, and a 304 confirms it', async () => {
    const validators = { etag: '"7"', 'last-modified': 'Mon, 29 Jun 2026 06:00:00 GMT' };
    nock(TIDEWATER).get('/a').reply(200, 'tides', validators);
    const conditional = { 'if-none-match': '"7"', 'if-modified-since': 'Mon, 29 Jun 2026 06:00:00 GMT' };
    nock(TIDEWATER, { reqheaders: conditional }).get('/a').reply(304, '', { etag: '"7"' });
    const cache = memoryCache();
    const first = await door({ cache }).get(`${TIDEWATER}/a`);
    const later = door({ cache, freshSince: '2026-06-30T00:00:00Z', ...at('2026-06-30T09:00:00Z') });
    const second = await later.get(`${TIDEWATER}/a`);
    expect(second.body.toString()).toBe('tides');
    expect(second.resource).toEqual({ ...first.resource, retrievedAt: '2026-06-30T09:00:00.000Z' });
    expect((await later.get(`${TIDEWATER}/a`)).resource.retrievedAt).toBe('2026-06-30T09:00:00.000Z');
    expect(later.requests().get(TIDEWATER)).toBe(1);
  });

  it('is fetched again where it is older and has no validators', async () => {
    nock(TIDEWATER).get('/a').reply(200, 'old');
    nock(TIDEWATER, { badheaders: ['if-none-match', 'if-modified-since'] })
      .get('/a')
      .reply(200, 'new');
    const cache = memoryCache();
    await door({ cache }).get(`${TIDEWATER}/a`);
    const later = door({ cache, freshSince: '2026-06-29T12:00:00.001Z' });
    expect((await later.get(`${TIDEWATER}/a`)).body.toString()).toBe('new');
  });

  test.each([403, 404, 410])('is replayed where it was a %i', async (status) => {
    nock(TIDEWATER).get('/a').reply(status, 'gone to sea');
    const cache = memoryCache();
    await fetchErrorOf(door({ cache }).get(`${TIDEWATER}/a`));
    const resumed = door({ cache });
    expect(await fetchErrorOf(resumed.get(`${TIDEWATER}/a`))).toMatchObject({
      code: 'STATUS',
      status,
      excerpt: 'gone to sea',
    });
    expect([...resumed.requests()]).toEqual([]);
  });

  test.each([408, 425, 429, 500])('is not replayed where it was a passing %i', async (status) => {
    nock(TIDEWATER).get('/a').reply(status);
    nock(TIDEWATER).get('/a').reply(200, 'there');
    const cache = memoryCache();
    const retries = { attempts: 1, baseMs: 1, capMs: 1, budgetMs: 1_000 };
    await fetchErrorOf(door({ cache, retries }).get(`${TIDEWATER}/a`));
    expect((await door({ cache }).get(`${TIDEWATER}/a`)).body.toString()).toBe('there');
  });

  it('is all there is offline, however old', async () => {
    nock(TIDEWATER).get('/a').reply(200, 'tides');
    const cache = memoryCache();
    await door({ cache }).get(`${TIDEWATER}/a`);
    const offline = door({ cache, offline: true, freshSince: '2030-01-01T00:00:00Z' });
    expect((await offline.get(`${TIDEWATER}/a`)).body.toString()).toBe('tides');
    expect(await fetchErrorOf(offline.get(`${TIDEWATER}/b`))).toMatchObject({
      code: 'NOT_CACHED',
      url: `${TIDEWATER}/b`,
    });
    expect([...offline.requests()]).toEqual([]);
  });

  it('obeys the bound of this call too', async () => {
    nock(TIDEWATER).get('/a').reply(200, 'tides');
    const { get } = door();
    await get(`${TIDEWATER}/a`);
    expect(await fetchErrorOf(get(`${TIDEWATER}/a`, { maxBytes: 4 }))).toMatchObject({ code: 'TOO_LARGE' });
  });

  it('is told apart by who watches', async () => {
    nock(TIDEWATER).get('/a').reply(200, 'tides', { etag: '"7"' });
    nock(TIDEWATER).get('/a').reply(304);
    const cache = memoryCache();
    const events: ResponseEvent[] = [];
    const onResponse = (event: ResponseEvent) => events.push(event);
    const first = door({ cache, onResponse });
    await first.get(`${TIDEWATER}/a`);
    await first.get(`${TIDEWATER}/a`);
    await door({ cache, onResponse, freshSince: '2026-06-30T00:00:00Z' }).get(`${TIDEWATER}/a`);
    expect(events.map(({ from, status, bodyBytes }) => [from, status, bodyBytes])).toEqual([
      ['network', 200, 5],
      ['cache', 200, 5],
      ['revalidation', 200, 5],
    ]);
  });

  it('that cannot be kept is not given', async () => {
    nock(TIDEWATER).get('/a').reply(200, 'tides');
    const cache = { ...memoryCache(), write: () => Promise.reject(new Error('database or disk is full')) };
    await expect(door({ cache }).get(`${TIDEWATER}/a`)).rejects.toThrow('database or disk is full');
  });
});

function at(time: string): Pick<GetSettings, 'now'> {
  return { now: () => new Date(time) };
}
