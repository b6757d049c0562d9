import { membersOf, type Constant } from './constants.ts';
import { KIND } from './grammar.ts';
import { lookup } from './lookup.ts';
import type { PythonFile } from './python-file.ts';
import { afterOf, identifierOf, kindOf } from './tree.ts';

/**
 * What an expression may be: its constant, or one for each member where it hangs on a loop over constants.
 *
 * `for path in ('~/.ssh/id_rsa', '~/.netrc'): open(expanduser(path))` opens both. [] where nothing is known.
 */
export function valuesOf(file: PythonFile, node: number): readonly Constant[] {
  const constant = file.fold(node);
  const isWhole = constant !== null && ((constant.is !== 'text' && constant.is !== 'bytes') || constant.whole);
  const looped = isWhole ? [] : loopedValues(file, node);
  if (looped.length > 0) return looped;
  return constant === null ? [] : [constant];
}

function loopedValues(file: PythonFile, node: number): readonly Constant[] {
  const end = Math.min(afterOf(file.tree, node), node + MAX_NODES);
  for (let at = node; at < end; at += 1) {
    if (kindOf(file.tree, at) !== KIND.identifier) continue;
    const name = identifierOf(file.tree, at);
    const binding = lookup(file, name, at)?.binding;
    const members = binding?.is === 'member-of' ? membersOf(file.fold(binding.node)) : null;
    if (members === null) continue;
    return members.slice(0, MAX_MEMBERS).flatMap((member) => file.fold(node, new Map([[name, member]])) ?? []);
  }
  return [];
}

const MAX_NODES = 60;
const MAX_MEMBERS = 50;
