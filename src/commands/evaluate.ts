import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { overBudget } from '../evaluate/budgets.ts';
import { corpusOf } from '../evaluate/corpus.ts';
import { type Evaluation, EVALUATION_SCHEMA_VERSION } from '../evaluate/evaluation.ts';
import type { Judge } from '../evaluate/judge.ts';
import { type JudgedSnapshot, measure } from '../evaluate/measure.ts';
import { onGroundTruth } from '../evaluate/on-ground-truth.ts';
import { PUBLISHED } from '../evaluate/published.ts';
import { overLine, renderEvaluation } from '../evaluate/render.ts';
import { instantMs } from '../evidence/time.ts';
import { intelIndex } from '../intel/intel-index.ts';
import { openIntel } from '../intel/open.ts';
import type { IntelIndex } from '../intel/port.ts';
import type { EntryId } from '../model/entry.ts';
import type { Subject } from '../model/subject.ts';
import type { Surveyed } from '../pipelines/lookalike.ts';
import type { Setting } from '../pipelines/port.ts';
import { reviewed } from '../review/apply.ts';
import { findSnapshot, listSnapshots } from '../snapshot/find.ts';
import { openSnapshot } from '../snapshot/read.ts';
import { inert, inertJson } from '../text/inert.ts';
import { assessSnapshot, type Reports } from './assess-snapshot.ts';
import { checkedDate } from './clock.ts';
import { judgesFor } from './evaluate-judges.ts';
import { givenLabels } from './evaluate-labels.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { intelShown } from './intel-lists.ts';
import { createProgress } from './progress.ts';
import { openBaseline } from './subjects.ts';
import { shippedSnapshots, snapshotFolders } from './snapshot-folders.ts';
import { tool } from './tool.ts';
import { givenVerdicts } from './verdict-files.ts';

export interface EvaluateOptions {
  readonly snapshots: string;
  readonly snapshot?: string | undefined;
  readonly corpus?: string | undefined;
  readonly baseline?: string | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly reviews?: string | undefined;
  readonly asOf?: string | undefined;
  readonly intel: 'on' | 'off';
  readonly ablation: boolean;
  readonly long: boolean;
  readonly json: boolean;
  readonly progress: boolean;
}

const DAY_MS = 86_400_000;

/** Prints how the program does on a snapshot and on labels; fails where a signal fires more often than it may. */
export async function evaluate(options: EvaluateOptions): Promise<ExitCode> {
  const result = await evaluation(options);
  if (options.json) console.log(inertJson(result, 1));
  else console.log(renderEvaluation(result, { long: options.long }));
  const over = overBudget(result.budgets);
  if (over.length === 0) return EXIT.done;
  process.stderr.write(
    `registry-audit: budgets of signals exceeded: ${over.length}\n${over.map((row) => `  ${inert(overLine(row))}\n`).join('')}`,
  );
  return EXIT.gateMet;
}

