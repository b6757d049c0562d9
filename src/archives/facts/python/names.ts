import { argument, argumentsOf } from './calls.ts';
import { isText, NO_WAYS, ways, wholeText, type Ways } from './constants.ts';
import { entryOf } from './entries.ts';
import { FIELD, KIND } from './grammar.ts';
import { lookup, lookupMember, type Found } from './lookup.ts';
import type { Name, PythonFile } from './python-file.ts';
import { ordinary } from './targets.ts';
import { bare, childIn, childrenOf, identifierOf, kindOf, operatorBetween, sourceOf } from './tree.ts';

/**
 * What an expression is called: aliases, `getattr`, `__import__`, `globals()['…']`, instances and annotated parameters followed.
 *
 * null where it is none, or a name of the file's own. Asked through `file.nameOf`, which remembers answers.
 */
export function nameOf(file: PythonFile, written: number): Name | null {
  const { tree } = file;
  const node = bare(tree, written);
  switch (kindOf(tree, node)) {
    case KIND.identifier:
      return ofIdentifier(file, node);
    case KIND.attribute:
      return ofAttribute(file, node);
    case KIND.call:
      return ofCall(file, node);
    case KIND.subscript:
      return ofSubscript(file, node);
    case KIND.binary_operator:
      return ofDivision(file, node);
    case KIND.boolean_operator:
    case KIND.conditional_expression:
      return firstOf(file, childrenOf(tree, node));
    case KIND.named_expression:
      return firstOf(file, childrenOf(tree, node).slice(1));
    default:
      return null;
  }
}

function ofIdentifier(file: PythonFile, node: number): Name | null {
  const name = identifierOf(file.tree, node);
  const spelling = name === sourceOf(file.tree, node) ? NO_WAYS : ways('unicode-names');
  const found = lookup(file, name, node);
  if (found === null) return { path: name === '__builtins__' ? 'builtins' : name, ways: spelling };
  return also(ofBinding(file, found), spelling);
}

function ofBinding(file: PythonFile, { binding }: Found): Name | null {
  switch (binding.is) {
    case 'import':
      return { path: binding.path, ways: NO_WAYS };
    case 'value':
    case 'entered':
      return file.nameOf(binding.node);
    case 'parameter': {
      const type = binding.type === null ? null : typeName(file, binding.type);
      if (type !== null) return called(type);
      const node = file.onlyArgument(binding) ?? binding.node;
      return node === null ? null : file.nameOf(node);
    }
    default:
      return null;
  }
}

/** `httpx.Client` of `httpx.Client`, `Optional[httpx.Client]` and `httpx.Client | None`. */
function typeName(file: PythonFile, node: number): Name | null {
  const type = bare(file.tree, node);
  const parts = childrenOf(file.tree, type);
  const kind = kindOf(file.tree, type);
  if (kind === KIND.binary_operator || kind === KIND.union_type) return firstOf(file, parts);
  const [wrapper, inside] = parts;
  if (kind !== KIND.generic_type || wrapper === undefined || inside === undefined) return file.nameOf(type);
  return WRAPPERS.has(file.nameOf(wrapper)?.path ?? '') ? firstOf(file, childrenOf(file.tree, inside)) : null;
}

function ofAttribute(file: PythonFile, node: number): Name | null {
  const object = childIn(file.tree, node, FIELD.object);
  const attribute = childIn(file.tree, node, FIELD.attribute);
  if (object === null || attribute === null) return null;
  const owner = file.nameOf(object);
  if (owner !== null) return memberOf(owner, identifierOf(file.tree, attribute));
  const member = lookupMember(file, node);
  return member === null ? null : ofBinding(file, member);
}

function memberOf(owner: Name, member: string, how: Ways = NO_WAYS): Name {
  if (member === '__dict__') return { path: `${owner.path}.__dict__`, ways: owner.ways | how };
  const path = owner.path === 'builtins' ? member : `${owner.path}.${member}`;
  return { path: PATHS.has(path) ? PATH : path, ways: owner.ways | how };
}

function called(callee: Name): Name {
  const path = `${callee.path}()`;
  return { path: PATHS.has(path) ? PATH : (RESULTS.get(path) ?? path), ways: callee.ways };
}

