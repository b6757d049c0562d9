import type { Candidate } from '../model/candidate.ts';
import { inertJson } from '../text/inert.ts';
import { NOTICE, notices, type PipelineReport } from './report.ts';
import { reviewCounts } from './review-counts.ts';

const SUPPRESSED_NOTICE =
  'These candidates are not in the lists because a person dismissed exactly this evidence. Each returns when its evidence changes ' +
  'or its verdict expires; a dismissal is that person’s reading and no finding of this program.';

/**
 * suppressed.json: what verdicts hide, by which of them and why, with all evidence; one candidate a line.
 *
 * Written by every scan, also where nothing is hidden, so that a file of the scan before never speaks for this one.
 */
export function* renderSuppressed(reports: readonly [PipelineReport, ...PipelineReport[]]): Generator<string> {
  const [{ head }] = reports;
  const opening = {
    ...head,
    report: 'suppressed',
    notice: notices(head, NOTICE, SUPPRESSED_NOTICE).join(' '),
    pipelines: reports.map(({ pipeline, review }) => ({
      pipeline,
      review: review === undefined ? null : reviewCounts(review),
    })),
  };
  yield `${inertJson(opening, 1).slice(0, -'\n}'.length)},\n "candidates": [`;
  let separator = '\n';
  for (const candidate of reports.flatMap(({ review }): readonly Candidate[] => review?.hidden ?? [])) {
    yield `${separator}${inertJson(candidate)}`;
    separator = ',\n';
  }
  yield '\n ]\n}\n';
}
