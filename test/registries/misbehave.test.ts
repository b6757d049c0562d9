import { gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { describe, expect, it, test } from 'vitest';
import { ask, askJson, serving } from './ask.ts';
import { at, textAt } from './at.ts';
import { glamaItem, officialRow, smitheryItem } from './harbour.ts';
import type { Misbehaviour } from './misbehave.ts';
import type { Registries } from './server.ts';

const MIB = 2 ** 20;
const UNAVAILABLE = { kind: 'status', status: 503 } as const;
const PULSE_KEYS = { 'X-API-Key': 'lighthouse', 'X-Tenant-ID': 'harbour-office' };

function harbour(): Promise<Registries> {
  const names = ['charts', 'moorings', 'orders'];
  const rows = names.map((name) => officialRow(`example.tidewater/${name}`, '1.0.0'));
  return serving({
    official: { rows, cursorField: 'nextCursor' },
    pulsemcp: { rows },
    glama: { items: names.map((name) => glamaItem('tidewater', name)) },
    smithery: { items: names.map((name) => smitheryItem(`tidewater/${name}`)), details: new Map(), cap: 500 },
  });
}

async function misbehaving(does: Misbehaviour): Promise<{ registries: Registries; url: string }> {
  const registries = await harbour();
  registries.misbehave({ url: '/', does });
  return { registries, url: `${registries.baseUrls.official}/v0.1/servers` };
}

describe('on the wire', () => {
  test.each([
    ['official', '/v0.1/servers', { title: 'Too Many Requests', status: 429 }],
    ['glama', '/api/mcp/v1/servers', { error: { code: 'internal_server_error' } }],
    ['pulsemcp', '/v0.1/servers', { code: 'rate_limit_exceeded', details: {} }],
  ] as const)('%s says 429 with Retry-After in its own envelope', async (id, path, body) => {
    const { registries } = await misbehaving({ kind: 'status', status: 429, headers: { 'retry-after': '2' } });
    const wire = await ask(`${registries.baseUrls[id]}${path}`);
    expect(wire).toMatchObject({ status: 429, headers: { 'retry-after': '2' } });
    expect(JSON.parse(wire.text)).toMatchObject(body);
  });

  it('v0.1 of PulseMCP can be sunset too', async () => {
    const { registries } = await misbehaving({ kind: 'status', status: 410 });
    const body = await askJson(`${registries.baseUrls.pulsemcp}/v0.1/servers`, PULSE_KEYS);
    expect(body).toMatchObject({ error: { code: 'API_SUNSET' } });
  });

  test.each([401, 500, 503, 525])('a status of %i', async (status) => {
    const { url } = await misbehaving({ kind: 'status', status });
    expect((await ask(url)).status).toBe(status);
  });

  it('a connection that is reset before a header, logged as 0', async () => {
    const { registries, url } = await misbehaving({ kind: 'reset' });
    await expect(ask(url)).rejects.toMatchObject({ code: expect.stringMatching(/^(ECONNRESET|UND_ERR_SOCKET)$/) });
    expect(registries.log).toEqual([{ method: 'GET', url: '/official/v0.1/servers', status: 0 }]);
  });

  it('JSON that stops in the middle', async () => {
    const { url } = await misbehaving({ kind: 'truncated-json' });
    const wire = await ask(url);
    expect(wire).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
    expect(wire.text).toMatch(/^\{"servers":\[/);
    expect(() => void JSON.parse(wire.text)).toThrow(SyntaxError);
  });

  it('a page for people, with status 200', async () => {
    const { url } = await misbehaving({ kind: 'html' });
    expect(await ask(url)).toMatchObject({ status: 200, text: expect.stringMatching(/^<!DOCTYPE html>/) });
  });

  it('a Content-Length beyond the end', async () => {
    const { url } = await misbehaving({ kind: 'wrong-length', byBytes: 100 });
    await expect(ask(url)).rejects.toMatchObject({ code: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' });
  });

  it('a Content-Length short of the end, so that JSON is cut where it says', async () => {
    const { url } = await misbehaving({ kind: 'wrong-length', byBytes: -10 });
    const wire = await ask(url);
    expect(wire.text).toMatch(/^\{"servers":\[/);
    expect(wire.text).not.toMatch(/\}$/);
  });

  it('a body that drips', async () => {
    const { url } = await misbehaving({ kind: 'slow-drip', chunkBytes: 200, everyMs: 25 });
    const startedMs = performance.now();
    const wire = await ask(url);
    expect(performance.now() - startedMs).toBeGreaterThan(50);
    expect(at(JSON.parse(wire.text), 'metadata', 'count')).toBe(3);
  });

  it('a body without an end in sight', async () => {
    const { url } = await misbehaving({ kind: 'huge-body', bytes: 3 * MIB + 5 });
    const wire = await ask(url);
    expect(wire.headers['content-length']).toBeUndefined();
    expect(wire.bytes).toHaveLength(3 * MIB + 5);
  });

  it('and stays up when a client has had enough of it', async () => {
    const { registries, url } = await misbehaving({ kind: 'huge-body', bytes: 512 * MIB });
    const { body } = await request(url);
    for await (const chunk of body) if (Buffer.isBuffer(chunk)) break;
    expect((await request(registries.baseUrls.npm, { method: 'HEAD' })).statusCode).toBe(405);
  });

  it('a few bytes that become many', async () => {
    const { url } = await misbehaving({ kind: 'gzip-bomb', bytes: 8 * MIB + 7 });
    const wire = await ask(url);
    expect(wire.headers['content-encoding']).toBe('gzip');
    expect(wire.bytes.length).toBeLessThan(16_384);
    expect(gunzipSync(wire.bytes)).toHaveLength(8 * MIB + 7);
  });

  test.each([
    ['to another host', 'https://elsewhere.invalid/', 'https://elsewhere.invalid/'],
    ['to itself', null, '/official/v0.1/servers'],
  ])('a redirect %s', async (_where, to, location) => {
    const { url } = await misbehaving({ kind: 'redirect', to });
    expect(await ask(url)).toMatchObject({ status: 302, headers: { location } });
  });
});

describe('in the pages', () => {
  it('the official registry leads back to where one came from', async () => {
    const { url } = await misbehaving({ kind: 'repeated-cursor' });
    const cursor = 'example.tidewater/charts:1.0.0';
    const body = await askJson(`${url}?limit=1&cursor=${encodeURIComponent(cursor)}`);
    expect(at(body, 'metadata')).toEqual({ nextCursor: cursor, count: 1 });
  });

  it('Glama leads back to where one came from', async () => {
    const registries = await harbour();
    const url = `${registries.baseUrls.glama}/api/mcp/v1/servers?first=1`;
    const after = textAt(await askJson(url), 'pageInfo', 'endCursor') ?? '';
    registries.misbehave({ url: 'after=', does: { kind: 'repeated-cursor' } });
    const body = await askJson(`${url}&after=${encodeURIComponent(after)}`);
    expect(at(body, 'pageInfo')).toMatchObject({ endCursor: after, hasNextPage: true });
  });

  it('an empty page promises more', async () => {
    const { registries, url } = await misbehaving({ kind: 'empty-page' });
    expect(await askJson(url)).toEqual({ servers: [], metadata: { nextCursor: 'more', count: 0 } });
    const glama = await askJson(`${registries.baseUrls.glama}/api/mcp/v1/servers`);
    expect(glama).toMatchObject({ servers: [], pageInfo: { hasNextPage: true, endCursor: expect.any(String) } });
    const smithery = await askJson(`${registries.baseUrls.smithery}/servers?pageSize=1`);
    expect(smithery).toMatchObject({ servers: [], pagination: { totalPages: 3 } });
  });

  it('a total is made up', async () => {
    const { registries } = await misbehaving({ kind: 'lying-total', total: 1_000_000 });
    const body = await askJson(`${registries.baseUrls.smithery}/servers`);
    expect(at(body, 'pagination')).toMatchObject({ totalCount: 1_000_000, totalPages: 1 });
    expect(at(body, 'servers')).toHaveLength(3);
  });
});

describe('how often', () => {
  test.each([
    ['the first two', { times: 2 }, [503, 503, 200, 200]],
    ['the third', { after: 2, times: 1 }, [200, 200, 503, 200]],
    ['all', {}, [503, 503, 503, 503]],
  ])('%s', async (_which, rule, expected) => {
    const { baseUrls, misbehave } = await harbour();
    misbehave({ url: /^\/official\//, does: UNAVAILABLE, ...rule });
    expect(await statuses(`${baseUrls.official}/v0.1/servers`, 4)).toEqual(expected);
    expect((await ask(`${baseUrls.smithery}/servers`)).status).toBe(200);
  });

  it('until the rule is withdrawn', async () => {
    const { baseUrls, misbehave } = await harbour();
    const withdraw = misbehave({ url: '/smithery/', does: UNAVAILABLE });
    expect((await ask(`${baseUrls.smithery}/servers`)).status).toBe(503);
    withdraw();
    expect((await ask(`${baseUrls.smithery}/servers`)).status).toBe(200);
  });

  it('a share of the requests, the same ones for the same seed in whatever order', async () => {
    const paths = Array.from({ length: 400 }, (_, number) => `/v0.1/servers?limit=1&search=${number}`);
    const forwards = await spoilt(7, paths);
    expect(forwards.size).toBeGreaterThan(60);
    expect(forwards.size).toBeLessThan(140);
    expect(await spoilt(7, paths.toReversed())).toEqual(forwards);
    expect(await spoilt(8, paths)).not.toEqual(forwards);
  });

  it('the first rule that applies decides', async () => {
    const { baseUrls, misbehave } = await harbour();
    misbehave({ url: 'cursor=', does: { kind: 'html' } });
    misbehave({ url: '/official/', does: UNAVAILABLE });
    expect(await statuses(`${baseUrls.official}/v0.1/servers?cursor=`, 1)).toEqual([200]);
    expect(await statuses(`${baseUrls.official}/v0.1/servers`, 1)).toEqual([503]);
  });
});

async function statuses(url: string, count: number): Promise<number[]> {
  const seen: number[] = [];
  while (seen.length < count) seen.push((await ask(url)).status);
  return seen;
}

async function spoilt(seed: number, order: readonly string[]): Promise<Set<string>> {
  const { baseUrls, log, misbehave } = await harbour();
  misbehave({ url: '/official/', does: UNAVAILABLE, chance: { share: 0.25, seed } });
  for (const path of order) await ask(`${baseUrls.official}${path}`);
  return new Set(log.filter(({ status }) => status === 503).map(({ url }) => url));
}
