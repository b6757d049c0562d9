import type { PipelineId } from './candidate.ts';

/** Raised when a field changes meaning or goes away. */
export const VERDICT_SCHEMA_VERSION = 1;

export const DECISIONS = ['dismissed', 'confirmed'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What a person decided about one candidate as it stood: one line of `reviews/*.ndjson`, and of the file the page exports. */
export interface Verdict {
  readonly schemaVersion: typeof VERDICT_SCHEMA_VERSION;
  /** Of the candidate's evidence at the time; see src/review/fingerprint.ts. The verdict holds for nothing else. */
  readonly fingerprint: string;
  /** The entry's id, for readers: what counts is in the fingerprint. */
  readonly entry: string;
  readonly pipeline: PipelineId;
  readonly verdict: Decision;
  readonly reason: string;
  readonly reviewer: string;
  /** The day of the decision, YYYY-MM-DD. */
  readonly date: string;
  /** The first day on which it no longer counts, compared with the snapshot's date; null: it does not expire. */
  readonly expires: string | null;
}

/** A verdict that was about this entry and does not hold for it any more. */
export interface Lapsed {
  readonly verdict: Verdict;
  readonly because: 'expired' | 'evidence changed';
}
