import { FIELD, KIND } from './grammar.ts';
import { childIn, childrenOf, firstChildOf, identifierOf, kindOf, sourceOf, type SyntaxTree } from './tree.ts';

/**
 * Hands each name or attribute on the left of an assignment the expression that it gets; null where it gets a part of one.
 *
 * `a, b = 'x', 'y'` gives each its own. Deeper patterns than a flat sequence get null.
 */
export function bindTarget(
  tree: SyntaxTree,
  left: number,
  right: number,
  bind: (target: number, value: number | null) => void,
): void {
  if (!SEQUENCES.has(kindOf(tree, left))) {
    bind(left, right);
    return;
  }
  const targets = childrenOf(tree, left);
  const values = SEQUENCES.has(kindOf(tree, right)) ? childrenOf(tree, right) : [];
  const isPaired =
    values.length === targets.length && [...targets, ...values].every((each) => !SPLATS.has(kindOf(tree, each)));
  targets.forEach((target, index) => bind(target, isPaired ? (values[index] ?? null) : null));
}

const SEQUENCES = new Set<number>([
  KIND.pattern_list,
  KIND.tuple_pattern,
  KIND.list_pattern,
  KIND.expression_list,
  KIND.tuple,
  KIND.list,
]);
const SPLATS = new Set<number>([KIND.list_splat, KIND.list_splat_pattern]);

export interface ImportedName {
  readonly name: string;
  /** `os.path` of `import os.path as p`, `os.system` of `from os import system`. */
  readonly path: string;
}

/** The names that an import statement binds. `import a.b` binds `a`. Relative ones keep their dots: `.config.URL`. */
export function importedNames(tree: SyntaxTree, node: number): readonly ImportedName[] {
  const from = childIn(tree, node, FIELD.module_name);
  const prefix = from === null ? '' : modulePath(tree, from);
  return childrenOf(tree, node)
    .filter((child) => child !== from)
    .flatMap((child) => {
      const alias = childIn(tree, child, FIELD.alias);
      const named = alias === null ? child : (childIn(tree, child, FIELD.name) ?? child);
      const path = modulePath(tree, named);
      if (path === '' || kindOf(tree, child) === KIND.wildcard_import) return [];
      if (alias !== null) return [{ name: identifierOf(tree, alias), path: withPrefix(prefix, path) }];
      if (from !== null) return [{ name: path, path: withPrefix(prefix, path) }];
      const [first = path] = path.split('.', 1);
      return [{ name: first, path: ordinary(first) }];
    });
}

/** `a.b` as it is written, without blanks; at most 200 characters. */
export function modulePath(tree: SyntaxTree, node: number): string {
  const kind = kindOf(tree, node);
  if (kind !== KIND.dotted_name) return sourceOf(tree, node).replace(/\s+/g, '').slice(0, MAX_PATH);
  const first = firstChildOf(tree, node);
  if (first === null) return '';
  return childrenOf(tree, node)
    .slice(0, MAX_SEGMENTS)
    .map((child) => identifierOf(tree, child))
    .join('.')
    .slice(0, MAX_PATH);
}

/** The name that a module is known by here: modules of older Pythons, and those that stand behind others. Builtins have no module. */
export function ordinary(path: string): string {
  const renamed = RENAMED.find(([prefix]) => path === prefix || path.startsWith(`${prefix}.`));
  const known = renamed === undefined ? path : renamed[1] + path.slice(renamed[0].length);
  return known.startsWith(BUILTINS) ? known.slice(BUILTINS.length) : known;
}

const BUILTINS = 'builtins.';
const MAX_PATH = 200;
const MAX_SEGMENTS = 40;
const RENAMED: readonly (readonly [string, string])[] = [
  ['__builtin__', 'builtins'],
  ['posixpath', 'os.path'],
  ['ntpath', 'os.path'],
  ['posix', 'os'],
  ['nt', 'os'],
  ['_io', 'io'],
  ['_socket', 'socket'],
  ['_pickle', 'pickle'],
  ['cPickle', 'pickle'],
  ['cloudpickle', 'pickle'],
  ['dill', 'pickle'],
  ['urllib2', 'urllib.request'],
  ['six.moves.urllib', 'urllib'],
  ['six.moves.builtins', 'builtins'],
  ['curl_cffi.requests', 'requests'],
  ['niquests', 'requests'],
  ['cloudscraper', 'requests'],
  ['requests.sessions', 'requests'],
  ['requests.api', 'requests'],
  ['aiohttp.client', 'aiohttp'],
  ['websockets.sync.client', 'websockets'],
  ['websockets.client', 'websockets'],
  ['websockets.asyncio.client', 'websockets'],
  ['asyncio.subprocess', 'asyncio'],
  ['subprocess32', 'subprocess'],
  ['pathlib2', 'pathlib'],
  ['anyio.Path', 'pathlib.Path'],
  ['aiofiles.os', 'os'],
];

function withPrefix(prefix: string, path: string): string {
  return prefix === '' ? ordinary(path) : ordinary(prefix.endsWith('.') ? `${prefix}${path}` : `${prefix}.${path}`);
}
