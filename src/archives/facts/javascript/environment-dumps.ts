import type { ForInStatement, Node, SpreadElement } from '@babel/types';
import { pushChildren } from './children.ts';
import type { Context, Where } from './context.ts';
import { environmentOf } from './environment.ts';
import { keyOf } from './patterns.ts';
import { functionAround, lookup, onlyWrite, type Scope } from './scopes.ts';
import type { AnyCall, Site } from './surveyed.ts';

/** Functions that make a value, text or list of what they are given, or of what stands in it. */
const TAKERS = new Set([
  'JSON.stringify',
  'Object.entries',
  'Object.keys',
  'Object.values',
  'Object.assign',
  'Object.fromEntries',
  'Object.getOwnPropertyNames',
  'Reflect.ownKeys',
  'structuredClone',
  'util.inspect',
  'util.format',
  'querystring.stringify',
  'qs.stringify',
  'URLSearchParams',
  'v8.serialize',
  'Deno.env.toObject',
]);
const MERGES = new Set(['Object.assign']);
const MAX_NODES = 400;
const ENVIRONMENT_NAME = /env/i;

/**
 * Where the whole environment is taken as a value.
 *
 * Handing it on to a started process is what programs do with it: a copy that stands under the key `env`, or in a variable or function
 * whose name says so and whose value is used as such a key, is none.
 */
export interface EnvironmentDumps {
  readonly property: (key: string | null, value: Node) => void;
  readonly spread: (site: Site<SpreadElement>) => void;
  readonly loop: (site: Site<ForInStatement>) => void;
  readonly call: (site: Site<AnyCall>, meaning: string, isRequest: boolean) => void;
  /** Tells what is left once the file has been seen as a whole. */
  readonly finish: () => void;
}

export function environmentDumps(context: Context): EnvironmentDumps {
  const copies: { readonly by: string; readonly holder: Node | null; readonly at: Where }[] = [];
  /** Objects and names that stand under a key `env`. */
  const given = new Set<Node>();
  const givenNames = new Set<string>();

  function give(value: Node): void {
    switch (value.type) {
      case 'Identifier':
        givenNames.add(value.name);
        return;
      case 'ConditionalExpression':
        give(value.consequent);
        give(value.alternate);
        return;
      case 'LogicalExpression':
        give(value.left);
        give(value.right);
        return;
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
        give(value.expression);
        return;
      case 'CallExpression':
        given.add(value);
        for (const each of value.arguments) given.add(each);
        if (value.callee.type === 'Identifier') givenNames.add(value.callee.name);
        return;
      default:
        given.add(value);
    }
  }

  return {
    property(key, value) {
      if (key === 'env' || key === 'environment') give(value);
    },
    spread(site) {
      const by = environmentOf(context, site.node.argument, site.scope);
      if (by === null) return;
      copies.push({ by: `spread of ${by}`, holder: site.parent, at: site });
    },
    loop(site) {
      const by = environmentOf(context, site.node.right, site.scope);
      if (by !== null) context.tell({ kind: 'environment-dump', value: '', by: `for in ${by}` }, site);
    },
    call(site, meaning, isRequest) {
      if (meaning === 'Deno.env.toObject') copies.push({ by: meaning, holder: site.node, at: site });
      else if (MERGES.has(meaning)) {
        if (site.node.arguments.slice(1).some((each) => environmentOf(context, each, site.scope) !== null))
          copies.push({ by: meaning, holder: site.node, at: site });
      } else if ((TAKERS.has(meaning) || isRequest) && holdsEnvironment(context, site.node.arguments, site.scope)) {
        context.tell({ kind: 'environment-dump', value: '', by: meaning }, site);
      }
    },
    finish() {
      for (const { by, holder, at } of copies) {
        if (holder !== null && (given.has(holder) || isNamedEnvironment(holder, at.scope, givenNames, context)))
          continue;
        context.tell({ kind: 'environment-dump', value: '', by }, at);
      }
    },
  };
}

/** Whether the environment itself, and not one of its members, stands among what is given, also in an object by its name. */
function holdsEnvironment(context: Context, given: readonly Node[], around: Scope): boolean {
  const stack: { readonly node: Node; readonly scope: Scope }[] = given
    .toReversed()
    .map((node) => ({ node, scope: around }));
  let seen = 0;
  for (let next = stack.pop(); next !== undefined && seen < MAX_NODES; next = stack.pop()) {
    seen += 1;
    const { node, scope } = next;
    if (node.type === 'MemberExpression' || node.type === 'OptionalMemberExpression' || node.type === 'Identifier') {
      if (environmentOf(context, node, scope) !== null || isCopy(context, node, scope)) return true;
      const named = node.type === 'Identifier' ? objectNamed(node.name, scope) : null;
      if (named !== null) stack.push(named);
    } else if (node.type === 'ObjectProperty') stack.push({ node: node.value, scope });
    else if (node.type === 'ObjectExpression' || node.type === 'ArrayExpression' || node.type === 'SpreadElement') {
      const children: Node[] = [];
      pushChildren(children, node);
      for (const child of children) stack.push({ node: child, scope });
    }
  }
  return false;
}

/** The object that a name was given once, where it is written out. */
function objectNamed(name: string, scope: Scope): { readonly node: Node; readonly scope: Scope } | null {
  const binding = lookup(scope, name);
  const write = binding === null ? null : onlyWrite(binding);
  if (write?.how !== 'is' || write.path.length > 0 || write.node?.type !== 'ObjectExpression') return null;
  return { node: write.node, scope: write.scope };
}

/** A name that holds an object into which the environment was spread or merged. */
function isCopy(context: Context, node: Node, scope: Scope): boolean {
  const binding = node.type === 'Identifier' ? lookup(scope, node.name) : null;
  const write = binding === null ? null : onlyWrite(binding);
  if (write?.how !== 'is' || write.path.length > 0 || write.node === null) return false;
  if (write.node.type === 'CallExpression')
    return (
      write.node.arguments.some((each) => environmentOf(context, each, write.scope) !== null) &&
      context.reader.meaning(write.node.callee, write.scope) === 'Object.assign'
    );
  if (write.node.type !== 'ObjectExpression') return false;
  return write.node.properties.some(
    (each) => each.type === 'SpreadElement' && environmentOf(context, each.argument, write.scope) !== null,
  );
}

function isNamedEnvironment(holder: Node, scope: Scope, names: ReadonlySet<string>, { reader }: Context): boolean {
  const around = functionAround(scope);
  const own = reader.survey.named.get(holder) ?? null;
  const written = [own, around === null ? null : nameOfFunction(around, reader.survey.named)];
  return written.some((name) => name !== null && (names.has(name) || ENVIRONMENT_NAME.test(name)));
}

function nameOfFunction(node: Node, named: ReadonlyMap<Node, string>): string | null {
  if (node.type === 'FunctionDeclaration') return node.id?.name ?? null;
  if (node.type === 'ObjectMethod' || node.type === 'ClassMethod') return keyOf(node);
  return named.get(node) ?? null;
}
