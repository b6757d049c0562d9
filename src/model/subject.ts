import type { Entry, ServerRecord } from './entry.ts';
import type { Packument } from './release.ts';
import type { CodeHostSeen } from './repository.ts';
import type { ReleaseFacts } from './source.ts';

/** What a signal may read at each depth. */
export interface SubjectAt {
  readonly name: {
    readonly entry: Entry;
    readonly notRead: readonly NotRead[];
    /** Uses that a list counts of what it only names; a record has its own. */
    readonly uses?: number;
  };
  readonly metadata: SubjectAt['name'] & {
    readonly record: ServerRecord;
    /** Earlier version rows of the same entry, oldest first, `record` not among them. */
    readonly earlier: readonly ServerRecord[];
    /** What code hosts say of its repositories and its account; absent where none was asked. */
    readonly codeHost?: CodeHostSeen;
  };
  readonly package: SubjectAt['metadata'] & { readonly packuments: readonly [Packument, ...Packument[]] };
  readonly source: SubjectAt['package'] & { readonly sources: readonly [PackageSource, ...PackageSource[]] };
}
export type ReadableDepth = keyof SubjectAt;
export type Subject = { readonly [D in ReadableDepth]: { readonly depth: D } & SubjectAt[D] }[ReadableDepth];

/** Uses or visits that its registry counts, by its record or else by its row in the list; null where it counts none. */
export function usesOf(subject: SubjectAt[ReadableDepth]): number | null {
  return 'record' in subject ? subject.record.uses : (subject.uses ?? null);
}

/** A package that the entry names and whose history could not be read, and why. */
export interface NotRead {
  readonly ecosystem: string;
  readonly identifier: string;
  readonly reason: string;
}

/** The releases of one package whose archives were read, in the order of its packument's releases. */
export interface PackageSource {
  readonly packument: Packument;
  readonly releases: readonly [ReleaseFacts, ...ReleaseFacts[]];
  /** Releases whose archives were asked for in vain. */
  readonly notRead: readonly { readonly version: string; readonly reason: string }[];
}
