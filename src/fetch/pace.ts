import pLimit from 'p-limit';

/** What one host is asked at most. */
export interface Pace {
  readonly concurrency: number;
  /** null: as fast as it answers, for loopback. */
  readonly requestsPerSecond: number | null;
}

/** Monotonic time; the wall clock jumps, and tests hand in a clock that does not wait. */
export interface Clock {
  elapsedMs(): number;
  sleep(durationMs: number): Promise<void>;
}

/** The way to one host. */
export interface Lane {
  /** Runs when one of the lane's places is free. The caller bounds how much waits here. */
  run<T>(task: () => Promise<T>): Promise<T>;
  /**
   * Waits for the lane's next slot. Returns 0 when it has come, or the milliseconds that a pause has still to last where that is
   * more than `maxPauseMs`: then nobody has waited and nothing may be asked.
   */
  turn(maxPauseMs: number): Promise<number>;
  /** Nothing more starts in this lane for so long; a longer pause is never shortened. */
  pause(durationMs: number): void;
}

/** One lane for each host, opened when it is first asked for. */
export function lanes(clock: Clock): (host: { readonly pace: Pace }) => Lane {
  const open = new Map<object, Lane>();
  return (host) => {
    const lane = open.get(host) ?? openLane(host.pace, clock);
    open.set(host, lane);
    return lane;
  };
}

/** Slots are handed out one by one at even gaps, so a lane never bursts, however long it was idle. */
export function openLane({ concurrency, requestsPerSecond }: Pace, clock: Clock): Lane {
  const limit = pLimit(concurrency);
  const gapMs = requestsPerSecond === null ? 0 : 1_000 / requestsPerSecond;
  let nextSlotMs = 0;
  let pausedUntilMs = 0;

  return {
    run: (task) => limit(task),

    async turn(maxPauseMs) {
      for (;;) {
        const nowMs = clock.elapsedMs();
        const pauseMs = pausedUntilMs - nowMs;
        if (pauseMs > maxPauseMs) return pauseMs;
        if (pauseMs > 0) {
          await clock.sleep(pauseMs);
          continue;
        }
        const slotMs = Math.max(nowMs, nextSlotMs);
        nextSlotMs = slotMs + gapMs;
        if (slotMs > nowMs) await clock.sleep(slotMs - nowMs);
        if (pausedUntilMs <= clock.elapsedMs()) return 0;
      }
    },

    pause(durationMs) {
      pausedUntilMs = Math.max(pausedUntilMs, clock.elapsedMs() + durationMs);
    },
  };
}
