import { describe, expect, test } from 'vitest';
import { KIND } from './grammar.ts';
import { openParser } from './parse.ts';
import { afterOf, childrenOf, kindOf, parentOf, ROOT, sourceOf, type SyntaxTree } from './tree.ts';

const parse = await openParser();

function treeOf(text: string): SyntaxTree {
  const parsed = parse(text);
  if ('refused' in parsed) throw new Error(parsed.refused);
  return parsed.tree;
}

test('rows are the named nodes in the order in which they begin', () => {
  const tree = treeOf(`import os  # harbour\nos.system('id')`);
  expect(Array.from({ length: tree.size }, (_, node) => sourceOf(tree, node))).toEqual([
    tree.text,
    'import os',
    'os',
    'os',
    `os.system('id')`,
    `os.system('id')`,
    'os.system',
    'os',
    'system',
    `('id')`,
    `'id'`,
  ]);
  expect(childrenOf(tree, ROOT)).toEqual([1, 4]);
  expect(afterOf(tree, 1)).toBe(4);
  expect(parentOf(tree, 8)).toBe(6);
});

test('places count as the text does, whatever its characters and line ends', () => {
  const tree = treeOf(`x = '⚓🌊'\r\ny = 'quay'`);
  const strings = Array.from({ length: tree.size }, (_, node) => node).filter(
    (node) => kindOf(tree, node) === KIND.string,
  );
  expect(strings.map((node) => sourceOf(tree, node))).toEqual([`'⚓🌊'`, `'quay'`]);
});

describe('errors are counted, and what is around them is read', () => {
  test.each([
    ['a missing bracket', `f(1\ng(2)`],
    ['another language', `function f() { return 1; }`],
  ])('%s', (_name, text) => {
    expect(treeOf(text).errors).toBeGreaterThan(0);
  });

  test.each([
    ['Python', `x = 1`],
    ['the older Python', `print 'x'\nexec 'y'`],
  ])('%s has none', (_name, text) => {
    expect(treeOf(text).errors).toBe(0);
  });
});

describe('no text is too deep', () => {
  const N = 20_000;
  test.each([
    ['parentheses', '('.repeat(N) + ')'.repeat(N)],
    ['calls', 'f('.repeat(N) + ')'.repeat(N)],
    ['open brackets', '['.repeat(N)],
    ['lambdas', `${'lambda:'.repeat(N)}0`],
    ['attributes', `a${'.b'.repeat(N)}`],
    ['sums', `${'1+'.repeat(N)}1`],
    ['blocks', Array.from({ length: 1_500 }, (_, depth) => `${' '.repeat(depth)}if x:`).join('\n')],
    ['strings in strings', `f"{`.repeat(N)],
    ['nothing but zeros', '\0'.repeat(N)],
    ['half characters', '\uD800'.repeat(N)],
    ['continued lines', `x = \\\n${'\\\n'.repeat(N)}1`],
  ])('%s', (_name, text) => {
    expect(treeOf(text).text).toBe(text);
  });
});

describe('what is over a bound is refused with a reason', () => {
  test('length', () => {
    expect(parse('#'.repeat(12_000_001))).toEqual({ refused: 'it is longer than 12000000 characters' });
  });

  test('time', async () => {
    const hasty = await openParser({ maxTimeMs: 1 });
    expect(hasty('x = [1, 2, 3]\n'.repeat(20_000))).toEqual({ refused: 'its grammar takes more than 1 s to find' });
    expect(hasty('x = 1')).toHaveProperty('tree');
  });
});

test('lines may end as on old machines', () => {
  const tree = treeOf(`import os\ros.system('id')\r`);
  expect(tree.errors).toBe(0);
  expect(childrenOf(tree, ROOT).map((node) => sourceOf(tree, node))).toEqual(['import os', `os.system('id')`]);
});
