import type { Json } from '../model/place.ts';
import { isObject, type JsonObject } from './fields.ts';

/** Longer text is cut: a script of that length shows what it is by its beginning. */
const MAX_CHARACTERS = 8_000;
const MAX_DEPTH = 6;

/** Makes of a value what is kept of it; undefined keeps nothing. */
export type Cut = (value: unknown) => Json | undefined;

/**
 * The members that are named, each cut in turn, in the order of the document.
 *
 * Every path in what comes back is a path in the original. What is not an object is kept as it is, bounded.
 */
export function members(cuts: Readonly<Record<string, Cut>>): Cut {
  return (value) => {
    if (!isObject(value)) return bounded(value);
    return mapped(value, (key, member) => (Object.hasOwn(cuts, key) ? cuts[key]?.(member) : undefined));
  };
}

/** All members, each cut in the same way; for objects whose keys are data. */
export function each(cut: Cut): Cut {
  return (value) => {
    if (isObject(value)) return mapped(value, (_key, member) => cut(member));
    // Places in a list are paths too, so an item of which nothing is kept leaves its place.
    return Array.isArray(value) ? value.map((item) => cut(item) ?? null) : bounded(value);
  };
}

/** The value whole, but for the length of its texts and what is nested deeper than such a field ever is. */
export function bounded(value: unknown, depth = 0): Json | undefined {
  if (typeof value === 'string') return value.length > MAX_CHARACTERS ? `${value.slice(0, MAX_CHARACTERS)}…` : value;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  if (depth >= MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((item) => bounded(item, depth + 1) ?? null);
  return isObject(value) ? mapped(value, (_key, member) => bounded(member, depth + 1)) : undefined;
}

/** A list of pairs for each of the objects in forty thousand documents costs more than all else here. */
function mapped(value: JsonObject, cut: (key: string, member: unknown) => Json | undefined): Json {
  const kept: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    const json = key.length > MAX_CHARACTERS ? undefined : cut(key, value[key]);
    if (json === undefined) continue;
    // Assigned to, it would be the object's prototype and no key.
    if (key === '__proto__') Object.defineProperty(kept, key, { ...MEMBER, value: json });
    else kept[key] = json;
  }
  return kept;
}

const MEMBER = { configurable: true, enumerable: true, writable: true };
