import { describe, expect, test } from 'vitest';
import type { Evidence, SignalId } from '../model/finding.ts';
import { assessor } from '../scoring/assess.ts';
import { defineSignal, type Signal, unseen } from '../signal.ts';
import { cited } from '../testing/candidates.ts';
import { listed, named, packument, published, release } from '../testing/subjects.ts';
import { noDeeperThan, recallByDepth } from './by-depth.ts';
import type { Judge } from './judge.ts';

const BY_NAME = 'lookalike/brand-typo';
const BY_RECORD = 'lookalike/official-claim';
const BY_HISTORY = 'lookalike/vendor-repo-claim';
const LISTED = 'intel/known-malicious';

const found: readonly Evidence[] = [cited({ statement: 'it stood there', observed: 'x' })];
const declared = {
  title: 'x',
  rationale: 'x',
  falsePositives: 'x',
  baseRate: null,
  references: [],
} as const;

function judge(isFired: (signal: SignalId) => boolean): Judge {
  const answer = (id: SignalId) => (isFired(id) ? found : []);
  const signals: readonly Signal<unknown>[] = [
    defineSignal({ ...declared, id: BY_NAME, family: 'N', needs: 'name', weight: 20, detect: () => answer(BY_NAME) }),
    defineSignal({
      ...declared,
      id: BY_RECORD,
      family: 'C',
      needs: 'metadata',
      weight: 30,
      detect: ({ record }) => (record.description === null ? unseen('no description') : answer(BY_RECORD)),
    }),
    defineSignal({
      ...declared,
      id: BY_HISTORY,
      family: 'V',
      needs: 'package',
      weight: 60,
      detect: () => answer(BY_HISTORY),
    }),
    defineSignal({ ...declared, id: LISTED, family: 'I', needs: 'name', weight: 100, detect: () => answer(LISTED) }),
  ];
  return { pipeline: 'lookalike', signals, assessor: () => assessor(signals, {}) };
}

const described = { description: 'Reads the tide tables.' };
const deep = published(described, packument({ releases: [release('1.0.0')] }));
const labelled = (expects: readonly SignalId[], subject = deep) => ({
  id: 'official:quayside/tide-mcp',
  campaign: 'one',
  expects,
  subject,
});

describe('recall by depth', () => {
  test('says what each depth alone raises, the shallowest first', () => {
    const rows = recallByDepth(
      judge((id) => id !== LISTED),
      [labelled([BY_RECORD])],
    );
    expect(rows.map(({ depth, raised, first }) => [depth, raised.hits, first.hits])).toEqual([
      ['name', 0, 0],
      ['metadata', 1, 1],
      ['package', 1, 1],
      ['source', 1, 1],
    ]);
  });

  test('says what could be raised at most, were everything that the label names to fire', () => {
    const rows = recallByDepth(
      judge(() => false),
      [labelled([BY_NAME, BY_HISTORY])],
    );
    expect(rows.map(({ attainable }) => attainable?.hits)).toEqual([0, 0, 1, 1]);
    expect(rows.map(({ raised }) => raised.hits)).toEqual([0, 0, 0, 0]);
  });

  test('counts no signal towards it that could not look, and no list', () => {
    const silent = listed({ description: null });
    const rows = recallByDepth(
      judge((id) => id === LISTED),
      [labelled([BY_RECORD, LISTED], silent)],
    );
    expect(rows.map(({ attainable, raised }) => [attainable?.hits, raised.hits])).toEqual(rows.map(() => [0, 0]));
  });

  test('counts how many were seen so deep, and one that is not in the snapshot nowhere', () => {
    const rows = recallByDepth(
      judge(() => true),
      [labelled([BY_NAME]), labelled([BY_NAME], named({})), { ...labelled([BY_NAME]), subject: undefined }],
    );
    expect(rows.map(({ seen, raised }) => [seen, raised.of])).toEqual([
      [2, 3],
      [1, 3],
      [1, 3],
      [0, 3],
    ]);
  });

  test('is silent about a ceiling where a label names no signal, and has no rows without cases', () => {
    const all = judge(() => true);
    expect(recallByDepth(all, [labelled([])]).map(({ attainable }) => attainable)).toEqual([null, null, null, null]);
    expect(recallByDepth(all, [labelled([]), labelled([BY_RECORD])]).map(({ attainable }) => attainable?.of)).toEqual([
      1, 1, 1, 1,
    ]);
    expect(recallByDepth(all, [])).toEqual([]);
    expect(recallByDepth(all, [labelled([LISTED])])).toEqual([]);
  });
});

test('an entry made shallow keeps nothing of what lies deeper', () => {
  expect(Object.keys(noDeeperThan(deep, 'name')).toSorted()).toEqual(['depth', 'entry', 'notRead']);
  expect(noDeeperThan(deep, 'metadata')).not.toHaveProperty('packuments');
  expect(noDeeperThan(deep, 'package')).toEqual(deep);
  expect(noDeeperThan(named({}), 'source')).toEqual(named({}));
});
