import type { ChangeKind } from '../model/drift.ts';
import type { Json } from '../model/place.ts';

const MAX_PART_CHARACTERS = 100;

/** Publishers and registries' staff do these one by one, however alike they look. */
const NEVER_REGISTRY_WIDE: ReadonlySet<ChangeKind> = new Set([
  'status/changed',
  'status/message',
  'version/withdrawn',
  'version/rolled-back',
  'version/released',
]);

/** The same transformation whatever the value was, as when there is none on one side. */
const WHATEVER_THE_VALUE = /\/(?:version-field-dropped|version-field-filled|republished)$/;

/**
 * What a change did, apart from whom it did it to: equal texts are one transformation. `http:` to `https:` is one, two new
 * descriptions are two. null for changes that are nobody's but the publisher's.
 */
export function templateOf(kind: ChangeKind, before: Json, after: Json): string | null {
  if (NEVER_REGISTRY_WIDE.has(kind)) return null;
  if (WHATEVER_THE_VALUE.test(kind) || (before === null) !== (after === null)) return before === null ? 'came' : 'went';
  const [was, is] = [textOf(before), textOf(after)];
  const most = Math.min(was.length, is.length);
  let start = 0;
  while (start < most && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < most - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  return `${part(was, start, end)}\n${part(is, start, end)}`;
}

function part(text: string, start: number, end: number): string {
  return text.slice(start, text.length - end).slice(0, MAX_PART_CHARACTERS);
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
