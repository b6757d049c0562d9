import { KIND } from './grammar.ts';
import { childrenOf, endOf, kindOf, sourceOf, startOf, type SyntaxTree } from './tree.ts';

/** What a string literal says. Bytes are texts of characters 0 to 255. */
export interface Literal {
  readonly is: 'text' | 'bytes';
  /** In order; a number is the node of the expression that stands between two texts of an f-string. */
  readonly parts: readonly (string | number)[];
  /** Letters and digits are spelled by escapes, a fifth of a text or half of bytes, for which there is no reason but to hide them. */
  readonly escaped: boolean;
}

/** One literal, not the sequence of several (`concatenated_string`). Never throws; what is no literal any more says ''. */
export function literalOf(tree: SyntaxTree, node: number): Literal {
  const shape = shapeOf(tree, node);
  if (!shape.formats) {
    const read = unescape(tree.text.slice(shape.start, shape.end), shape);
    return { is: shape.is, parts: [read.text], escaped: read.escaped };
  }
  const parts: (string | number)[] = [];
  let escaped = false;
  let at = shape.start;
  const add = (end: number) => {
    const read = unescape(tree.text.slice(at, end).replaceAll('{{', '{').replaceAll('}}', '}'), shape);
    escaped ||= read.escaped;
    if (read.text !== '') parts.push(read.text);
  };
  for (const child of childrenOf(tree, node)) {
    if (kindOf(tree, child) !== KIND.interpolation) continue;
    add(startOf(tree, child));
    parts.push(child);
    at = endOf(tree, child);
  }
  add(Math.max(at, shape.end));
  return { is: shape.is, parts, escaped };
}

interface Shape {
  readonly is: 'text' | 'bytes';
  readonly raw: boolean;
  readonly formats: boolean;
  /** Of what stands between the quotes. */
  readonly start: number;
  readonly end: number;
}

function shapeOf(tree: SyntaxTree, node: number): Shape {
  const first = startOf(tree, node);
  const last = endOf(tree, node);
  let quote = first;
  while (quote < last && quote < first + MAX_PREFIX && !isQuote(tree.text.charCodeAt(quote))) quote += 1;
  const prefix = tree.text.slice(first, quote).toLowerCase();
  const mark = tree.text.charAt(quote);
  const isLong = tree.text.startsWith(mark.repeat(3), quote) && last - quote >= 6;
  const width = isLong ? 3 : 1;
  const isClosed = tree.text.startsWith(mark.repeat(width), last - width) && last - width >= quote + width;
  return {
    is: prefix.includes('b') ? 'bytes' : 'text',
    raw: prefix.includes('r'),
    formats: prefix.includes('f') || prefix.includes('t'),
    start: Math.min(quote + width, last),
    end: isClosed ? last - width : last,
  };
}

/** Whether a string is one that stands alone as a statement: documentation, or a text switched off. */
export function isDocumentation(tree: SyntaxTree, node: number): boolean {
  const parent = tree.parents[node] ?? 0;
  return (
    kindOf(tree, parent) === KIND.expression_statement &&
    node === parent + 1 &&
    tree.afters[node] === tree.afters[parent]
  );
}

/** An integer in any of Python's spellings; null where it is larger than counts exactly. */
export function integerOf(tree: SyntaxTree, node: number): number | null {
  const written = sourceOf(tree, node);
  if (written.length > MAX_INTEGER_CHARACTERS) return null;
  const value = Number(written.replaceAll('_', ''));
  return Number.isSafeInteger(value) ? value : null;
}

const MIN_ESCAPED = 4;
const MAX_PREFIX = 3;
const MAX_INTEGER_CHARACTERS = 24;
const SIMPLE = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['\n', ''],
]);
const NUMBERED =
  /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})|N\{[^}\n]{1,80}\}|(\r\n|[^]))/g;
const MAX_CODE_POINT = 0x10_ff_ff;

function unescape(
  written: string,
  { is, raw }: Pick<Shape, 'is' | 'raw'>,
): { readonly text: string; readonly escaped: boolean } {
  if (raw || !written.includes('\\')) return { text: written, escaped: false };
  let letters = 0;
  const text = written.replace(NUMBERED, (whole, hex, short, long, octal, simple) => {
    if (simple !== undefined) return simple === '\r\n' ? '' : (SIMPLE.get(simple) ?? whole);
    if (is === 'bytes' && (short !== undefined || long !== undefined)) return whole;
    const digits: string | undefined = hex ?? short ?? long;
    if (digits === undefined && octal === undefined) return UNKNOWN_NAME;
    const code = digits === undefined ? Number.parseInt(octal, 8) : Number.parseInt(digits, 16);
    if (code > MAX_CODE_POINT) return whole;
    if (isLetterOrDigit(code)) letters += 1;
    return String.fromCodePoint(code);
  });
  return { text, escaped: letters >= MIN_ESCAPED && letters * (is === 'bytes' ? 2 : 5) >= text.length };
}

/** `\N{…}` would need the names of all characters. */
const UNKNOWN_NAME = '\u{FFFD}';

function isLetterOrDigit(code: number): boolean {
  return (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123);
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}
