import type { ChangeKind } from '../model/drift.ts';
import type { Json } from '../model/place.ts';

/** One difference between two records of one entry. */
export interface Change {
  readonly kind: ChangeKind;
  readonly before: Json;
  readonly after: Json;
}

const MAX_TEXT_CHARACTERS = 1_000;
const MAX_ITEMS = 50;

export function change(kind: ChangeKind, before: Json, after: Json): Change {
  return { kind, before: cut(before), after: cut(after) };
}

/** What `before` and `after` add to a list of fields that registries may leave out: null is unknown, [] is none. */
export function saidAtAll<Item>(
  group: 'remotes' | 'packages' | 'tools',
  before: readonly Item[] | null,
  after: readonly Item[] | null,
  shown: (item: Item) => Json,
): readonly Change[] | null {
  if (before === null && after === null) return [];
  if (before === null) return after?.length ? [change(`${group}/first-said`, null, (after ?? []).map(shown))] : [];
  if (after === null) return before.length > 0 ? [change(`${group}/no-longer-said`, before.map(shown), null)] : [];
  return null;
}

/** Long texts and lists are of no use in a report that is read weekly; the snapshots have them whole. */
function cut(value: Json): Json {
  if (typeof value === 'string')
    return value.length > MAX_TEXT_CHARACTERS ? `${value.slice(0, MAX_TEXT_CHARACTERS)}…` : value;
  if (!isList(value)) return value;
  const kept = value.slice(0, MAX_ITEMS).map(cut);
  return value.length > MAX_ITEMS ? [...kept, `and ${value.length - MAX_ITEMS} more`] : kept;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
