import { z } from 'zod';
import type { PipelineId } from '../model/candidate.ts';
import { DECISIONS, VERDICT_SCHEMA_VERSION, type Verdict } from '../model/verdict.ts';
import { inertJson } from '../text/inert.ts';

/** What a line may hold at most; the page's form keeps to the same numbers. */
export const MAX_ENTRY_CHARACTERS = 4_096;
export const MAX_VERDICT_REASON_CHARACTERS = 2_000;
export const MAX_REVIEWER_CHARACTERS = 100;

const REGISTRY_AND_NAME = /^[a-z-]{1,20}:/;
const NOT_BLANK = /\S/;

/** One line of a verdict file; what it refuses is an error that names the line, and never left out in silence. */
export const VerdictLine = z
  .strictObject({
    schemaVersion: z.literal(VERDICT_SCHEMA_VERSION),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the entry, the pipeline and the fired evidence at the time'),
    entry: z.string().max(MAX_ENTRY_CHARACTERS).regex(REGISTRY_AND_NAME).describe('registry:name'),
    pipeline: z.enum(['lookalike', 'rug-pull'] satisfies readonly PipelineId[]),
    verdict: z.enum(DECISIONS),
    reason: z.string().max(MAX_VERDICT_REASON_CHARACTERS).regex(NOT_BLANK),
    reviewer: z.string().max(MAX_REVIEWER_CHARACTERS).regex(NOT_BLANK),
    date: z.iso.date(),
    expires: z.iso.date().nullable().describe('First day on which it no longer counts; null: it does not expire'),
  })
  .refine(({ date, expires }) => expires === null || expires > date, {
    path: ['expires'],
    error: 'is not after the day of the verdict',
  })
  .describe('One line of reviews/*.ndjson of registry-audit') satisfies z.ZodType<Verdict>;

/** One line without its line break, fields always in the same order; characters that do not show are JSON escapes. */
export function verdictLine(said: Verdict): string {
  const { schemaVersion, fingerprint, entry, pipeline, verdict, reason, reviewer, date, expires } = said;
  return inertJson({ schemaVersion, fingerprint, entry, pipeline, verdict, reason, reviewer, date, expires });
}
