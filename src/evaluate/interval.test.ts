import { describe, expect, test } from 'vitest';
import { share } from './interval.ts';

describe('an exact interval', () => {
  // Clopper and Pearson's own figures, from published tables.
  test.each([
    [0, 10, 0, 0.3085],
    [1, 10, 0.0025, 0.445],
    [5, 10, 0.1871, 0.8129],
    [10, 10, 0.6915, 1],
    [4, 51, 0.0218, 0.1888],
    [1, 3_457, 0.0000073, 0.00161],
  ])('of %i in %i is from %d to %d', (hits, of, low, high) => {
    const found = share(hits, of);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 3);
  });

  test('of nothing looked at says nothing', () => {
    expect(share(0, 0)).toEqual({ hits: 0, of: 0, low: 0, high: 1 });
  });
});
