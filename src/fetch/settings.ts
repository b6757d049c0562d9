import type { Cache } from './cache.ts';
import type { HostRule } from './hosts.ts';
import type { Clock } from './pace.ts';
import type { ResponseEvent } from './replay.ts';
import type { RetrySettings } from './retry.ts';

export interface GetSettings {
  readonly hosts: readonly HostRule[];
  readonly cache: Cache;
  /** Answers only from the cache; `NOT_CACHED` for the rest. */
  readonly offline: boolean;
  /** RFC 3339. A kept response of then or later is used as it is, an older one is asked about again. */
  readonly freshSince: string;
  readonly now: () => Date;
  readonly userAgent: string;
  readonly timeouts?: Timeouts;
  /** Bound of bodies, on the wire and decoded, where a call names none. */
  readonly maxBytes?: number;
  readonly retries?: RetrySettings;
  /** For jitter: 0 to below 1. */
  readonly random?: () => number;
  /** For pace and waits. */
  readonly clock?: Clock;
  readonly onResponse?: (event: ResponseEvent) => void;
  readonly logger?: Logger;
}

export interface Timeouts {
  readonly connectMs: number;
  readonly headersMs: number;
  /** Of one request, from when it is sent to the last byte of its body. */
  readonly totalMs: number;
}

/** The part of pino that is used. */
export interface Logger {
  warn(data: object, message: string): void;
}

/** The default bound of a body is part of the contract (port.ts); the rest are our manners. */
export const DEFAULTS = {
  timeouts: { connectMs: 10_000, headersMs: 30_000, totalMs: 120_000 },
  maxBytes: 16 * 1_048_576,
  retries: { attempts: 4, baseMs: 500, capMs: 20_000, budgetMs: 120_000 },
  random: Math.random,
} satisfies Partial<GetSettings>;
