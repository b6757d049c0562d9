import type { Candidate } from '../model/candidate.ts';
import { inertJson } from '../text/inert.ts';
import { reviewCounts } from './review-counts.ts';
import { NOTICE, notices, type PipelineReport, type SignalCounts } from './report.ts';

/**
 * The whole of a pipeline's outcome; schemas/candidates.schema.json describes it.
 *
 * One candidate a line, so that line tools and diffs work on it. Characters that do not show are written as JSON escapes:
 * the values are byte for byte what was received, and printing the file moves no cursor.
 */
export function* renderJson(report: PipelineReport): Generator<string> {
  const { head, pipeline, coverage, packages, sources, repositories, byRegistry, signals, candidates, review } = report;
  const opening = {
    ...head,
    report: pipeline,
    notice: notices(head, NOTICE).join(' '),
    coverage,
    packages,
    ...(sources === undefined ? {} : { sources }),
    ...(repositories === undefined ? {} : { repositories }),
    byRegistry,
    signals: signals.map(counted),
    ...(review === undefined ? {} : { review: reviewCounts(review) }),
  };
  yield `${inertJson(opening, 1).slice(0, -'\n}'.length)},\n "candidates": [`;
  let separator = '\n';
  for (const candidate of candidates) {
    yield `${separator}${inertJson(leading(candidate))}`;
    separator = ',\n';
  }
  yield '\n ]\n}\n';
}

function counted({ declaration, fired, silent, unseen }: SignalCounts): object {
  return { ...declaration, outcomes: { fired, silent, unseen } };
}

/** What a reader looks for first comes first. */
function leading(candidate: Candidate): Candidate {
  const { rank, tier, score, reachable, depth, entry, ...rest } = candidate;
  return { rank, tier, score, reachable, depth, entry, ...rest };
}
