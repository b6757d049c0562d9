import { describe, expect, test } from 'vitest';
import type { Depth } from '../model/depth.ts';
import type { SignalDeclaration } from '../signal.ts';
import { asked, candidate, coverage, looked, report } from '../testing/candidates.ts';
import { verdict } from '../testing/verdicts.ts';
import { NOTHING_FOUND_NOTICE, nothingFoundTable } from './nothing-found.ts';
import type { Recall } from './recall.ts';
import type { PipelineReport } from './report.ts';

const needing = (needs: SignalDeclaration['needs'], role: SignalDeclaration['role'] = 'incriminates') =>
  asked({ needs, role });
const at = (byDepth: Partial<Record<Depth, number>>) =>
  coverage('official', { byDepth: { name: 0, metadata: 0, package: 0, source: 0, ...byDepth } });
const rows = (fields: Partial<PipelineReport>, recalls: readonly Recall[] = []) =>
  nothingFoundTable(report(fields), recalls).rows;

const HALF: Recall = {
  pipeline: 'rug-pull',
  depth: 'source',
  recall: 0.5,
  cases: 8,
  campaigns: 4,
  measured: '2026-11-21',
  command: 'node scripts/recall.ts',
  population: '8 cases of 4 campaigns',
};

describe('where nothing reached review', () => {
  test('each depth stands with its entries, the signals for it and a bound', () => {
    expect(
      rows({
        coverage: [at({ name: 100, package: 4_000 })],
        byRegistry: [looked('official', { name: 100, package: 4_000 }, { watch: 3, noted: 9 })],
        signals: [needing('name'), needing('metadata'), needing('package'), needing('name', 'clears')],
        candidates: [candidate({ tier: 'watch' }), candidate({ tier: 'noted' })],
      }),
    ).toEqual([
      ['official', 'name', 100, '1 of 3', 'unknown', 'up to 3.0 % and what they miss'],
      ['official', 'package', 4_000, '3 of 3', 'unknown', 'up to 0.075 % and what they miss'],
    ]);
  });

  test.each(['review-first', 'review'] as const)('a depth with one %s is not among them, another depth is', (tier) => {
    const found = rows({ candidates: [candidate({ tier, depth: 'package' })] });
    expect(found.map(([, depth]) => depth)).toEqual(['metadata']);
  });

  test('one that a verdict hides reached review all the same', () => {
    const hidden = [{ ...candidate({ tier: 'review', depth: 'package' }), verdict: verdict() }];
    const review = { verdicts: 1, hidden, confirmed: 0, returned: 0, precision: [] };
    expect(rows({ review }).map(([, depth]) => depth)).toEqual(['metadata']);
  });

  test('a measured recall makes the bound wider, and says of what it was measured', () => {
    const seen = {
      pipeline: 'rug-pull',
      coverage: [at({ package: 100, source: 100 })],
      byRegistry: [looked('official', { package: 100, source: 100 })],
    } as const;
    expect(rows(seen, [HALF])).toEqual([
      ['official', 'package', 100, '1 of 1', 'unknown', 'up to 3.0 % and what they miss'],
      ['official', 'source', 100, '1 of 1', '50.0 % of 8 cases of 4 campaigns (2026-11-21)', 'up to 6.0 %'],
    ]);
    expect(rows({ ...seen, pipeline: 'lookalike' }, [HALF]).map(([, , , , recall]) => recall)).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  test('is never bounded by more than everything', () => {
    const seen = { coverage: [at({ source: 1 })], byRegistry: [looked('official', { source: 1 })] };
    expect(rows({ ...seen, pipeline: 'rug-pull' }, [HALF]).map((row) => row.at(-1))).toEqual(['up to 100 %']);
  });

  test('a registry of which nothing was seen is not among them', () => {
    expect(rows({ byRegistry: [] })).toEqual([]);
    expect(rows({ coverage: [at({})], byRegistry: [looked('official', 0)] })).toEqual([]);
  });

  test('entries at which no signal could look have no bound', () => {
    expect(
      rows({ coverage: [at({ name: 5 })], byRegistry: [looked('official', 0)], signals: [needing('package')] }),
    ).toEqual([['official', 'name', 0, '0 of 1', 'unknown', 'no bound: no signal could look']]);
  });

  test('registries are not pooled', () => {
    const both = rows({
      coverage: [coverage('official'), coverage('glama')],
      byRegistry: [looked('glama', { metadata: 4, package: 7 }), looked('official', { metadata: 4, package: 7 })],
    });
    expect(both.map(([registry, depth, entries]) => [registry, depth, entries])).toEqual([
      ['official', 'metadata', 4],
      ['official', 'package', 7],
      ['glama', 'metadata', 4],
      ['glama', 'package', 7],
    ]);
  });
});

test('neither the words above the table nor a cell of it can be quoted as an all-clear', () => {
  expect(NOTHING_FOUND_NOTICE).toMatch(/^Finding nothing is not an all-clear/);
  const bounds = rows({ pipeline: 'rug-pull' }, [HALF]).map((row) => String(row.at(-1)));
  expect(bounds.filter((cell) => !/^(up to|no bound)/.test(cell))).toEqual([]);
  expect(`${NOTHING_FOUND_NOTICE} ${bounds.join(' ')}`).not.toMatch(/\b(clean|safe|secure|harmless)\b/i);
});
