import { expect, it } from 'vitest';
import { locator } from './located.ts';

it('gives found things their place, and keeps what else is known of them', () => {
  const toFact = locator('one\n  two(three)');
  expect(
    toFact({ kind: 'path', by: 'literal', value: 'x'.repeat(600), offset: 6, category: 'credentials' }, 3),
  ).toEqual({
    kind: 'path',
    by: 'literal',
    value: `${'x'.repeat(499)}…`,
    category: 'credentials',
    line: 2,
    column: 3,
    snippet: 'two(three)',
    scope: 3,
  });
});
