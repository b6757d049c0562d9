import {
  isText,
  list,
  membersOf,
  NO_WAYS,
  number,
  partOf,
  ways,
  type Constant,
  type TextConstant,
  type Ways,
} from './constants.ts';
import type { PythonFile } from './python-file.ts';

type Affords = Pick<PythonFile, 'affords'>;

/** Texts one after the other, `*` for those that are not known; null where none is. */
export function joined(
  file: Affords,
  parts: readonly (Constant | null)[],
  how: Ways,
  between = '',
): TextConstant | null {
  if (!parts.some(isText)) return null;
  const is = parts.some((part) => part?.is === 'bytes') ? 'bytes' : 'text';
  const known = parts.map(partOf);
  const length = known.reduce((sum, part) => sum + part.text.length, between.length * parts.length);
  if (!file.affords(length)) return null;
  return {
    is,
    text: known.map((part) => part.text).join(between),
    whole: known.every((part) => part.whole),
    ways: known.reduce((set, part) => set | part.ways, how),
  };
}

/** `a + b + c` of texts, lists or numbers. */
export function added(file: Affords, parts: readonly (Constant | null)[]): Constant | null {
  if (parts.some(isText)) return joined(file, parts, ways('concatenation'));
  const how = parts.reduce((set, part) => set | (part?.ways ?? 0), 0);
  if (parts.some((part) => part?.is === 'list')) {
    const items = parts.flatMap((part) => (part?.is === 'list' ? part.items : [null]));
    return file.affords(items.length) ? list(items, how) : null;
  }
  let sum = 0;
  for (const part of parts) {
    if (part?.is !== 'number') return null;
    sum += part.number;
  }
  return number(sum, how);
}

export interface Operands {
  readonly left: Constant | null;
  readonly right: Constant | null;
  /** The left one is a `pathlib` path. */
  readonly isPath: boolean;
}

export function arithmetic(file: Affords, operator: string, { left, right, isPath }: Operands): Constant | null {
  if (operator === '/') return isPath || isText(right) ? pathOf(file, [left, right]) : null;
  if (operator === '%' && isText(left)) return percentFormatted(file, left, right);
  if (left === null || right === null) return null;
  if (operator === '*') return repeated(file, left, right);
  const compute = OPERATORS.get(operator);
  if (compute === undefined || left.is !== 'number' || right.is !== 'number') return null;
  const how = operator === '^' ? ways('xor') : NO_WAYS;
  return number(compute(left.number, right.number), left.ways | right.ways | how);
}

/** A path of its parts: an absolute one begins anew, one that is not known is `*`. null where nothing is known. */
export function pathOf(file: Affords, parts: readonly (Constant | null)[]): TextConstant | null {
  if (!parts.some(isText)) return null;
  let path = '';
  let whole = true;
  let how = 0;
  for (const part of parts) {
    const next = partOf(part);
    const isAbsolute = /^(?:[/~]|[A-Za-z]:)/.test(next.text);
    const joint = path === '' || path.endsWith('/') || path.endsWith('\\') ? '' : '/';
    path = isAbsolute ? next.text : `${path}${joint}${next.text}`;
    whole = isAbsolute ? next.whole : whole && next.whole;
    how |= next.ways;
  }
  return file.affords(path.length) ? { is: 'text', text: path, whole, ways: how } : null;
}

export function negated(operator: string, operand: Constant | null): Constant | null {
  if (operand?.is !== 'number') return null;
  if (operator === '-') return number(-operand.number, operand.ways);
  if (operator === '~') return number(~operand.number, operand.ways);
  return operator === '+' ? operand : null;
}

/** A member by its number, or a slice as it is written between the brackets. */
export function indexed(file: Affords, of: Constant | null, by: Constant | string | null): Constant | null {
  if (typeof by === 'string') return sliced(file, of, by);
  if (by?.is !== 'number' || of === null || of.is === 'number') return null;
  if (of.is === 'list') return of.items.at(by.number) ?? null;
  if (!of.whole) return null;
  const member = of.is === 'text' ? characterAt(of.text, by.number) : of.text.at(by.number);
  if (member === undefined) return null;
  const how = of.ways | by.ways | ways('index');
  return of.is === 'bytes' ? number(member.charCodeAt(0), how) : { is: 'text', text: member, whole: true, ways: how };
}

/** Most texts have no characters beyond the first plane, and taking a long one apart for each of its letters takes long. */
function characterAt(of: string, index: number): string | undefined {
  return of.length > MAX_SPLIT ? of.at(index) : [...of].at(index);
}

function sliced(file: Affords, of: Constant | null, written: string): Constant | null {
  const bounds = SLICE.exec(written);
  const members = of?.is === 'list' ? of.items : isText(of) && of.whole ? [...of.text] : null;
  if (bounds === null || members === null || of === null || !file.affords(members.length)) return null;
  const [, from, to, step = '1'] = bounds;
  const stride = Number(step.trim() || '1');
  if (stride === 0) return null;
  const picked = pick<Constant | string | null>(members, { from: numberOr(from), to: numberOr(to), stride });
  if (of.is === 'list')
    return list(
      picked.filter((each) => typeof each !== 'string'),
      of.ways,
    );
  const how = stride < 0 ? ways('reversed') : ways('index');
  return isText(of)
    ? { ...of, text: picked.filter((each) => typeof each === 'string').join(''), ways: of.ways | how }
    : null;
}

