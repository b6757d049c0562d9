import { bind, bindDefinition, bindParameters } from './bindings.ts';
import { FIELD, KIND } from './grammar.ts';
import { afterOf, childIn, kindOf, type SyntaxTree } from './tree.ts';

/** What gives a name its value, at one place of the file. */
export type Binding = { readonly at: number } & (
  | { readonly is: 'value' | 'added' | 'member-of' | 'entered' | 'function' | 'class'; readonly node: number }
  | { readonly is: 'import'; readonly path: string }
  | Parameter
  | { readonly is: 'unknown' }
);

export interface Parameter {
  readonly is: 'parameter';
  /** The default. */
  readonly node: number | null;
  readonly type: number | null;
  readonly owner: number;
  readonly place: number;
  readonly name: string;
}

export interface Scope {
  readonly kind: 'module' | 'function' | 'class' | 'loop';
  readonly parent: Scope | null;
  /** The definition, lambda, class or comprehension; the root for the module. */
  readonly node: number;
  /** Of the innermost function; 0 at the top level. */
  readonly functionNumber: number;
  /** Bindings of a name, in the order of the file. Attributes of `self` stand in their class, as `.name`. */
  readonly names: Map<string, Binding[]>;
  /** Names that `global` and `nonlocal` hand to a scope outside. */
  readonly outward: Set<string>;
}

export interface Scopes {
  readonly of: (node: number) => Scope;
  readonly numberOf: (definition: number) => number | null;
}

/**
 * The scopes of a file and what binds names in them.
 *
 * Functions and lambdas are numbered in the order of the file, from 1. Module and class bodies, decorators and the defaults of
 * parameters run where they stand.
 */
export function scopesOf(tree: SyntaxTree): Scopes {
  const module = newScope('module', null, 0, 0);
  const scopes: Scope[] = [module];
  const rows = new Uint32Array(tree.size);
  const numbers = new Map<number, number>();
  const bodies = new Map<number, number>();
  const open = [{ index: 0, after: tree.size }];
  let functions = 0;

  for (let node = 0; node < tree.size; node += 1) {
    while (open.length > 1 && node >= (open.at(-1)?.after ?? 0)) open.pop();
    let current = open.at(-1)?.index ?? 0;
    const body = bodies.get(node);
    if (body !== undefined) {
      bodies.delete(node);
      open.push({ index: body, after: afterOf(tree, node) });
      current = body;
    }
    const scope = scopes[current] ?? module;
    rows[node] = current;
    const kind = kindOf(tree, node);
    const opens = OPENING.get(kind);
    if (opens === undefined) {
      bind(tree, node, kind, scope);
      continue;
    }
    if (opens === 'function') numbers.set(node, (functions += 1));
    const inner = newScope(opens, scope, node, opens === 'function' ? functions : scope.functionNumber);
    scopes.push(inner);
    if (opens === 'loop') {
      rows[node] = scopes.length - 1;
      open.push({ index: scopes.length - 1, after: afterOf(tree, node) });
      continue;
    }
    bindDefinition(tree, node, kind, scope);
    if (opens === 'function') bindParameters(tree, node, inner);
    const at = childIn(tree, node, FIELD.body);
    if (at !== null) bodies.set(at, scopes.length - 1);
  }
  return {
    of: (node) => scopes[rows[node] ?? 0] ?? module,
    numberOf: (definition) => numbers.get(definition) ?? null,
  };
}

const OPENING = new Map<number, Scope['kind']>([
  [KIND.function_definition, 'function'],
  [KIND.lambda, 'function'],
  [KIND.class_definition, 'class'],
  [KIND.list_comprehension, 'loop'],
  [KIND.set_comprehension, 'loop'],
  [KIND.dictionary_comprehension, 'loop'],
  [KIND.generator_expression, 'loop'],
]);

function newScope(kind: Scope['kind'], parent: Scope | null, node: number, functionNumber: number): Scope {
  return { kind, parent, node, functionNumber, names: new Map(), outward: new Set() };
}
