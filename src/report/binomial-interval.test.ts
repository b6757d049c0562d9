import { describe, expect, test } from 'vitest';
import { binomialInterval } from './binomial-interval.ts';
import { precisionTable } from './review-counts.ts';

describe('the exact interval of a share', () => {
  test.each([
    [0, 10, 0, 0.3085],
    [1, 10, 0.0025, 0.445],
    [5, 10, 0.1871, 0.8129],
    [10, 10, 0.6915, 1],
    [1, 2, 0.0126, 0.9874],
    [0, 1, 0, 0.975],
    [50, 100, 0.3983, 0.6017],
    [1, 100, 0.0003, 0.0545],
  ])('of %i in %i is %d to %d', (hits, draws, low, high) => {
    const interval = binomialInterval(hits, draws);
    expect(interval?.[0]).toBeCloseTo(low, 4);
    expect(interval?.[1]).toBeCloseTo(high, 4);
  });

  test('is unknown where nothing was drawn', () => {
    expect(binomialInterval(0, 0)).toBe(null);
  });
});

test('precision that nobody judged is unknown, and not 0', () => {
  const rows = precisionTable([
    { top: 20, listed: 7, judged: 0, confirmed: 0 },
    { top: 100, listed: 7, judged: 4, confirmed: 1 },
  ]).rows;
  expect(rows).toEqual([
    [20, 7, 0, 0, 'unknown: none judged', 'unknown'],
    [100, 7, 4, 1, '25.0 %', '0.6 % to 80.6 %'],
  ]);
});
