import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { Keyv } from 'keyv';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { openSqliteStore, type SqliteStore } from './sqlite-store.ts';

let folder: string;
let file: string;
let store: SqliteStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
  file = join(folder, 'harbour.sqlite');
  store = openSqliteStore(file);
});
afterEach(async () => {
  vi.useRealTimers();
  await store.disconnect();
  await rm(folder, { recursive: true });
});

function rowsOnDisk(): unknown {
  const other = new DatabaseSync(file, { readOnly: true });
  const rows = other.prepare('SELECT count(*) AS rows FROM entry').get()?.['rows'];
  other.close();
  return rows;
}

describe('the SQLite store under keyv', () => {
  it('keeps what keyv serialises', async () => {
    const keyv = new Keyv({ store, namespace: 'tides' });
    expect(await keyv.set('high', { at: '06:12' })).toBe(true);
    expect(await keyv.get('high')).toEqual({ at: '06:12' });
    expect(await keyv.has('high')).toBe(true);
    expect(await keyv.delete('high')).toBe(true);
    expect(await keyv.get('high')).toBeUndefined();
    expect(await keyv.delete('high')).toBe(false);
  });

  it('keeps bytes as bytes where keyv does not serialise', async () => {
    const keyv = new Keyv({ store, serialization: false });
    const bytes = Buffer.from([0, 255, 10, 13]);
    await keyv.set('bytes', bytes);
    expect(await keyv.get('bytes')).toEqual(new Uint8Array(bytes));
  });

  it('keeps namespaces apart, also when one is cleared', async () => {
    const tides = new Keyv({ store: openSqliteStore(file), namespace: 'tides' });
    const berths = new Keyv({ store: openSqliteStore(file), namespace: 'berths' });
    await tides.setMany([
      { key: 'a', value: 1 },
      { key: 'b', value: 2 },
    ]);
    await berths.set('a', 3);
    expect(await berths.getMany(['a', 'b'])).toEqual([3, undefined]);
    await tides.clear();
    expect(await tides.hasMany(['a', 'b'])).toEqual([false, false]);
    expect(await berths.get('a')).toBe(3);
    expect(await berths.deleteMany(['a', 'b'])).toEqual([true, false]);
    await Promise.all([tides.disconnect(), berths.disconnect()]);
  });

  it('forgets what has expired', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_000 });
    await store.set('a', 'x', 2_000);
    vi.setSystemTime(1_999);
    expect(await store.get('a')).toBe('x');
    vi.setSystemTime(2_000);
    expect(await store.get('a')).toBeUndefined();
  });

  it('has a value on disk before set resolves', async () => {
    await store.set('a', 'x');
    expect(rowsOnDisk()).toBe(1);
  });

  it('writes what is still waiting when it is disconnected', async () => {
    const setting = store.set('a', 'x');
    await store.disconnect();
    expect(await setting).toBe(true);
    store = openSqliteStore(file);
    expect(await store.get('a')).toBe('x');
  });

  it('keeps nothing of a batch that fails, and the next one is fine', async () => {
    const blocker = new DatabaseSync(file);
    blocker.exec(
      "CREATE TRIGGER no BEFORE INSERT ON entry WHEN NEW.key = 'b' BEGIN SELECT RAISE(ABORT, 'the quay is full'); END",
    );
    blocker.close();
    const results = await Promise.allSettled([store.set('a', 'x'), store.set('b', 'x')]);
    expect(results.map((each) => each.status)).toEqual(['rejected', 'rejected']);
    expect(rowsOnDisk()).toBe(0);
    expect(await store.set('a', 'x')).toBe(true);
  });

  it('refuses values that are neither text nor bytes', async () => {
    await expect(store.set('a', { value: 1 })).rejects.toThrow(TypeError);
  });
});
