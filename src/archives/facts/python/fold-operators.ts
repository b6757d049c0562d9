import { isText, list, NO_WAYS, number, partOf, ways, type Constant, type TextConstant } from './constants.ts';
import { percentFormatted } from './fold-percent.ts';
import type { PythonFile } from './python-file.ts';

type Affords = Pick<PythonFile, 'affords'>;

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

/** Longer ones fill, and say nothing. */
const MAX_REPEATED = 2_000;
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
