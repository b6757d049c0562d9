import { performance } from 'node:perf_hooks';
import { setTimeout as sleepFor } from 'node:timers/promises';

import type { Agent } from 'undici';

import { ACCEPTED_CODINGS } from './decode.ts';
import { exchangeOf, type Exchange, type WireResponse } from './exchange.ts';
import { failureOf } from './failure.ts';
import { FetchError } from './fetch-error.ts';
import { keyHider } from './hide-keys.ts';
import { hostList, type HostRule, type Target } from './hosts.ts';
import { lanes, type Clock } from './pace.ts';
import type { Fetched, Get, GetOptions } from './port.ts';
import { receiver, type Received } from './receive.ts';
import { follow } from './redirects.ts';
import { answer, cacheKey, type Memory, type Validators } from './replay.ts';
import { askUntilAnswered } from './retry.ts';
import { DEFAULTS, type GetSettings } from './settings.ts';

export type { GetSettings } from './settings.ts';

export interface Door {
  readonly get: Get;
  /** Ends what is under way with `UNREACHABLE`; the cache is its opener's to close. */
  readonly close: () => Promise<void>;
  /** Requests sent, by origin, retries and redirects included. All of them were GET. */
  readonly requests: () => ReadonlyMap<string, number>;
}

interface Asked {
  readonly accept: string;
  readonly maxBytes: number;
  readonly validators: Validators;
}

/**
 * The door out: the only file of this program that opens a socket, and it can only GET from listed hosts.
 *
 * An answer is handed to the cache before it is given, and how much a kill loses is the cache's: what was in flight, and with one that
 * is written behind the last few answers too. Throws FetchError for a host that is
 * neither https nor loopback; `get` throws FetchError, and CacheError where an answer cannot be kept.
 */
export function createGet(given: GetSettings): Door {
  const settings = { ...DEFAULTS, ...given };
  const { cache, offline, now, timeouts, random, logger } = settings;
  const closing = new AbortController();
  const clock = settings.clock ?? monotonicClock(closing.signal);
  const hosts = hostList(settings.hosts);
  const laneOf = lanes(clock);
  const memory: Memory = {
    cache,
    offline,
    now,
    freshSinceMs: timeOf(settings.freshSince),
    onResponse: settings.onResponse,
  };
  const withoutKeys = keyHider(settings.hosts.map((rule) => rule.keyHeaders));
  const connections = Math.max(1, ...settings.hosts.map(({ pace }) => pace.concurrency));
  let agent: Promise<Agent> | null = null;
  const inFlight = new Map<string, Promise<Fetched>>();
  const sent = new Map<string, number>();

  async function get(url: string, { accept = '*/*', maxBytes = settings.maxBytes }: GetOptions = {}): Promise<Fetched> {
    const target = hosts.admit(url);
    const question = { url: target.url.href, accept, maxBytes, isKeyed: isKeyed(target.rule) };
    const id = `${maxBytes} ${cacheKey(question)}`;
    const underWay = inFlight.get(id);
    if (underWay !== undefined) return underWay;
    const ask = (validators: Validators) =>
      follow(target, hosts, (hop) => askOne(hop, { accept, maxBytes, validators }));
    const coming = answer(question, memory, ask).finally(() => inFlight.delete(id));
    inFlight.set(id, coming);
    return coming;
  }

  /** A lane's place is held for one hop only: lanes that redirect to each other could wait for each other otherwise. */
  async function askOne(target: Target, asked: Asked): Promise<WireResponse> {
    const { origin, href: url } = target.url;
    const lane = laneOf(target.rule);
    const onWait = (wait: object) => logger?.warn({ url, ...wait }, 'asking again after a wait');
    const retrying = { origin, url, lane, settings: settings.retries, clock, now, random, onWait };
    try {
      return await lane.run(() => askUntilAnswered(() => exchange(target, asked), retrying));
    } catch (error) {
      throw closing.signal.aborted ? new FetchError('UNREACHABLE', url, 'interrupted', { cause: error }) : error;
    }
  }

  async function exchange({ url, rule }: Target, { accept, maxBytes, validators }: Asked): Promise<Exchange> {
    sent.set(url.origin, (sent.get(url.origin) ?? 0) + 1);
    const own = { 'user-agent': settings.userAgent, 'accept-encoding': ACCEPTED_CODINGS, accept };
    const headers = { ...own, ...validators, ...rule.keyHeaders };
    try {
      const received = await send(url, headers, maxBytes);
      return exchangeOf(received, { url, maxBytes, withoutKeys });
    } catch (cause) {
      return { outcome: 'failed', ...failureOf(cause, url) };
    }
  }

  /** A quarter of what it takes to load `info` is undici, and what the cache answers needs none. */
  function connected(): Promise<Agent> {
    closing.signal.throwIfAborted();
    agent ??= import('undici').then(
      (undici) => new undici.Agent({ connect: { timeout: timeouts.connectMs }, connections, allowH2: false }),
    );
    return agent;
  }

  /** Undici's `request`, with a stream and an AbortSignal for each call, costs half as much again (scripts/bench/get.ts). */
  async function send(
    { origin, pathname, search }: URL,
    headers: Record<string, string>,
    maxBytes: number,
  ): Promise<Received> {
    const dispatcher = await connected();
    return new Promise((resolve, reject) => {
      dispatcher.dispatch(
        { origin, path: pathname + search, method: 'GET', headers, headersTimeout: 0, bodyTimeout: 0 },
        receiver({ ...timeouts, maxBytes }, { resolve, reject }),
      );
    });
  }

  return {
    get,
    requests: () => sent,
    async close() {
      closing.abort();
      await (await agent)?.destroy();
    },
  };
}

function isKeyed({ keyHeaders }: HostRule): boolean {
  return Object.keys(keyHeaders).length > 0;
}

function timeOf(rfc3339: string): number {
  const ms = Date.parse(rfc3339);
  if (Number.isNaN(ms)) throw new RangeError(`"${rfc3339}" is not a point in time`);
  return ms;
}

function monotonicClock(signal: AbortSignal): Clock {
  return {
    elapsedMs: () => performance.now(),
    async sleep(durationMs) {
      await sleepFor(durationMs, undefined, { signal });
    },
  };
}
