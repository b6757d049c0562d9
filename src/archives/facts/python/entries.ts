import { wholeText } from './constants.ts';
import { FIELD, KIND } from './grammar.ts';
import { lookup, lookupMember } from './lookup.ts';
import type { PythonFile } from './python-file.ts';
import { bare, childIn, childrenOf, identifierOf, kindOf } from './tree.ts';

/** The expression behind a name, followed through assignments: the dictionary of `CONFIG`. The node itself where it is no name. */
export function valueNode(file: PythonFile, node: number): number {
  let current = bare(file.tree, node);
  for (let links = 0; links < MAX_LINKS; links += 1) {
    const kind = kindOf(file.tree, current);
    let found = null;
    if (kind === KIND.identifier) found = lookup(file, identifierOf(file.tree, current), current);
    else if (kind === KIND.attribute) found = lookupMember(file, current);
    const binding = found?.binding;
    const given = binding?.is === 'parameter' ? (file.onlyArgument(binding) ?? binding.node) : null;
    const next = binding?.is === 'value' ? binding.node : given;
    if (next === null) return current;
    current = bare(file.tree, next);
  }
  return current;
}

/** The member that a subscript takes out of a list or dictionary whose text stands in the file; null where that is not known. */
export function entryOf(file: PythonFile, node: number): number | null {
  const object = childIn(file.tree, node, FIELD.value);
  const key = childIn(file.tree, node, FIELD.subscript);
  if (object === null || key === null) return null;
  const holder = valueNode(file, object);
  const kind = kindOf(file.tree, holder);
  if (kind === KIND.dictionary) {
    const name = wholeText(file.fold(key));
    return name === null ? null : valueOfKey(file, holder, name);
  }
  if (kind !== KIND.list && kind !== KIND.tuple) return null;
  const index = file.fold(key);
  return index?.is === 'number' ? (childrenOf(file.tree, holder).at(index.number) ?? null) : null;
}

/** The value beside a constant key of a dictionary literal; null where there is none. Of several, Python keeps the last. */
export function valueOfKey(file: PythonFile, dictionary: number, name: string): number | null {
  let value: number | null = null;
  for (const pair of childrenOf(file.tree, dictionary).slice(0, MAX_PAIRS)) {
    if (kindOf(file.tree, pair) !== KIND.pair) continue;
    const key = childIn(file.tree, pair, FIELD.key);
    if (key !== null && wholeText(file.fold(key)) === name) value = childIn(file.tree, pair, FIELD.value);
  }
  return value;
}

const MAX_LINKS = 20;
const MAX_PAIRS = 500;
