import type { Evidence } from '../model/finding.ts';
import type { Json, Place, Pointer } from '../model/place.ts';

/** Longest string kept of a compared value; the rest is counted. */
const MAX_VALUE_CHARACTERS = 1_000;
const MAX_STATEMENT_CHARACTERS = 600;
const MAX_ITEMS = 50;

export interface Citation {
  /** One sentence, past tense, no verdict. */
  readonly statement: string;
  readonly observed: Json;
  readonly expected?: Json;
  /** Names a case of the signal's declaration. */
  readonly case?: string;
}

/**
 * The only maker of Evidence: binds a statement to the bytes it is about.
 *
 * `at` is relative to `place`, so a record cites its own fields wherever the record stands in a page. Long values are cut,
 * since a megabyte name proves no more than its first thousand characters.
 */
export function cite(place: Place, at: Pointer, citation: Citation): Evidence {
  return {
    statement: cut(citation.statement, MAX_STATEMENT_CHARACTERS),
    observed: bounded(citation.observed),
    expected: bounded(citation.expected ?? null),
    at: { resource: place.resource, pointer: place.pointer + at },
    ...(citation.case === undefined ? {} : { case: citation.case }),
  };
}

function bounded(value: Json): Json {
  if (typeof value === 'string') return cut(value, MAX_VALUE_CHARACTERS);
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map(bounded);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).slice(0, MAX_ITEMS);
  return Object.fromEntries(entries.map(([key, item]) => [cut(key, MAX_VALUE_CHARACTERS), bounded(item)]));
}

function cut(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, characters)}… (${text.length - characters} more)`;
}
