import { isHandedOver, lastName } from './environment-handed.ts';
import { FIELD, KIND } from './grammar.ts';

import { displayed, type Notes } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { childIn, fieldOf, identifierOf, kindOf, parentOf } from './tree.ts';

/**
 * Notes the whole environment where it is taken as a value: copied, iterated, serialised, handed on.
 *
 * Not where it is handed to a process that is started (`env=`), also by way of a variable, a function or a dictionary's `env`.
 * `node` is an expression that stands for `os.environ`. by: how it is taken, `dict`, `copy`, `iteration`, or whom it is handed to.
 */
export function noteEnvironmentDump(file: PythonFile, node: number, notes: Notes, handed: HandedNames): void {
  const taken = takenAs(file, node);
  if (taken !== null && !isHandedOver(file, taken.node, handed()))
    notes.add('environment-dump', node, { value: '', by: taken.by });
}

/** Names that stand behind some `env=` of the file. Asked when first needed, which is seldom. */
export type HandedNames = () => ReadonlySet<string>;

interface Taken {
  /** The outermost expression that still is the environment. */
  readonly node: number;
  readonly by: string;
}

/** Climbs from `os.environ` through what copies it; null where one variable is asked for, or it only gets another name. */
function takenAs(file: PythonFile, start: number): Taken | null {
  const { tree } = file;
  let node = start;
  let by: string | null = null;
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const parent = parentOf(tree, node);
    switch (kindOf(tree, parent)) {
      case KIND.attribute: {
        const call = parentOf(tree, parent);
        if (kindOf(tree, call) !== KIND.call || fieldOf(tree, parent) !== FIELD.function) return null;
        const attribute = childIn(tree, parent, FIELD.attribute);
        const name = attribute === null ? '' : identifierOf(tree, attribute);
        if (!COPYING.has(name)) return null;
        by ??= name === 'copy' ? 'copy' : 'iteration';
        node = call;
        continue;
      }
      case KIND.dictionary_splat:
        by ??= 'spread';
        node = parent;
        continue;
      case KIND.dictionary:
      case KIND.parenthesized_expression:
      case KIND.argument_list:
      case KIND.conditional_expression:
      case KIND.boolean_operator:
      case KIND.await:
        node = parent;
        continue;
      case KIND.binary_operator:
        by ??= 'merge';
        node = parent;
        continue;
      case KIND.call: {
        const callee = childIn(tree, parent, FIELD.function);
        if (callee === null || callee === node) return null;
        const path = file.nameOf(callee)?.path ?? '';
        if (INDIFFERENT.has(path)) return null;
        if (!REMAKING.has(path))
          return { node, by: path === '' || path.startsWith('.') ? lastName(file, callee) : displayed(path) };
        by = by === null || by === 'spread' ? path : by;
        node = parent;
        continue;
      }
      case KIND.for_in_clause: {
        if (fieldOf(tree, node) !== FIELD.right) return null;
        by ??= 'iteration';
        node = parentOf(tree, parent);
        continue;
      }
      case KIND.comparison_operator:
        return null;
      case KIND.for_statement:
        return fieldOf(tree, node) === FIELD.right ? { node: parent, by: by ?? 'iteration' } : null;
      default:
        return by === null ? null : { node, by };
    }
  }
  return null;
}

const MAX_STEPS = 40;
const COPYING = new Set(['copy', 'items', 'keys', 'values', '__iter__', '_asdict']);
/** What makes another form of it; the name it then has tells how. */
const REMAKING = new Set([
  'dict',
  'list',
  'tuple',
  'sorted',
  'str',
  'repr',
  'json.dumps',
  'copy.copy',
  'copy.deepcopy',
  'collections.ChainMap',
  'pprint.pformat',
]);
const INDIFFERENT = new Set([
  'len',
  'isinstance',
  'id',
  'type',
  'bool',
  'hasattr',
  'getattr',
  'mock.patch.dict',
  'unittest.mock.patch.dict',
  'os.path.expandvars',
]);
