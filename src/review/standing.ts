import type { PipelineId } from '../model/candidate.ts';
import type { Lapsed, Verdict } from '../model/verdict.ts';
import { fingerprint, type Judged } from './fingerprint.ts';

/** What verdicts say of one candidate. */
export interface Standing {
  readonly fingerprint: string;
  /** Of exactly this evidence, and not expired. */
  readonly verdict: Verdict | null;
  /** The latest one about this entry that does not count; null where there is none, or where one counts. */
  readonly lapsed: Lapsed | null;
}

export interface Verdicts {
  /** How many there are on candidates of a pipeline, one for each fingerprint. */
  about(pipeline: PipelineId): number;
  /** `asOf` is the snapshot's date. */
  standing(candidate: Judged, asOf: string): Standing;
}

/** Verdicts by what they are about; of several on the same evidence `outranks` says which one counts. */
export function verdictsOf(lines: Iterable<Verdict>): Verdicts {
  const byFingerprint = new Map<string, Verdict>();
  const byEntry = new Map<string, Verdict>();
  for (const verdict of lines) {
    keep(byFingerprint, verdict.fingerprint, verdict);
    keep(byEntry, entryKey(verdict.pipeline, verdict.entry), verdict);
  }
  return {
    about: (pipeline) => [...byFingerprint.values()].filter((each) => each.pipeline === pipeline).length,
    standing(candidate, asOf) {
      const digest = fingerprint(candidate);
      const said = byFingerprint.get(digest);
      if (said !== undefined && !isExpired(said, asOf)) return { fingerprint: digest, verdict: said, lapsed: null };
      const before = said ?? byEntry.get(entryKey(candidate.pipeline, candidate.entry.id));
      if (before === undefined) return { fingerprint: digest, verdict: null, lapsed: null };
      const because = said === undefined ? 'evidence changed' : 'expired';
      return { fingerprint: digest, verdict: null, lapsed: { verdict: before, because } };
    },
  };
}

/**
 * Whether the first of two verdicts on the same counts before the second: the later day, then the one that keeps the candidate
 * in sight, then by reviewer and reason, so that the order of files and lines never counts.
 */
export function outranks(one: Verdict, other: Verdict): boolean {
  if (one.date !== other.date) return one.date > other.date;
  if (one.verdict !== other.verdict) return one.verdict === 'confirmed';
  if (one.expires !== other.expires) return earlierEnd(one.expires, other.expires);
  const [first, second] = [one, other].map(({ reviewer, reason, fingerprint: digest }) =>
    JSON.stringify([reviewer, reason, digest]),
  );
  return (first ?? '') < (second ?? '');
}

function keep(known: Map<string, Verdict>, key: string, verdict: Verdict): void {
  const before = known.get(key);
  if (before === undefined || outranks(verdict, before)) known.set(key, verdict);
}

function entryKey(pipeline: PipelineId, entry: string): string {
  return `${pipeline} ${entry}`;
}

function isExpired({ expires }: Verdict, asOf: string): boolean {
  return expires !== null && asOf >= expires;
}

function earlierEnd(one: string | null, other: string | null): boolean {
  return one !== null && (other === null || one < other);
}
