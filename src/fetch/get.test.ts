import { gzipSync } from 'node:zlib';

import nock from 'nock';
import { describe, expect, it, test } from 'vitest';

import { mockNet } from '../../test/registries/mocked-net.ts';
import { fetchErrorOf, testClock, testDoor, unpaced } from '../testing/door.ts';
import type { Door } from './get.ts';
import type { GetSettings } from './settings.ts';

const TIDEWATER = 'https://registry.tidewater.example';
const QUAYSIDE = 'https://registry.quayside.example';
const NOON = '2026-06-29T12:00:00.000Z';

mockNet();

function door(settings: Partial<GetSettings> = {}): Door {
  return testDoor([unpaced(TIDEWATER), unpaced(QUAYSIDE)], settings);
}

describe('get', () => {
  it('gives the body and says which bytes it was, from where and when', async () => {
    nock(TIDEWATER).get('/v0.1/servers?limit=2').reply(200, { servers: [] });
    const { status, body, resource } = await door().get(`${TIDEWATER}/v0.1/servers?limit=2`);
    expect(status).toBe(200);
    expect(body.toString()).toBe('{"servers":[]}');
    expect(resource).toEqual({
      uri: `${TIDEWATER}/v0.1/servers?limit=2`,
      sha256: 'c942d9ddbaf0a866c828a904b734915c84ec8b1137b04a698325500b40a2f238',
      retrievedAt: NOON,
    });
  });

  it('says who is asking and what it accepts', async () => {
    const headers = { 'user-agent': 'registry-audit/test', accept: 'text/xml', 'accept-encoding': 'gzip, br' };
    nock(TIDEWATER, { reqheaders: headers }).get('/').reply(200, 'ok');
    expect((await door().get(TIDEWATER, { accept: 'text/xml' })).body.toString()).toBe('ok');
  });

  it('digests the decoded body', async () => {
    nock(TIDEWATER).get('/plain').reply(200, 'tide table');
    nock(TIDEWATER).get('/gzip').reply(200, gzipSync('tide table'), { 'content-encoding': 'gzip' });
    const { get } = door();
    const [plain, gzip] = [await get(`${TIDEWATER}/plain`), await get(`${TIDEWATER}/gzip`)];
    expect(gzip.body.toString()).toBe('tide table');
    expect(gzip.resource.sha256).toBe(plain.resource.sha256);
  });

  it('refuses a host that is not listed without sending anything', async () => {
    const { get, requests } = door();
    expect(await fetchErrorOf(get('https://lantern-bakery.example/'))).toMatchObject({ code: 'HOST_NOT_ALLOWED' });
    expect([...requests()]).toEqual([]);
  });

  it('asks once where the same URL is wanted twice at a time', async () => {
    nock(TIDEWATER).get('/a').delay(20).reply(200, 'one');
    const { get, requests } = door();
    const [first, second] = await Promise.all([get(`${TIDEWATER}/a`), get(`${TIDEWATER}/a#top`)]);
    expect([first.body.toString(), second.body.toString()]).toEqual(['one', 'one']);
    expect(requests().get(TIDEWATER)).toBe(1);
  });

  it('asks twice where two forms of a document are wanted', async () => {
    nock(TIDEWATER, { reqheaders: { accept: 'text/a' } })
      .get('/')
      .reply(200, 'a');
    nock(TIDEWATER, { reqheaders: { accept: 'text/b' } })
      .get('/')
      .reply(200, 'b');
    const { get } = door();
    const [a, b] = await Promise.all([get(TIDEWATER, { accept: 'text/a' }), get(TIDEWATER, { accept: 'text/b' })]);
    expect([a.body.toString(), b.body.toString()]).toEqual(['a', 'b']);
  });
});

