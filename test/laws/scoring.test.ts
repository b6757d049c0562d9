/** What holds for every score, whatever an entry holds: over generated entries and all signals of both pipelines. */
import { assert, constantFrom, nat, oneof, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { protectedNames } from '../../signals/data/index.ts';
import { askedByLookalike as lookalikes, askedByRugPull as rugPulls } from '../../signals/index.ts';
import { scoredOf, without } from '../../src/evaluate/scored.ts';
import { type Assessment, TIERS } from '../../src/model/candidate.ts';
import { DEPTHS } from '../../src/model/depth.ts';
import type { Subject } from '../../src/model/subject.ts';
import { contextOf } from '../../src/pipelines/lookalike.ts';
import { assessor } from '../../src/scoring/assess.ts';
import { score } from '../../src/scoring/score.ts';
import { DEPTH_CAPS, standsAlone, TIER_THRESHOLDS, tierOf } from '../../src/scoring/tiers.ts';
import { heaviest, type Signal } from '../../src/signal.ts';
import { shallowSubject } from './arbitraries.ts';
import { sourceSubject } from './arbitrary-sources.ts';

const AS_OF = '2026-06-29';
const lookalikeContext = { ...contextOf(protectedNames, { asOf: AS_OF }), intel: null };
const rugPullContext = { asOf: AS_OF, baseline: null, intel: null };

const subject = oneof(shallowSubject, sourceSubject);
const pipeline = constantFrom('lookalike', 'rug-pull');

/** The assessment, or null; with only the signals that are kept. */
function assessed(
  of: Subject,
  which: string,
  keep: (signal: Signal<never>) => boolean = () => true,
): Assessment | null {
  const found =
    which === 'lookalike'
      ? assessor(lookalikes.filter(keep), lookalikeContext).assess(of)
      : assessor(rugPulls.filter(keep), rugPullContext).assess(of);
  return typeof found === 'string' ? null : found;
}

const RUNS = { numRuns: 400 };

describe('of every generated entry', () => {
  test('no score lies above the cap of its depth, unless one finding stands alone', () => {
    assert(
      property(subject, pipeline, (of, which) => {
        const found = assessed(of, which);
        if (found === null || found.fired.some(standsAlone)) return;
        expect(found.score).toBeLessThanOrEqual(DEPTH_CAPS[found.depth]);
      }),
      RUNS,
    );
  });

  test('no score lies above what is said to be reachable', () => {
    assert(
      property(subject, pipeline, (of, which) => {
        const found = assessed(of, which);
        if (found === null) return;
        expect(found.score).toBeLessThanOrEqual(found.reachable);
      }),
      RUNS,
    );
  });

  test('taking a fired signal away never raises score or tier', () => {
    assert(
      property(subject, pipeline, nat(), (of, which, pick) => {
        const found = assessed(of, which);
        if (found === null) return;
        const out = found.fired[pick % found.fired.length]?.signal;
        const left = assessed(of, which, ({ id }) => id !== out);
        expect(left?.score ?? 0).toBeLessThanOrEqual(found.score);
        expect(TIERS.indexOf(left?.tier ?? 'noted')).toBeGreaterThanOrEqual(TIERS.indexOf(found.tier));
        // What `evaluate` computes for its ablation is what a scan without the signal says.
        const computed = without(scoredOf(found), (id) => id === out);
        expect([computed?.score, computed?.tier]).toEqual([left?.score, left?.tier]);
      }),
      RUNS,
    );
  });

  test('clearing evidence only lowers, and changes nothing of what fired', () => {
    assert(
      property(subject, pipeline, (of, which) => {
        const found = assessed(of, which);
        const uncleared = assessed(of, which, ({ role }) => role !== 'clears');
        expect(uncleared === null).toBe(found === null);
        if (found === null || uncleared === null) return;
        expect(found.fired).toEqual(uncleared.fired);
        expect(found.score).toBeLessThanOrEqual(uncleared.score);
        // Only what clears makes the difference.
        expect(found.cleared.length > 0 || found.score === uncleared.score).toBe(true);
      }),
      RUNS,
    );
  });

  test('a tier is never above what its score and its families allow', () => {
    assert(
      property(subject, pipeline, (of, which) => {
        const found = assessed(of, which);
        if (found === null) return;
        expect(found.tier).toBe(tierOf(found.score, found.fired));
      }),
      RUNS,
    );
  });

  test('each signal is fired, silent or unseen once, and an unseen one says why', () => {
    assert(
      property(subject, pipeline, (of, which) => {
        const found = assessed(of, which);
        if (found === null) return;
        const asked = (which === 'lookalike' ? lookalikes : rugPulls).filter(({ role }) => role === 'incriminates');
        const answers = [
          ...found.fired.map(({ signal }) => signal),
          ...found.silent,
          ...found.unseen.map(({ signal }) => signal),
        ];
        expect(answers.toSorted()).toEqual(asked.map(({ id }) => id).toSorted());
        for (const { reason } of [...found.unseen, ...found.notLookedFor]) expect(reason).toMatch(/\S/);
      }),
      RUNS,
    );
  });
});

describe('of what signals declare', () => {
  const weighed = (depth: (typeof DEPTHS)[number], signals: readonly Signal<never>[]) =>
    signals
      .filter(({ role, needs }) => role === 'incriminates' && DEPTHS.indexOf(needs) <= DEPTHS.indexOf(depth))
      .map((signal) => ({ family: signal.family, weight: heaviest(signal) }));

  test.each([
    ['lookalike', 'review', 'name'],
    ['lookalike', 'review-first', 'metadata'],
    ['rug-pull', 'review', 'metadata'],
    ['rug-pull', 'review-first', 'metadata'],
  ] as const)('in %s the threshold of %s can be reached from depth %s on', (which, tier, from) => {
    for (const depth of DEPTHS.slice(DEPTHS.indexOf(from))) {
      const most = weighed(depth, which === 'lookalike' ? lookalikes : rugPulls).filter(({ family }) => family !== 'I');
      expect(score(depth, most, [])).toBeGreaterThanOrEqual(TIER_THRESHOLDS[tier]);
    }
  });

  test('no threshold lies above the cap of the depth from which it counts', () => {
    expect(TIER_THRESHOLDS.review).toBeLessThanOrEqual(DEPTH_CAPS.name);
    expect(TIER_THRESHOLDS['review-first']).toBeLessThanOrEqual(DEPTH_CAPS.metadata);
  });

  test('a clearing signal never takes all of a score away by itself', () => {
    for (const signal of [...lookalikes, ...rugPulls].filter(({ role }) => role === 'clears')) {
      expect(heaviest(signal)).toBeLessThan(100);
    }
  });
});
