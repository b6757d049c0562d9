import type { BlockStatement, Expression, Node } from '@babel/types';
import { keyOf } from './patterns.ts';

/**
 * The module behind a number or path of a bundle's table, where its factory does nothing but ask for it:
 * `81: (module) => { module.exports = require('child_process') }`. null for all else.
 */
export function bundledModule(node: Node): { readonly id: string; readonly name: string } | null {
  if (node.type !== 'ObjectProperty' && node.type !== 'ObjectMethod') return null;
  const factory = node.type === 'ObjectMethod' ? node : node.value;
  if (
    factory.type !== 'ObjectMethod' &&
    factory.type !== 'FunctionExpression' &&
    factory.type !== 'ArrowFunctionExpression'
  )
    return null;
  const assignment = onlyExpression(factory.body);
  if (assignment?.type !== 'AssignmentExpression' || assignment.left.type !== 'MemberExpression') return null;
  if (!isNamed(assignment.left.property, 'exports') || assignment.right.type !== 'CallExpression') return null;
  const { callee, arguments: given } = assignment.right;
  const [name] = given;
  const id = keyOf(node);
  return id !== null && isNamed(callee, 'require') && name?.type === 'StringLiteral' ? { id, name: name.value } : null;
}

function onlyExpression(body: BlockStatement | Expression): Expression | null {
  if (body.type !== 'BlockStatement') return body;
  const [statement] = body.body;
  return body.body.length === 1 && statement?.type === 'ExpressionStatement' ? statement.expression : null;
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}
