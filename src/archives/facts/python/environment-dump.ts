import { FIELD, KIND } from './grammar.ts';
import type { Notes } from './notes.ts';
import { displayed } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { afterOf, childIn, fieldOf, firstChildOf, identifierOf, kindOf, parentOf, ROOT, sourceOf } from './tree.ts';

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

/** Whether what was taken goes to a started process, or to a variable or function that does. */
function isHandedOver(file: PythonFile, taken: number, handed: ReadonlySet<string>): boolean {
  const { tree } = file;
  const parent = parentOf(tree, taken);
  switch (kindOf(tree, parent)) {
    case KIND.keyword_argument: {
      const name = childIn(tree, parent, FIELD.name);
      return name !== null && ENVIRONMENT_NAMES.has(identifierOf(tree, name));
    }
    case KIND.pair: {
      const key = childIn(tree, parent, FIELD.key);
      return key !== null && ENVIRONMENT_NAMES.has(unquoted(file, key));
    }
    case KIND.assignment:
      return isAssignedOver(file, taken, handed);
    case KIND.return_statement: {
      const owner = file.scopes.of(parent).node;
      const name = kindOf(tree, owner) === KIND.function_definition ? childIn(tree, owner, FIELD.name) : null;
      return name !== null && handed.has(identifierOf(tree, name));
    }
    case KIND.call:
    case KIND.argument_list:
      return isUpdateOf(file, parent, handed);
    default:
      return isPositionalEnvironment(file, taken);
  }
}

/** `env = …`, `options['env'] = …`, also one after the other. */
function isAssignedOver(file: PythonFile, taken: number, handed: ReadonlySet<string>): boolean {
  const { tree } = file;
  let value = taken;
  for (let links = 0; links < MAX_STEPS && kindOf(tree, parentOf(tree, value)) === KIND.assignment; links += 1) {
    value = parentOf(tree, value);
    const left = childIn(tree, value, FIELD.left);
    const key = left === null || kindOf(tree, left) !== KIND.subscript ? null : childIn(tree, left, FIELD.subscript);
    if (key !== null && ENVIRONMENT_NAMES.has(unquoted(file, key))) return true;
    if (left !== null && handed.has(lastName(file, left))) return true;
  }
  return false;
}

/** `env.update(os.environ)`. */
function isUpdateOf(file: PythonFile, inside: number, handed: ReadonlySet<string>): boolean {
  const call = kindOf(file.tree, inside) === KIND.call ? inside : parentOf(file.tree, inside);
  const callee = childIn(file.tree, call, FIELD.function);
  if (callee === null || kindOf(file.tree, callee) !== KIND.attribute) return isPositionalCall(file, call);
  const object = childIn(file.tree, callee, FIELD.object);
  return (object !== null && handed.has(lastName(file, object))) || isPositionalCall(file, call);
}

function isPositionalEnvironment(file: PythonFile, node: number): boolean {
  return isPositionalCall(file, parentOf(file.tree, parentOf(file.tree, node)));
}

/** `os.execve(path, args, env)` and its kin. */
function isPositionalCall(file: PythonFile, call: number): boolean {
  const callee = kindOf(file.tree, call) === KIND.call ? childIn(file.tree, call, FIELD.function) : null;
  return callee !== null && /^os\.(?:exec|spawn|posix_spawn)\w{0,6}$/.test(file.nameOf(callee)?.path ?? '');
}

/** All names that stand in an expression behind `env=`, and those that these are assigned from. */
export function handedNames(file: PythonFile): ReadonlySet<string> {
  const { tree } = file;
  const names = new Set<string>();
  const assignments: number[] = [];
  for (let node = ROOT; node < tree.size; node += 1) {
    const kind = kindOf(tree, node);
    if (kind === KIND.assignment) assignments.push(node);
    if (kind !== KIND.keyword_argument && kind !== KIND.pair) continue;
    const [name, value] = kind === KIND.pair ? [FIELD.key, FIELD.value] : [FIELD.name, FIELD.value];
    const key = childIn(tree, node, name);
    const at = childIn(tree, node, value);
    if (key !== null && at !== null && ENVIRONMENT_NAMES.has(unquoted(file, key))) addNames(file, at, names);
  }
  for (const node of assignments) {
    const left = childIn(tree, node, FIELD.left);
    const right = childIn(tree, node, FIELD.right);
    if (left !== null && right !== null && names.has(lastName(file, left))) addNames(file, right, names);
  }
  return names;
}

function addNames(file: PythonFile, node: number, names: Set<string>): void {
  const end = Math.min(afterOf(file.tree, node), node + MAX_NODES);
  for (let at = node; at < end; at += 1) {
    const name = kindOf(file.tree, at) === KIND.identifier ? identifierOf(file.tree, at) : '';
    if (name !== '' && !PLAIN.has(name)) names.add(name);
  }
}

function unquoted(file: PythonFile, node: number): string {
  return sourceOf(file.tree, node).slice(0, MAX_KEY).replace(/['"]/g, '');
}

function lastName(file: PythonFile, node: number): string {
  const kind = kindOf(file.tree, node);
  if (kind === KIND.identifier) return identifierOf(file.tree, node);
  const last = kind === KIND.attribute ? childIn(file.tree, node, FIELD.attribute) : firstChildOf(file.tree, node);
  return last !== null && kindOf(file.tree, last) === KIND.identifier ? identifierOf(file.tree, last) : '';
}

const MAX_STEPS = 40;
const MAX_KEY = 40;
const MAX_NODES = 300;
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
const ENVIRONMENT_NAMES = new Set(['env', 'environ', 'environment', 'envs', 'env_vars', 'extra_env']);
const PLAIN = new Set(['os', 'environ', 'dict', 'self', 'copy', 'None', 'str']);
