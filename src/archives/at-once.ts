import { MAX_DESCRIBED_AT_ONCE, MAX_HELD_BYTES } from './bounds.ts';

/** Runs tasks side by side, as many as the bounds on their number and on the bytes that they hold allow. */
export interface AtOnce {
  /** Resolves once the task has begun; rejects where one before it has failed. */
  readonly begin: (heldBytes: number, task: () => Promise<void>) => Promise<void>;
  /** Resolves once all have ended. */
  readonly ended: () => Promise<void>;
}

/** A single task may hold more than the bound, alone. */
export function atOnce(): AtOnce {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let heldBytes = 0;
  async function next(): Promise<void> {
    await Promise.race(running);
    if (failures.length > 0) throw failures[0];
  }
  function hasRoomFor(bytes: number): boolean {
    return running.size === 0 || (running.size < MAX_DESCRIBED_AT_ONCE && heldBytes + bytes <= MAX_HELD_BYTES);
  }
  async function tracked(bytes: number, task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      failures.push(error);
    } finally {
      heldBytes -= bytes;
    }
  }
  return {
    async begin(bytes, task) {
      while (!hasRoomFor(bytes)) await next();
      heldBytes += bytes;
      const run = tracked(bytes, task);
      running.add(run);
      void run.then(() => running.delete(run));
    },
    async ended() {
      while (running.size > 0) await next();
      if (failures.length > 0) throw failures[0];
    },
  };
}
