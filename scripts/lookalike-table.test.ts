import { expect, test } from 'vitest';
import { lookalikeTable } from './lookalike-table.ts';
import type { Judged } from './measured/lookalikes.ts';

const judged: Judged = {
  name: '2026-06-29 (synthetic)',
  entries: 40_000,
  tiers: { 'review-first': 30, review: 10, watch: 200, noted: 1_000 },
  community: { 'review-first': 0, review: 5, watch: 1, noted: 80, all: 100 },
  vendors: { raised: 0, all: 12 },
  recall: { mcp: [4, 8], campaigns: [2.5, 5], imitations: [4, 16], labels: [3, 12], all: [4, 32], ceiling: [0, 0] },
  established: 3,
  pairs: [{ how: 'near', entry: 'official:a', server: 'official:b' }],
  distinctServers: 39_000,
  conflicts: { packages: 2, names: 1 },
  raised: [],
};

test('the table stands beside its aims, a column a snapshot', () => {
  const lines = lookalikeTable([judged, { ...judged, name: '2026-07-06 (captured)' }]).split('\n');
  const cellsOf = (start: string) =>
    lines
      .find((line) => line.startsWith(`| ${start}`))
      ?.split('|')
      .slice(2, -1)
      .map((cell) => cell.trim());
  expect(cellsOf('measure')).toEqual(['aim', '2026-06-29 (synthetic)', '2026-07-06 (captured)']);
  expect(cellsOf('review-first per')).toEqual(['≤ 50', '15.0 (30)', '15.0 (30)']);
  expect(cellsOf('entries in the two')?.[1]).toBe('0.10 % (40)');
  expect(cellsOf('community servers named after brands: review ')?.[1]).toBe('5.0 % (5 of 100)');
  expect(cellsOf('recall at depth name')?.[1]).toBe('50.0 % (4 of 8)');
  expect(cellsOf('the same, mean')?.[1]).toBe('50.0 % (2.5 of 5)');
  expect(cellsOf('of these')?.[1]).toBe('–');
  expect(cellsOf('recall at depth name: all labels')).toEqual(['≥ 45.0 %', '25.0 % (3 of 12)', '25.0 % (3 of 12)']);
  expect(cellsOf('pairs')?.[1]).toBe('0 equal, 0 words, 1 near');
});
