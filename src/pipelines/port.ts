import type { IntelIndex } from '../intel/port.ts';
import type { PipelineId } from '../model/candidate.ts';
import type { Baseline, EntryId, RegistryId } from '../model/entry.ts';
import type { Subject } from '../model/subject.ts';
import type { Signal } from '../signal.ts';

/**
 * Two passes over the stream of entries: `prepare` builds what entries need to know of each other, then every signal is
 * asked about one entry at a time. No pipeline knows another; the order of entries never matters.
 */
export interface Pipeline<Context> {
  readonly id: PipelineId;
  /** In reading order; roles decide how a fired one counts. */
  readonly signals: readonly Signal<Context>[];
  prepare(entries: AsyncIterable<EntryHead>, setting: Setting): Promise<Context>;
}

/** An entry before it is read: its id costs nothing, `read` parses. */
export interface EntryHead {
  readonly id: EntryId;
  readonly registry: RegistryId;
  readonly name: string;
  read(): Subject;
}

export interface Setting {
  /** The snapshot's date: "now" for every age. */
  readonly asOf: string;
  /** The snapshot compared with; null where there is none. */
  readonly baseline: Baseline | null;
  /** Lists of packages recorded as malicious; null where none was loaded. */
  readonly intel: IntelIndex | null;
}

/** What is learnt from seeing every entry once, in any order; keeps small things of each, since a population may have a million. */
export interface Survey<Result> {
  see(subject: Subject): void;
  /** Asked once: what was gathered for it may be let go. */
  result(): Result;
}
