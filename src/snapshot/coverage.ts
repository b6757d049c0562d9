import type { Coverage, PackageCoverage, RepositoryCoverage, SourceCoverage } from '../model/coverage.ts';
import type { Depth } from '../model/depth.ts';

/** How a registry's listing went: what the rows themselves do not tell. */
export type ListingCoverage = Pick<Coverage, 'registry' | 'advertised' | 'responses' | 'enumeration'>;

/** What became of a registry's rows, counted entry by entry. */
export interface Tally {
  add(entry: { readonly depth: Depth; readonly earlierVersions: number; readonly repeats: number }): void;
  /** Throws where `rows` is not the sum of what became of them: a row was lost, which is a bug. */
  row(listing: ListingCoverage, counts: { readonly rows: number; readonly quarantined: number }): Coverage;
}

export function tally(): Tally {
  const byDepth: Record<Depth, number> = { name: 0, metadata: 0, package: 0, source: 0 };
  let distinct = 0;
  let earlierVersions = 0;
  let repeats = 0;
  return {
    add(entry) {
      distinct += 1;
      byDepth[entry.depth] += 1;
      earlierVersions += entry.earlierVersions;
      repeats += entry.repeats;
    },
    row({ registry, advertised, responses, enumeration }, { rows, quarantined }) {
      const accounted = distinct + earlierVersions + repeats + quarantined;
      if (accounted !== rows) throw new Error(`coverage of ${registry}: ${rows} rows, ${accounted} accounted for`);
      return {
        registry,
        advertised,
        responses,
        rows,
        distinct,
        earlierVersions,
        repeats,
        quarantined,
        byDepth: { ...byDepth },
        enumeration,
      };
    },
  };
}

/** The row with its keys in order. Throws where `named` is not the sum of what became of the packages. */
export function packageRow({ ecosystem, named, read, notRead, unreadReleases }: PackageCoverage): PackageCoverage {
  const accounted = sumOf(notRead) + read;
  if (accounted !== named) throw new Error(`coverage of ${ecosystem}: ${named} packages, ${accounted} accounted for`);
  const row = { ecosystem, named, read, notRead: inOrder(notRead) };
  return unreadReleases === undefined ? row : { ...row, unreadReleases };
}

/** The same for archives. */
export function sourceRow(row: SourceCoverage): SourceCoverage {
  const { budget, packages, chosen, reasons, archives, read, notRead } = row;
  const accounted = sumOf(notRead) + read;
  if (accounted !== archives) throw new Error(`coverage of sources: ${archives} archives, ${accounted} accounted for`);
  return { budget, packages, chosen, reasons: inOrder(reasons), archives, read, notRead: inOrder(notRead) };
}

/** The same for repositories. */
export function repositoryRow(row: RepositoryCoverage): RepositoryCoverage {
  const { budget, named, read, absent, notRead, accounts, accountsAbsent } = row;
  const accounted = sumOf(notRead) + read + absent;
  if (accounted !== named)
    throw new Error(`coverage of repositories: ${named} repositories, ${accounted} accounted for`);
  return { budget, named, read, absent, notRead: inOrder(notRead), accounts, accountsAbsent };
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function inOrder(counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
