import { isText } from './constants.ts';
import { FIELD, KIND } from './grammar.ts';
import { lookup } from './lookup.ts';
import { displayed, type Call, type Notes, type Recognise } from './notes.ts';
import type { PythonFile } from './python-file.ts';
import { bare, childIn, identifierOf, kindOf, sourceOf } from './tree.ts';

/** Modules whose functions others rely on: to put another in their place is to stand between. */
const WATCHED =
  /^(?:builtins|os|io|sys|subprocess|socket|ssl|urllib|urllib3|http|requests|httpx|aiohttp|websockets|smtplib|json|pickle|hashlib|hmac|secrets|getpass|logging|importlib|inspect|asyncio|threading|sqlite3|shutil|pathlib|keyring|mcp|fastmcp|openai|anthropic|boto3|botocore)(?:\.|\(\)|$)/;
/** What is made to be assigned: settings, names that `gettext` installs, what a module or class says about itself. */
const SETTINGS =
  /^(?:sys\.\w{1,60}|builtins\._|_|os\.environ|socket\.timeout|(?:\w{1,60}\.){1,8}(?:DEBUG|debug|verbose|log_level|api_key|api_base|api_type|api_version|organization|proxy|proxies|max_retries|disable_warnings|__(?:name|qualname|module|doc|version|all|file|path|package|spec|loader|signature|wrapped|test|slots|author|annotations)__))$/;

/** `requests.post = …`, `sys.modules['json'] = …`: what an assignment puts something else in the place of. */
export function notePatched(file: PythonFile, node: number, notes: Notes): void {
  const target = childIn(file.tree, node, FIELD.left);
  const value = childIn(file.tree, node, FIELD.right);
  if (target === null || value === null) return;
  const kind = kindOf(file.tree, target);
  if (kind === KIND.attribute) return noteAttribute(file, { target, value }, notes);
  if (kind !== KIND.subscript) return undefined;
  const object = childIn(file.tree, target, FIELD.value);
  const key = childIn(file.tree, target, FIELD.subscript);
  if (object === null || key === null) return undefined;
  const owner = file.nameOf(object)?.path ?? '';
  const name = file.fold(key);
  const isSpace =
    owner === 'sys.modules' ||
    owner === 'builtins' ||
    (owner.endsWith('.__dict__') && WATCHED.test(owner) && !owner.includes('()'));
  // A module that stands in for itself is how modules are made to load late.
  if (!isSpace || !isText(name) || sourceOf(file.tree, key) === '__name__') return undefined;
  const path =
    owner === 'sys.modules' ? `sys.modules['${name.text}']` : `${owner.replace(/\.__dict__$/, '')}.${name.text}`;
  return SETTINGS.test(path)
    ? undefined
    : notes.add('patched-global', target, { value: path, by: 'assignment', ways: name.ways });
}

function noteAttribute(
  file: PythonFile,
  { target, value }: { readonly target: number; readonly value: number },
  notes: Notes,
): void {
  const object = childIn(file.tree, target, FIELD.object);
  const attribute = childIn(file.tree, target, FIELD.attribute);
  const owner = object === null ? null : file.nameOf(object);
  if (attribute === null || owner === null || !isOfModule(file, object, owner.path)) return;
  const path = `${owner.path}.${identifierOf(file.tree, attribute)}`;
  if (isPatch(file, path, value))
    notes.add('patched-global', target, { value: displayed(path), by: 'assignment', ways: owner.ways });
}

export const PATCHES: ReadonlyMap<string, Recognise> = new Map<string, Recognise>([
  ['setattr', setAttribute],
  ...['sys.meta_path.insert', 'sys.meta_path.append', 'sys.path_hooks.insert', 'sys.path_hooks.append'].map(
    (path): [string, Recognise] => [
      path,
      (_, call, notes) =>
        notes.add('patched-global', call.node, { value: path.replace(/\.\w+$/, ''), by: path, ways: call.ways }),
    ],
  ),
]);

function setAttribute(file: PythonFile, { node, args, ways }: Call, notes: Notes): void {
  const [object, key, value] = args.positional;
  const owner = object === undefined ? null : file.nameOf(object);
  const name = key === undefined ? null : file.fold(key);
  if (
    owner === null ||
    object === undefined ||
    value === undefined ||
    !isText(name) ||
    !isOfModule(file, object, owner.path)
  )
    return;
  const path = `${owner.path}.${name.text}`;
  if (isPatch(file, path, value))
    notes.add('patched-global', node, { value: displayed(path), by: 'setattr', ways: ways | name.ways });
}

/** A module or its class, not an object that was made of one. */
function isOfModule(file: PythonFile, object: number | null, owner: string): boolean {
  if (object === null || owner.includes('()')) return false;
  const [first = ''] = sourceOf(file.tree, object).split(/[.([]/, 1);
  const binding = lookup(file, first.trim(), object)?.binding;
  // `getattr(…)`, `__import__(…)` and other names of nobody in the file.
  return binding === undefined ? WATCHED.test(owner) : binding.is === 'import' || binding.is === 'value';
}

function isPatch(file: PythonFile, path: string, value: number): boolean {
  if (SETTINGS.test(path) || path.startsWith('.')) return false;
  return WATCHED.test(path) || isFunctionOfFile(file, value);
}

function isFunctionOfFile(file: PythonFile, value: number): boolean {
  const node = bare(file.tree, value);
  const kind = kindOf(file.tree, node);
  if (kind === KIND.lambda) return true;
  return kind === KIND.identifier && lookup(file, identifierOf(file.tree, node), node)?.binding.is === 'function';
}
