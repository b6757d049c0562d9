import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Json } from '../../src/model/place.ts';

/** One registry of the loopback server: who may ask, what comes back, and how it words a refusal. */
export interface LoopbackRegistry {
  /** The refusal for one who may not ask, or null. */
  readonly refuse: (asked: Asked, headers: IncomingHttpHeaders) => Answer | null;
  /** Depends on nothing but path and query, so the server keeps it. */
  readonly answer: (asked: Asked) => Answer;
  /** An error in this registry's own envelope. */
  readonly error: (status: number, message: string) => Answer;
}

export interface Asked {
  /** Below the registry's base URL, percent-encoded as sent, with its leading slash. */
  readonly path: string;
  readonly query: URLSearchParams;
}

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function jsonAnswer(value: Json, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(value)),
  };
}

/** With an ETag, which the server compares with `If-None-Match`. */
export function validatedAnswer(document: Json): Answer {
  const answer = jsonAnswer(document);
  const digest = createHash('sha256').update(answer.body).digest('hex').slice(0, 32);
  return { ...answer, headers: { ...answer.headers, etag: `"${digest}"` } };
}

/** An archive, or whatever else is no text. */
export function bytesAnswer(body: Buffer): Answer {
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body };
}

export function xmlAnswer(text: string): Answer {
  return { status: 200, headers: { 'content-type': 'application/xml' }, body: Buffer.from(text) };
}

/** For registries that anyone may ask. */
export function refuseNobody(): null {
  return null;
}

/**
 * The decoded parts of a path: `/servers/a%2Fb` is `['servers', 'a/b']`.
 *
 * null where a part is no valid percent-encoding: no name is written so.
 */
export function segmentsOf(path: string): readonly string[] | null {
  try {
    return path.slice(1).split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
}

/**
 * A whole number of a query, `otherwise` where it is not given.
 *
 * null where it is no number from `least` to `most`.
 */
export function boundedNumber(
  raw: string | null,
  { otherwise, least, most }: { otherwise: number; least: number; most: number },
): number | null {
  if (raw === null) return otherwise;
  if (!/^\d{1,9}$/.test(raw)) return null;
  const number = Number(raw);
  return number >= least && number <= most ? number : null;
}
