import { expect, it } from 'vitest';
import { longRuns } from './long-runs.ts';

const isA = (code: number): boolean => code === 97;

it.each([
  ['aaa', 3, [{ start: 0, end: 3 }]],
  ['aa', 3, []],
  ['xaaaax', 3, [{ start: 1, end: 5 }]],
  [
    'aaaxaaa',
    3,
    [
      { start: 0, end: 3 },
      { start: 4, end: 7 },
    ],
  ],
  ['xxaaaaaaaaaaxx', 3, [{ start: 2, end: 12 }]],
  ['aaxaaxaax', 3, []],
  ['', 3, []],
])('in "%s" runs of %i are %j', (text, least, runs) => {
  expect([...longRuns(text, least, isA)]).toEqual(runs);
});
