import { expect, test } from 'vitest';
import type { Verdict } from '../model/verdict.ts';
import { candidate } from '../testing/candidates.ts';
import { verdict, verdictOn } from '../testing/verdicts.ts';
import type { Listed } from './report-folder.ts';
import { statesOf } from './states.ts';

const shop = candidate();
const listed: Listed = JSON.parse(JSON.stringify(shop));
const reports = { folder: 'reports', asOf: '2026-06-29', pipelines: ['lookalike'], candidates: [listed] } as const;
const pilot = { reviewer: 'Pilot', date: '2026-05-30' };

test.each<[string, Verdict[], (string | null)[]]>([
  ['a dismissal', [verdictOn(shop)], ['hides']],
  ['a confirmation', [verdictOn(shop, { verdict: 'confirmed' })], ['marks']],
  ['two who say the same', [verdictOn(shop), verdictOn(shop, pilot)], ['hides', 'agrees with another verdict']],
  [
    'two who do not',
    [verdictOn(shop), verdictOn(shop, { ...pilot, verdict: 'confirmed' })],
    ['hides', 'overruled by another verdict'],
  ],
  ['on the day it expires', [verdictOn(shop, { expires: '2026-06-29' })], ['expired']],
  ['on the day before', [verdictOn(shop, { expires: '2026-06-30' })], ['hides']],
  ['of other evidence', [verdict({ entry: shop.entry.id })], ['evidence changed']],
  ['of an entry that is no candidate', [verdict({ entry: 'official:io.github.quayside/nets' })], ['no candidate now']],
])('%s', (_what, verdicts, states) => {
  expect(statesOf(verdicts, reports).map(({ state }) => state)).toEqual(states);
});

test('without reports nobody knows', () => {
  expect(statesOf([verdictOn(shop)], null).map(({ state }) => state)).toEqual([null]);
});
