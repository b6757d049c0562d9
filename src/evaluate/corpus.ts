import type { PipelineId } from '../model/candidate.ts';
import type { EntryId } from '../model/entry.ts';
import type { Depth } from '../model/depth.ts';
import type { SignalId } from '../model/finding.ts';
import type { PipelineReport } from '../report/report.ts';
import type { OutcomeCount } from '../scoring/assess.ts';
import type { SignalDeclaration } from '../signal.ts';
import { type Scored, scoredOf } from './scored.ts';

/** One pipeline over one set of entries. */
export interface Corpus {
  readonly pipeline: PipelineId;
  readonly signals: readonly SignalDeclaration[];
  /** Over all entries of the set. */
  readonly outcomes: ReadonlyMap<SignalId, Readonly<OutcomeCount>>;
  /** Entries at which at least one signal could look, by the depth at which they were seen. */
  readonly looked: Readonly<Record<Depth, number>>;
  /** In rank order. */
  readonly candidates: readonly Scored[];
}

export function corpusOf({ pipeline, signals, byRegistry, candidates }: PipelineReport): Corpus {
  return {
    pipeline,
    signals: signals.map(({ declaration }) => declaration),
    outcomes: new Map(
      signals.map(({ declaration, fired, silent, unseen }) => [declaration.id, { fired, silent, unseen }] as const),
    ),
    looked: byRegistry.reduce((sum, { lookedByDepth }) => added(sum, lookedByDepth, 1), {
      name: 0,
      metadata: 0,
      package: 0,
      source: 0,
    } satisfies Record<Depth, number>),
    candidates: Array.from(candidates, scoredOf),
  };
}

/** The same set with some of its entries taken out, of which the outcomes are known. */
export function remaining(
  all: Corpus,
  out: readonly Omit<Corpus, 'signals' | 'pipeline'>[],
  ids: ReadonlySet<EntryId>,
): Corpus {
  return {
    ...all,
    outcomes: new Map(
      [...all.outcomes].map(([id, count]) => [
        id,
        out.reduce((left, each) => less(left, each.outcomes.get(id)), count),
      ]),
    ),
    looked: out.reduce((left, each) => added(left, each.looked, -1), all.looked),
    candidates: all.candidates.filter(({ id }) => !ids.has(id)),
  };
}

export function lookedIn({ looked }: Pick<Corpus, 'looked'>): number {
  return looked.name + looked.metadata + looked.package + looked.source;
}

function less(count: Readonly<OutcomeCount>, taken: Readonly<OutcomeCount> | undefined): OutcomeCount {
  const { fired, silent, unseen } = taken ?? { fired: 0, silent: 0, unseen: 0 };
  return { fired: count.fired - fired, silent: count.silent - silent, unseen: count.unseen - unseen };
}

function added(
  a: Readonly<Record<Depth, number>>,
  b: Readonly<Record<Depth, number>>,
  sign: 1 | -1,
): Record<Depth, number> {
  return {
    name: a.name + sign * b.name,
    metadata: a.metadata + sign * b.metadata,
    package: a.package + sign * b.package,
    source: a.source + sign * b.source,
  };
}
