import { expect, test } from 'vitest';
import type { FileRole, Language } from '../model/source.ts';
import { roleOf } from './roles.ts';

test.each<readonly [string, Language, FileRole]>([
  ['dist/index.js', 'javascript', 'runs'],
  ['cli', 'shell', 'runs'],
  ['build/harbor.node', 'native', 'runs'],
  ['latest/tester.js', 'javascript', 'runs'],
  ['src/contest.py', 'python', 'runs'],
  ['testing.js', 'javascript', 'runs'],
  ['readme.js', 'javascript', 'runs'],
  ['test/index.js', 'javascript', 'test'],
  ['lib/__tests__/a.ts', 'typescript', 'test'],
  ['lib/a.test.mjs', 'javascript', 'test'],
  ['lib/a.spec.tsx', 'typescript', 'test'],
  ['test.js', 'javascript', 'test'],
  ['e2e/a.js', 'javascript', 'test'],
  ['Fixtures/a.json', 'json', 'test'],
  ['conftest.py', 'python', 'test'],
  ['bakery/test_oven.py', 'python', 'test'],
  ['bakery/oven_test.py', 'python', 'test'],
  ['bakery/latest_oven.py', 'python', 'runs'],
  ['examples/a.js', 'javascript', 'example'],
  ['demo/a.py', 'python', 'example'],
  ['docs/conf.py', 'python', 'docs'],
  ['README.md', 'text', 'docs'],
  ['readme.de.md', 'text', 'docs'],
  ['readme.md', 'text', 'docs'],
  ['LICENSE', 'text', 'docs'],
  ['LICENSE-MIT', 'text', 'docs'],
  ['CHANGELOG.txt', 'text', 'docs'],
  ['dist/index.d.ts', 'typescript', 'types'],
  ['dist/index.d.mts', 'typescript', 'types'],
  ['bakery/oven.pyi', 'python', 'types'],
  ['dist/data.ts', 'typescript', 'runs'],
  ['package.json', 'json', 'data'],
  ['logo.png', 'binary', 'data'],
  ['dist/index.js.map', 'json', 'data'],
  ['CLAUDE.md', 'text', 'data'],
  ['.cursor/rules/tide.md', 'text', 'data'],
  ['skills/ferry/SKILL.md', 'text', 'data'],
  ['.claude/hooks/start.sh', 'shell', 'runs'],
])('%s in %s: %s', (path, language, role) => {
  expect(roleOf(path, language)).toBe(role);
});

test('a name that could be read in 2^200 ways takes no longer than another', () => {
  expect(roleOf(`readme${'.md'.repeat(200)}!`, 'text')).toBe('data');
});
