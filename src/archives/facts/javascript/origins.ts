import type { CallExpression, NewExpression, Node, OptionalCallExpression } from '@babel/types';
import type { Context, Where } from './context.ts';
import { decoderOf, type Origin, ORIGINS } from './decoder-callees.ts';
import { memberKey } from './patterns.ts';
import { plainCallee, REQUESTS } from './request-callees.ts';
import { returnsOf } from './returns.ts';
import { lookup, type Write } from './scopes.ts';
import { exactText } from './values.ts';

const MAX_NODES = 2_000;
const MAX_NAMES = 60;

/**
 * Where a value comes from: a decoder or a response on the way of its data, through variables, members of `this`, callbacks and what
 * functions of this file return. null where none is found among the first 2,000 nodes.
 *
 * `whole`: only what gives the value as it is counts, and not what is put into a longer text.
 */
export function originOf(context: Context, start: Where, whole = false): Origin | null {
  const met = new Set<Origin>();
  const seen = new Set<Node>();
  const stack: Where[] = [start];
  let names = 0;
  for (let at = stack.pop(); at !== undefined && seen.size < MAX_NODES; at = stack.pop()) {
    if (seen.has(at.node)) continue;
    seen.add(at.node);
    if (at.node.type === 'Identifier') names += 1;
    if (names > MAX_NAMES) break;
    const origin = isCall(at.node) ? callOrigin(context, { ...at, node: at.node }) : null;
    if (origin !== null) met.add(origin);
    if (at.node.type === 'BinaryExpression' && at.node.operator === '^') met.add('xor');
    stack.push(...sources(context, at, whole));
  }
  return ORIGINS.find((origin) => met.has(origin)) ?? null;
}

type Call = CallExpression | OptionalCallExpression | NewExpression;

/** The expressions that an expression's value is made of. */
function sources(context: Context, { node, scope }: Where, whole: boolean): readonly Where[] {
  const here = (...nodes: readonly (Node | null | undefined)[]): readonly Where[] =>
    nodes.flatMap((each) => (each === null || each === undefined ? [] : [{ node: each, scope }]));
  switch (node.type) {
    case 'Identifier':
      return (lookup(scope, node.name)?.writes ?? []).flatMap(written);
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      if (node.object.type !== 'ThisExpression') return here(node.object);
      return (context.reader.survey.members.get(memberKey(node) ?? '') ?? []).flatMap(written);
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return [
        ...here(
          node.callee.type === 'MemberExpression' || node.callee.type === 'OptionalMemberExpression'
            ? node.callee.object
            : node.callee,
        ),
        ...here(...node.arguments),
      ];
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression': {
      const inner = context.reader.survey.scopes.get(node) ?? scope;
      return returnsOf(context.reader.survey, node, inner);
    }
    case 'AwaitExpression':
    case 'YieldExpression':
    case 'SpreadElement':
    case 'UnaryExpression':
      return here(node.argument);
    case 'AssignmentExpression':
      return here(node.right);
    case 'SequenceExpression':
      return here(node.expressions.at(-1));
    case 'ConditionalExpression':
      return here(node.consequent, node.alternate);
    case 'LogicalExpression':
      return here(node.left, node.right);
    case 'BinaryExpression':
      return whole || node.left.type === 'PrivateName' ? [] : here(node.left, node.right);
    case 'TemplateLiteral':
      return whole && node.quasis.some(({ value }) => value.raw !== '') ? [] : here(...node.expressions);
    case 'ArrayExpression':
      return here(...node.elements);
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
      return here(node.expression);
    default:
      return [];
  }
}

function written({ node, scope }: Write): readonly Where[] {
  return node === null ? [] : [{ node, scope }];
}

function callOrigin(
  context: Context,
  { node, scope }: { readonly node: Call; readonly scope: Where['scope'] },
): Origin | null {
  const meaning = context.reader.meaning(node.callee, scope);
  if (meaning === null)
    return node.callee.type === 'MemberExpression' && memberKey(node.callee) === 'reverse' ? 'reversed' : null;
  const [, encoding] = node.arguments;
  const decoder = decoderOf(meaning, () =>
    encoding === undefined ? null : exactText(context.reader.read(encoding, scope).value),
  );
  if (decoder !== null) return decoder;
  const callee = plainCallee(meaning);
  return REQUESTS.has(callee) && !callee.startsWith('dns') ? 'response' : null;
}

function isCall(node: Node): node is Call {
  return node.type === 'CallExpression' || node.type === 'OptionalCallExpression' || node.type === 'NewExpression';
}
