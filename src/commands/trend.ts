import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { type EntrySurvey, entrySurvey } from '../drift/entry-survey.ts';
import { listingSeen } from '../drift/listings.ts';
import type { Coverage } from '../model/coverage.ts';
import type { Drift } from '../model/drift.ts';
import type { Subject } from '../model/subject.ts';
import type { SignalRate, Trend, TrendRegistry, TrendSnapshot } from '../model/trend.ts';
import { renderTrendPage } from '../report/trend-html.ts';
import { renderTrendJson } from '../report/trend-json.ts';
import { renderTrend } from '../report/trend-tables.ts';
import { listSnapshots } from '../snapshot/find.ts';
import { openSnapshot, readEntries, type Snapshot } from '../snapshot/read.ts';
import { openScratch, READ_BACK_BUFFER_BYTES } from '../snapshot/scratch.ts';
import { type Assessed, assessSnapshot } from './assess-snapshot.ts';
import { attributionsOf } from './attributions.ts';
import { driftBetweenSnapshots } from './drift-between.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { namedIntel } from './intel-lists.ts';
import { builtPage } from './page.ts';
import { createProgress, type Progress } from './progress.ts';
import { entryReader } from './subjects.ts';
import { snapshotFolders } from './snapshot-folders.ts';
import { tool } from './tool.ts';
import { prepareOutputFolder, writeWhole } from './whole-file.ts';

export interface TrendOptions {
  readonly snapshots: string;
  /** Whether every snapshot is scored, which takes most of the time. */
  readonly signals: boolean;
  /** Where the page with charts is written. */
  readonly html?: string | undefined;
  readonly json: boolean;
  readonly progress: boolean;
}

/** Says how the registries developed over the snapshots of a folder; the shipped one where the folder holds none. */
export async function trend(options: TrendOptions): Promise<ExitCode> {
  const [asked, shipped] = snapshotFolders(options.snapshots);
  const own = finishedIn(asked);
  const folders = own.length === 0 ? finishedIn(shipped) : own;
  if (folders.length === 0)
    throw new UsageError(
      `There is no finished snapshot in "${options.snapshots}"; "registry-audit capture" makes one.`,
    );
  // Before minutes of work depend on it.
  if (options.html !== undefined) prepareOutputFolder(dirname(options.html));
  const progress = createProgress({ stream: process.stderr, enabled: options.progress, nowMs: Date.now });
  const attributions = new Set<string>();
  const snapshots: TrendSnapshot[] = [];
  let before: Snapshot | null = null;
  for (const folder of folders) {
    const snapshot = await openSnapshot(folder);
    for (const each of attributionsOf(snapshot.manifest)) attributions.add(each);
    snapshots.push(await trendSnapshot({ snapshot, before, progress, isScored: options.signals }));
    before = snapshot;
  }
  const report = { tool: tool(), attributions: [...attributions], trend: { snapshots } satisfies Trend };
  const page =
    options.html === undefined ? [] : [writeWhole(options.html, renderTrendPage(report, builtPage('trend.html')))];
  console.log(options.json ? renderTrendJson(report) : renderTrend(report, page));
  return snapshots.some(({ registries }) => registries.some(({ entries }) => entries > 0))
    ? EXIT.done
    : EXIT.nothingRead;
}

function finishedIn(folder: string): readonly string[] {
  return listSnapshots([folder]).flatMap((found) => (found.finished ? [found.folder] : []));
}

interface Point {
  readonly snapshot: Snapshot;
  readonly before: Snapshot | null;
  readonly progress: Progress;
  readonly isScored: boolean;
}

async function trendSnapshot({ snapshot, before, progress, isScored }: Point): Promise<TrendSnapshot> {
  const { date, origin, tool: madeBy, coverage } = snapshot.manifest;
  const drift = before === null ? null : await countsBetween(before, { snapshot, progress });
  const survey = entrySurvey();
  // Without a baseline: a signal that needs one would look at all snapshots but the first.
  const assessed = isScored
    ? await assessSnapshot({
        snapshot,
        baseline: null,
        intel: namedIntel({}),
        progress,
        observers: () => [{ see: (subject) => survey.see(rowOf(subject)) }],
      })
    : null;
  if (assessed === null) await seeAll(snapshot, survey);
  // Nobody reads its candidates, and a folder may hold a year of snapshots.
  assessed?.close();
  return {
    date,
    origin,
    tool: madeBy,
    registries: coverage.map((row) => trendRegistry(row, { drift, assessed, survey })),
    signals: assessed === null ? null : signalRates(assessed),
  };
}

/** Its lines are not read, so what they wait in is let go of. */
async function countsBetween(before: Snapshot, { snapshot, progress }: Pick<Point, 'snapshot' | 'progress'>) {
  const lines = openScratch(tmpdir(), READ_BACK_BUFFER_BYTES);
  try {
    return await driftBetweenSnapshots({ before, after: snapshot, progress, lines });
  } finally {
    lines.close();
  }
}

async function seeAll(snapshot: Snapshot, survey: EntrySurvey): Promise<void> {
  const read = entryReader();
  for (const { registry } of snapshot.manifest.coverage) {
    for await (const head of readEntries(snapshot, registry)) survey.see(read(registry, head.parse().latest));
  }
}

interface Learnt {
  readonly drift: Drift | null;
  readonly assessed: Assessed | null;
  readonly survey: EntrySurvey;
}

function trendRegistry(row: Coverage, { drift, assessed, survey }: Learnt): TrendRegistry {
  const { registry, distinct } = row;
  const change = drift?.registries.find((each) => each.registry === registry);
  const gateways = assessed?.gateways ?? null;
  return {
    registry,
    entries: distinct,
    listing: change?.after ?? listingSeen(row),
    new: change?.new ?? null,
    gone: change?.gone ?? null,
    ...survey.of(registry),
    gatewayEntries:
      gateways === null
        ? null
        : gateways
            .flatMap(({ servers }) => servers)
            .reduce((sum, each) => (each.registry === registry ? sum + each.entries : sum), 0),
  };
}

function signalRates({ reports }: Assessed): readonly SignalRate[] {
  return reports.flatMap(({ pipeline, signals }) =>
    signals
      .filter(({ declaration }) => declaration.role !== 'fact')
      .map(({ declaration, fired, silent, unseen }) => ({ signal: declaration.id, pipeline, fired, silent, unseen })),
  );
}

function rowOf(subject: Subject) {
  return { entry: subject.entry, record: 'record' in subject ? subject.record : null };
}
