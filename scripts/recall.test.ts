import { beforeAll, describe, expect, test } from 'vitest';
import { CASES } from './cases/index.ts';
import { firedOf, isRaised, type Suspected } from './measured/asked-packages.ts';
import { type Answered, answered, recallTables } from './recall.ts';

describe('the tables', () => {
  test('average over campaigns, so that one with many cases weighs no more than one with a single case', () => {
    const [first, second, third] = CASES.filter(({ label }) => label.expected === 'positive');
    const twin = CASES.find(({ label }) => label.expected === 'twin');
    if (first === undefined || second === undefined || third === undefined || twin === undefined)
      throw new Error('no cases');
    const text = recallTables([
      { of: { ...first, campaign: 'many' }, candidate: answer('review-first') },
      { of: { ...second, campaign: 'many' }, candidate: answer('watch') },
      { of: { ...third, campaign: 'one' }, candidate: answer('review') },
      { of: twin, candidate: undefined },
    ]);
    expect(text).toContain('- recall over campaigns (macro): 75.0 %');
    expect(text).toContain('- recall over cases: 66.7 %');
    expect(text).toContain('- twins raised: 0 of 1');
    expect(text).toMatch(/\| many +\|.*\| 1 of 2 +\| 1 of 2 +\|/);
    expect(text).toMatch(/\| one +\|.*\| 1 of 1 +\| 0 of 1 +\|/);
  });

  test('tell a signal that stayed silent though it was expected', () => {
    const of = CASES.find(({ id }) => id === 'hard-coded-recipient/in-the-payload');
    if (of === undefined) throw new Error('no such case');
    expect(recallTables([{ of, candidate: undefined }])).toMatch(/\| – +\| – +\| – +\| recipient-literal-added +\|/);
  });
});

function ids(answers: readonly Answered[]): readonly string[] {
  return answers.map(({ of }) => of.id);
}

/** The program itself over every case, each asked about at the release where the change came. */
describe('what the program says of the cases', () => {
  let all: readonly Answered[] = [];
  beforeAll(async () => {
    all = await answered(CASES);
  }, 600_000);

  const of = (expected: string) => all.filter((each) => each.of.label.expected === expected);

  test('raises every positive, but for those of which it is known that it cannot', () => {
    const known = CASES.filter(({ label }) => label.ceiling !== null).map(({ id }) => id);
    expect(ids(of('positive').filter(({ candidate }) => !isRaised(candidate)))).toEqual(known);
  });

  test('raises no honest twin', () => {
    expect(ids(of('twin').filter(({ candidate }) => isRaised(candidate)))).toEqual([]);
  });

  test('fires the signals that a case is about', () => {
    const missed = of('positive').flatMap(({ of: { id, label }, candidate }) =>
      label.ceiling === null
        ? label.signals.filter((signal) => !firedOf(candidate).includes(signal)).map((signal) => `${id}: ${signal}`)
        : [],
    );
    expect(missed).toEqual([]);
  });

  test('fires nothing on a twin but what is expected of honest growth', () => {
    const strayed = of('twin').flatMap(({ of: { id, label }, candidate }) =>
      firedOf(candidate)
        .filter((signal) => !label.signals.some((allowed) => allowed === signal))
        .map((signal) => `${id}: ${signal}`),
    );
    expect(strayed).toEqual([]);
  });
});

function answer(tier: Suspected['tier']): Suspected {
  return { tier, score: 40, fired: [] };
}
