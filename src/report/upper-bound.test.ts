import { describe, expect, test } from 'vitest';
import { percentUp, upperBound } from './upper-bound.ts';

describe('the upper bound when nothing was found', () => {
  test.each([
    [1, 0.95],
    [2, 0.7764],
    [10, 0.2589],
    [59, 0.0495],
    [100, 0.0295],
    [1_000_000, 0.000003],
  ])('among %i is %d', (looked, share) => {
    expect(upperBound(looked)).toBeCloseTo(share, 4);
  });

  test('is everything where nothing was looked at', () => {
    expect(upperBound(0)).toBe(1);
  });

  test.each([1, 7, 300, 1_000_000])('among %i leaves one chance in twenty of finding nothing', (looked) => {
    expect((1 - upperBound(looked)) ** looked).toBeCloseTo(0.05, 6);
  });
});

test.each([
  [1, '100 %'],
  [0.2589, '26 %'],
  [0.0295, '3.0 %'],
  [0.02951, '3.0 %'],
  [0.0000029957, '0.00030 %'],
  [0.00073, '0.073 %'],
  [0.000731, '0.074 %'],
])('a share of %d is shown as %s, never as less than it is', (share, shown) => {
  expect(percentUp(share)).toBe(shown);
  expect(Number.parseFloat(shown)).toBeGreaterThanOrEqual(share * 100 - 1e-12);
});
