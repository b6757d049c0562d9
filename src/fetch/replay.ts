import { hash } from 'node:crypto';

import type { Cache } from './cache.ts';
import type { CachedResponse } from './envelope.ts';
import { isSuccess, tooLarge, type WireResponse } from './exchange.ts';
import { FetchError } from './fetch-error.ts';
import type { Fetched } from './port.ts';
import { header } from './rate-limit.ts';

/** What of a request decides its response. A key's presence does; the key itself never becomes part of the cache. */
export interface Question {
  readonly url: string;
  readonly accept: string;
  readonly isKeyed: boolean;
  readonly maxBytes: number;
}

export interface Memory {
  readonly cache: Cache;
  readonly offline: boolean;
  readonly freshSinceMs: number;
  readonly now: () => Date;
  readonly onResponse: ((event: ResponseEvent) => void) | undefined;
}

/** One answer that was used, for progress. */
export interface ResponseEvent {
  readonly url: string;
  readonly status: number;
  readonly from: 'network' | 'revalidation' | 'cache';
  readonly bodyBytes: number;
}

/** Conditional request headers; none where nothing is kept yet. */
export type Validators = Readonly<Record<string, string>>;

/**
 * Answers from the cache where that is allowed, else asks and keeps the answer before it is given.
 *
 * An absence is an answer too: 404s are kept, so that a resumed run does not ask for them again. Throws FetchError as `Get` promises.
 */
export async function answer(
  question: Question,
  memory: Memory,
  ask: (validators: Validators) => Promise<WireResponse>,
): Promise<Fetched> {
  const { cache, offline } = memory;
  const key = cacheKey(question);
  const cached = await cache.read(key);
  if (cached !== null && (offline || isFresh(cached, question, memory)))
    return given(cached, 'cache', question, memory);
  if (offline) {
    const message = `"${question.url}" is not in the cache, and nothing is asked for offline`;
    throw new FetchError('NOT_CACHED', question.url, message);
  }
  const response = await ask(cached === null ? {} : validatorsOf(cached));
  const retrievedAt = memory.now().toISOString();
  const isConfirmed = response.status === 304 && cached !== null;
  const kept = isConfirmed ? confirmed(cached, response, retrievedAt) : toKeep(response, retrievedAt);
  if (isWorthKeeping(kept.status)) await cache.write(key, kept);
  return given(kept, isConfirmed ? 'revalidation' : 'network', question, memory);
}

export function cacheKey({ url, accept, isKeyed }: Question): string {
  return `${isKeyed ? 'keyed' : 'plain'} ${accept} ${url}`;
}

/** The refusal of a key is asked for again, since the key may be another one now. */
function isFresh(cached: CachedResponse, { isKeyed }: Question, { freshSinceMs }: Memory): boolean {
  const isRefusedKey = isKeyed && (cached.status === 401 || cached.status === 403);
  return !isRefusedKey && Date.parse(cached.retrievedAt) >= freshSinceMs;
}

function validatorsOf({ etag, lastModified }: CachedResponse): Validators {
  return {
    ...(isPlain(etag) ? { 'if-none-match': etag } : {}),
    ...(isPlain(lastModified) ? { 'if-modified-since': lastModified } : {}),
  };
}

/** What no header may carry is not sent back; then the whole is fetched again. */
function isPlain(value: string | null): value is string {
  return value !== null && /^[\x20-\x7e]{1,1000}$/.test(value);
}

/** After a 304: the bytes of then, confirmed now. */
function confirmed(cached: CachedResponse, { headers }: WireResponse, retrievedAt: string): CachedResponse {
  return {
    ...cached,
    etag: header(headers, 'etag') ?? cached.etag,
    lastModified: header(headers, 'last-modified') ?? cached.lastModified,
    retrievedAt,
  };
}

function toKeep({ status, headers, body, encoded }: WireResponse, retrievedAt: string): CachedResponse {
  return {
    status,
    etag: header(headers, 'etag'),
    lastModified: header(headers, 'last-modified'),
    contentType: header(headers, 'content-type'),
    retrievedAt,
    sha256: hash('sha256', body),
    body,
    ...(encoded === null ? {} : { encoded }),
  };
}

/** 4xx that may be different a moment later. */
const PASSING = new Set([408, 421, 425, 429]);

function isWorthKeeping(status: number): boolean {
  return isSuccess(status) || (status >= 400 && status < 500 && !PASSING.has(status));
}

function given(response: CachedResponse, from: ResponseEvent['from'], question: Question, memory: Memory): Fetched {
  const { status, body, sha256, retrievedAt } = response;
  const { url, maxBytes } = question;
  memory.onResponse?.({ url, status, from, bodyBytes: body.length });
  if (!isSuccess(status)) {
    const excerpt = body.toString('utf8');
    throw new FetchError('STATUS', url, `${new URL(url).origin} answered ${status}`, { status, excerpt });
  }
  if (body.length > maxBytes) throw tooLarge(url, maxBytes, status);
  return { status, body, resource: { uri: url, sha256, retrievedAt } };
}
