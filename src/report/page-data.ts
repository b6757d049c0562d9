import type { Candidate, IdentityShown, PipelineId, Shown, Tier } from '../model/candidate.ts';
import type { Coverage } from '../model/coverage.ts';
import type { Depth } from '../model/depth.ts';
import type { DriftLine } from '../model/drift.ts';
import type { Fired, SignalId } from '../model/finding.ts';
import type { GatewayWithFacts } from '../model/gateway.ts';
import type { Json, Pointer, ResourceDescriptor } from '../model/place.ts';
import type { Lapsed, Verdict } from '../model/verdict.ts';
import type { SignalDeclaration } from '../signal.ts';
import type { ReportHead, RegistryCounts } from './report.ts';
import type { Table } from './tables.ts';
import type { Series } from './trend-report.ts';

/** What report.html is told, block by block. Strings are as received, cut to a length: the page shows them through `inert`. */
export interface PageFacts {
  readonly head: ReportHead;
  readonly notices: readonly string[];
  readonly provenance: string;
  readonly seen: {
    readonly notice: string;
    readonly coverage: Table;
    readonly byRegistry: readonly Coverage[];
    readonly packages: Table;
    readonly sources: Table;
    /** Absent where no code host was to be asked. */
    readonly repositories?: Table;
  };
  readonly pipelines: readonly PagePipeline[];
  readonly signals: readonly SignalDeclaration[];
  /** null where entries were not compared with each other. */
  readonly gateways: PageGateways | null;
  /** null where the snapshot was compared with none. */
  readonly drift: PageDrift | null;
}

export interface PagePipeline {
  readonly pipeline: PipelineId;
  readonly byRegistry: readonly RegistryCounts[];
  readonly tiers: Table;
  readonly nothingFoundNotice: string;
  readonly nothingFound: Table;
  readonly noCandidate: string;
  /** What verdicts changed; null where none were given. */
  readonly review: { readonly line: string; readonly notice: string; readonly precision: Table } | null;
  readonly signals: readonly PageOutcomes[];
  /** Candidates in the list, and how many of its beginning the page has. */
  readonly listed: number;
  readonly shown: number;
}

export interface PageOutcomes {
  readonly signal: SignalId;
  readonly fired: number;
  readonly silent: number;
  readonly unseen: number;
}

export interface PageGateways {
  readonly notice: string;
  readonly counts: string;
  readonly none: string;
  readonly listed: number;
  readonly shown: readonly GatewayWithFacts[];
}

export interface PageDrift {
  readonly notice: string;
  readonly compared: string;
  readonly registries: Table;
  readonly incomplete: readonly string[];
  readonly groupNotice: string;
  readonly groups: Table;
  readonly nothingChanged: string;
  readonly listed: number;
  /** Rarest first. */
  readonly lines: readonly PageDriftLine[];
}

export interface PageDriftLine extends Pick<DriftLine, 'rank' | 'registry' | 'kind' | 'migration' | 'entries' | 'of'> {
  readonly said: string;
  readonly counts: string;
  /** The first of them. */
  readonly changes: readonly PageChange[];
}

export interface PageChange {
  readonly entry: string;
  readonly was: string | null;
  readonly version: string | null;
  /** Before and after; one where the other is nothing, none where the entry's name says it all. */
  readonly texts: readonly string[];
}

/** A candidate as a row of the table; `line` is where its detail stands among the lines of details. */
export interface PageRow {
  readonly line: number;
  readonly fingerprint: string;
  readonly pipeline: PipelineId;
  readonly rank: number;
  readonly tier: Tier;
  readonly score: number;
  readonly reachable: number;
  readonly depth: Depth;
  readonly registry: string;
  readonly id: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly signals: readonly SignalId[];
  readonly brands: readonly string[];
  readonly why: string;
  /** What a person decided about exactly this evidence, as the scan was told. */
  readonly verdict: Verdict | null;
}

/** The rest of a candidate, parsed when it is opened. */
export interface PageDetail {
  readonly families: readonly string[];
  readonly fired: readonly PageFired[];
  readonly cleared: readonly PageFired[];
  readonly facts: readonly PageFired[];
  readonly notLookedFor: Candidate['notLookedFor'];
  readonly notRead: Candidate['notRead'];
  readonly shown: Shown;
  readonly identity: IdentityShown | null;
  readonly at: PagePlace;
  /** What the places are in, each once. */
  readonly resources: readonly ResourceDescriptor[];
  /** Which line of answers. */
  readonly answers: number;
  readonly history: PageHistory | null;
  /** What was decided once, and why that no longer counts. */
  readonly lapsed: Lapsed | null;
}

export interface PageFired extends Omit<Fired, 'evidence' | 'family' | 'outcome'> {
  readonly evidence: readonly PageEvidence[];
  readonly moreEvidence: number;
}

export interface PageEvidence {
  readonly statement: string;
  readonly observed: Json;
  readonly expected: Json;
  readonly at: PagePlace;
  readonly case?: string;
}

export interface PagePlace {
  /** Into the detail's `resources`. */
  readonly resource: number;
  readonly pointer: Pointer;
}

/** Of signals that did not fire: the same for many candidates, so that each stands once, parsed when one of them is opened. */
export interface PageAnswers {
  readonly silent: readonly SignalId[];
  readonly unseen: Candidate['unseen'];
}

/** What came out of an entry over time, newest last. */
export interface PageHistory {
  /** Versions of the registry's record. */
  readonly records: readonly PageVersion[];
  readonly packages: readonly PagePackage[];
}

export interface PagePackage {
  readonly purl: string;
  readonly releases: readonly PageVersion[];
  /** Older ones, left out. */
  readonly older: number;
}

export interface PageVersion {
  readonly version: string;
  /** As the registry writes it; null where it does not say. */
  readonly publishedAt: string | null;
  readonly by: string | null;
}

/** Every entry, three values each: name, which of `publishers` (-1: not said), which of DEPTHS. */
export interface PageIndex {
  readonly publishers: readonly string[];
  readonly registries: readonly { readonly registry: string; readonly rows: readonly (string | number)[] }[];
  /** Entries beyond what a page holds. */
  readonly more: number;
}

/** What trend.html is told: what the terminal says, in its order, and the same numbers as its charts take them. */
export interface PageTrend {
  readonly tool: string;
  readonly notices: readonly string[];
  readonly dates: readonly string[];
  readonly registries: readonly PageTrendRegistry[];
  readonly signals: { readonly notice: string; readonly table: Table; readonly series: readonly Series[] };
}

export interface PageTrendRegistry {
  readonly registry: string;
  readonly table: Table;
  readonly series: readonly Series[];
  /** At the dates, whether its listing was complete. */
  readonly isWhole: readonly boolean[];
}
