import type { Node, ObjectExpression } from '@babel/types';
import type { Json } from '../../../model/place.ts';
import { cut } from '../bounds.ts';
import { pushChildren } from './children.ts';
import type { Context, Where } from './context.ts';
import { keyOf, memberKey } from './patterns.ts';
import { lookup, onlyWrite } from './scopes.ts';
import { partlyKnown } from './values.ts';

const MAX_PROPERTIES = 200;
const MAX_DEPTH = 4;
const MAX_STEPS = 12;
const MAX_NODES = 80;
/** Calls of schema libraries that are given an object of properties. */
const OBJECTS = new Set(['object', 'Object', 'strictObject', 'looseObject', 'interface', 'type', 'Struct']);
/** Calls that give back a schema like the one that they are made on, with what they are given. */
const ADDS = new Set(['extend', 'merge', 'augment', 'safeExtend', 'and', 'intersection', 'Composite', 'Intersect']);
const DESCRIBES = new Set(['describe', 'description']);

/**
 * The properties of a tool's input with their descriptions, nested ones as `filter.name`: of a JSON Schema, a zod object or raw shape, and
 * of libraries that are written alike. null where nothing of it is constant.
 */
export function schemaOf(context: Context, at: Where): Json {
  const found = new Map<string, string | null>();
  addProperties(context, at, '', 0, found);
  return found.size === 0 ? null : Object.fromEntries(found);
}

function addProperties(
  context: Context,
  at: Where,
  prefix: string,
  depth: number,
  found: Map<string, string | null>,
): void {
  if (depth >= MAX_DEPTH) return;
  for (const { node, scope } of shapesOf(at)) {
    for (const property of node.properties) {
      if (found.size >= MAX_PROPERTIES) return;
      if (property.type === 'SpreadElement') {
        addProperties(context, { node: property.argument, scope }, prefix, depth + 1, found);
        continue;
      }
      const key = property.type === 'ObjectProperty' ? keyOf(property) : null;
      if (key === null || property.type !== 'ObjectProperty') continue;
      const name = cut(prefix + key, 100);
      found.set(name, descriptionOf(context, { node: property.value, scope }));
      addProperties(context, { node: property.value, scope }, `${name}.`, depth + 1, found);
    }
  }
}

/** The objects whose members are the properties of a schema. */
function shapesOf(start: Where): readonly (Where & { readonly node: ObjectExpression })[] {
  const shapes: (Where & { readonly node: ObjectExpression })[] = [];
  const stack: Where[] = [start];
  for (let steps = 0, at = stack.pop(); at !== undefined && steps < MAX_STEPS; steps += 1, at = stack.pop()) {
    const { node, scope } = at;
    if (node.type === 'ObjectExpression') shapes.push(...shapesOfObject({ node, scope }));
    else stack.push(...behind(at));
  }
  return shapes;
}

/** A JSON Schema says `properties`; an object without a type of its own is a raw shape. */
function shapesOfObject({
  node,
  scope,
}: Where & { readonly node: ObjectExpression }): readonly (Where & { readonly node: ObjectExpression })[] {
  const members = new Map(
    node.properties.flatMap((each) =>
      each.type === 'ObjectProperty' ? [[keyOf(each) ?? '', each.value] as const] : [],
    ),
  );
  const properties = members.get('properties');
  if (properties?.type === 'ObjectExpression') return [{ node: properties, scope }];
  const items = members.get('items');
  if (items?.type === 'ObjectExpression') return shapesOfObject({ node: items, scope });
  const type = members.get('type');
  return type?.type === 'StringLiteral' ||
    type?.type === 'ArrayExpression' ||
    members.has('$ref') ||
    members.has('anyOf') ||
    members.has('enum')
    ? []
    : [{ node, scope }];
}

/** What a name, chain or wrapper stands for. */
function behind({ node, scope }: Where): readonly Where[] {
  switch (node.type) {
    case 'Identifier': {
      const binding = lookup(scope, node.name);
      const write = binding === null ? null : onlyWrite(binding);
      return write?.how === 'is' && write.node !== null && write.path.length === 0
        ? [{ node: write.node, scope: write.scope }]
        : [];
    }
    case 'MemberExpression':
      return memberKey(node) === 'shape' ? [{ node: node.object, scope }] : [];
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return [{ node: node.expression, scope }];
    case 'CallExpression': {
      const { callee } = node;
      const name =
        callee.type === 'MemberExpression' ? memberKey(callee) : callee.type === 'Identifier' ? callee.name : null;
      const given = node.arguments.map((each) => ({ node: each, scope }));
      if (name !== null && OBJECTS.has(name)) return given.slice(0, 1);
      if (callee.type !== 'MemberExpression') return /schema|shape/i.test(name ?? '') ? given.slice(0, 1) : [];
      return name !== null && ADDS.has(name)
        ? [...given, { node: callee.object, scope }]
        : [{ node: callee.object, scope }];
    }
    default:
      return [];
  }
}

/** What is said of one property: `.describe('…')`, or a constant `description` beside its type. */
function descriptionOf(context: Context, { node: start, scope }: Where): string | null {
  const stack: Node[] = [start];
  for (let nodes = 0, node = stack.pop(); node !== undefined && nodes < MAX_NODES; nodes += 1, node = stack.pop()) {
    if (node.type === 'CallExpression') {
      const method = node.callee.type === 'MemberExpression' ? memberKey(node.callee) : null;
      const [text] = node.arguments;
      if (method !== null && DESCRIBES.has(method) && text !== undefined)
        return constantText(context, { node: text, scope });
      if (method !== null && OBJECTS.has(method)) continue;
      if (node.callee.type === 'MemberExpression') stack.push(node.callee.object);
      stack.push(...node.arguments);
    } else if (node.type === 'ObjectExpression') {
      for (const property of node.properties) {
        if (property.type === 'ObjectProperty' && keyOf(property) === 'description')
          return constantText(context, { node: property.value, scope });
      }
    } else if (node.type === 'ArrayExpression') pushChildren(stack, node);
  }
  return null;
}

function constantText(context: Context, { node, scope }: Where): string | null {
  const text = partlyKnown(context.reader.read(node, scope).value);
  return text === null ? null : cut(text, MAX_DESCRIPTION);
}

/** Long enough for what hides behind a screenful of blank lines. */
export const MAX_DESCRIPTION = 4_000;
