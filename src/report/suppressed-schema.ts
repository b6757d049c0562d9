import { z } from 'zod';
import { Candidate, CandidatesReport, CoverageReport, ReviewCounts } from './schema.ts';

const { schemaVersion, snapshot, baseline, tool, intel, attributions, notice } = CoverageReport.shape;

/** The published shape of suppressed.json. */
export const SuppressedReport = z
  .strictObject({
    schemaVersion,
    snapshot,
    baseline,
    tool,
    intel,
    attributions,
    notice,
    report: z.literal('suppressed'),
    pipelines: z.array(
      z.strictObject({
        pipeline: CandidatesReport.shape.report,
        review: ReviewCounts.nullable().describe('null: no verdicts were given'),
      }),
    ),
    candidates: z.array(Candidate).describe('In rank order, pipeline by pipeline, each with the verdict that hides it'),
  })
  .describe('suppressed.json of registry-audit');
