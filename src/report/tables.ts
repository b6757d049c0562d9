import { TIERS } from '../model/candidate.ts';
import type { Coverage, Enumeration, PackageCoverage, RepositoryCoverage, SourceCoverage } from '../model/coverage.ts';
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
    rows: packages.map((row) => [row.ecosystem, row.named, row.read, notReadOf(row)]),
  };
}

/** One row: which packages had their archives read, why those, and what came of it. Empty where no archives were wanted. */
export function sourceTable(sources: SourceCoverage | undefined): Table {
  if (sources === undefined) return { head: [], rows: [] };
  const { budget, packages, chosen, reasons, archives, read, notRead } = sources;
  return {
    head: ['archives of', 'out of', 'chosen for', 'budget of releases', 'archives', 'read', 'not read'],
    rows: [[`${chosen} packages`, packages, counts(reasons), budget ?? 'none', archives, read, counts(notRead)]],
  };
}

/** One row: what code hosts said of the repositories behind packages. Empty where none was to be asked. */
export function repositoryTable(repositories: RepositoryCoverage | undefined): Table {
  if (repositories === undefined) return { head: [], rows: [] };
  const { budget, named, read, absent, notRead, accounts, accountsAbsent } = repositories;
  return {
    head: ['repositories', 'budget', 'read', 'not there', 'not read', 'accounts', 'of these not there'],
    rows: [[named, budget, read, absent, counts(notRead), accounts, accountsAbsent]],
  };
}

/** Beside the packages, single releases of those that were read. */
function notReadOf({ notRead, unreadReleases = 0 }: PackageCoverage): string {
  const releases = unreadReleases === 0 ? {} : { 'releases in a shape that is not read': unreadReleases };
  return counts({ ...notRead, ...releases });
}

function counts(reasons: Readonly<Record<string, number>>): string {
  return Object.entries(reasons)
    .map(([reason, count]) => `${count} ${reason}`)
    .join(', ');
}

/** Candidates by registry and tier; a registry of which nothing was looked at says `unseen`, not 0. */
export function tierTable({ coverage, byRegistry }: Pick<PipelineReport, 'coverage' | 'byRegistry'>): Table {
  return {
    head: ['registry', 'entries looked at', ...TIERS],
    rows: coverage.map(({ registry }) => {
      const found = byRegistry.find((row) => row.registry === registry);
      if (found === undefined || found.looked === 0) return [registry, 0, ...TIERS.map(() => 'unseen')];
      return [registry, found.looked, ...TIERS.map((tier) => found.byTier[tier])];
    }),
  };
}

function ending(enumeration: Enumeration): string {
  return enumeration.ended === 'exhausted' ? 'complete' : `${enumeration.ended}: ${enumeration.reason}`;
}
