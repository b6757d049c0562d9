import type { MemberExpression, Node, OptionalMemberExpression, VariableDeclarator } from '@babel/types';
import type { Context } from './context.ts';
import { memberKey, namesIn } from './patterns.ts';
import { lookup, REST, type Scope, written } from './scopes.ts';
import type { AnyCall, Site } from './surveyed.ts';
import { exactText, isList } from './values.ts';

/** What holds the environment, by what it means. */
const ENVIRONMENTS: ReadonlySet<string> = new Set([
  'process.env',
  'Bun.env',
  'bun.env',
  'import.meta.env',
  'std-env.env',
]);
const READERS: ReadonlyMap<string, string> = new Map([
  ['Deno.env.get', 'Deno.env'],
  ['Reflect.get', 'process.env'],
]);
const MAX_NAME = 200;
const MAX_NAMES = 200;

/** Whether an expression is the whole environment; null or how it is called. */
export function environmentOf({ reader }: Context, node: Node, scope: Scope): string | null {
  const meaning = reader.meaning(node, scope);
  return meaning !== null && ENVIRONMENTS.has(meaning) ? meaning : null;
}

/** Tells which variable a member reads: `process.env.X`, `env['X']`, and each that a loop over constant names reads. */
export function environmentFacts(
  context: Context,
  { node, parent, scope }: Site<MemberExpression | OptionalMemberExpression>,
): void {
  if (parent?.type === 'AssignmentExpression' && parent.left === node && parent.operator === '=') return;
  if (parent?.type === 'UnaryExpression' && parent.operator === 'delete') return;
  const by = environmentOf(context, node.object, scope);
  if (by === null) return;
  const key = memberKey(node);
  if (key !== null) return tellName(context, key, by, { node, scope });
  const from = context.reader.read(node.property, scope);
  const text = exactText(from.value);
  if (text !== null) context.tell({ kind: 'environment', value: text, by, from }, { node, scope });
  else for (const name of loopedNames(context, node.property, scope)) tellName(context, name, by, { node, scope });
}

/** The same for `const { A, B: b } = process.env`. */
export function destructuredEnvironmentFacts(context: Context, { node, scope }: Site<VariableDeclarator>): void {
  const by = node.init === null || node.init === undefined ? null : environmentOf(context, node.init, scope);
  if (by === null) return;
  for (const { write } of namesIn(node.id, written('is', node, scope))) {
    const [name] = write.path;
    if (name === REST) context.tell({ kind: 'environment-dump', value: '', by: `rest of ${by}` }, { node, scope });
    else if (name !== undefined) tellName(context, name, by, { node, scope });
  }
}

/** The same for functions that read a variable by name. */
export function readerFacts(context: Context, { node, scope }: Site<AnyCall>, meaning: string): void {
  const by = READERS.get(meaning);
  const [first, second] = node.arguments;
  if (by === undefined || first === undefined) return;
  const key = meaning === 'Reflect.get' ? (environmentOf(context, first, scope) === null ? undefined : second) : first;
  const name = key === undefined ? null : exactText(context.reader.read(key, scope).value);
  if (name !== null) tellName(context, name, by, { node, scope });
}

function tellName(
  context: Context,
  name: string,
  by: string,
  at: { readonly node: Node; readonly scope: Scope },
): void {
  if (name.length > 0 && name.length <= MAX_NAME) context.tell({ kind: 'environment', value: name, by }, at);
}

/** `for (const name of ['A', 'B']) process.env[name]`. */
function loopedNames({ reader }: Context, property: Node, scope: Scope): readonly string[] {
  const binding = property.type === 'Identifier' ? lookup(scope, property.name) : null;
  const [write] = binding?.writes ?? [];
  if (write?.how !== 'element' || write.node === null || write.path.length > 0) return [];
  const list = reader.read(write.node, write.scope).value;
  return isList(list) ? list.items.slice(0, MAX_NAMES).flatMap((item) => exactText(item) ?? []) : [];
}
