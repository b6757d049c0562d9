import { FIELD, KIND } from './grammar.ts';
import type { PythonFile } from './python-file.ts';
import { afterOf, childIn, childrenOf, firstChildOf, identifierOf, kindOf, parentOf, ROOT, sourceOf } from './tree.ts';

/** Whether what was taken goes to a started process, or to a variable or function that does. */
export function isHandedOver(file: PythonFile, taken: number, handed: ReadonlySet<string>): boolean {
  const { tree } = file;
  const parent = parentOf(tree, taken);
  switch (kindOf(tree, parent)) {
    case KIND.keyword_argument: {
      const name = childIn(tree, parent, FIELD.name);
      return name !== null && ENVIRONMENT_NAMES.has(identifierOf(tree, name));
    }
    case KIND.pair: {
      const key = childIn(tree, parent, FIELD.key);
      return key !== null && ENVIRONMENT_NAMES.has(unquoted(file, key)) && !isReported(file, parentOf(tree, parent));
    }
    case KIND.assignment:
      return isAssignedOver(file, taken, handed);
    case KIND.return_statement:
      return handed.has(functionAround(file, parent));
    case KIND.call:
    case KIND.argument_list:
      return isUpdateOf(file, parent, handed);
    default:
      return isPositionalEnvironment(file, taken);
  }
}

/** Whether a dictionary with an `env` tells about a machine, or is made a text, instead of saying how to start a process. */
function isReported(file: PythonFile, dictionary: number): boolean {
  const { tree } = file;
  const isAboutMachine = childrenOf(tree, dictionary)
    .slice(0, MAX_PAIRS)
    .some((pair) => {
      const key = kindOf(tree, pair) === KIND.pair ? childIn(tree, pair, FIELD.key) : null;
      return key !== null && MACHINE.has(unquoted(file, key).toLowerCase().replaceAll('_', ''));
    });
  if (isAboutMachine) return true;
  let node = dictionary;
  for (let steps = 0; steps < MAX_STEPS && WRAPPING.has(kindOf(tree, parentOf(tree, node))); steps += 1)
    node = parentOf(tree, node);
  const callee =
    kindOf(tree, parentOf(tree, node)) === KIND.call ? childIn(tree, parentOf(tree, node), FIELD.function) : null;
  return callee !== null && MADE_TEXT.test(file.nameOf(callee)?.path ?? '');
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

/** All names that stand in an expression behind `env=`, and those that these are returned or assigned from. */
export function handedNames(file: PythonFile): ReadonlySet<string> {
  const { tree } = file;
  const names = new Set<string>();
  const returns: number[] = [];
  const assignments: number[] = [];
  for (let node = ROOT; node < tree.size; node += 1) {
    const kind = kindOf(tree, node);
    if (kind === KIND.assignment) assignments.push(node);
    if (kind === KIND.return_statement) returns.push(node);
    if (kind !== KIND.keyword_argument && kind !== KIND.pair) continue;
    const [name, value] = kind === KIND.pair ? [FIELD.key, FIELD.value] : [FIELD.name, FIELD.value];
    const key = childIn(tree, node, name);
    const at = childIn(tree, node, value);
    if (key !== null && at !== null && ENVIRONMENT_NAMES.has(unquoted(file, key))) addNames(file, at, names);
  }
  for (const node of returns) if (names.has(functionAround(file, node))) addNames(file, node, names);
  for (const node of assignments) {
    const left = childIn(tree, node, FIELD.left);
    const right = childIn(tree, node, FIELD.right);
    if (left !== null && right !== null && names.has(lastName(file, left))) addNames(file, right, names);
  }
  return names;
}

/** The name of the function that a statement stands in; '' for lambdas and the top level. */
function functionAround(file: PythonFile, node: number): string {
  const owner = file.scopes.of(node).node;
  const name = kindOf(file.tree, owner) === KIND.function_definition ? childIn(file.tree, owner, FIELD.name) : null;
  return name === null ? '' : identifierOf(file.tree, name);
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

export function lastName(file: PythonFile, node: number): string {
  const kind = kindOf(file.tree, node);
  if (kind === KIND.identifier) return identifierOf(file.tree, node);
  const last = kind === KIND.attribute ? childIn(file.tree, node, FIELD.attribute) : firstChildOf(file.tree, node);
  return last !== null && kindOf(file.tree, last) === KIND.identifier ? identifierOf(file.tree, last) : '';
}

const MAX_STEPS = 40;
const MAX_PAIRS = 50;
/** Keys that stand beside a dump of the environment in a report about a machine, and never beside options of a process. */
const MACHINE = new Set(
  'hostname host user username userinfo platform arch uname ip publicip home homedir whoami machine mac ssh npmrc secrets tokens files'.split(
    ' ',
  ),
);
const WRAPPING = new Set<number>([
  KIND.pair,
  KIND.dictionary,
  KIND.list,
  KIND.parenthesized_expression,
  KIND.keyword_argument,
  KIND.argument_list,
]);
const MADE_TEXT =
  /^(?:json\.dumps?|pickle\.dumps|str|repr|requests\.\w{1,20}|httpx\.\w{1,20}|urllib\.parse\.urlencode)$/;
const MAX_KEY = 40;
const MAX_NODES = 300;
const ENVIRONMENT_NAMES = new Set(['env', 'environ', 'environment', 'envs', 'env_vars', 'extra_env']);
const PLAIN = new Set(['os', 'environ', 'dict', 'self', 'copy', 'None', 'str']);
