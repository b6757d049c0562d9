import type { Candidate } from '../model/candidate.ts';
import type { Verdict } from '../model/verdict.ts';
import { fingerprint } from '../review/fingerprint.ts';

/** A dismissal that does not expire; every field can be set. */
export function verdict(fields: Partial<Verdict> = {}): Verdict {
  return {
    schemaVersion: 1,
    fingerprint: 'a'.repeat(64),
    entry: 'official:io.github.quayside/tidewatr',
    pipeline: 'lookalike',
    verdict: 'dismissed',
    reason: 'the family’s own second shop',
    reviewer: 'Harbour Master',
    date: '2026-06-01',
    expires: null,
    ...fields,
  };
}

/** On exactly this candidate's evidence. */
export function verdictOn(candidate: Candidate, fields: Partial<Verdict> = {}): Verdict {
  return verdict({
    fingerprint: fingerprint(candidate),
    entry: candidate.entry.id,
    pipeline: candidate.pipeline,
    ...fields,
  });
}
