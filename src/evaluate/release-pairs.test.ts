import { expect, test } from 'vitest';
import { alarmsOnReleases, ReleasePairs } from './release-pairs.ts';

const pair = (name: string, tier: 'review' | 'review-first' | 'watch' | null, score: number) => ({
  id: `npm:${name}@1.0.1`,
  before: '1.0.0',
  tier,
  score,
  fired: tier === null ? [] : ['rug-pull/new-sink'],
});
const answers = (pairs: readonly unknown[], read = pairs.length) =>
  ReleasePairs.parse({ date: '2026-11-21', tool: 'mcp-registry-audit@0.1.0', read, pairs });

test('releases that were raised are counted among those read, the most suspected shown first', () => {
  const row = alarmsOnReleases(
    answers([
      pair('tides', 'watch', 12),
      pair('quay', 'review', 30),
      pair('pier', 'review-first', 60),
      pair('x', null, 0),
    ]),
  );
  expect([row.raised.hits, row.raised.of, row.first.hits]).toEqual([2, 4, 1]);
  expect(row.examples.map(({ id }) => id)).toEqual(['npm:pier@1.0.1', 'npm:quay@1.0.1']);
  expect(row.corpus).toContain('2026-11-21');
});

test('a release whose history was not read is no part of the rate', () => {
  expect(alarmsOnReleases(answers([pair('tides', null, 0), pair('quay', null, 0)], 1)).raised).toMatchObject({
    hits: 0,
    of: 1,
  });
});

test.each([
  ['no id', { ...pair('x', null, 0), id: 'tides' }],
  ['no signal', { ...pair('x', 'watch', 10), fired: ['<b>'] }],
  ['a tier of nobody', { ...pair('x', null, 0), tier: 'first' }],
])('answers with %s are refused', (_what, wrong) => {
  expect(ReleasePairs.safeParse({ date: '2026-11-21', tool: 'x', read: 1, pairs: [wrong] }).success).toBe(false);
});
