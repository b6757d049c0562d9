import type { PipelineId } from '../model/candidate.ts';
import type { EntryId } from '../model/entry.ts';
import type { Subject } from '../model/subject.ts';
import { ablationOf } from './ablation.ts';
import { asOf, hasLater } from './as-of.ts';
import { budgetsOn } from './budgets.ts';
import { type LabelledCase, recallByDepth } from './by-depth.ts';
import { type Corpus, remaining } from './corpus.ts';
import type { Evaluation, LabelPrecision } from './evaluation.ts';
import { type Judge, corpusFrom, judged } from './judge.ts';
import { type Label, labelledEntries } from './labels.ts';
import { share } from './interval.ts';
import { type Answered, type Recall, recallOf } from './recall.ts';
import { alarmsOn, densityOf, scoresByDepth } from './spread.ts';

/** A snapshot judged by one pipeline, and the same pipeline for judging further entries. */
export interface JudgedSnapshot {
  readonly all: Corpus;
  readonly judge: Judge;
}

export interface Measured {
  readonly pipelines: readonly JudgedSnapshot[];
  readonly labels: readonly Label[];
  /** The snapshot's entries that are labelled. */
  readonly subjects: ReadonlyMap<EntryId, Subject>;
  readonly entries: number;
  /** Only what was published by that day counts in recall; null for all. */
  readonly day: string | null;
  /** Whether lists of known records were used. */
  readonly lists: boolean;
  readonly ablation: boolean;
}

type Figures = Pick<
  Evaluation,
  'recall' | 'depths' | 'alarms' | 'budgets' | 'twinRates' | 'density' | 'scores' | 'byLabels' | 'ablation'
>;

/** How many candidates a reviewer reads in a sitting, in a day and in a week. */
const TOPS = [20, 50, 100];
const SNAPSHOT_LABELS = 'labels of the snapshot';

/** All figures that follow from a snapshot and the labels of its entries. */
export function measure(measured: Measured): Figures {
  const figures = measured.pipelines.map((each) => measuredIn(each, measured));
  return {
    recall: figures.flatMap(({ recall }) => recall),
    depths: figures.flatMap(({ depths }) => depths),
    alarms: figures.flatMap(({ alarms }) => alarms),
    budgets: figures.flatMap(({ budgets }) => budgets),
    twinRates: figures.flatMap(({ twinRates }) => twinRates),
    density: figures.flatMap(({ density }) => density),
    scores: figures.flatMap(({ scores }) => scores),
    byLabels: figures.flatMap(({ byLabels }) => byLabels),
    ablation: measured.ablation ? figures.flatMap(({ ablation }) => ablation ?? []) : null,
  };
}

function measuredIn({ all, judge }: JudgedSnapshot, measured: Measured): Figures {
  const { labels, subjects, entries, ablation } = measured;
  const truths = labelledEntries(labels);
  const of = (truth: Label['truth']) =>
    corpusFrom(
      judge,
      [...subjects].flatMap(([id, subject]) => (truths.get(id) === truth ? [subject] : [])),
    );
  const [positives, twins] = [of('positive'), of('twin')];
  const ordinary = remaining(all, [positives, twins], new Set(truths.keys()));
  const cases = casesIn(judge, measured);
  const answered = cases.map((each) => answerTo(judge, each));
  return {
    recall: answered.length === 0 ? [] : [recallIn(judge.pipeline, answered, measured)],
    depths: recallByDepth(judge, cases),
    alarms: [
      ...(truths.size === 0 ? [] : [alarmsOn('honest twins of the labels', twins)]),
      alarmsOn(truths.size === 0 ? 'all of the snapshot' : 'the rest of the snapshot', ordinary),
    ],
    budgets: budgetsOn(ordinary),
    twinRates: truths.size === 0 ? [] : budgetsOn(twins),
    density: densityOf(all, entries),
    scores: scoresByDepth(all),
    byLabels: labels.length === 0 ? [] : precisionIn(all, labels),
    ablation: ablation ? ablationOf(ordinary, answered) : null,
  };
}

/** Labels of this pipeline with their entries as they stood on the day. */
function casesIn({ pipeline }: Judge, { labels, subjects, day }: Measured): readonly LabelledCase[] {
  return labels
    .filter(({ truth, pipeline: about }) => truth === 'positive' && about === pipeline)
    .flatMap(({ id, pattern, expects, since }) => {
      const whole = subjects.get(id);
      if (day !== null && !hadHappened(whole, since, day)) return [];
      const subject = whole === undefined || day === null ? whole : asOf(whole, day);
      return subject === null ? [] : [{ id, campaign: pattern, expects, subject }];
    });
}

function answerTo({ assessor: made }: Judge, { id, campaign, expects, subject }: LabelledCase): Answered {
  // One of its own, since its outcomes are then those of this entry.
  const assessor = made();
  const found = subject === undefined ? null : judged(assessor, subject);
  const unseen = expects.filter((signal) => assessor.outcomes.get(signal)?.unseen === 1);
  return { id, campaign, expects, unseen, found };
}

/** Without a date only where all that is known of the entry had been published by then: what was to come could not be found. */
function hadHappened(subject: Subject | undefined, since: string | undefined, day: string): boolean {
  if (since !== undefined) return since <= day;
  return subject === undefined || !hasLater(subject, day);
}

function recallIn(pipeline: PipelineId, answered: readonly Answered[], { lists }: Measured): Recall {
  return recallOf({ labels: SNAPSHOT_LABELS, pipeline, lists }, answered);
}

function precisionIn({ pipeline, candidates }: Corpus, labels: readonly Label[]): readonly LabelPrecision[] {
  const positives = new Set(
    labels.flatMap(({ id, truth, pipeline: about }) => (truth === 'positive' && about === pipeline ? [id] : [])),
  );
  return TOPS.map((top) => {
    const first = candidates.slice(0, top);
    return { pipeline, top, positives: share(first.filter(({ id }) => positives.has(id)).length, first.length) };
  });
}
