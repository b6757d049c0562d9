import type { Node, ObjectExpression } from '@babel/types';
import type { Json } from '../../../model/place.ts';
import { cut } from '../bounds.ts';
import type { Context, Where } from './context.ts';
import { keyOf, memberKey } from './patterns.ts';
import { MAX_DESCRIPTION, schemaOf } from './schemas.ts';
import { lookup, onlyWrite, type Scope } from './scopes.ts';
import type { AnyCall, Site, Survey } from './surveyed.ts';
import { isEntries, partlyKnown, type Value } from './values.ts';

const MAX_NAME = 200;
const NAME = /^[\w./:* -]{1,200}$/;
const SCHEMA_KEYS = ['inputSchema', 'input_schema', 'parameters', 'schema'];
const HANDLER_KEYS = ['handler', 'execute', 'run', 'callback', 'cb', 'func', 'handle', 'call', 'invoke'];
const HINTS = /^(?:title|readOnlyHint|destructiveHint|idempotentHint|openWorldHint)$/;

/** A tool before its place is told. */
export interface DeclaredTool {
  readonly name: string;
  readonly description: string | null;
  readonly inputSchema: Json;
  readonly annotations: Json;
  readonly scope: number | null;
  readonly at: Where;
}

/**
 * The tool that a call declares: `server.tool(name, description?, schema?, annotations?, handler)`, `server.registerTool(name, { … },
 * handler)`. null where it declares none.
 */
export function calledTool(context: Context, { node, scope }: Site<AnyCall>): DeclaredTool | null {
  const method =
    node.callee.type === 'MemberExpression' || node.callee.type === 'OptionalMemberExpression'
      ? memberKey(node.callee)
      : null;
  if (method !== 'tool' && method !== 'registerTool' && method !== 'registerAppTool' && method !== 'registerToolTask')
    return null;
  const [first, ...rest] = node.arguments;
  const handler = rest.at(-1);
  const name = first === undefined ? null : textOf(context, { node: first, scope });
  if (name === null || handler === undefined || !NAME.test(name)) return null;
  const about = rest.slice(0, -1).map((each) => ({ node: each, scope }));
  const declared = method === 'tool' ? described(context, about) : configured(context, about);
  return {
    name,
    ...declared,
    scope: handlerScope(context.reader.survey, { node: handler, scope }),
    at: { node, scope },
  };
}

/** The tool that an object of `name`, `description` and a schema is; null where it is none. */
export function objectTool(
  context: Context,
  { node, scope }: Where & { readonly node: ObjectExpression },
): DeclaredTool | null {
  const members = membersOf(node);
  const schema = SCHEMA_KEYS.find((key) => members.has(key));
  const handler = HANDLER_KEYS.find((key) => members.has(key));
  const isMarked = handler !== undefined || members.has('annotations') || members.has('outputSchema');
  const name = nameOf(context, { node, scope }, members, isMarked);
  if (schema === undefined || name === null || !NAME.test(name)) return null;
  // `parameters` and `schema` stand in many objects; beside a description they are a tool's.
  if ((schema === 'parameters' || schema === 'schema') && !members.has('description')) return null;
  const run = handler === undefined ? undefined : members.get(handler);
  return {
    name,
    ...configured(context, [{ node, scope }]),
    scope: run === undefined ? null : handlerScope(context.reader.survey, { node: run, scope }),
    at: { node, scope },
  };
}

/**
 * Some libraries name a tool by the key that it stands under; only what has a description, and a function or hints, is one then. The name
 * of a variable says nothing: a minifier chose it.
 */
function nameOf(
  context: Context,
  { node, scope }: Where,
  members: ReadonlyMap<string, Node>,
  isMarked: boolean,
): string | null {
  const named = members.get('name');
  if (named !== undefined) return textOf(context, { node: named, scope });
  return isMarked && members.has('description') ? (context.reader.survey.keyed.get(node) ?? null) : null;
}

type Declared = Pick<DeclaredTool, 'description' | 'inputSchema' | 'annotations'>;

/** Positional: a text is the description, an object of hints the annotations, another object or name the schema. */
function described(context: Context, about: readonly Where[]): Declared {
  let description: Declared['description'] = null;
  let inputSchema: Declared['inputSchema'] = null;
  let annotations: Declared['annotations'] = null;
  for (const [index, at] of about.entries()) {
    const { value } = context.reader.read(at.node, at.scope);
    const text = partlyKnown(value);
    if (index === 0 && text !== null) description = cut(text, MAX_DESCRIPTION);
    else if (isHints(value)) annotations = hintsOf(value);
    else if (inputSchema === null) inputSchema = schemaOf(context, at);
  }
  return { description, inputSchema, annotations };
}

function configured(context: Context, about: readonly Where[]): Declared {
  const at = about.map((each) => objectBehind(each)).find((each) => each !== null);
  if (at === undefined || at === null) return { description: null, inputSchema: null, annotations: null };
  const members = membersOf(at.node);
  const description = members.get('description');
  const text = description === undefined ? null : textOf(context, { node: description, scope: at.scope });
  const schema = SCHEMA_KEYS.map((key) => members.get(key)).find((each) => each !== undefined);
  const annotations = members.get('annotations');
  return {
    description: text === null ? null : cut(text, MAX_DESCRIPTION),
    inputSchema: schema === undefined ? null : schemaOf(context, { node: schema, scope: at.scope }),
    annotations: annotations === undefined ? null : hintsOf(context.reader.read(annotations, at.scope).value),
  };
}

function isHints(value: Value): boolean {
  return isEntries(value) && value.members.size > 0 && [...value.members.keys()].every((key) => HINTS.test(key));
}

function hintsOf(value: Value): Json {
  if (!isEntries(value)) return null;
  const hints = [...value.members].flatMap(([key, each]): [string, string | boolean][] =>
    typeof each === 'boolean' || typeof each === 'string'
      ? [[cut(key, MAX_NAME), typeof each === 'string' ? cut(each) : each]]
      : [],
  );
  return hints.length === 0 ? null : Object.fromEntries(hints);
}

function objectBehind({ node, scope }: Where): (Where & { readonly node: ObjectExpression }) | null {
  if (node.type === 'ObjectExpression') return { node, scope };
  const binding = node.type === 'Identifier' ? lookup(scope, node.name) : null;
  const write = binding === null ? null : onlyWrite(binding);
  return write?.node?.type === 'ObjectExpression' && write.path.length === 0
    ? { node: write.node, scope: write.scope }
    : null;
}

function membersOf({ properties }: ObjectExpression): ReadonlyMap<string, Node> {
  return new Map(
    properties.flatMap((each): [string, Node][] => {
      const key = each.type === 'SpreadElement' ? null : keyOf(each);
      if (key === null || each.type === 'SpreadElement') return [];
      return [[key, each.type === 'ObjectMethod' ? each : each.value]];
    }),
  );
}

function textOf({ reader }: Context, { node, scope }: Where): string | null {
  return partlyKnown(reader.read(node, scope).value);
}

function handlerScope(
  { scopes }: Survey,
  { node, scope }: { readonly node: Node; readonly scope: Scope },
): number | null {
  const binding = node.type === 'Identifier' ? lookup(scope, node.name) : null;
  const handler = binding === null ? node : (onlyWrite(binding)?.node ?? null);
  return handler === null ? null : (scopes.get(handler)?.functionNumber ?? null);
}
