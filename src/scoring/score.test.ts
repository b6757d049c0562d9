import { array, assert, constantFrom, integer, nat, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Family } from '../model/finding.ts';
import { score, type Weighed } from './score.ts';
import { DEPTH_CAPS, standsAlone, TIER_THRESHOLDS, tierOf } from './tiers.ts';

const of = (family: Family, weight: number): Weighed => ({ family, weight });

describe('the score', () => {
  // The worked cases of the method: arithmetic only.
  test.each([
    ['a reference name at birth, seen to package depth', 'package', [of('N', 45), of('P', 10), of('C', 15)], 57.9],
    ['the same, name only', 'name', [of('N', 45)], 45],
    ['a brand token alone', 'metadata', [of('N', 8)], 8],
    ['a brand token and a burst of releases', 'package', [of('N', 8), of('V', 20)], 26.4],
    ['a brand token and a recipient literal in source', 'source', [of('N', 8), of('B', 70)], 72.4],
    ['an absurd first version with a dependency by URL', 'package', [of('N', 8), of('V', 25), of('X', 30)], 51.7],
    ['an "official" claim beside a brand token', 'metadata', [of('N', 8), of('C', 40)], 44.8],
    ['nothing', 'metadata', [], 0],
  ] as const)('%s', (_case, depth, fired, expected) => {
    expect(score(depth, fired, [])).toBe(expected);
  });

  test('counts only the largest weight of a family', () => {
    expect(score('package', [of('N', 45), of('N', 20), of('N', 8)], [])).toBe(45);
  });

  test.each([
    ['name', 45],
    ['metadata', 60],
    ['package', 85],
    ['source', 99],
  ] as const)('at depth %s is at most %d', (depth, most) => {
    expect(score(depth, [of('N', 90), of('P', 90)], [])).toBe(most);
  });

  test('an exact intel match is not capped', () => {
    expect(score('metadata', [of('I', 70), of('N', 45)], [])).toBe(83.5);
  });

  test('clearing evidence takes its share away', () => {
    expect(score('metadata', [of('N', 45)], [of('P', 80)])).toBe(9);
  });
});

const weighed = record({
  family: constantFrom<Family>('N', 'P', 'C', 'V', 'X', 'H', 'I', 'B'),
  weight: integer({ min: 1, max: 100 }),
});
const depth = constantFrom('name', 'metadata', 'package', 'source');

describe('the laws of scoring', () => {
  test('taking an incriminating finding away never raises a score or a tier', () => {
    assert(
      property(depth, array(weighed, { minLength: 1 }), array(weighed), nat(), (at, fired, cleared, pick) => {
        const fewer = fired.toSpliced(pick % fired.length, 1);
        expect(score(at, fewer, cleared)).toBeLessThanOrEqual(score(at, fired, cleared));
        const order = ['noted', 'watch', 'review', 'review-first'];
        expect(order.indexOf(tierOf(score(at, fewer, cleared), fewer))).toBeLessThanOrEqual(
          order.indexOf(tierOf(score(at, fired, cleared), fired)),
        );
      }),
    );
  });

  test('a score never exceeds the cap of its depth, but for findings that stand alone', () => {
    assert(
      property(depth, array(weighed), (at, fired) => {
        const capped = fired.filter((each) => !standsAlone(each));
        expect(score(at, capped, [])).toBeLessThanOrEqual(DEPTH_CAPS[at]);
      }),
    );
  });

  test('clearing evidence only lowers', () => {
    assert(
      property(depth, array(weighed), array(weighed), weighed, (at, fired, cleared, more) => {
        expect(score(at, fired, [...cleared, more])).toBeLessThanOrEqual(score(at, fired, cleared));
      }),
    );
  });

  test('the order of findings does not show in the score', () => {
    assert(
      property(depth, array(weighed), (at, fired) => {
        expect(score(at, fired.toReversed(), [])).toBe(score(at, fired, []));
      }),
    );
  });

  test('no threshold lies above what its depth can reach', () => {
    expect(TIER_THRESHOLDS.review).toBeLessThanOrEqual(DEPTH_CAPS.name);
    expect(TIER_THRESHOLDS['review-first']).toBeLessThanOrEqual(DEPTH_CAPS.metadata);
  });
});

describe('the tier', () => {
  test.each([
    ['review-first', 40, [of('N', 30), of('P', 30)]],
    ['review', 39.9, [of('N', 30), of('P', 30)]],
    ['review', 45, [of('N', 45)]],
    ['review', 25, [of('N', 25)]],
    ['watch', 24.9, [of('N', 25)]],
    ['watch', 10, [of('N', 10)]],
    ['noted', 9.9, [of('N', 10)]],
    ['review-first', 5, [of('I', 70)]],
    ['review-first', 5, [of('B', 70)]],
    ['noted', 5, [of('B', 69)]],
  ] as const)('is %s at %d', (tier, points, fired) => {
    expect(tierOf(points, fired)).toBe(tier);
  });
});
