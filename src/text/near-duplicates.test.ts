import { osa_distance as oracle } from '@3leaps/string-metrics-wasm';
import { assert, constantFrom, property, string, uniqueArray } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mostEdits, nearDuplicates } from './near-duplicates.ts';

const found = (...texts: readonly string[]) =>
  nearDuplicates(texts).pairs.map(({ a, b, edits }) => [texts[a], texts[b], edits]);

describe('names that are nearly the same', () => {
  test.each([
    ['a letter more', 'harbor', 'harborr', 1],
    ['a letter less', 'ferrytimes', 'ferytimes', 1],
    ['another letter', 'lantern', 'lontern', 1],
    ['two letters swapped', 'tidewater', 'tidewatre', 1],
    ['two edits in twelve characters', 'tidewaterman', 'tidwaterwan', 2],
    ['the last two letters gone', 'lanternbakery', 'lanternbake', 2],
  ])('%s', (_case, a, b, apart) => {
    expect(found(a, b)).toEqual([[a, b, apart]]);
  });

  test.each([
    ['one edit in five characters', 'ferry', 'ferri'],
    ['two edits in eleven characters', 'lanternquay', 'lanternqyay'.slice(0, -1)],
    ['three edits in thirty characters', 'lantern-bakery-of-the-harbour', 'lontern-bokery-of-the-horbour'],
  ])('not with %s', (_case, a, b) => {
    expect(found(a, b)).toEqual([]);
  });

  test.each([
    [5, 0],
    [6, 1],
    [11, 1],
    [12, 2],
    [64, 2],
  ])('%d characters may differ by %d edits', (characters, edits) => {
    expect(mostEdits(characters)).toBe(edits);
  });

  test('come by their places, each pair once', () => {
    expect(nearDuplicates(['harborr', 'quayside', 'harbor', 'harbour']).pairs).toEqual([
      { a: 0, b: 2, edits: 1 },
      { a: 0, b: 3, edits: 1 },
      { a: 2, b: 3, edits: 1 },
    ]);
  });

  test('are not listed where a hundred and more spell one name, and that is counted', () => {
    const spellings = Array.from({ length: 200 }, (_, index) => `harbor${String.fromCodePoint(0x4e00 + index)}`);
    const { pairs, crowded } = nearDuplicates(spellings);
    expect(pairs).toEqual([]);
    expect(crowded).toBeGreaterThan(0);
  });

  test('are the same as by comparing each with each', () => {
    const name = string({ unit: constantFrom('a', 'b', 'c'), minLength: 0, maxLength: 14 });
    assert(
      property(uniqueArray(name, { maxLength: 30 }), (texts) => {
        expect(nearDuplicates(texts).pairs).toEqual(byMatrix(texts));
      }),
    );
  });

  test('are the same as by comparing each with each, where nearly all are alike', () => {
    const texts = [...'abc'].flatMap((a) =>
      [...'abc'].flatMap((b) => ['', ...'ab'].map((c) => `lantern${a}ba${b}kery${c}`)),
    );
    expect(nearDuplicates(texts).pairs).toEqual(byMatrix(texts));
  });
});

function byMatrix(texts: readonly string[]) {
  return texts.flatMap((left, a) =>
    texts.slice(a + 1).flatMap((right, offset) => {
      const edits = oracle(left, right);
      return edits <= mostEdits(Math.max(left.length, right.length)) ? [{ a, b: a + 1 + offset, edits }] : [];
    }),
  );
}
