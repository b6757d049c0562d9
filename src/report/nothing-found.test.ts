import { describe, expect, test } from 'vitest';
import type { Depth } from '../model/depth.ts';
import type { SignalDeclaration } from '../signal.ts';
import { asked, coverage, looked, report } from '../testing/candidates.ts';
import { nothingFoundTable } from './nothing-found.ts';
import type { PipelineReport } from './report.ts';

const needing = (needs: SignalDeclaration['needs'], role: SignalDeclaration['role'] = 'incriminates') =>
  asked({ needs, role });
const at = (byDepth: Partial<Record<Depth, number>>) =>
  coverage('official', { byDepth: { name: 0, metadata: 0, package: 0, source: 0, ...byDepth } });
const rows = (fields: Partial<PipelineReport>) => nothingFoundTable(report(fields)).rows;

describe('where nothing reached review', () => {
  test('each depth stands with its entries, the signals that look there and a bound', () => {
    expect(
      rows({
        coverage: [at({ name: 100, package: 4_000 })],
        byRegistry: [looked('official', { name: 100, package: 4_000 }, { watch: 3, noted: 9 })],
        signals: [needing('name'), needing('metadata'), needing('package'), needing('name', 'clears')],
      }),
    ).toEqual([
      ['official', 'name', 100, '1 of 3', 'up to 3.0 %'],
      ['official', 'package', 4_000, '3 of 3', 'up to 0.075 %'],
    ]);
  });

  test.each(['review-first', 'review'] as const)('a registry with one %s is not among them', (tier) => {
    expect(rows({ byRegistry: [looked('official', 11, { [tier]: 1 })] })).toEqual([]);
  });

  test('a registry of which nothing was seen is not among them', () => {
    expect(rows({ byRegistry: [] })).toEqual([]);
    expect(rows({ coverage: [at({})], byRegistry: [looked('official', 0)] })).toEqual([]);
  });

  test('entries at which no signal could look have no bound', () => {
    expect(
      rows({ coverage: [at({ name: 5 })], byRegistry: [looked('official', 0)], signals: [needing('package')] }),
    ).toEqual([['official', 'name', 0, '0 of 1', 'no bound: no signal could look']]);
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
