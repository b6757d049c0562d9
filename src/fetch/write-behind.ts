import type { Cache } from './cache.ts';
import type { CachedResponse } from './envelope.ts';

/** A cache that is written behind what reads from it. */
export interface BehindCache extends Cache {
  /** Resolves when all that was taken would survive a kill of this process. Throws CacheError where something could not be kept. */
  settled(): Promise<void>;
}

/** Kept together, in one transaction where the store has such. */
const BATCH_RESPONSES = 64;
const BATCH_BYTES = 4 << 20;
/** So long may an answer that nothing follows wait for its batch. */
const BATCH_AFTER_MS = 20;
/** Taken and not yet kept; whoever brings more waits. */
const MAX_WAITING_BYTES = 32 << 20;

/**
 * Takes responses at once and keeps them in batches, in the order in which they came: what a kill loses is the last few, never one
 * from the middle, and they are asked for again.
 *
 * For capture alone, where waiting for each answer to be kept takes longer than to fetch it. What is not yet kept is read from memory.
 * A failure is thrown by the next write, by `settled` and by `close`.
 */
export function writtenBehind(cache: Cache): BehindCache {
  const waiting = new Map<string, CachedResponse>();
  let batch: [string, CachedResponse][] = [];
  let batchBytes = 0;
  let waitingBytes = 0;
  let timer: NodeJS.Timeout | undefined;
  let keeping: Promise<void> = Promise.resolve();
  let failure: { readonly error: unknown } | null = null;

  function start(): void {
    clearTimeout(timer);
    timer = undefined;
    const next = batch;
    batch = [];
    batchBytes = 0;
    if (next.length > 0) keeping = keptAfter(keeping, next);
  }

  async function keptAfter(before: Promise<void>, next: readonly (readonly [string, CachedResponse])[]): Promise<void> {
    await before;
    if (failure !== null) return;
    try {
      await Promise.all(next.map(([key, response]) => cache.write(key, response)));
    } catch (error) {
      failure = { error };
    }
    for (const [key, response] of next) {
      waitingBytes -= response.body.length;
      if (waiting.get(key) === response) waiting.delete(key);
    }
  }

  async function settled(): Promise<void> {
    start();
    await keeping;
    if (failure !== null) throw failure.error;
  }

  return {
    location: cache.location,
    async read(key) {
      return waiting.get(key) ?? cache.read(key);
    },
    async write(key, response) {
      if (failure !== null) throw failure.error;
      waiting.set(key, response);
      batch.push([key, response]);
      batchBytes += response.body.length;
      waitingBytes += response.body.length;
      if (batch.length >= BATCH_RESPONSES || batchBytes >= BATCH_BYTES) start();
      else timer ??= setTimeout(start, BATCH_AFTER_MS);
      if (waitingBytes > MAX_WAITING_BYTES) await settled();
    },
    settled,
    async close() {
      try {
        await settled();
      } finally {
        await cache.close();
      }
    },
  };
}
