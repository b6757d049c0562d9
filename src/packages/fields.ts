import type { Purl } from '../model/entry.ts';

/**
 * Fields of documents that were written by twenty years of clients: any field may have any type.
 *
 * What has not the type that it should is null, which is unknown; one odd field of one old release does not cost the history.
 */
export type JsonObject = Readonly<Record<string, unknown>>;

/** RFC 3339 with an offset; anything else would be read in this machine's time zone. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/** What npm and PyPI write, every part within its range, so that nothing has to be parsed to know it for a time. */
const UTC_TIME =
  /^[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3,9})?Z$/;

export function object(value: unknown): JsonObject | null {
  return isObject(value) ? value : null;
}

export function list(value: unknown): readonly unknown[] | null {
  return Array.isArray(value) ? value : null;
}

/** Empty text says nothing. */
export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

export function flag(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** The time as written, where it is one. */
export function time(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return UTC_TIME.test(value) || (TIME.test(value) && !Number.isNaN(Date.parse(value))) ? value : null;
}

/** The members whose values are text; null where it is no object. */
export function texts(value: unknown): Readonly<Record<string, string>> | null {
  if (!isObject(value)) return null;
  return allTexts(value) ? value : Object.fromEntries(Object.entries(value).filter(isText));
}

/** Nearly always; then nothing is copied, some fifteen times for each of forty thousand packages. */
function allTexts(value: JsonObject): value is Readonly<Record<string, string>> {
  for (const key in value) if (typeof value[key] !== 'string') return false;
  return true;
}

/** Stored purls are text; a snapshot that was written by hand may hold any. */
export function purlIn(stored: string): Purl {
  if (!isPurl(stored)) throw new TypeError(`"${stored.slice(0, 100)}" is not a purl`);
  return stored;
}

function isPurl(value: string): value is Purl {
  return /^pkg:[a-z]+\//.test(value);
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
