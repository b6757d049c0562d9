import { FIELD, KIND } from './grammar.ts';
import { bindTarget, importedNames } from './targets.ts';
import {
  afterOf,
  childIn,
  childrenOf,
  endOf,
  firstChildOf,
  identifierOf,
  kindOf,
  parentOf,
  type SyntaxTree,
} from './tree.ts';

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

/** Binds a name where Python would: in the scope itself, or in the one that `global` or `nonlocal` names. */
function put(scope: Scope, name: string, binding: Binding): void {
  let target = scope;
  for (let steps = 0; steps < MAX_STEPS && target.parent !== null && target.outward.has(name); steps += 1)
    target = target.parent;
  const bindings = target.names.get(name);
  if (bindings === undefined) target.names.set(name, [binding]);
  else bindings.push(binding);
}

function bind(tree: SyntaxTree, node: number, kind: number, scope: Scope): void {
  switch (kind) {
    case KIND.assignment:
      return bindAssignment(tree, node, scope);
    case KIND.augmented_assignment:
      return bindAugmented(tree, node, scope);
    case KIND.named_expression:
      return bindNamed(tree, node, scope);
    case KIND.for_statement:
    case KIND.for_in_clause:
      return bindMembers(tree, node, scope);
    case KIND.as_pattern:
      return bindEntered(tree, node, scope);
    case KIND.import_statement:
    case KIND.import_from_statement:
      for (const { name, path } of importedNames(tree, node))
        put(scope, name, { is: 'import', path, at: endOf(tree, node) });
      return undefined;
    case KIND.global_statement:
    case KIND.nonlocal_statement:
      for (const child of childrenOf(tree, node)) scope.outward.add(identifierOf(tree, child));
      return undefined;
    default:
      return undefined;
  }
}

function bindDefinition(tree: SyntaxTree, node: number, kind: number, scope: Scope): void {
  const name = childIn(tree, node, FIELD.name);
  if (name === null) return;
  const is = kind === KIND.class_definition ? 'class' : 'function';
  put(scope, identifierOf(tree, name), { is, node, at: endOf(tree, name) });
}

function bindAssignment(tree: SyntaxTree, node: number, scope: Scope): void {
  const left = childIn(tree, node, FIELD.left);
  let right = childIn(tree, node, FIELD.right);
  if (left === null || right === null) return;
  const at = endOf(tree, right);
  for (let links = 0; links < MAX_STEPS && kindOf(tree, right) === KIND.assignment; links += 1) {
    const next = childIn(tree, right, FIELD.right);
    if (next === null) return;
    right = next;
  }
  bindTarget(tree, left, right, (target, value) => bindName(tree, target, value, at, scope));
}

function bindName(tree: SyntaxTree, target: number, value: number | null, at: number, scope: Scope): void {
  const binding: Binding = value === null ? { is: 'unknown', at } : { is: 'value', node: value, at };
  if (kindOf(tree, target) === KIND.identifier) return put(scope, identifierOf(tree, target), binding);
  const member = memberOfSelf(tree, target);
  const owner = member === null ? null : classAround(scope);
  if (member !== null && owner !== null) put(owner, `.${member}`, binding);
}

function bindAugmented(tree: SyntaxTree, node: number, scope: Scope): void {
  const left = childIn(tree, node, FIELD.left);
  const right = childIn(tree, node, FIELD.right);
  if (left === null || right === null || kindOf(tree, left) !== KIND.identifier) return;
  const adds = tree.text.slice(endOf(tree, left), tree.starts[right]).trim() === '+=';
  const at = endOf(tree, right);
  put(scope, identifierOf(tree, left), adds ? { is: 'added', node: right, at } : { is: 'unknown', at });
}

function bindNamed(tree: SyntaxTree, node: number, scope: Scope): void {
  const [name, value] = childrenOf(tree, node);
  if (name === undefined || value === undefined) return;
  const outside = scope.kind === 'loop' ? (scope.parent ?? scope) : scope;
  put(outside, identifierOf(tree, name), { is: 'value', node: value, at: endOf(tree, value) });
}

function bindMembers(tree: SyntaxTree, node: number, scope: Scope): void {
  const left = childIn(tree, node, FIELD.left);
  const right = childIn(tree, node, FIELD.right);
  if (left === null || right === null) return;
  // A comprehension's value stands before the loop that binds its names.
  const at = scope.kind === 'loop' ? 0 : endOf(tree, right);
  if (kindOf(tree, left) === KIND.identifier)
    return put(scope, identifierOf(tree, left), { is: 'member-of', node: right, at });
  for (const name of childrenOf(tree, left)) {
    if (kindOf(tree, name) === KIND.identifier) put(scope, identifierOf(tree, name), { is: 'unknown', at });
  }
}

/** `with X as y`; what `except X as y` catches is known to nobody. */
function bindEntered(tree: SyntaxTree, node: number, scope: Scope): void {
  const [value, alias] = childrenOf(tree, node);
  const name = alias === undefined ? null : firstChildOf(tree, alias);
  if (value === undefined || name === null || kindOf(tree, name) !== KIND.identifier) return;
  const at = endOf(tree, node);
  const isEntered = kindOf(tree, parentOf(tree, node)) === KIND.with_item;
  put(scope, identifierOf(tree, name), isEntered ? { is: 'entered', node: value, at } : { is: 'unknown', at });
}

function bindParameters(tree: SyntaxTree, node: number, scope: Scope): void {
  const parameters = childIn(tree, node, FIELD.parameters);
  if (parameters === null) return;
  for (const [place, parameter] of childrenOf(tree, parameters).entries()) {
    const kind = kindOf(tree, parameter);
    const name =
      kind === KIND.identifier ? parameter : (childIn(tree, parameter, FIELD.name) ?? firstChildOf(tree, parameter));
    if (name === null || kindOf(tree, name) !== KIND.identifier) continue;
    const isSplat = kind === KIND.list_splat_pattern || kind === KIND.dictionary_splat_pattern;
    const value = isSplat || kind === KIND.identifier ? null : childIn(tree, parameter, FIELD.value);
    const type = isSplat || kind === KIND.identifier ? null : childIn(tree, parameter, FIELD.type);
    const known = identifierOf(tree, name);
    put(scope, known, {
      is: isSplat ? 'unknown' : 'parameter',
      node: value,
      type,
      owner: node,
      place,
      name: known,
      at: 0,
    });
  }
}

/** `name` of `self.name` and `cls.name`. */
export function memberOfSelf(tree: SyntaxTree, node: number): string | null {
  if (kindOf(tree, node) !== KIND.attribute) return null;
  const object = childIn(tree, node, FIELD.object);
  const attribute = childIn(tree, node, FIELD.attribute);
  if (object === null || attribute === null || kindOf(tree, object) !== KIND.identifier) return null;
  const owner = identifierOf(tree, object);
  return owner === 'self' || owner === 'cls' ? identifierOf(tree, attribute) : null;
}

export function classAround(scope: Scope): Scope | null {
  let current: Scope | null = scope;
  for (let steps = 0; steps < MAX_STEPS && current !== null; steps += 1) {
    if (current.kind === 'class') return current;
    current = current.parent;
  }
  return null;
}

/** Scopes and chains of assignments nested deeper are not followed. */
export const MAX_STEPS = 100;
