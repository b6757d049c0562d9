import { TIERS } from '../model/candidate.ts';
import type { Coverage, Enumeration, PackageCoverage } from '../model/coverage.ts';
import { DEPTHS } from '../model/depth.ts';
import type { PipelineReport } from './report.ts';

/**
 * What summary.md and the terminal both show, made once so that both say the same in the same order.
 *
 * Strings are as received: escaping is the renderer's.
 */
export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}
export type Cell = string | number;

/** One row a registry. */
export function coverageTable(coverage: readonly Coverage[]): Table {
  return {
    head: ['registry', 'claims', 'rows', 'entries', ...DEPTHS, 'refused', 'listing'],
    rows: coverage.map(({ registry, advertised, rows, distinct, byDepth, quarantined, enumeration }) => [
      registry,
      advertised ?? 'not said',
      rows,
      distinct,
      ...DEPTHS.map((depth) => byDepth[depth]),
      quarantined,
      ending(enumeration),
    ]),
  };
}

/** One row an ecosystem. */
export function packageTable(packages: readonly PackageCoverage[]): Table {
  return {
    head: ['packages', 'named', 'histories read', 'not read'],
    rows: packages.map(({ ecosystem, named, read, notRead }) => [
      ecosystem,
      named,
      read,
      Object.entries(notRead)
        .map(([reason, count]) => `${count} ${reason}`)
        .join(', '),
    ]),
  };
}

/** Candidates by registry and tier; a registry of which nothing was looked at says `unseen`, not 0. */
export function tierTable({ coverage, byRegistry }: Pick<PipelineReport, 'coverage' | 'byRegistry'>): Table {
  return {
    head: ['registry', 'entries looked at', ...TIERS],
    rows: coverage.map(({ registry }) => {
      const counts = byRegistry.find((row) => row.registry === registry);
      if (counts === undefined || counts.looked === 0) return [registry, 0, ...TIERS.map(() => 'unseen')];
      return [registry, counts.looked, ...TIERS.map((tier) => counts.byTier[tier])];
    }),
  };
}

function ending(enumeration: Enumeration): string {
  return enumeration.ended === 'exhausted' ? 'complete' : `${enumeration.ended}: ${enumeration.reason}`;
}
