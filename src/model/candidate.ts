import type { Depth } from './depth.ts';
import type { Entry, EntryId } from './entry.ts';
import type { Fired, SignalId } from './finding.ts';
import type { NotRead } from './subject.ts';
import type { Lapsed, Verdict } from './verdict.ts';

export const TIERS = ['review-first', 'review', 'watch', 'noted'] as const;
export type Tier = (typeof TIERS)[number];
export type PipelineId = 'lookalike' | 'rug-pull';

/** One entry's findings and the score that follows from them; see src/scoring/assess.ts. */
export interface Assessment {
  readonly entry: Entry;
  readonly depth: Depth;
  readonly tier: Tier;
  /** 0 to 100, one decimal. */
  readonly score: number;
  /** The score if every signal that could look at this entry had fired: what its depth allows. */
  readonly reachable: number;
  /** Families among the fired signals, in the order N P C V X H I B. */
  readonly families: readonly string[];
  readonly fired: readonly Fired[];
  /** Clearing evidence that was found; each lowers the score. */
  readonly cleared: readonly Fired[];
  /** Clearing evidence that could not be looked for, and why. */
  readonly notLookedFor: readonly { readonly signal: SignalId; readonly reason: string }[];
  readonly silent: readonly SignalId[];
  readonly unseen: readonly { readonly signal: SignalId; readonly reason: string }[];
  /** Hygiene facts: shown beside, worth no points. */
  readonly facts: readonly Fired[];
  readonly shown: Shown;
  readonly notRead: readonly NotRead[];
  /** Where else the server stands; absent where entries were not compared with each other. */
  readonly identity?: IdentityShown;
}

/** The entries of a snapshot that are the same server as this one, by what links them and never by name alone. */
export interface IdentityShown {
  /** Registries on which it stands, its own among them. */
  readonly registries: number;
  /** Other entries, by id, each with what links it: `package pkg:npm/harbor-mcp`. */
  readonly twins: readonly { readonly id: EntryId; readonly because: readonly string[] }[];
}

/** What a reviewer wants to see of the entry beside the findings; strings as received. */
export interface Shown {
  readonly description: string | null;
  readonly version: string | null;
  /** `none` where the registry says there is none, null where it does not say. */
  readonly repository: string | null;
  /** `npm:name@version`, as the record names them; null where the registry does not say. */
  readonly packages: readonly string[] | null;
  readonly remotes: readonly string[] | null;
  /** Uses or visits the registry counts. */
  readonly reach: number | null;
}

/** An assessment with its place in the list. */
export interface Candidate extends Assessment {
  /** From 1; a number that is missing in a list belongs to a candidate that a verdict hides. */
  readonly rank: number;
  readonly pipeline: PipelineId;
  /** Of the entry, the pipeline and what fired, by src/review/fingerprint.ts; absent until verdicts are applied. */
  readonly fingerprint?: string;
  /** What a person decided about exactly this evidence, where it still counts. */
  readonly verdict?: Verdict;
  /** What a person decided once, and why that no longer counts. */
  readonly lapsed?: Lapsed;
}
