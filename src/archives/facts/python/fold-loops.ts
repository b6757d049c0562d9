import { list, membersOf, type Constant } from './constants.ts';
import { FIELD, KIND } from './grammar.ts';
import type { Given, PythonFile } from './python-file.ts';
import { childIn, childrenOf, identifierOf, kindOf } from './tree.ts';

/**
 * What a comprehension makes of constants: `chr(c ^ 7) for c in (…)`.
 *
 * One loop without conditions; null for others, and where not every member is known.
 */
export function elements(file: PythonFile, node: number, given: Given | null): Constant | null {
  const body = childIn(file.tree, node, FIELD.body);
  const [loop, ...more] = childrenOf(file.tree, node).filter((child) => child !== body);
  if (body === null || loop === undefined || more.length > 0 || kindOf(file.tree, loop) !== KIND.for_in_clause)
    return null;
  const left = childIn(file.tree, loop, FIELD.left);
  const right = childIn(file.tree, loop, FIELD.right);
  if (left === null || right === null) return null;
  const members = membersOf(file.fold(right, given));
  if (members === null) return null;
  const values: Constant[] = [];
  for (const member of members) {
    const names = bound(file, left, member, given);
    const value = names === null ? null : file.fold(body, names);
    // What is not known of one member is known of none.
    if (value === null) return null;
    values.push(value);
  }
  return list(
    values,
    values.reduce((set, value) => set | value.ways, 0),
  );
}

/** A name, or a flat pattern of names, with the member or its parts; null where they do not match. */
export function bound(file: PythonFile, left: number, member: Constant, given: Given | null): Given | null {
  if (kindOf(file.tree, left) === KIND.identifier)
    return new Map([...(given ?? []), [identifierOf(file.tree, left), member]]);
  const targets = childrenOf(file.tree, left);
  const parts = membersOf(member);
  if (parts === null || parts.length !== targets.length) return null;
  const names = new Map(given ?? []);
  for (const [index, target] of targets.entries()) {
    const part = parts[index];
    if (part === undefined || kindOf(file.tree, target) !== KIND.identifier) return null;
    names.set(identifierOf(file.tree, target), part);
  }
  return names;
}
