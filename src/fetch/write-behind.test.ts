import { hash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { Cache } from './cache.ts';
import { CacheError } from './cache-error.ts';
import type { CachedResponse } from './envelope.ts';
import { writtenBehind } from './write-behind.ts';

function response(text: string): CachedResponse {
  const body = Buffer.from(text);
  const retrievedAt = '2026-06-29T12:00:00.000Z';
  return {
    status: 200,
    etag: null,
    lastModified: null,
    contentType: null,
    retrievedAt,
    sha256: hash('sha256', body),
    body,
  };
}

/** A store that keeps when it is let to, and fails when it is told to. */
function slowStore() {
  const kept: string[] = [];
  const waiting: (() => void)[] = [];
  let isFull = false;
  let isOpen = true;
  const cache: Cache = {
    location: 'the harbour office',
    async read(key) {
      return kept.includes(key) ? response(`kept ${key}`) : null;
    },
    write: (key) =>
      new Promise((resolve, reject) => {
        waiting.push(() => {
          if (isFull) return reject(new CacheError('no space left'));
          kept.push(key);
          resolve();
        });
      }),
    async close() {
      isOpen = false;
    },
  };
  return {
    cache,
    kept,
    isOpen: () => isOpen,
    fill: () => (isFull = true),
    /** Keeps what was brought so far and what comes while it does. */
    async keep() {
      for (let turn = 0; turn < 10; turn += 1) {
        for (const each of waiting.splice(0)) each();
        await new Promise(setImmediate);
      }
    },
  };
}

describe('a cache that is written behind', () => {
  it('takes an answer before it is kept, and gives it back meanwhile', async () => {
    const { cache, kept } = slowStore();
    const behind = writtenBehind(cache);
    await behind.write('tides', response('high water'));
    expect(kept).toEqual([]);
    expect((await behind.read('tides'))?.body.toString()).toBe('high water');
    expect(await behind.read('moorings')).toBeNull();
  });

  it('gives back the newest of one name', async () => {
    const behind = writtenBehind(slowStore().cache);
    await behind.write('tides', response('high water'));
    await behind.write('tides', response('low water'));
    expect((await behind.read('tides'))?.body.toString()).toBe('low water');
  });

  it('has kept everything, in the order in which it came, when it is settled', async () => {
    const { cache, kept, keep } = slowStore();
    const behind = writtenBehind(cache);
    const berths = Array.from({ length: 200 }, (_, berth) => `berth ${berth}`);
    for (const berth of berths) await behind.write(berth, response(berth));
    const settled = behind.settled();
    await keep();
    await settled;
    expect(kept).toEqual(berths);
    expect((await behind.read('berth 7'))?.body.toString()).toBe('kept berth 7');
  });

  it('has kept everything when it is closed', async () => {
    const { cache, kept, keep, isOpen } = slowStore();
    const behind = writtenBehind(cache);
    await behind.write('tides', response('high water'));
    const closed = behind.close();
    await keep();
    await closed;
    expect(kept).toEqual(['tides']);
    expect(isOpen()).toBe(false);
  });

  it('lets whoever brings more than it may hold wait until there is room', async () => {
    const { cache, kept, keep } = slowStore();
    const behind = writtenBehind(cache);
    const chart = response('x'.repeat(9_000_000));
    for (const sheet of ['a', 'b', 'c']) await behind.write(sheet, chart);
    let hasRoom = false;
    const fourth = behind.write('d', chart).then(() => (hasRoom = true));
    await new Promise(setImmediate);
    expect(hasRoom).toBe(false);
    await keep();
    await fourth;
    expect(kept).toEqual(['a', 'b', 'c', 'd']);
  });

  it('tells of a failure when it is settled, at the next answer and when it is closed, and closes all the same', async () => {
    const { cache, keep, fill, isOpen } = slowStore();
    const behind = writtenBehind(cache);
    await behind.write('tides', response('high water'));
    fill();
    const settled = behind.settled();
    settled.catch(() => undefined);
    await keep();
    await expect(settled).rejects.toThrow('no space left');
    await expect(behind.write('moorings', response('none'))).rejects.toThrow(CacheError);
    await expect(behind.close()).rejects.toThrow('no space left');
    expect(isOpen()).toBe(false);
  });
});