describe('a refusal', () => {
  test.each([401, 403, 404, 405, 408, 410, 422, 451])('%i is not asked again', async (status) => {
    nock(TIDEWATER)
      .get('/a')
      .reply(status, { error: { code: 'API_SUNSET' } });
    const { get, requests } = door();
    const error = await fetchErrorOf(get(`${TIDEWATER}/a`));
    expect(error).toMatchObject({
      code: 'STATUS',
      status,
      excerpt: '{"error":{"code":"API_SUNSET"}}',
      url: `${TIDEWATER}/a`,
    });
    expect(requests().get(TIDEWATER)).toBe(1);
  });

  test.each([429, 500, 502, 503, 504])('%i is asked again until it is none', async (status) => {
    nock(TIDEWATER).get('/a').times(2).reply(status);
    nock(TIDEWATER).get('/a').reply(200, 'there');
    expect((await door().get(`${TIDEWATER}/a`)).body.toString()).toBe('there');
  });

  it('that stays is given up after some requests, which the error says', async () => {
    nock(TIDEWATER).get('/a').times(4).reply(503, 'the harbour office is closed');
    const error = await fetchErrorOf(door().get(`${TIDEWATER}/a`));
    expect(error).toMatchObject({ code: 'STATUS', status: 503, excerpt: 'the harbour office is closed' });
    expect(error.message).toBe(`${TIDEWATER} answered 503; gave up after 4 requests`);
  });

  it('waits longer each time, by a random part of a bound that doubles', async () => {
    nock(TIDEWATER).get('/a').times(4).reply(500);
    const clock = testClock();
    const retries = { attempts: 4, baseMs: 100, capMs: 300, budgetMs: 10_000 };
    await fetchErrorOf(door({ clock, retries, random: () => 0.9 }).get(`${TIDEWATER}/a`));
    expect(clock.sleptMs).toEqual([90, 180, 270]);
  });
});

describe('a host that wants to be left alone', () => {
  it('is left alone for as long as Retry-After says', async () => {
    nock(TIDEWATER).get('/a').reply(429, '', { 'retry-after': '30' });
    nock(TIDEWATER).get('/a').reply(200, 'there');
    const clock = testClock();
    await door({ clock }).get(`${TIDEWATER}/a`);
    expect(clock.sleptMs).toEqual([30_000]);
  });

  it('is not waited for where that takes longer than the budget, nor asked for anything else meanwhile', async () => {
    nock(TIDEWATER).get('/a').reply(429, '', { 'retry-after': '3600' });
    nock(QUAYSIDE).get('/a').reply(200, 'open');
    const clock = testClock();
    const { get, requests } = door({ clock });
    const first = await fetchErrorOf(get(`${TIDEWATER}/a`));
    expect(first).toMatchObject({ code: 'STATUS', status: 429 });
    expect(first.message).toContain('the wait would be 3600 s, more than the 120 s');
    const second = await fetchErrorOf(get(`${TIDEWATER}/b`));
    expect(second).toMatchObject({ code: 'STATUS', status: 429 });
    expect(second.message).toContain('wants to be left alone for another 3600 s');
    expect((await get(`${QUAYSIDE}/a`)).body.toString()).toBe('open');
    expect(requests().get(TIDEWATER)).toBe(1);
    expect(clock.sleptMs).toEqual([]);
  });

  it('is left alone when a success says that nothing is left', async () => {
    nock(TIDEWATER).get('/a').reply(200, 'last', { 'x-ratelimit-remaining-minute': '0' });
    nock(TIDEWATER).get('/b').reply(200, 'first');
    const clock = testClock();
    const { get } = door({ clock });
    await get(`${TIDEWATER}/a`);
    expect(clock.sleptMs).toEqual([]);
    await get(`${TIDEWATER}/b`);
    expect(clock.sleptMs).toEqual([60_000]);
  });

  it("may say so with GitHub's 403, which is then not kept as an answer", async () => {
    const limited = {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '1782734460',
      date: 'Mon, 29 Jun 2026 12:00:00 GMT',
    };
    nock(TIDEWATER).get('/a').reply(403, 'rate limit exceeded', limited);
    nock(TIDEWATER).get('/a').reply(200, 'there');
    expect((await door().get(`${TIDEWATER}/a`)).body.toString()).toBe('there');
  });
});