function pick<T>(
  members: readonly T[],
  { from, to, stride }: { from: number | null; to: number | null; stride: number },
): T[] {
  const size = members.length;
  const clamp = (index: number, low: number, high: number) =>
    Math.min(Math.max(index < 0 ? index + size : index, low), high);
  const start = stride > 0 ? clamp(from ?? 0, 0, size) : from === null ? size - 1 : clamp(from, -1, size - 1);
  const end = stride > 0 ? clamp(to ?? size, 0, size) : to === null ? -1 : clamp(to, -1, size - 1);
  const picked: T[] = [];
  for (let at = start; stride > 0 ? at < end : at > end; at += stride) {
    const member = members[at];
    if (member !== undefined) picked.push(member);
  }
  return picked;
}

function numberOr(written: string | undefined): number | null {
  const digits = written?.replace(/\s/g, '') ?? '';
  return digits === '' ? null : Number(digits);
}

function repeated(file: Affords, left: Constant, right: Constant): Constant | null {
  const [of, times] = left.is === 'number' ? [right, left] : [left, right];
  if (times.is !== 'number') return null;
  if (of.is === 'number') return number(of.number * times.number, of.ways | times.ways);
  const count = Math.max(0, times.number);
  const size = (of.is === 'list' ? of.items.length : of.text.length) * count;
  if (size > MAX_REPEATED || !file.affords(size)) return null;
  if (of.is === 'list') return list(Array.from({ length: count }, () => of.items).flat(), of.ways);
  return { ...of, text: of.text.repeat(count) };
}

/** `'%s:%d' % (host, port)`; `*` for what is not known and for numbers that are shaped. */
function percentFormatted(file: Affords, pattern: TextConstant, values: Constant | null): Constant | null {
  if (!pattern.whole || pattern.text.length > MAX_PATTERN) return null;
  const given = values?.is === 'list' ? values.items : [values];
  let next = 0;
  const parts: (Constant | null)[] = [];
  let at = 0;
  for (const { 0: found, 1: type, index } of pattern.text.matchAll(PERCENT)) {
    parts.push({ ...pattern, text: pattern.text.slice(at, index) });
    at = index + found.length;
    if (type === '%') {
      parts.push({ ...pattern, text: '%' });
      continue;
    }
    const isPlain = found.length === 2;
    const value = given[next] ?? null;
    next += 1;
    if (type === 'c' && value?.is === 'number') parts.push(characterOf(value.number, value.ways));
    else parts.push(isPlain ? value : null);
  }
  parts.push({ ...pattern, text: pattern.text.slice(at) });
  return joined(file, parts, ways('concatenation'));
}

/** The character of a code; null where there is none. */
export function characterOf(code: number, how: Ways): TextConstant | null {
  if (!Number.isInteger(code) || code < 0 || code > 0x10_ff_ff) return null;
  return { is: 'text', text: String.fromCodePoint(code), whole: true, ways: how | ways('char-codes') };
}

/** Whether all members are numbers, which bytes and characters are made of. */
export function numbersIn(constant: Constant | null): readonly number[] | null {
  const members = membersOf(constant);
  if (members === null) return null;
  const numbers = members.map((member) => (member.is === 'number' ? member.number : Number.NaN));
  return numbers.every((each) => Number.isInteger(each)) ? numbers : null;
}

const SLICE = /^\s*(-?\s*\d{0,9})\s*:\s*(-?\s*\d{0,9})\s*(?::\s*(-?\s*\d{0,9})\s*)?$/;
const PERCENT = /%(?:\([^)]{0,60}\))?[-#0 +]{0,4}\d{0,4}(?:\.\d{1,3})?([a-zA-Z%])/g;
const MAX_PATTERN = 20_000;
/** Longer ones fill, and say nothing. */
const MAX_REPEATED = 2_000;
const MAX_SPLIT = 2_000;
const OPERATORS = new Map<string, (a: number, b: number) => number>([
  ['-', (a, b) => a - b],
  ['^', (a, b) => (areSmall(a, b) ? a ^ b : Number(BigInt(a) ^ BigInt(b)))],
  ['&', (a, b) => (areSmall(a, b) ? a & b : Number(BigInt(a) & BigInt(b)))],
  ['|', (a, b) => (areSmall(a, b) ? a | b : Number(BigInt(a) | BigInt(b)))],
  ['<<', (a, b) => (b >= 0 && b < 53 ? a * 2 ** b : Number.NaN)],
  ['>>', (a, b) => (b >= 0 && b < 1_000 ? Math.floor(a / 2 ** b) : Number.NaN)],
  ['//', (a, b) => Math.floor(a / b)],
  ['%', (a, b) => a - b * Math.floor(a / b)],
]);

/** Of 32 bits, for which JavaScript's own operators say the same. */
function areSmall(a: number, b: number): boolean {
  return (a | 0) === a && (b | 0) === b;
}