/** Throws UsageError and SnapshotError. */
export async function evaluation(options: EvaluateOptions): Promise<Evaluation> {
  const day = options.asOf === undefined ? null : checkedDate(options.asOf, '--as-of');
  const folder = snapshotFolder(options);
  const baselineFolder =
    options.baseline === undefined
      ? null
      : findSnapshot(checkedDate(options.baseline, '--baseline'), [
          dirname(folder),
          ...snapshotFolders(options.snapshots),
        ]);
  const { labels, groundTruth } = givenLabels(folder, options.labels ?? []);
  const verdicts = givenVerdicts(options.reviews);
  const intel = options.intel === 'on' ? listsAsOf(day) : intelIndex([]);

  const snapshot = await openSnapshot(folder);
  const baseline = baselineFolder === null ? null : await openSnapshot(baselineFolder);
  const { manifest } = snapshot;
  const labelled = new Set(labels.map(({ id }) => id));
  const subjects = new Map<EntryId, Subject>();
  const known: { surveyed?: Required<Surveyed> } = {};
  const { reports } = await assessSnapshot({
    snapshot,
    baseline,
    intel,
    progress: createProgress({ stream: process.stderr, enabled: options.progress, nowMs: Date.now }),
    observers: (surveyed) => {
      known.surveyed = surveyed;
      return [{ see: (subject) => void (labelled.has(subject.entry.id) && subjects.set(subject.entry.id, subject)) }];
    },
  });

  const setting: Setting = {
    asOf: day ?? manifest.date,
    baseline: baseline === null ? null : await openBaseline(baseline),
    intel,
  };
  const judges = await judgesFor(snapshot, known.surveyed ?? {}, setting);
  const pipelines = judgedSnapshots(reports, judges);
  const entries = manifest.coverage.reduce((sum, { distinct }) => sum + distinct, 0);
  const lists = options.intel === 'on';
  const figures = measure({ pipelines, labels, subjects, entries, day, lists, ablation: options.ablation });
  const lookalikes = pipelines.find(({ judge }) => judge.pipeline === 'lookalike');
  const truths = groundTruth.flatMap((truth) =>
    lookalikes === undefined
      ? []
      : [onGroundTruth(truth, { judge: lookalikes.judge, snapshot: lookalikes.all, day, lists })],
  );
  return {
    schemaVersion: EVALUATION_SCHEMA_VERSION,
    tool: tool(),
    snapshot: { date: manifest.date, origin: manifest.origin, tool: manifest.tool },
    baseline: baseline?.manifest.date ?? null,
    asOf: day,
    lists: intelShown(intel),
    entries,
    ...figures,
    recall: [...figures.recall, ...truths.flatMap(({ recall }) => recall)],
    alarms: [...figures.alarms, ...truths.flatMap(({ alarms }) => alarms)],
    byVerdicts:
      verdicts === null
        ? []
        : reports.flatMap((report) =>
            (reviewed(report, verdicts).review?.precision ?? []).map((each) => ({
              pipeline: report.pipeline,
              ...each,
            })),
          ),
    published: PUBLISHED,
    notMeasured: [
      ...(labels.length === 0 ? ['recall on the entries of this snapshot: it has no labels.json'] : []),
      ...(verdicts === null ? ['precision by verdicts: there is no folder of reviews'] : []),
      ...(groundTruth.some(({ disclosed }) => disclosed !== null)
        ? [
            'disclosed changes of packages (rug-pulls, hijacks): their archives are gone; reconstructed cases stand for them',
          ]
        : []),
      ...(groundTruth.some(({ releases }) => releases !== null)
        ? []
        : [
            'real releases that are known to be honest: scripts/false-alarms.ts asks their registry and writes release-pairs.json for --labels',
          ]),
      ...(groundTruth.length === 0
        ? ['disclosed names and community servers: name a folder of ground truth with --labels']
        : []),
      ...(baseline === null ? ['what registries overwrite: name an earlier snapshot with --baseline'] : []),
    ],
  };
}

function snapshotFolder({ corpus, snapshot, ...options }: EvaluateOptions): string {
  if (corpus !== undefined) {
    if (!existsSync(corpus)) throw new UsageError(`--corpus "${corpus}" is not there.`);
    if (!existsSync(join(corpus, 'manifest.json'))) {
      throw new UsageError(
        `--corpus "${corpus}" has no manifest.json; name the folder of one snapshot, such as snapshots/2026-06-29.`,
      );
    }
    return corpus;
  }
  if (snapshot !== undefined)
    return findSnapshot(checkedDate(snapshot, '--snapshot'), snapshotFolders(options.snapshots));
  const shipped = listSnapshots([shippedSnapshots()]).findLast(({ finished }) => finished);
  if (shipped === undefined)
    throw new UsageError('No snapshot comes with this installation; name one with --snapshot.');
  return shipped.folder;
}

/** The lists that come with the program, without what was published after that day. */
function listsAsOf(day: string | null): IntelIndex {
  const from = day === null ? null : instantMs(day);
  const publishedBefore = from === null ? null : new Date(from + DAY_MS).toISOString();
  return openIntel({ file: null, isNeeded: false, organisation: [], publishedBefore });
}

function judgedSnapshots(reports: Reports, judges: readonly Judge[]): readonly JudgedSnapshot[] {
  return reports.map((report) => {
    const judge = judges.find(({ pipeline }) => pipeline === report.pipeline);
    if (judge === undefined) throw new Error(`no judge of ${report.pipeline}`);
    return { all: corpusOf(report), judge };
  });
}
