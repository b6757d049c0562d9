import type { ArrowFunctionExpression, FunctionDeclaration, FunctionExpression, Node } from '@babel/types';
import { pushChildren } from './children.ts';
import type { Where } from './context.ts';
import type { Scope } from './scopes.ts';
import type { Survey } from './surveyed.ts';

const MAX_NODES = 500;

/** What a function gives back, each with the scope that it stands in; what functions in it give back is theirs. */
export function returnsOf(
  { scopes }: Survey,
  { body }: ArrowFunctionExpression | FunctionExpression | FunctionDeclaration,
  inner: Scope,
): readonly Where[] {
  if (body.type !== 'BlockStatement') return [{ node: body, scope: inner }];
  const found: Where[] = [];
  const stack: Where[] = [{ node: body, scope: inner }];
  const children: Node[] = [];
  for (let seen = 0, at = stack.pop(); at !== undefined && seen < MAX_NODES; seen += 1, at = stack.pop()) {
    const { node } = at;
    if (node.type === 'ReturnStatement') {
      if (node.argument !== null && node.argument !== undefined) found.push({ node: node.argument, scope: at.scope });
      continue;
    }
    if (!node.type.endsWith('Statement') && node.type !== 'SwitchCase' && node.type !== 'CatchClause') continue;
    children.length = 0;
    pushChildren(children, node);
    const scope = scopes.get(node) ?? at.scope;
    for (const child of children) stack.push({ node: child, scope });
  }
  return found;
}
