import type { PipelineId } from '../model/candidate.ts';
import { type Depth, DEPTHS } from '../model/depth.ts';
import type { PipelineReport, RegistryCounts } from './report.ts';
import type { Table } from './tables.ts';
import { percentUp, upperBound } from './upper-bound.ts';

/** Nothing found is never said without what was looked at, how deep, and how much could be there all the same. */
export const NOTHING_FOUND_NOTICE =
  'No entry counted below reached review or above. Up to the share in the last column may reach it all the same: upper 95 % bound, ' +
  'exact binomial, as if the entries were a random draw. It bounds what these signals find, not what is there.';

export function noCandidate(pipeline: PipelineId): string {
  return `No ${pipeline} candidate among what was seen above; what was not seen is not covered by this.`;
}

/**
 * By registry and depth, for registries that have neither a `review-first` nor a `review` candidate.
 *
 * Where no signal could look there is no bound: nothing found there means nothing.
 */
export function nothingFoundTable(report: Pick<PipelineReport, 'coverage' | 'byRegistry' | 'signals'>): Table {
  const nothing = new Map(report.byRegistry.filter(hasNothingToReview).map((row) => [row.registry, row.lookedByDepth]));
  return {
    head: ['registry', 'depth', 'entries looked at', 'signals that look there', 'may still reach review'],
    rows: report.coverage.flatMap(({ registry, byDepth }) =>
      DEPTHS.filter((depth) => byDepth[depth] > 0).flatMap((depth) => {
        const looked = nothing.get(registry)?.[depth];
        if (looked === undefined) return [];
        const [able, bound] = reach(report.signals, { depth, looked });
        return [[registry, depth, looked, able, bound]];
      }),
    ),
  };
}

function hasNothingToReview({ byTier }: RegistryCounts): boolean {
  return byTier['review-first'] === 0 && byTier.review === 0;
}

function reach(
  signals: PipelineReport['signals'],
  { depth, looked }: { depth: Depth; looked: number },
): [string, string] {
  const scored = signals.filter(({ declaration }) => declaration.role === 'incriminates');
  const able = scored.filter(({ declaration }) => DEPTHS.indexOf(declaration.needs) <= DEPTHS.indexOf(depth));
  return [
    `${able.length} of ${scored.length}`,
    looked === 0 ? 'no bound: no signal could look' : `up to ${percentUp(upperBound(looked))}`,
  ];
}
