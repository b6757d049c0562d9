import type { Node } from '@babel/types';
import { BUILTINS } from './builtins.ts';
import { memberKey } from './patterns.ts';
import type { AnyCall } from './surveyed.ts';

/** Methods that end the hiding of a text; all others are folded where they stand inside one. */
const ENDS = new Set([
  'join',
  'toString',
  'replace',
  'replaceAll',
  'concat',
  'reduce',
  'reduceRight',
  'decode',
  'slice',
  'substring',
  'substr',
  'trim',
  'split',
  'map',
  'apply',
  'call',
  'reverse',
]);
const MIN_TEXT = 8;
const MAX_ARGUMENTS = 4;

/** Whether a call may give a text that does not stand in the file: a decoder, a method that ends one, a function given only constants. */
export function worthFolding(node: AnyCall, meaning: string | null): boolean {
  if (meaning !== null && BUILTINS.has(meaning)) return true;
  const { callee } = node;
  if (node.type === 'NewExpression') return meaning === 'URL' || meaning === 'url.URL';
  if (callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression') {
    const method = memberKey(callee);
    return method === null ? callee.computed : ENDS.has(method);
  }
  if (callee.type === 'FunctionExpression' || callee.type === 'ArrowFunctionExpression') return isConstantCall(node);
  return meaning === null && callee.type === 'Identifier' && isConstantCall(node);
}

function isConstantCall({ arguments: given }: AnyCall): boolean {
  return given.length > 0 && given.length <= MAX_ARGUMENTS && given.every(isConstant) && given.some(isLong);
}

function isConstant(node: Node): boolean {
  return (
    node.type === 'StringLiteral' ||
    node.type === 'NumericLiteral' ||
    node.type === 'ArrayExpression' ||
    node.type === 'Identifier'
  );
}

function isLong(node: Node): boolean {
  return (
    (node.type === 'StringLiteral' && node.value.length >= MIN_TEXT) ||
    (node.type === 'ArrayExpression' && node.elements.length >= MIN_TEXT)
  );
}
