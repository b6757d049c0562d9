import type { PipelineId } from '../model/candidate.ts';
import type { Depth } from '../model/depth.ts';
import type { Subject } from '../model/subject.ts';
import type { Assessor } from '../scoring/assess.ts';
import type { SignalDeclaration } from '../signal.ts';
import type { Corpus } from './corpus.ts';
import { type Scored, scoredOf } from './scored.ts';

/** One pipeline as a snapshot prepared it, for judging entries apart from it. */
export interface Judge {
  readonly pipeline: PipelineId;
  readonly signals: readonly SignalDeclaration[];
  /** A fresh one each time, with outcomes of its own. */
  readonly assessor: () => Assessor;
}

/** What a pipeline says of one entry; null where nothing fired, or nothing could look. */
export function judged(assessor: Assessor, subject: Subject): Scored | null {
  const found = assessor.assess(subject);
  return typeof found === 'string' ? null : scoredOf(found);
}

/** A set of entries of its own, judged by one pipeline. */
export function corpusFrom({ pipeline, signals, assessor: made }: Judge, subjects: Iterable<Subject>): Corpus {
  const assessor = made();
  const looked: Record<Depth, number> = { name: 0, metadata: 0, package: 0, source: 0 };
  const candidates: Scored[] = [];
  for (const subject of subjects) {
    const found = assessor.assess(subject);
    if (found !== 'unseen') looked[subject.depth] += 1;
    if (typeof found !== 'string') candidates.push(scoredOf(found));
  }
  return { pipeline, signals, outcomes: assessor.outcomes, looked, candidates };
}
