import { expect, test } from 'vitest';
import { aligned, rightColumns } from './columns.ts';

test('a column with a number in it stands to the right, whatever else is in it', () => {
  const rows = [
    ['berth', 'boats', 'remark'],
    ['north', 12, 'full'],
    ['south', 'not said', ''],
  ];
  expect(rightColumns(rows)).toEqual([false, true, false]);
});

test('cells are padded to the widest of their column, a last one on the left is not', () => {
  const lines = [
    ['berth', 'boats', 'remark'],
    ['n', '12', 'a long remark'],
  ];
  expect(aligned(lines, [false, true, false])).toEqual([
    ['berth', 'boats', 'remark'],
    ['n    ', '   12', 'a long remark'],
  ]);
});

test('a table without rows keeps its head', () => {
  expect(aligned([['berth', 'boats']], rightColumns([['berth', 'boats']]))).toEqual([['berth', 'boats']]);
});
