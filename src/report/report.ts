import type { Candidate, PipelineId, Tier } from '../model/candidate.ts';
import type { Verdict } from '../model/verdict.ts';
import type { RepositoryCoverage, SourceCoverage } from '../model/coverage.ts';
import type { Depth } from '../model/depth.ts';
import type { RegistryId } from '../model/entry.ts';
import type { Finding } from '../model/finding.ts';
import type { Manifest } from '../model/snapshot.ts';
import type { SignalDeclaration } from '../signal.ts';
import { inert } from '../text/inert.ts';

/** Raised when a field changes meaning or goes away; new fields do not raise it. */
export const REPORT_SCHEMA_VERSION = 1;

/** What every report file opens with or carries as columns. */
export interface ReportHead {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly snapshot: Pick<Manifest, 'date' | 'origin' | 'tool'>;
  readonly baseline: string | null;
  /** name@version that made the report. */
  readonly tool: string;
  /** Lists of packages recorded as malicious that entries were held against. */
  readonly intel: readonly IntelList[];
  /** What the terms of registries ask to be said where their listings are shown. */
  readonly attributions: readonly string[];
}

export interface IntelList {
  readonly title: string;
  /** `YYYY-MM-DD`: the day of its oldest source. */
  readonly date: string;
  readonly records: number;
}

/** One pipeline's outcome over one snapshot. */
export interface PipelineReport {
  readonly head: ReportHead;
  readonly pipeline: PipelineId;
  readonly coverage: Manifest['coverage'];
  readonly packages: Manifest['packages'];
  /** Absent where no archives were wanted. */
  readonly sources?: SourceCoverage | undefined;
  readonly repositories?: RepositoryCoverage | undefined;
  /** The length of the list by tier, for gates; shown by registry only, since registries overlap. */
  readonly counts: Readonly<Record<Tier, number>>;
  /** Entries looked at and candidates among them: a row a registry, never added up. */
  readonly byRegistry: readonly RegistryCounts[];
  readonly signals: readonly SignalCounts[];
  /** In rank order; may be walked more than once. */
  readonly candidates: Iterable<Candidate>;
  /** What people decided about the candidates; absent where no verdicts were given. */
  readonly review?: ReviewOutcome | undefined;
}

/** What verdicts change in one pipeline's list. */
export interface ReviewOutcome {
  /** Verdicts on this pipeline's candidates that were given, in force or not. */
  readonly verdicts: number;
  /** Dismissed: in rank order, each with its verdict; neither in the list nor in `counts` and `byRegistry`. */
  readonly hidden: readonly (Candidate & { readonly verdict: Verdict })[];
  /** In the list and marked. */
  readonly confirmed: number;
  /** In the list again, because the verdict expired or the evidence is another. */
  readonly returned: number;
  readonly precision: readonly Precision[];
}

/** Of the first `top` candidates, hidden ones among them, how many a person confirmed. */
export interface Precision {
  readonly top: number;
  /** How many there are: fewer than `top` in a short list. */
  readonly listed: number;
  readonly judged: number;
  readonly confirmed: number;
}

export interface RegistryCounts {
  readonly registry: RegistryId;
  /** Entries at which at least one signal that incriminates could look. */
  readonly looked: number;
  /** The same by the depth at which they were seen; sums to `looked`. */
  readonly lookedByDepth: Readonly<Record<Depth, number>>;
  readonly byTier: Readonly<Record<Tier, number>>;
}

/** How often a signal fired, looked and found nothing, or could not look, over all entries. */
export interface SignalCounts extends Readonly<Record<Finding['outcome'], number>> {
  readonly declaration: SignalDeclaration;
}

/** Said wherever candidates are listed. */
export const NOTICE =
  'Candidates are reasons for a person to read something, not verdicts. ' +
  'A signal that is unseen could not look; one that is silent looked and found nothing; neither says that an entry is free of harm.';

/** Said wherever coverage is shown. */
export const COVERAGE_NOTICE = 'Registries overlap, so rows are not to be added up.';

const SYNTHETIC_NOTICE =
  'This snapshot is synthetic: a generated population that follows published counts and measured base rates. ' +
  'Its entries and publishers are invented.';

/** What has to be said before anything else, as paragraphs. */
export function notices({ snapshot, attributions }: ReportHead, ...others: readonly string[]): readonly string[] {
  return [...(snapshot.origin === 'synthetic' ? [SYNTHETIC_NOTICE] : []), ...others, ...attributions];
}

/** Which snapshot, compared with which, by which versions; in words from outside, Markdown is not escaped. */
export function provenance({ snapshot, baseline, tool, intel }: ReportHead): string {
  const compared = baseline === null ? 'without a baseline' : `against the baseline of ${inert(baseline, 20)}`;
  const lists = intel.map(
    ({ title, date, records }) => `${inert(title, 80)} of ${inert(date, 20)}, ${records} records`,
  );
  const recalls = lists.length === 0 ? 'no list of recalls was loaded' : `recalls: ${lists.join('; ')}`;
  return `Origin: ${snapshot.origin}; made by ${inert(snapshot.tool, 80)} and scored by ${inert(tool, 80)} ${compared}; ${recalls}.`;
}
