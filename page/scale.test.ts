import { expect, test } from 'vitest';
import { roundTop, runsOf } from './scale.ts';

test.each([
  [[], 1],
  [[0, null], 1],
  [[7], 10],
  [[10], 10],
  [[11, 3], 20],
  [[9_554], 10_000],
  [[0.021], 0.05],
])('the scale of %j ends at %d', (values, top) => {
  expect(roundTop(values)).toBeCloseTo(top, 10);
});

const FRAME = { width: 100, height: 10 };
const WEEKS = ['2026-06-01', '2026-06-08', '2026-06-29'];

test('values stand by their day, not by their number', () => {
  expect(runsOf(WEEKS, [0, 5, 10], FRAME)).toEqual([
    [
      { index: 0, x: 0, y: 10 },
      { index: 1, x: 25, y: 5 },
      { index: 2, x: 100, y: 0 },
    ],
  ]);
});

test('what is not known is a gap and not a zero', () => {
  expect(runsOf(WEEKS, [1, null, 1], FRAME).map((run) => run.map(({ index }) => index))).toEqual([[0], [2]]);
  expect(runsOf(WEEKS, [null, null, null], FRAME)).toEqual([]);
});

test('a single day stands in the middle', () => {
  expect(runsOf(['2026-06-29'], [1], FRAME)).toEqual([[{ index: 0, x: 50, y: 0 }]]);
});
