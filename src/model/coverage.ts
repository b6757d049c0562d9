import type { Depth } from './depth.ts';
import type { RegistryId } from './entry.ts';

/** What one registry let us see. One row a registry; rows are never added up. */
export interface Coverage {
  readonly registry: RegistryId;
  /** What it says it has; null where it does not say. */
  readonly advertised: number | null;
  /** Responses used, from the wire or from the cache. */
  readonly responses: number;
  /** Rows served. rows = distinct + earlierVersions + repeats + quarantined. */
  readonly rows: number;
  /** Entries after repeats are dropped. */
  readonly distinct: number;
  /** Rows of further versions of an entry already counted. */
  readonly earlierVersions: number;
  /** Rows served again with the same name and version. */
  readonly repeats: number;
  /** Rows the schema refused; see quarantine.ndjson.gz. */
  readonly quarantined: number;
  /** Deepest observation of each entry; sums to `distinct`. */
  readonly byDepth: Readonly<Record<Depth, number>>;
  readonly enumeration: Enumeration;
}

/**
 * How a listing ended. `exhausted` is the only complete one.
 *
 * capped: the registry stopped serving. targeted: only what our queries found. auth: a key is needed. sunset: the API is gone.
 */
export type Enumeration =
  | { readonly ended: 'exhausted' }
  | { readonly ended: 'capped' | 'targeted' | 'auth' | 'sunset' | 'failed' | 'skipped'; readonly reason: string };

/** What became of the packages of one ecosystem that entries name. */
export interface PackageCoverage {
  /** `npm`, `pypi`, `oci` …: an open set. */
  readonly ecosystem: string;
  /** Distinct packages named. */
  readonly named: number;
  readonly read: number;
  /** Reason to count; sums with `read` to `named`. */
  readonly notRead: Readonly<Record<string, number>>;
  /** Releases in histories that were read, of which nothing could be read; absent where nobody counted them. */
  readonly unreadReleases?: number;
}

/** The reason in `notRead` of a capture that wanted no release histories. */
export const NOT_ASKED_AT_DEPTH = 'not asked for at this depth';

/** What became of the repositories that stand behind the packages chosen for source depth. */
export interface RepositoryCoverage {
  /** Repositories that could be asked for. */
  readonly budget: number;
  /** Distinct ones that are named; read, absent and not read together. */
  readonly named: number;
  readonly read: number;
  /** The host shows nothing there: gone, renamed without a trace, or private. */
  readonly absent: number;
  /** Reason to count. */
  readonly notRead: Readonly<Record<string, number>>;
  /** Accounts asked for, since no repository of theirs showed that they are there. */
  readonly accounts: number;
  readonly accountsAbsent: number;
}

/** Which packages had their archives read, why those, and what came of it. */
export interface SourceCoverage {
  /** Releases that a capture was allowed to read beside those of packages named for it; null: no limit. */
  readonly budget: number | null;
  /** Packages whose history was read, of which a choice was made. */
  readonly packages: number;
  /** Packages chosen. */
  readonly chosen: number;
  /** Reason to the number of chosen packages for which it spoke; a package may have several. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Archives asked for; read and not read together. */
  readonly archives: number;
  readonly read: number;
  /** Reason to count; sums with `read` to `archives`. */
  readonly notRead: Readonly<Record<string, number>>;
}
