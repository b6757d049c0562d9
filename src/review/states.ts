import type { PipelineId } from '../model/candidate.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Precision } from '../report/report.ts';
import { fingerprint } from './fingerprint.ts';
import { precisionOf } from './precision.ts';
import type { ReadReports } from './report-folder.ts';
import { verdictsOf } from './standing.ts';

/** What a verdict does in one report; null where there is no report to hold it against. */
export type VerdictState =
  | 'hides'
  | 'marks'
  | 'overruled by another verdict'
  | 'agrees with another verdict'
  | 'expired'
  | 'evidence changed'
  | 'no candidate now'
  | null;

/** Every verdict with its state, in the order given. */
export function statesOf(
  verdicts: readonly Verdict[],
  reports: ReadReports | null,
): readonly (Verdict & { readonly state: VerdictState })[] {
  if (reports === null) return verdicts.map((verdict) => ({ ...verdict, state: null }));
  const { asOf, candidates } = reports;
  const known = verdictsOf(verdicts);
  const counting = new Map(
    candidates.map((candidate) => {
      const { fingerprint: digest, verdict, lapsed } = known.standing(candidate, asOf);
      return [digest, verdict ?? lapsed?.verdict] as const;
    }),
  );
  const listed = new Set(candidates.map(({ pipeline, entry }) => `${pipeline} ${entry.id}`));
  return verdicts.map((verdict) => {
    const state = (): VerdictState => {
      if (!counting.has(verdict.fingerprint)) {
        return listed.has(`${verdict.pipeline} ${verdict.entry}`) ? 'evidence changed' : 'no candidate now';
      }
      const counts = counting.get(verdict.fingerprint);
      if (counts !== verdict) {
        return counts?.verdict === verdict.verdict ? 'agrees with another verdict' : 'overruled by another verdict';
      }
      if (verdict.expires !== null && asOf >= verdict.expires) return 'expired';
      return verdict.verdict === 'dismissed' ? 'hides' : 'marks';
    };
    return { ...verdict, state: state() };
  });
}

/** Precision of each pipeline of a report, by the verdicts that are in force. */
export function precisions(
  verdicts: readonly Verdict[],
  { asOf, pipelines, candidates }: ReadReports,
): readonly { readonly pipeline: PipelineId; readonly precision: readonly Precision[] }[] {
  const known = verdictsOf(verdicts);
  return pipelines.map((pipeline) => {
    const counted = precisionOf();
    for (const candidate of candidates) {
      if (candidate.pipeline === pipeline) {
        counted.count({ rank: candidate.rank, verdict: known.standing(candidate, asOf).verdict });
      }
    }
    return { pipeline, precision: counted.result() };
  });
}

/** Candidates on which no verdict is in force, in reading order, each with the verdict that lapsed. */
export function undecided(verdicts: readonly Verdict[], { asOf, candidates }: ReadReports) {
  const known = verdictsOf(verdicts);
  return candidates.flatMap((candidate) => {
    const { verdict, lapsed } = known.standing(candidate, asOf);
    return verdict === null ? [{ candidate, lapsed, fingerprint: fingerprint(candidate) }] : [];
  });
}
