import type { Candidate, PipelineId } from '../model/candidate.ts';
import { type Depth, DEPTHS } from '../model/depth.ts';
import type { RegistryId } from '../model/entry.ts';
import { MEASURED_RECALL, type Recall } from './recall.ts';
import type { PipelineReport } from './report.ts';
import type { Table } from './tables.ts';
import { percentUp, upperBound } from './upper-bound.ts';

/** Nothing found is never said without what was looked at, how deep, and how much could be there all the same. */
export const NOTHING_FOUND_NOTICE =
  'Finding nothing is not an all-clear. No entry counted below reached review or above; up to the share in the last column may be what ' +
  'these signals look for all the same: upper 95 % bound, exact binomial, as if the entries were a random draw, divided by the recall ' +
  'measured at that depth. Where recall is unknown it bounds only what the signals would catch, and what they would miss has no bound.';

export function noCandidate(pipeline: PipelineId): string {
  return `No ${pipeline} candidate among what was seen above; what was not seen is not covered by this.`;
}

/**
 * By registry and depth, where no entry reached `review` or above; one that a verdict hides reached it as well.
 *
 * Where no signal could look there is no bound: nothing found there means nothing.
 */
export function nothingFoundTable(
  report: Pick<PipelineReport, 'pipeline' | 'coverage' | 'byRegistry' | 'signals' | 'candidates' | 'review'>,
  recalls: readonly Recall[] = MEASURED_RECALL,
): Table {
  const looked = new Map(report.byRegistry.map((row) => [row.registry, row.lookedByDepth]));
  const reached = reachedReview(report);
  const able = signalsAt(report.signals);
  return {
    head: [
      'registry',
      'depth',
      'entries looked at',
      'signals for that depth',
      'measured recall',
      'may be there all the same',
    ],
    rows: report.coverage.flatMap(({ registry, byDepth }) =>
      DEPTHS.filter((depth) => byDepth[depth] > 0).flatMap((depth) => {
        const entries = looked.get(registry)?.[depth];
        if (entries === undefined || reached.has(placeOf(registry, depth))) return [];
        const recall = recalls.find((each) => each.pipeline === report.pipeline && each.depth === depth);
        return [[registry, depth, entries, able(depth), said(recall), bound(entries, recall)]];
      }),
    ),
  };
}

/** Candidates stand in rank order, upper tiers first, so that few are read. */
function reachedReview({ candidates, review }: Pick<PipelineReport, 'candidates' | 'review'>): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const list of [candidates, review?.hidden ?? []]) {
    for (const { tier, entry, depth } of list) {
      if (!isForReview(tier)) break;
      reached.add(placeOf(entry.registry, depth));
    }
  }
  return reached;
}

function isForReview(tier: Candidate['tier']): boolean {
  return tier === 'review-first' || tier === 'review';
}

function placeOf(registry: RegistryId, depth: Depth): string {
  return `${registry} ${depth}`;
}

function signalsAt(signals: PipelineReport['signals']): (depth: Depth) => string {
  const scored = signals.filter(({ declaration }) => declaration.role === 'incriminates');
  return (depth) => {
    const able = scored.filter(({ declaration }) => DEPTHS.indexOf(declaration.needs) <= DEPTHS.indexOf(depth));
    return `${able.length} of ${scored.length}`;
  };
}

function said(recall: Recall | undefined): string {
  if (recall === undefined) return 'unknown';
  return `${(recall.recall * 100).toFixed(1)} % of ${recall.population} (${recall.measured})`;
}

/** A cell that is quoted alone still says that something may be there. */
function bound(entries: number, recall: Recall | undefined): string {
  if (entries === 0) return 'no bound: no signal could look';
  if (recall === undefined) return `up to ${percentUp(upperBound(entries))} and what they miss`;
  return `up to ${percentUp(Math.min(1, upperBound(entries) / recall.recall))}`;
}
