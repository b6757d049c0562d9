import type { Json } from '../src/model/place.ts';
import { inert } from '../src/text/inert.ts';

const MAX_VALUE_CHARACTERS = 4_000;

/** Text from outside: characters that do not show are spelled out, and long text is cut. */
export function Text({ of, most = 500 }: { readonly of: string; readonly most?: number }) {
  return <>{inert(of, most)}</>;
}

export function Code({ of, most = 500 }: { readonly of: string; readonly most?: number }) {
  return <code>{inert(of, most)}</code>;
}

/** A value of a record as lines: text by its own, a list an item a line, an object a field a line. */
export function shownLines(value: Json): readonly string[] {
  if (typeof value === 'string') return value.slice(0, MAX_VALUE_CHARACTERS).split(/\r?\n/).map(oneLine);
  if (value === null || typeof value !== 'object') return [String(value)];
  return Object.entries(value).map(([key, each]) =>
    oneLine(Array.isArray(value) ? inWords(each) : `${key}: ${inWords(each)}`),
  );
}

function inWords(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function oneLine(line: string): string {
  return inert(line, MAX_VALUE_CHARACTERS);
}

/** 12345 as 12,345, whatever the reader's machine is set to. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
