import type { Json } from '../model/place.ts';

const MAX_STRING_CHARACTERS = 2_000;
const MAX_ITEMS = 50;
const MAX_LEVELS = 6;

/** Text of at most so many UTF-16 code units; `…` stands where more was. */
export function cut(text: string, maxCharacters: number = MAX_STRING_CHARACTERS): string {
  return text.length <= maxCharacters ? text : `${text.slice(0, maxCharacters)}…`;
}

/** A value from outside as a page can hold it: long strings, long lists and deep trees end in `…`. */
export function bounded(value: Json, levels: number = MAX_LEVELS): Json {
  if (typeof value === 'string') return cut(value);
  if (value === null || typeof value !== 'object') return value;
  if (levels === 0) return '…';
  if (isList(value)) {
    const shown = value.slice(0, MAX_ITEMS).map((each) => bounded(each, levels - 1));
    return value.length <= MAX_ITEMS ? shown : [...shown, '…'];
  }
  const fields = Object.entries(value);
  const shown = fields.slice(0, MAX_ITEMS).map(([key, each]) => [cut(key), bounded(each, levels - 1)] as const);
  return Object.fromEntries(fields.length <= MAX_ITEMS ? shown : [...shown, ['…', null] as const]);
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
