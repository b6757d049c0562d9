import { gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { describe, expect, it, test } from 'vitest';
import { ask, askJson, serving } from './ask.ts';
import { at, textAt } from './at.ts';
import { harbourFeed, officialRow } from './harbour.ts';
import { startRegistries } from './server.ts';

describe('one server for all registries', () => {
  it('stands on loopback alone, a path a registry', async () => {
    const { baseUrls } = await serving({});
    const addresses = Object.entries(baseUrls);
    expect(addresses.map(([id]) => id)).toEqual([
      'official',
      'glama',
      'smithery',
      'mcp-so',
      'pulsemcp',
      'npm',
      'pypi',
      'github',
    ]);
    for (const [id, url] of addresses) expect(url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:\\d+/${id}$`));
  });

  it('takes the port it is told, and says so where that is taken', async () => {
    const { baseUrls } = await serving({});
    const port = Number(new URL(baseUrls.npm).port);
    await expect(startRegistries(harbourFeed(), { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('is gone after close, with requests still open', async () => {
    const registries = await startRegistries(harbourFeed());
    registries.misbehave({ url: '/', does: { kind: 'slow-drip', chunkBytes: 1, everyMs: 1_000 } });
    const open = ask(`${registries.baseUrls.official}/v0.1/servers`).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await registries.close();
    expect(await open).toBeInstanceOf(Error);
    await expect(ask(registries.baseUrls.npm)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('logs what was asked and what was answered', async () => {
    const { baseUrls, log } = await serving({});
    await ask(`${baseUrls.official}/v0.1/servers?limit=100`);
    await ask(`${baseUrls.npm}/@tidewater%2fcharts`);
    expect(log).toEqual([
      { method: 'GET', url: '/official/v0.1/servers?limit=100', status: 200 },
      { method: 'GET', url: '/npm/@tidewater%2fcharts', status: 404 },
    ]);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'] as const)('refuses %s and logs it', async (method) => {
    const { baseUrls, log } = await serving({});
    const { statusCode, body } = await request(`${baseUrls.official}/v0.1/servers`, { method });
    await body.dump();
    expect(statusCode).toBe(405);
    expect(log).toEqual([{ method, url: '/official/v0.1/servers', status: 405 }]);
  });

  test.each(['/nowhere/servers', '/', '/__proto__/servers', '/official', '//'])('%s is not found', async (path) => {
    const { baseUrls } = await serving({});
    expect((await ask(`${new URL(baseUrls.npm).origin}${path}`)).status).toBe(404);
  });

  it('gzips for those who ask', async () => {
    const rows = Array.from({ length: 50 }, (_, number) => officialRow(`example.tidewater/tide-${number}`, '1.0.0'));
    const { baseUrls } = await serving({ official: { rows, cursorField: 'nextCursor' } });
    const url = `${baseUrls.official}/v0.1/servers`;
    const zipped = await ask(url, { 'accept-encoding': 'gzip, br' });
    const plain = await ask(url);
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(gunzipSync(zipped.bytes).toString()).toBe(plain.text);
  });
});

describe('with 50,000 rows', () => {
  it('starts and walks to the end', async () => {
    const rows = Array.from({ length: 50_000 }, (_, number) =>
      officialRow(`example.tidewater/tide-${number}`, '1.0.0'),
    );
    const { baseUrls } = await serving({
      official: { rows, cursorField: 'nextCursor' },
      pulsemcp: { rows },
      glama: { items: rows },
      smithery: { items: rows, details: new Map(), cap: 500 },
      mcpSo: { urls: rows.map((_, number) => `https://mcp.so/server/tide-${number}/tidewater`), scheme: 'old' },
    });

    let seen = 0;
    let cursor = '';
    do {
      const page = await askJson(`${baseUrls.official}/v0.1/servers?limit=100&cursor=${encodeURIComponent(cursor)}`);
      seen += Number(at(page, 'metadata', 'count'));
      cursor = textAt(page, 'metadata', 'nextCursor') ?? '';
    } while (cursor !== '');
    expect(seen).toBe(50_000);
  });
});
