import { FIELD, KIND } from './grammar.ts';
import type { PythonFile } from './python-file.ts';
import { classAround, MAX_STEPS, memberOfSelf } from './bindings.ts';
import type { Binding, Scope } from './scopes.ts';
import { bare, childIn, identifierOf, kindOf, startOf } from './tree.ts';

export interface Found {
  readonly binding: Binding;
  /** All of the name in the same scope, in order, and which of them it is. */
  readonly bindings: readonly Binding[];
  readonly index: number;
}

/**
 * What gave a name its value where it is used: the last binding before it in its own scope, the last of all in one outside.
 *
 * By the order of the text, not of the run: branches are taken as if each were gone through. None is preferred to by any other value.
 * null for builtins and names that nothing in the file binds.
 */
export function lookup(file: Pick<PythonFile, 'tree' | 'scopes'>, name: string, node: number): Found | null {
  const start = file.scopes.of(node);
  let scope: Scope | null = start;
  for (let steps = 0; steps < MAX_STEPS && scope !== null; steps += 1) {
    const isVisible = scope === start || scope.kind !== 'class';
    const bindings = isVisible ? scope.names.get(name) : undefined;
    if (bindings !== undefined) return telling(file, bindings, scope === start ? startOf(file.tree, node) : Infinity);
    scope = scope.parent;
  }
  return null;
}

/** The same for `self.name` in a method, and for `Class.name` in the file. */
export function lookupMember(file: Pick<PythonFile, 'tree' | 'scopes'>, node: number): Found | null {
  const own = memberOfSelf(file.tree, node);
  if (own !== null) {
    const scope = classAround(file.scopes.of(node));
    return scope === null ? null : memberIn(file, scope, own);
  }
  const object = childIn(file.tree, node, FIELD.object);
  const attribute = childIn(file.tree, node, FIELD.attribute);
  if (object === null || attribute === null || kindOf(file.tree, object) !== KIND.identifier) return null;
  const scope = classNamed(file, object);
  return scope === null ? null : memberIn(file, scope, identifierOf(file.tree, attribute));
}

function memberIn(file: Pick<PythonFile, 'tree'>, scope: Scope, name: string): Found | null {
  const bindings = scope.names.get(`.${name}`) ?? scope.names.get(name);
  return bindings === undefined ? null : telling(file, bindings, Infinity);
}

/** The class that a name stands for: `C` of `class C`, or an instance of it. */
function classNamed(file: Pick<PythonFile, 'tree' | 'scopes'>, node: number): Scope | null {
  const found = lookup(file, identifierOf(file.tree, node), node)?.binding;
  if (found === undefined) return null;
  if (found.is === 'class') return scopeOfClass(file, found.node);
  if (found.is !== 'value') return null;
  const value = bare(file.tree, found.node);
  const callee = kindOf(file.tree, value) === KIND.call ? childIn(file.tree, value, FIELD.function) : null;
  if (callee === null || kindOf(file.tree, callee) !== KIND.identifier) return null;
  const made = lookup(file, identifierOf(file.tree, callee), callee)?.binding;
  return made?.is === 'class' ? scopeOfClass(file, made.node) : null;
}

export function scopeOfClass(file: Pick<PythonFile, 'tree' | 'scopes'>, node: number): Scope | null {
  const body = childIn(file.tree, node, FIELD.body);
  return body === null ? null : file.scopes.of(body);
}

function telling(file: Pick<PythonFile, 'tree'>, bindings: readonly Binding[], before: number): Found | null {
  const last = lastBefore(bindings, before);
  let index = last;
  while (index > 0 && last - index < MAX_STEPS && saysNothing(file, bindings[index])) index -= 1;
  if (saysNothing(file, bindings[index])) index = last;
  const binding = bindings[index];
  return binding === undefined ? null : { binding, bindings, index };
}

/** The last that stands before an offset, the first of all where none does. They stand in the order of the file. */
function lastBefore(bindings: readonly Binding[], before: number): number {
  let low = 0;
  let high = bindings.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((bindings[middle]?.at ?? 0) <= before) low = middle;
    else high = middle;
  }
  return low;
}

function saysNothing({ tree }: Pick<PythonFile, 'tree'>, binding: Binding | undefined): boolean {
  return binding?.is === 'value' && kindOf(tree, binding.node) === KIND.none;
}
