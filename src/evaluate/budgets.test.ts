import { describe, expect, test } from 'vitest';
import { corpus, HOST, REMOVED, scored } from '../testing/evaluation.ts';
import { budgetsOn, overBudget } from './budgets.ts';
import type { Corpus } from './corpus.ts';

describe('a budget', () => {
  const at = (fired: number, of: number, weight = 30) =>
    corpus({
      outcomes: new Map([[HOST, { fired, silent: of - fired, unseen: 7 }]]),
      candidates: Array.from({ length: fired }, (_, index) =>
        scored({ id: `official:${index}`, fired: [{ signal: HOST, family: 'H', weight }] }),
      ),
    });
  const standing = (judged: Corpus) =>
    budgetsOn(judged)
      .filter(({ signal }) => signal === HOST)
      .map(({ weighing, standing: stands }) => [weighing, stands]);

  test.each([
    ['as often as it may', 10, 1_000, 30, 'within', 'within'],
    ['once more', 11, 1_000, 30, 'over', 'within'],
    ['often with few points', 50, 1_000, 10, 'within', 'within'],
    ['too often with few points', 51, 1_000, 10, 'within', 'over'],
    ['often with points that have no budget', 900, 1_000, 9, 'within', 'within'],
    ['once where hardly anything was looked at', 1, 99, 30, 'too few', 'within'],
    ['once where a hundred were looked at', 1, 100, 30, 'within', 'within'],
  ])('of a signal that fired %s', (_case, fired, of, weight, heavy, light) => {
    expect(standing(at(fired, of, weight))).toEqual([
      [25, heavy],
      [10, light],
    ]);
  });

  test('is for weights that a signal can reach, and exceeded ones are named', () => {
    const rows = budgetsOn(at(20, 1_000));
    expect(rows.filter(({ signal }) => signal === REMOVED).map(({ weighing }) => weighing)).toEqual([10]);
    expect(overBudget(rows).map(({ signal, weighing }) => [signal, weighing])).toEqual([[HOST, 25]]);
  });
});
