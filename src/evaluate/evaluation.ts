import type { PipelineId } from '../model/candidate.ts';
import type { IntelList, Precision, ReportHead } from '../report/report.ts';
import type { AblationRow } from './ablation.ts';
import type { BudgetRow } from './budgets.ts';
import type { DepthRow } from './by-depth.ts';
import type { Share } from './interval.ts';
import type { PublishedFigure } from './published.ts';
import type { Recall } from './recall.ts';
import type { AlarmRow, DensityRow, ScoresRow } from './spread.ts';

/** Raised when a field changes meaning or goes away. */
export const EVALUATION_SCHEMA_VERSION = 1;

/** Of the first candidates of a list, how many the snapshot's labels call positive. */
export interface LabelPrecision {
  readonly pipeline: PipelineId;
  readonly top: number;
  readonly positives: Share;
}

/** How the program did on labels and on entries that nobody has anything against. */
export interface Evaluation {
  readonly schemaVersion: typeof EVALUATION_SCHEMA_VERSION;
  readonly tool: string;
  readonly snapshot: ReportHead['snapshot'];
  readonly baseline: string | null;
  /** Only what was published by that day counts in recall; null: everything that the snapshot and the lists hold. */
  readonly asOf: string | null;
  /** Lists of known records; [] where none was used. */
  readonly lists: readonly IntelList[];
  readonly entries: number;
  readonly recall: readonly Recall[];
  /** Of the snapshot's own labels, what each depth alone can raise. */
  readonly depths: readonly DepthRow[];
  readonly alarms: readonly AlarmRow[];
  readonly budgets: readonly BudgetRow[];
  /** The same rates on twins, which were chosen for being hard: shown, and held against nothing. */
  readonly twinRates: readonly BudgetRow[];
  readonly density: readonly DensityRow[];
  readonly scores: readonly ScoresRow[];
  readonly byLabels: readonly LabelPrecision[];
  /** Of people's verdicts; empty where there are none. */
  readonly byVerdicts: readonly (Precision & { readonly pipeline: PipelineId })[];
  /** null where it was not asked for. */
  readonly ablation: readonly AblationRow[] | null;
  readonly published: readonly PublishedFigure[];
  /** What could not be measured here, each with its reason. */
  readonly notMeasured: readonly string[];
}
