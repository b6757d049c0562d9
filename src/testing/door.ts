import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

import { Keyv } from 'keyv';

import { cacheOver, type Cache } from '../fetch/cache.ts';
import { FetchError } from '../fetch/fetch-error.ts';
import { createGet, type Door } from '../fetch/get.ts';
import type { HostRule } from '../fetch/hosts.ts';
import type { Clock } from '../fetch/pace.ts';
import type { GetSettings } from '../fetch/settings.ts';

/** A harbour-town registry on this machine that answers as a test wants. */
export interface Harbour {
  readonly origin: string;
  /** `METHOD path` of every request, in order of arrival. */
  readonly seen: readonly string[];
  close(): Promise<void>;
}

export async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Harbour> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A clock on which sleeping takes no time and moves the hands. */
export function testClock(): Clock & { readonly sleptMs: readonly number[] } {
  const sleptMs: number[] = [];
  let elapsedMs = 0;
  return {
    sleptMs,
    elapsedMs: () => elapsedMs,
    async sleep(durationMs) {
      sleptMs.push(durationMs);
      elapsedMs += durationMs;
    },
  };
}

export function memoryCache(): Cache {
  return cacheOver(new Keyv(), 'memory');
}

export function unpaced(baseUrl: string, rule: Partial<HostRule> = {}): HostRule {
  return { baseUrl, pace: { concurrency: 8, requestsPerSecond: null }, keyHeaders: {}, ...rule };
}

/** A door with a cache in memory, a clock that does not wait and no jitter. */
export function testDoor(hosts: readonly HostRule[], settings: Partial<GetSettings> = {}): Door {
  return createGet({
    hosts,
    cache: memoryCache(),
    offline: false,
    freshSince: '2026-06-29T00:00:00Z',
    now: () => new Date('2026-06-29T12:00:00Z'),
    userAgent: 'registry-audit/test',
    clock: testClock(),
    random: () => 0.5,
    ...settings,
  });
}

/** The FetchError that a get ends with; fails the test where it ends otherwise. */
export async function fetchErrorOf(asked: Promise<unknown>): Promise<FetchError> {
  const error = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof FetchError) return error;
  throw new Error('expected a FetchError', { cause: error });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
