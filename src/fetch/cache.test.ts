import { hash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Keyv } from 'keyv';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';

import { CacheError } from './cache-error.ts';
import { cacheOver, openCache } from './cache.ts';
import type { CachedResponse } from './envelope.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-'));
});
afterEach(() => rm(folder, { recursive: true }));

const HERE = { variables: {}, platform: 'linux', homeDirectory: '/nonexistent' };
const TIDES = response('{"high":"06:12"}');

function response(text: string): CachedResponse {
  const body = Buffer.from(text);
  const said = { status: 200, etag: '"1"', lastModified: null, contentType: 'application/json' };
  return { ...said, retrievedAt: '2026-06-29T12:00:00.000Z', sha256: hash('sha256', body), body };
}

describe('a cache', () => {
  it('is there again after it was closed', async () => {
    const first = await openCache(folder, HERE);
    await first.write('plain */* https://registry.tidewater.example/', TIDES);
    await first.close();

    const second = await openCache(folder, HERE);
    expect(await second.read('plain */* https://registry.tidewater.example/')).toEqual(TIDES);
    expect(await second.read('plain */* https://registry.tidewater.example/other')).toBeNull();
    await second.close();
  });

  it('lies in the cache directory of the user where none is named', async () => {
    const cache = await openCache(undefined, { ...HERE, homeDirectory: folder });
    await cache.close();
    expect((await stat(join(folder, '.cache/registry-audit/responses.sqlite'))).isFile()).toBe(true);
  });

  it.each([(path: string) => `sqlite:${path}`, (path: string) => `sqlite://${path}`])('opens %s', async (url) => {
    const file = join(folder, 'harbour.sqlite');
    const cache = await openCache(url(file), HERE);
    await cache.write('a', TIDES);
    await cache.close();
    expect((await stat(file)).isFile()).toBe(true);
  });

  it('is shared by two captures that write at the same time', async () => {
    const [one, two] = await Promise.all([openCache(folder, HERE), openCache(folder, HERE)]);
    const keys = Array.from({ length: 200 }, (_, index) => `berth-${index}`);
    await Promise.all(keys.flatMap((key) => [one.write(`one ${key}`, TIDES), two.write(`two ${key}`, TIDES)]));
    const seen = await Promise.all(keys.flatMap((key) => [two.read(`one ${key}`), one.read(`two ${key}`)]));
    expect(seen.every((each) => each?.sha256 === TIDES.sha256)).toBe(true);
    await Promise.all([one.close(), two.close()]);
  });

  it.each(['__proto__', 'constructor', "'; DROP TABLE entry; --", '\u0000', 'ключ'])(
    'takes %j for a key like any',
    async (key) => {
      const cache = await openCache(folder, HERE);
      expect(await cache.read(key)).toBeNull();
      await cache.write(key, TIDES);
      expect(await cache.read(key)).toEqual(TIDES);
      await cache.close();
    },
  );
});

describe('a cache that cannot be opened says why and what to do', () => {
  test.each([
    ['a file that is no database', 'tide table', /file is not a database; move it away or name another with --cache/],
    ['half a database', `SQLite format 3\0${'x'.repeat(500)}`, /cannot be opened/],
  ])('%s', async (_case, content, message) => {
    await writeFile(join(folder, 'responses.sqlite'), content);
    await expect(openCache(folder, HERE)).rejects.toThrow(message);
    await expect(openCache(folder, HERE)).rejects.toBeInstanceOf(CacheError);
  });

  test('a database of another program, which is left as it is', async () => {
    const other = new DatabaseSync(join(folder, 'responses.sqlite'));
    other.exec('CREATE TABLE berths (name TEXT)');
    other.close();
    await expect(openCache(folder, HERE)).rejects.toThrow('it is a database of another program');
  });

  test('a directory that cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(openCache(join(folder, 'file', 'cache'), HERE)).rejects.toThrow(/cache directory ".*" cannot be made/);
  });

  test('a store of no known kind', async () => {
    await expect(openCache('mongodb://cache.quayside.example', HERE)).rejects.toThrow(
      /"mongodb:\/\/" is of no kind we know: a directory, sqlite:FILE, redis:\/\//,
    );
  });

  test.each([
    ['redis://:harbour-secret@cache.quayside.invalid', '@keyv/redis'],
    ['valkey://cache.quayside.invalid', '@keyv/redis'],
    ['postgres://mara:harbour-secret@cache.quayside.invalid/tides', '@keyv/postgres'],
  ])('%s, whose package is not installed', async (url, name) => {
    const error = await openCache(url, HERE).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CacheError);
    expect(String(error)).toContain(`npm install ${name}`);
    expect(String(error)).not.toContain('harbour-secret');
  });
});

describe('a cache file that was damaged', () => {
  it.each([8, 16, 32])('gives misses or clear errors with every %i00th byte flipped', async (step) => {
    const file = await filled();
    const database = await readFile(file);
    for (let at = 4_096; at < database.length; at += step * 100) database.writeUInt8(database.readUInt8(at) ^ 0xff, at);
    await writeFile(file, database);
    const seen = await outcomes();
    expect([...seen]).not.toContain('WRONG');
    expect([...seen]).not.toContain('CRASH');
    expect([...seen].some((each) => each !== 'right')).toBe(true);
  });

  it('gives misses or clear errors when half of it is gone', async () => {
    const file = await filled();
    await truncate(file, Math.floor((await stat(file)).size / 2));
    const seen = await outcomes();
    expect([...seen].every((each) => each === 'miss' || each === 'error' || each === 'right')).toBe(true);
    expect([...seen].some((each) => each !== 'right')).toBe(true);
  });
});

describe('a store that fails', () => {
  it('is an error and not a miss when it is read', async () => {
    const cache = cacheOver(failing('get'), '/var/cache/harbour');
    await expect(cache.read('a')).rejects.toThrow('the cache "/var/cache/harbour" cannot be read: disk I/O error');
  });

  it('is an error and not silence when the disk is full', async () => {
    const cache = cacheOver(failing('set'), '/var/cache/harbour');
    await expect(cache.write('a', TIDES)).rejects.toThrow('cannot be written: database or disk is full');
  });
});

async function filled(): Promise<string> {
  const cache = await openCache(folder, HERE);
  for (let berth = 0; berth < 300; berth += 1)
    await cache.write(`berth-${berth}`, response(`{"berth":${berth}}`.repeat(40)));
  await cache.close();
  return join(folder, 'responses.sqlite');
}

/** What reading everything comes to: right answers, misses and clear errors are all there may be. */
async function outcomes(): Promise<Set<string>> {
  const seen = new Set<string>();
  try {
    const cache = await openCache(folder, HERE);
    for (let berth = 0; berth < 300; berth += 1) {
      const outcome = await cache.read(`berth-${berth}`).then(
        (kept) =>
          kept === null ? 'miss' : kept.body.toString() === `{"berth":${berth}}`.repeat(40) ? 'right' : 'WRONG',
        (error: unknown) => (error instanceof CacheError ? 'error' : 'CRASH'),
      );
      seen.add(outcome);
    }
    await cache.close();
  } catch (error) {
    seen.add(error instanceof CacheError ? 'error' : 'CRASH');
  }
  return seen;
}

function failing(method: 'get' | 'set'): Keyv {
  const store = {
    capabilities: { expires: true },
    async get(): Promise<unknown> {
      return method === 'get' ? Promise.reject(new Error('disk I/O error')) : undefined;
    },
    async set(): Promise<boolean> {
      return method === 'set' ? Promise.reject(new Error('database or disk is full')) : true;
    },
  };
  return new Keyv({ store, serialization: false });
}
