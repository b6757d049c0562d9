import { FIELD, KIND } from './grammar.ts';
import type { Binding, Scope } from './scopes.ts';
import { bindTarget, importedNames } from './targets.ts';
import { childIn, childrenOf, endOf, firstChildOf, identifierOf, kindOf, parentOf, type SyntaxTree } from './tree.ts';

/** Scopes and chains of assignments nested deeper are not followed. */
export const MAX_STEPS = 100;

/** Binds a name where Python would: in the scope itself, or in the one that `global` or `nonlocal` names. */
function put(scope: Scope, name: string, binding: Binding): void {
  let target = scope;
  for (let steps = 0; steps < MAX_STEPS && target.parent !== null && target.outward.has(name); steps += 1)
    target = target.parent;
  const bindings = target.names.get(name);
  if (bindings === undefined) target.names.set(name, [binding]);
  else bindings.push(binding);
}

/** Binds what a statement or expression binds. */
export function bind(tree: SyntaxTree, node: number, kind: number, scope: Scope): void {
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

/** Binds the name of a function or class. */
export function bindDefinition(tree: SyntaxTree, node: number, kind: number, scope: Scope): void {
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

/** Binds the parameters of a function or lambda in its own scope. */
export function bindParameters(tree: SyntaxTree, node: number, scope: Scope): void {
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
