import type { Entry, ServerRecord } from './entry.ts';
import type { Packument } from './release.ts';

/** What a signal may read at each depth. */
export interface SubjectAt {
  readonly name: { readonly entry: Entry; readonly notRead: readonly NotRead[] };
  readonly metadata: SubjectAt['name'] & {
    readonly record: ServerRecord;
    /** Earlier version rows of the same entry, oldest first, `record` not among them. */
    readonly earlier: readonly ServerRecord[];
  };
  readonly package: SubjectAt['metadata'] & { readonly packuments: readonly [Packument, ...Packument[]] };
}
export type ReadableDepth = keyof SubjectAt;
export type Subject = { readonly [D in ReadableDepth]: { readonly depth: D } & SubjectAt[D] }[ReadableDepth];

/** A package that the entry names and whose history could not be read, and why. */
export interface NotRead {
  readonly ecosystem: string;
  readonly identifier: string;
  readonly reason: string;
}
