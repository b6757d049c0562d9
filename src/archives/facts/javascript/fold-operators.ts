import type { BinaryExpression, Node, UnaryExpression } from '@babel/types';
import { MAX_FOLDED_CHARACTERS } from '../bounds.ts';
import type { Evaluator } from './evaluator.ts';
import type { Scope } from './scopes.ts';
import { asText, type Frame, HOLE, isList, isTruthy, UNKNOWN, type Value } from './values.ts';

/** Sums of texts and numbers, and the arithmetic that character codes are hidden with. */
export function foldBinary(evaluator: Evaluator, node: BinaryExpression, scope: Scope, frame: Frame | null): Value {
  if (node.operator === '+') return foldSum(evaluator, node, scope, frame);
  if (node.left.type === 'PrivateName') return UNKNOWN;
  const left = evaluator.fold(node.left, scope, frame);
  const right = left === UNKNOWN ? UNKNOWN : evaluator.fold(node.right, scope, frame);
  const value = arithmetic(node.operator, left, right);
  if (node.operator === '^' && value !== UNKNOWN) evaluator.note('xor', 1);
  return value;
}

export function foldUnary(evaluator: Evaluator, node: UnaryExpression, scope: Scope, frame: Frame | null): Value {
  if (node.operator === 'void') return undefined;
  const value = evaluator.fold(node.argument, scope, frame);
  if (value === UNKNOWN) return UNKNOWN;
  if (node.operator === '!') return !isTruthy(value);
  if (typeof value !== 'number' && typeof value !== 'string') return UNKNOWN;
  if (node.operator === '-') return -Number(value);
  if (node.operator === '+') return Number(value);
  return node.operator === '~' ? ~Number(value) : UNKNOWN;
}

/** What an operator other than `+` gives; UNKNOWN where an operand is, or is no number. */
export function arithmetic(operator: string, left: Value, right: Value): Value {
  if (operator === '===' || operator === '==') return comparable(left, right) ? left === right : UNKNOWN;
  if (operator === '!==' || operator === '!=') return comparable(left, right) ? left !== right : UNKNOWN;
  if (typeof left !== 'number' || typeof right !== 'number') return UNKNOWN;
  switch (operator) {
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
    case '**':
      return left ** right;
    case '^':
      return left ^ right;
    case '&':
      return left & right;
    case '|':
      return left | right;
    case '<<':
      return left << right;
    case '>>':
      return left >> right;
    case '>>>':
      return left >>> right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return UNKNOWN;
  }
}

/** `+` of two values, a hole for a part of a text that is not known. */
export function sum(evaluator: Evaluator, left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  const isText = typeof left === 'string' || typeof right === 'string' || isList(left) || isList(right);
  if (!isText || isTooLong(left) || isTooLong(right)) return UNKNOWN;
  const [before, after] = [asText(left), asText(right)];
  if (before !== '' && after !== '' && before !== HOLE && after !== HOLE) evaluator.note('concatenation', after.length);
  return before + after;
}

/** Sums of thousands of texts stand in files; their tree is as deep as they are many, so the left side is walked and not called. */
function foldSum(evaluator: Evaluator, node: BinaryExpression, scope: Scope, frame: Frame | null): Value {
  const terms: Node[] = [];
  let first: Node = node;
  while (first.type === 'BinaryExpression' && first.operator === '+') {
    terms.push(first.right);
    first = first.left;
  }
  let value = evaluator.fold(first, scope, frame);
  for (let at = terms.length - 1; at >= 0; at -= 1) {
    const term = terms[at];
    if (term === undefined) return UNKNOWN;
    value = sum(evaluator, value, evaluator.fold(term, scope, frame));
    if (isTooLong(value)) return UNKNOWN;
  }
  return value;
}

function comparable(left: Value, right: Value): boolean {
  return [left, right].every(
    (value) =>
      typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && !value.includes(HOLE)),
  );
}

function isTooLong(value: Value): boolean {
  return typeof value === 'string' && value.length > MAX_FOLDED_CHARACTERS;
}