function ofCall(file: PythonFile, node: number): Name | null {
  const written = childIn(file.tree, node, FIELD.function);
  const callee = written === null ? null : file.nameOf(written);
  if (callee === null) return null;
  const args = argumentsOf(file.tree, node);
  const constant = (place: number, ...names: readonly string[]) => {
    const given = argument(args, place, ...names);
    return given === null ? null : file.fold(given);
  };
  switch (callee.path) {
    case 'getattr': {
      const object = argument(args, 0);
      const owner = object === null ? null : file.nameOf(object);
      const member = constant(1);
      return owner === null || !isText(member) || !member.whole
        ? null
        : memberOf(owner, member.text, callee.ways | member.ways | ways('attribute-name'));
    }
    case '__import__':
    case 'importlib.__import__':
    case 'importlib.import_module': {
      const module = constant(0, 'name');
      if (!isText(module) || !module.whole || module.text.length > MAX_NAME) return null;
      const [first = ''] = module.text.split('.', 1);
      const path = callee.path === 'importlib.import_module' ? module.text : first;
      return { path: ordinary(path), ways: callee.ways | module.ways };
    }
    case 'vars': {
      const object = argument(args, 0);
      const owner = object === null ? null : file.nameOf(object);
      return owner === null ? null : { path: `${owner.path}.__dict__`, ways: owner.ways | ways('attribute-name') };
    }
    case 'sys.modules.get': {
      const module = wholeText(constant(0));
      return module === null ? null : { path: ordinary(module), ways: callee.ways };
    }
    case 'eval': {
      const expression = constant(0);
      const isName = isText(expression) && expression.text.length < MAX_NAME && DOTTED_NAME.test(expression.text);
      return isName
        ? { path: ordinary(expression.text), ways: expression.ways | ways('attribute-name') }
        : called(callee);
    }
    default:
      return called(callee);
  }
}

/** `globals()['exec']`, `__builtins__['exec']`, `os.__dict__['system']`, `sys.modules['os']`, and members of lists and dictionaries. */
function ofSubscript(file: PythonFile, node: number): Name | null {
  const object = childIn(file.tree, node, FIELD.value);
  const key = childIn(file.tree, node, FIELD.subscript);
  if (object === null || key === null) return null;
  const holder = file.nameOf(object);
  const name = holder === null ? null : spaceOf(holder);
  if (name === null) {
    const entry = entryOf(file, node);
    return entry === null ? null : file.nameOf(entry);
  }
  const member = file.fold(key);
  if (!isText(member) || !member.whole || member.text.length > MAX_NAME) return null;
  const how = (holder?.ways ?? NO_WAYS) | member.ways | ways('attribute-name');
  if (name !== '') return memberOf({ path: name, ways: how }, member.text);
  if (member.text === '__builtins__') return { path: 'builtins', ways: how };
  const found = lookup(file, member.text, node);
  return found === null ? { path: ordinary(member.text), ways: how } : also(ofBinding(file, found), how);
}

/** What a name space belongs to: '' for the file's own and for that of all modules; null for what is none. */
function spaceOf({ path }: Name): string | null {
  if (path === 'globals()' || path === 'locals()' || path === 'sys.modules') return '';
  if (path === 'builtins') return path;
  return path.endsWith('.__dict__') ? path.slice(0, -'.__dict__'.length) : null;
}

/** `Path.home() / '.ssh'` is a path as well. */
function ofDivision(file: PythonFile, node: number): Name | null {
  const [left, right] = childrenOf(file.tree, node);
  if (left === undefined || right === undefined || operatorBetween(file.tree, left, right) !== '/') return null;
  const name = file.nameOf(left);
  return name?.path === PATH ? name : null;
}

function firstOf(file: PythonFile, nodes: readonly number[]): Name | null {
  for (const node of nodes) {
    const name = file.nameOf(node);
    if (name !== null) return name;
  }
  return null;
}

function also(name: Name | null, how: Ways): Name | null {
  return name === null || how === NO_WAYS ? name : { path: name.path, ways: name.ways | how };
}

const MAX_NAME = 200;
const DOTTED_NAME = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;
const WRAPPERS = new Set(['typing.Optional', 'typing.Annotated', 'Optional', 'Annotated']);
/** What every path object is called, however it was made. */
const PATH = 'pathlib.Path()';
const PATHS = new Set([
  ...'Path PurePath PosixPath WindowsPath Path.home Path.cwd'.split(' ').map((name) => `pathlib.${name}()`),
  ...'expanduser resolve absolute joinpath with_name with_suffix relative_to'
    .split(' ')
    .map((name) => `${PATH}.${name}()`),
  `${PATH}.parent`,
]);
const RESULTS = new Map([
  ['requests.session()', 'requests.Session()'],
  ['requests.create_scraper()', 'requests.Session()'],
  ['urllib3.PoolManager().connection_from_url()', 'urllib3.PoolManager()'],
  ['socket.socket().__enter__()', 'socket.socket()'],
]);
