import { describe, expect, test } from 'vitest';
import { corpus, HOST, REMOVED, scored } from '../testing/evaluation.ts';
import { ablationOf } from './ablation.ts';
import { type Answered, recallOf } from './recall.ts';
import { without } from './scored.ts';

describe('recall', () => {
  const answer = (fields: Partial<Answered>): Answered => ({
    id: 'official:x',
    campaign: 'one',
    expects: [],
    unseen: [],
    found: null,
    ...fields,
  });
  const raised = scored({ fired: [{ signal: HOST, family: 'H', weight: 30 }] });
  const onlyListed = scored({
    tier: 'review-first',
    score: 100,
    fired: [{ signal: 'intel/known-malicious', family: 'I', weight: 100 }],
  });
  const about = { labels: 'labels', pipeline: 'rug-pull', lists: true } as const;

  test('is averaged over campaigns and counted over packages', () => {
    const { detected } = recallOf(about, [
      answer({ campaign: 'many', found: raised }),
      answer({ campaign: 'many' }),
      answer({ campaign: 'single', found: raised }),
    ]);
    expect(detected.raisedOverCampaigns).toBe(0.75);
    expect(detected.raised).toMatchObject({ hits: 2, of: 3 });
  });

  test('never takes a match with a list for detection', () => {
    const { detected, withLists } = recallOf(about, [answer({ found: onlyListed }), answer({ found: raised })]);
    expect([detected.raised.hits, detected.first.hits]).toEqual([1, 0]);
    expect([withLists?.raised.hits, withLists?.first.hits]).toEqual([2, 1]);
    expect(recallOf({ ...about, lists: false }, [answer({ found: onlyListed })]).withLists).toBeNull();
  });

  test('leaves what only a takedown can show out of detection, and says how many', () => {
    const { knownOnly, detected } = recallOf(about, [
      answer({ expects: ['intel/security-holding'], found: onlyListed }),
    ]);
    expect([knownOnly, detected.raised.of, detected.raisedOverCampaigns]).toEqual([1, 0, null]);
  });

  test('tells a signal that found nothing from one that could not look', () => {
    const { missed, detected } = recallOf(about, [answer({ expects: [HOST, REMOVED], unseen: [REMOVED] })]);
    expect(missed).toEqual([
      { id: 'official:x', campaign: 'one', tier: null, score: 0, silent: [HOST], unseen: [REMOVED] },
    ]);
    expect(detected.asExpected).toMatchObject({ hits: 0, of: 1 });
  });

  test('shows what goes with a signal', () => {
    const rows = ablationOf(corpus({ candidates: [raised] }), [answer({ found: raised }), answer({ campaign: 'two' })]);
    expect(rows).toEqual([
      { pipeline: 'rug-pull', signal: HOST, role: 'incriminates', positivesLost: 1, recallLost: 0.5, ordinaryLost: 1 },
    ]);
  });
});

test('a candidate without one of its signals scores as if it had never fired', () => {
  const two = scored({
    tier: 'review-first',
    score: 51,
    fired: [
      { signal: HOST, family: 'H', weight: 30 },
      { signal: REMOVED, family: 'P', weight: 30 },
    ],
  });
  expect(without(two, (signal) => signal === HOST)).toMatchObject({ score: 30, tier: 'review' });
  expect(without(two, () => true)).toBeNull();
});
