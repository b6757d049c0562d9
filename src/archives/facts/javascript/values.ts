import type { ArrowFunctionExpression, FunctionDeclaration, FunctionExpression, ObjectMethod } from '@babel/types';
import type { Binding } from './scopes.ts';

/** Not constant, or more than is looked into. */
export const UNKNOWN = Symbol('unknown');
/** Stands in a text for a part that is not constant. No character of its own: U+FFFF is for a program's own use. */
export const HOLE = '\uFFFF';
const HOLES = /\uFFFF+/g;

/** What an expression is known to be, as far as it is. */
export type Value =
  | typeof UNKNOWN
  | string
  | number
  | boolean
  | null
  | undefined
  | Uint8Array
  | List
  | Entries
  | Closure
  | Builtin
  | Pattern;

export interface List {
  readonly kind: 'list';
  readonly items: readonly Value[];
}

export interface Entries {
  readonly kind: 'entries';
  readonly members: ReadonlyMap<string, Value>;
  /** Whether there can be no others. */
  readonly whole: boolean;
}

/** A function that stands in the file, with the values of the parameters around it. */
export interface Closure {
  readonly kind: 'closure';
  readonly node: ArrowFunctionExpression | FunctionExpression | FunctionDeclaration | ObjectMethod;
  readonly frame: Frame | null;
}

/** A function of the language, by name: `String.fromCharCode`. */
export interface Builtin {
  readonly kind: 'builtin';
  readonly name: string;
}

export interface Pattern {
  readonly kind: 'pattern';
  readonly source: string;
  readonly flags: string;
}

export interface Frame {
  readonly values: Map<Binding, Value>;
  readonly parent: Frame | null;
}

export function list(items: readonly Value[]): List {
  return { kind: 'list', items };
}

export function isList(value: Value): value is List {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'list';
}

export function isEntries(value: Value): value is Entries {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'entries';
}

export function isClosure(value: Value): value is Closure {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'closure';
}

export function isPattern(value: Value): value is Pattern {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'pattern';
}

/** The text that a value is, without holes; null for all else. */
export function exactText(value: Value): string | null {
  return typeof value === 'string' && !value.includes(HOLE) ? value : null;
}

/** The text that a value is, `*` for each part that is not known; null for what is no text, and where nothing is known. */
export function partlyKnown(value: Value): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const shown = value.includes(HOLE) ? value.replace(HOLES, '*') : value;
  return shown === '*' || shown === '' ? null : shown;
}

/** What a value is where it is made part of a text; a hole for what is not known. */
export function asText(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined)
    return String(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (isList(value))
    return value.items.map((item) => (item === null || item === undefined ? '' : asText(item))).join(',');
  return HOLE;
}

/** What `...` makes of a value; null where that is not known. */
export function spreadItems(value: Value): readonly Value[] | null {
  if (isList(value)) return value.items;
  if (value instanceof Uint8Array) return [...value];
  const text = exactText(value);
  return text === null ? null : [...text];
}

export function isTruthy(value: Value): boolean {
  if (typeof value === 'string' || typeof value === 'number') return Boolean(value);
  return value !== false && value !== null && value !== undefined;
}
