import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { Keyv } from 'keyv';

import { cacheDirectory, type Environment } from './cache-directory.ts';
import { CacheError } from './cache-error.ts';
import { pack, unpack, type CachedResponse } from './envelope.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** Where every response that is used is kept. All methods throw CacheError and nothing else. */
export interface Cache {
  /** For messages; without a password. */
  readonly location: string;
  /** null where there is none, or none that is whole. */
  read(key: string): Promise<CachedResponse | null>;
  /** Resolves when it would survive a kill of this process. */
  write(key: string, response: CachedResponse): Promise<void>;
  close(): Promise<void>;
}

/** Bumped when the envelope changes, so that an older cache is a miss and not a riddle. */
const NAMESPACE = 'responses-1';
const FILE_NAME = 'responses.sqlite';

/** Stores that several machines share: loaded only when asked for, and installed by who asks. */
const SHARED_STORES: ReadonlyMap<string, { readonly module: string; readonly scheme: string }> = new Map([
  ['redis', { module: '@keyv/redis', scheme: 'redis' }],
  ['rediss', { module: '@keyv/redis', scheme: 'rediss' }],
  ['valkey', { module: '@keyv/redis', scheme: 'redis' }],
  ['valkeys', { module: '@keyv/redis', scheme: 'rediss' }],
  ['postgres', { module: '@keyv/postgres', scheme: 'postgres' }],
  ['postgresql', { module: '@keyv/postgres', scheme: 'postgresql' }],
]);

/**
 * Opens the cache at a directory, at `sqlite:FILE`, or at the URL of a shared store; undefined is the user's cache directory.
 *
 * Throws CacheError where it cannot be opened, with what to do about it.
 */
export async function openCache(location: string | undefined, environment: Environment): Promise<Cache> {
  const where = location ?? cacheDirectory(environment);
  const scheme = /^([a-z]{2,20}):\/\//i.exec(where)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'sqlite') return openShared(where, scheme);
  if (where.startsWith('sqlite:')) return openFile(where.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, ''));
  try {
    await mkdir(where, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new CacheError(`the cache directory "${where}" cannot be made: ${messageOf(error)}`, error);
  }
  return openFile(join(where, FILE_NAME));
}

function openFile(file: string): Cache {
  try {
    return cacheOver(new Keyv({ store: openSqliteStore(file), serialization: false, namespace: NAMESPACE }), file);
  } catch (error) {
    const advice = 'move it away or name another with --cache';
    throw new CacheError(`the cache "${file}" cannot be opened: ${messageOf(error)}; ${advice}`, error);
  }
}

async function openShared(url: string, scheme: string): Promise<Cache> {
  const store = SHARED_STORES.get(scheme);
  if (store === undefined) {
    const known = ['a directory', 'sqlite:FILE', ...[...SHARED_STORES.keys()].map((each) => `${each}://`)].join(', ');
    throw new CacheError(`the cache "${scheme}://" is of no kind we know: ${known}`);
  }
  const Store = defaultExport(await loaded(store.module, scheme));
  if (Store === null) throw new CacheError(`the package ${store.module} has no keyv store in it`);
  const keyv = new Keyv({ store: new Store(store.scheme + url.slice(scheme.length)), namespace: NAMESPACE });
  return cacheOver(keyv, `${scheme}://${URL.parse(url)?.host ?? ''}`);
}

async function loaded(module: string, scheme: string): Promise<unknown> {
  try {
    return await import(module);
  } catch (error) {
    const advice = `needs the package ${module}, which is not installed: npm install ${module}`;
    throw new CacheError(`a cache at ${scheme}:// ${advice}`, error);
  }
}

function defaultExport(module: unknown): (new (url: string) => object) | null {
  const Store = typeof module === 'object' && module !== null && 'default' in module ? module.default : null;
  return isStoreClass(Store) ? Store : null;
}

function isStoreClass(value: unknown): value is new (url: string) => object {
  return typeof value === 'function';
}

/**
 * The cache over any keyv.
 *
 * Keyv 6 tells of a store's failure by an `error` event, with `get` giving undefined and `set` false (some adapters even true), so
 * both are read together: an error meanwhile is never taken for a miss or for a stored value.
 */
export function cacheOver(keyv: Keyv, location: string): Cache {
  let errors = 0;
  let latestError: unknown = null;
  keyv.on('error', (error: unknown) => {
    errors += 1;
    latestError = error;
  });
  const failed = (doing: string) =>
    new CacheError(`the cache "${location}" cannot be ${doing}: ${messageOf(latestError)}`, latestError);

  return {
    location,
    async read(key) {
      const before = errors;
      const packed: unknown = await keyv.get(key);
      if (packed instanceof Uint8Array) return unpack(Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength));
      if (errors > before) throw failed('read');
      return null;
    },
    async write(key, response) {
      const before = errors;
      const isStored = await keyv.set(key, pack(response));
      if (!isStored || errors > before) throw failed('written');
    },
    async close() {
      await keyv.disconnect();
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
