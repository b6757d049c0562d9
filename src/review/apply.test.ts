import { describe, expect, test } from 'vitest';
import type { Verdict } from '../model/verdict.ts';
import { candidate, cited, fired, head, looked, report, tiers } from '../testing/candidates.ts';
import { entry } from '../testing/subjects.ts';
import { verdictOn } from '../testing/verdicts.ts';
import { reviewed } from './apply.ts';
import { fingerprint } from './fingerprint.ts';
import { verdictsOf } from './standing.ts';

const [first, second, third] = ['tidewatr', 'quaysid', 'lantern-bakry'].map((name, index) =>
  candidate({ rank: index + 1, entry: entry({ name: `io.github.quayside/${name}` }) }),
);
if (first === undefined || second === undefined || third === undefined) throw new Error('three were made');

const listed = report({
  head: head({ date: '2026-06-29' }),
  counts: tiers({ watch: 3 }),
  byRegistry: [looked('official', 11, { watch: 3 })],
  candidates: [first, second, third],
});
const given = (...verdicts: readonly Verdict[]) => {
  const result = reviewed(listed, verdictsOf(verdicts));
  return { ...result, ranks: [...result.candidates].map(({ rank }) => rank) };
};

test('without verdicts every candidate only gains its fingerprint', () => {
  const { candidates, review, counts } = reviewed(listed, null);
  expect([...candidates]).toEqual([first, second, third].map((each) => ({ ...each, fingerprint: fingerprint(each) })));
  expect({ review, counts }).toEqual({ review: undefined, counts: listed.counts });
});

describe('a dismissed candidate', () => {
  test('is hidden, counted, and moves no other', () => {
    const verdict = verdictOn(second);
    const { ranks, counts, byRegistry, review } = given(verdict);
    expect(ranks).toEqual([1, 3]);
    expect(counts).toEqual(tiers({ watch: 2 }));
    expect(byRegistry[0]?.byTier).toEqual(tiers({ watch: 2 }));
    expect(review?.hidden).toEqual([{ ...second, fingerprint: fingerprint(second), verdict }]);
  });

  test('returns when its evidence changes, and says so', () => {
    const before = candidate({ ...second, fired: [fired('lookalike/brand-typo', cited({ observed: 'quaysyde' }))] });
    const verdict = verdictOn(before);
    const { candidates, review, ranks } = given(verdict);
    expect(ranks).toEqual([1, 2, 3]);
    expect([...candidates][1]?.lapsed).toEqual({ verdict, because: 'evidence changed' });
    expect(review).toMatchObject({ hidden: [], returned: 1 });
  });

  test.each([
    ['2026-06-28', [1, 2, 3]],
    ['2026-06-29', [1, 2, 3]],
    ['2026-06-30', [1, 3]],
    [null, [1, 3]],
  ])('expires by the snapshot’s date: of %s there are %j left', (expires, ranks) => {
    expect(given(verdictOn(second, { date: '2026-01-01', expires })).ranks).toEqual(ranks);
  });

  test('of one pipeline is not hidden in the other', () => {
    expect(given(verdictOn({ ...second, pipeline: 'rug-pull' })).ranks).toEqual([1, 2, 3]);
  });
});

test('a confirmed candidate stays and is marked', () => {
  const verdict = verdictOn(first, { verdict: 'confirmed' });
  const { candidates, review } = given(verdict);
  expect([...candidates][0]?.verdict).toEqual(verdict);
  expect(review).toMatchObject({ hidden: [], confirmed: 1, returned: 0 });
});

describe('of several verdicts on the same evidence', () => {
  const dismissed = verdictOn(second, { date: '2026-06-01' });
  test.each<[string, Verdict, readonly number[]]>([
    ['the later one counts', verdictOn(second, { verdict: 'confirmed', date: '2026-06-02' }), [1, 2, 3]],
    ['an earlier one does not', verdictOn(second, { verdict: 'confirmed', date: '2026-05-31' }), [1, 3]],
    [
      'of one day the one that keeps it in sight',
      verdictOn(second, { verdict: 'confirmed', reviewer: 'Pilot' }),
      [1, 2, 3],
    ],
    [
      'of one day the one that ends earlier',
      verdictOn(second, { expires: '2026-06-20', reviewer: 'Pilot' }),
      [1, 2, 3],
    ],
  ])('%s, whichever comes first', (_, other, ranks) => {
    expect(given(dismissed, other).ranks).toEqual(ranks);
    expect(given(other, dismissed).ranks).toEqual(ranks);
  });
});

test('precision counts the whole list, hidden ones with it', () => {
  const { review } = given(verdictOn(first, { verdict: 'confirmed' }), verdictOn(second));
  expect(review?.precision).toEqual([
    { top: 20, listed: 3, judged: 2, confirmed: 1 },
    { top: 100, listed: 3, judged: 2, confirmed: 1 },
  ]);
});

test('precision looks at the first twenty and the first hundred', () => {
  const many = Array.from({ length: 101 }, (_, index) =>
    candidate({ rank: index + 1, entry: entry({ name: `io.github.quayside/n${index}` }) }),
  );
  const verdicts = many.map((each) => verdictOn(each, { verdict: each.rank % 2 === 0 ? 'confirmed' : 'dismissed' }));
  const { review } = reviewed(report({ candidates: many }), verdictsOf(verdicts));
  expect(review?.precision).toEqual([
    { top: 20, listed: 20, judged: 20, confirmed: 10 },
    { top: 100, listed: 100, judged: 100, confirmed: 50 },
  ]);
});
