import { osa_distance as oracle } from '@3leaps/string-metrics-wasm';
import { assert, constantFrom, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsWithin, isOneSwap } from './edits.ts';

describe('editsWithin', () => {
  it.each([
    ['tidewater', 'tidewater', 2, 0],
    ['tidewater', 'tidewatr', 1, 1],
    ['tidewater', 'tidewatre', 1, 1],
    ['tidewater', 'tydewoter', 2, 2],
    ['tidewater', 'tydewoter', 1, null],
    ['quay', '', 4, 4],
    ['quay', '', 3, null],
    ['ca', 'abc', 3, 3],
  ])('%s to %s takes, within %i, %s', (a, b, most, expected) => {
    expect(editsWithin(a, b, most)).toBe(expected);
  });

  it('equals the optimal string alignment distance of rapidfuzz wherever that is within the bound', () => {
    const name = string({ unit: constantFrom('a', 'b', 'c', 'd'), maxLength: 9 });
    assert(
      property(name, name, integer({ min: 0, max: 4 }), (a, b, most) => {
        const distance = oracle(a, b);
        expect(editsWithin(a, b, most)).toBe(distance <= most ? distance : null);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('isOneSwap', () => {
  it.each([
    ['harbor', 'hrabor', true],
    ['harbor', 'harbro', true],
    ['harbor', 'harbor', false],
    ['harbor', 'hrabro', false],
    ['harbor', 'herbor', false],
    ['harbor', 'harbors', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isOneSwap(a, b)).toBe(expected);
  });
});
