import { expect, test } from 'vitest';
import { numberOf } from './number-of.ts';

test.each([
  [0, '0 files'],
  [1, '1 file'],
  [2, '2 files'],
])('%i of it', (count, said) => {
  expect(numberOf(count, 'file')).toBe(said);
});
