/**
 * Recalls: records of packages and versions that were found to work against whoever installs them.
 *
 * A record says that somebody listed something, and its date says when; it is repeated with both, and never turned into a verdict.
 */
export interface IntelRecord {
  /** `MAL-2025-47604`; of an organisation's own record, what it chose. */
  readonly id: string;
  /** RFC 3339, as all times here. */
  readonly modified: string;
  readonly published: string | null;
  /** When it was taken back; null where it stands. */
  readonly withdrawn: string | null;
  readonly aliases: readonly string[];
  readonly summary: string | null;
  readonly affected: readonly Affected[];
  /** Articles and advisories: strings to show, never to visit. Links to the package itself are not among them. */
  readonly references: readonly string[];
  /** Who reported it, as the record names them. */
  readonly origins: readonly string[];
  /** Categories that its reporters gave it, such as PROBABLY_PENTEST. */
  readonly labels: readonly string[];
}

export interface Affected {
  /** `npm`, `pypi`, `cargo`, `nuget`, as entries name them; others as the record writes them. */
  readonly ecosystem: string;
  /** As written. */
  readonly name: string;
  readonly versions: readonly string[];
  readonly ranges: readonly AffectedRange[];
}

export interface AffectedRange {
  /** `SEMVER`, `ECOSYSTEM`, `GIT`. */
  readonly type: string;
  readonly events: readonly RangeEvent[];
}

export interface RangeEvent {
  readonly kind: 'introduced' | 'fixed' | 'last_affected' | 'limit';
  readonly version: string;
}

/** What is said of a list of records before the records. */
export interface FeedHead {
  readonly schemaVersion: 1;
  /** seed: the few that come with the program. osv: what `intel update` read. organisation: somebody's own. */
  readonly origin: 'seed' | 'osv' | 'organisation';
  /** `YYYY-MM-DD`: the day of its oldest source. */
  readonly date: string;
  /** What it is, for people. */
  readonly title: string;
  readonly sources: readonly FeedSource[];
  readonly counts: { readonly records: number; readonly withdrawn: number; readonly refused: number };
}

export interface FeedSource {
  readonly title: string;
  /** As entries name them. */
  readonly ecosystems: readonly string[];
  /** `YYYY-MM-DD`: until when it is known. */
  readonly date: string;
  /** All of it was read, so that what is missing in it is not listed there. */
  readonly complete: boolean;
  /** What was asked for; null where nothing was. */
  readonly uri: string | null;
  /** The newest `modified` read, from where the next update goes on. */
  readonly through: string | null;
  readonly records: number;
  /** Reason to count of records that could not be taken. */
  readonly refused: Readonly<Record<string, number>>;
  /** Why it was not read this time, so that it stands as it was; null where it was. */
  readonly failed: string | null;
}

/** A dated list of records, in the order of their ids. */
export interface Feed {
  readonly head: FeedHead;
  /** Records that name the package, whatever version. */
  readonly naming: (ecosystem: string, name: string) => readonly IntelRecord[];
  readonly byId: (id: string) => IntelRecord | undefined;
  readonly all: () => Iterable<IntelRecord>;
}

/** Where one version of a package stands in a record that names the package. */
export type Standing =
  | {
      readonly stands: 'listed';
      readonly by: 'version' | 'range' | 'every version';
      /** `1.0.16`, `1.0.16 and later`, `every version`. */
      readonly range: string;
    }
  /** Another version is listed. */
  | { readonly stands: 'elsewhere' }
  | { readonly stands: 'undetermined'; readonly reason: string }
  /** The record was taken back; never a match. */
  | { readonly stands: 'withdrawn'; readonly on: string };

/** A record that names a package. */
export interface NamingRecord {
  readonly record: IntelRecord;
  /** Why the listing is not to be taken as it stands; null for most. */
  readonly doubt: Doubt | null;
  readonly origin: FeedHead['origin'];
  /** `YYYY-MM-DD`: the day of the list that holds it. */
  readonly date: string;
}

/** The same, and where the version asked about stands in it. */
export interface Naming extends NamingRecord {
  readonly standing: Standing;
}

export interface Doubt {
  /** disputed: what it reports is openly what the package is for. pentest: somebody's test rather than an attack. */
  readonly kind: 'disputed' | 'pentest';
  readonly why: string;
}

/** All lists that were loaded, as one. */
export interface IntelIndex {
  /** In order of precedence. */
  readonly feeds: readonly FeedHead[];
  /** Records naming the package, whatever version; [] where none does. */
  readonly naming: (ecosystem: string, name: string) => readonly NamingRecord[];
  /** The same for one version, listed ones first, then by id; [] where none does. Without a version only what lists every version matches. */
  readonly find: (named: NamedVersion) => readonly Naming[];
  /** `YYYY-MM-DD` of the public list that is about packages of the ecosystem; null where none is, so that nobody has looked. */
  readonly dateFor: (ecosystem: string) => string | null;
}

export interface NamedVersion {
  /** As entries name it: `npm`, `pypi`. */
  readonly ecosystem: string;
  readonly name: string;
  /** null: not known. */
  readonly version: string | null;
}

/** What signals about recalls need to know. */
export interface IntelContext {
  /** The snapshot's date: "now" for every age. */
  readonly asOf: string;
  /** null: none was loaded, and nobody looked. */
  readonly intel: IntelIndex | null;
}
