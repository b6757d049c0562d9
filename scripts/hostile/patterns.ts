import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from '@babel/parser';

/** A regular expression as it stands in the source. */
export interface Pattern {
  readonly source: string;
  readonly flags: string;
  /** `src/text/words.ts:12`, every place where these characters stand. */
  readonly places: readonly string[];
}

export interface Patterns {
  readonly literals: readonly Pattern[];
  /** Where a pattern is put together at run time, so that nobody can tell beforehand what it costs. */
  readonly constructed: readonly string[];
}

/** Folders whose code meets text of strangers. */
const UNDER = ['src', 'signals'];

/** All regular expressions of the program, by a walk over the syntax trees of its files; equal ones once. */
export function patternsOf(root: string): Patterns {
  const places = new Map<string, { source: string; flags: string; places: string[] }>();
  const constructed: string[] = [];
  for (const path of sourcePaths(root)) {
    const { program } = parse(readFileSync(join(root, path), 'utf8'), {
      sourceType: 'module',
      plugins: ['typescript'],
    });
    for (const node of nodesOf(program)) {
      if (node['type'] === 'RegExpLiteral') {
        const [source, flags] = [String(node['pattern']), String(node['flags'])];
        const known = places.get(`${flags}/${source}`) ?? { source, flags, places: [] };
        places.set(`${flags}/${source}`, known);
        known.places.push(placeOf(path, node));
      } else if (isConstruction(node)) constructed.push(placeOf(path, node));
    }
  }
  return { literals: [...places.values()], constructed };
}

function sourcePaths(root: string): readonly string[] {
  return UNDER.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && each.name.endsWith('.ts') && !each.name.endsWith('.test.ts'))
      .map((each) => relative(root, join(each.parentPath, each.name)))
      .filter((path) => !path.startsWith('src/testing/')),
  ).toSorted();
}

type Node = Readonly<Record<string, unknown>>;

/** Every object of the tree that has a type, in no particular order. */
function* nodesOf(program: object): Generator<Node> {
  const waiting: unknown[] = [program];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (Array.isArray(value)) waiting.push(...value);
    else if (isNode(value)) {
      if (typeof value['type'] === 'string') yield value;
      waiting.push(...Object.values(value));
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function isConstruction({ type, callee }: Node): boolean {
  return (type === 'NewExpression' || type === 'CallExpression') && isNode(callee) && callee['name'] === 'RegExp';
}

function placeOf(path: string, { loc }: Node): string {
  const start = isNode(loc) ? loc['start'] : null;
  return `${path}:${isNode(start) ? String(start['line']) : '?'}`;
}
