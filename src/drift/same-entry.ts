import type { Json } from '../model/place.ts';
import type { StoredEntry, StoredRow } from '../model/snapshot.ts';

/** Deeper ones count as different and are read. */
const MAX_DEPTH = 100;

/** Whether an entry's rows say the same in the same spelling: most do, and need not be read. */
export function isSameEntry(before: StoredEntry, after: StoredEntry): boolean {
  const [was, is] = [before.earlier ?? [], after.earlier ?? []];
  return (
    isSameRow(before.latest, after.latest) &&
    was.length === is.length &&
    was.every((row, index) => isSameRow(row, is[index]))
  );
}

function isSameRow(before: StoredRow, after: StoredRow | undefined): boolean {
  if (after === undefined || !isSameJson(before.record, after.record)) return false;
  if (before.detail === undefined && after.detail === undefined) return true;
  return before.detail !== undefined && isSameRow(before.detail, after.detail);
}

/** Whether two values are equal but for the order of keys. */
function isSameJson(a: Json, b: Json, depth = 0): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || depth > MAX_DEPTH) return false;
  if (isList(a) || isList(b)) {
    if (!isList(a) || !isList(b) || a.length !== b.length) return false;
    return a.every((item, index) => isSameJson(item, b[index] ?? null, depth + 1));
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && isSameJson(a[key] ?? null, b[key] ?? null, depth + 1));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
