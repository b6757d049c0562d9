import { type Candidate, type Tier } from '../model/candidate.ts';
import type { RegistryId } from '../model/entry.ts';
import type { PipelineReport, RegistryCounts, ReviewOutcome } from '../report/report.ts';
import { fingerprint } from './fingerprint.ts';
import { precisionOf } from './precision.ts';
import { type Standing, type Verdicts } from './standing.ts';

type Hidden = ReviewOutcome['hidden'][number];

/**
 * A report as its reviewers left it: dismissed candidates hidden and counted, confirmed ones marked, returned ones saying why.
 *
 * Without verdicts candidates only gain their fingerprints. Ranks stay those of the whole list, so that a verdict on one moves
 * no other. What expired is told by the snapshot's date.
 */
export function reviewed(report: PipelineReport, verdicts: Verdicts | null): PipelineReport {
  if (verdicts === null) return { ...report, candidates: walked(report.candidates, fingerprinted) };
  const asOf = report.head.snapshot.date;
  const judge = (candidate: Candidate) => judged(candidate, verdicts.standing(candidate, asOf));
  const review = { verdicts: verdicts.about(report.pipeline), ...outcomeOf(report, judge) };
  return {
    ...report,
    counts: less(report.counts, review.hidden),
    byRegistry: report.byRegistry.map((row) => lessIn(row, review.hidden)),
    candidates: walked(report.candidates, (candidate) => {
      const marked = judge(candidate);
      return isHidden(marked) ? null : marked;
    }),
    review,
  };
}

function fingerprinted(candidate: Candidate): Candidate {
  return { ...candidate, fingerprint: fingerprint(candidate) };
}

function judged(candidate: Candidate, { fingerprint: digest, verdict, lapsed }: Standing): Candidate {
  return {
    ...candidate,
    fingerprint: digest,
    ...(verdict === null ? {} : { verdict }),
    ...(lapsed === null ? {} : { lapsed }),
  };
}

function isHidden(candidate: Candidate): candidate is Hidden {
  return candidate.verdict?.verdict === 'dismissed';
}

function outcomeOf(
  { candidates }: PipelineReport,
  judge: (candidate: Candidate) => Candidate,
): Omit<ReviewOutcome, 'verdicts'> {
  const hidden: Hidden[] = [];
  const precision = precisionOf();
  let [confirmed, returned] = [0, 0];
  for (const candidate of candidates) {
    const marked = judge(candidate);
    precision.count(marked);
    if (isHidden(marked)) hidden.push(marked);
    if (marked.verdict?.verdict === 'confirmed') confirmed += 1;
    if (marked.lapsed !== undefined) returned += 1;
  }
  return { hidden, confirmed, returned, precision: precision.result() };
}

function less(counts: Readonly<Record<Tier, number>>, hidden: readonly Hidden[]): Record<Tier, number> {
  const left = { ...counts };
  for (const { tier } of hidden) left[tier] -= 1;
  return left;
}

function lessIn(row: RegistryCounts, hidden: readonly Hidden[]): RegistryCounts {
  const isHere = (registry: RegistryId) => registry === row.registry;
  return {
    ...row,
    byTier: less(
      row.byTier,
      hidden.filter(({ entry }) => isHere(entry.registry)),
    ),
  };
}

/** May be walked again; each walk asks anew, so that no list is held. */
function walked(
  candidates: Iterable<Candidate>,
  shown: (candidate: Candidate) => Candidate | null,
): Iterable<Candidate> {
  return {
    *[Symbol.iterator]() {
      for (const candidate of candidates) {
        const marked = shown(candidate);
        if (marked !== null) yield marked;
      }
    },
  };
}
