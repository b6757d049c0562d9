import { join } from 'node:path';
import type { Drift } from '../model/drift.ts';
import { renderDriftCsv } from '../report/drift-csv.ts';
import { renderDriftJson } from '../report/drift-json.ts';
import type { DriftReport } from '../report/drift-report.ts';
import { driftLines } from '../report/drift-section.ts';
import { notices, REPORT_SCHEMA_VERSION } from '../report/report.ts';
import { findSnapshot } from '../snapshot/find.ts';
import { openSnapshot, type Snapshot } from '../snapshot/read.ts';
import { attributionsOf } from './attributions.ts';
import { checkedDate } from './clock.ts';
import { driftBetweenSnapshots } from './drift-between.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { createProgress } from './progress.ts';
import { snapshotFolders } from './snapshot-folders.ts';
import { tool } from './tool.ts';
import { prepareOutputFolder, writeWhole } from './whole-file.ts';

export interface DiffOptions {
  readonly before: string;
  readonly after: string;
  readonly snapshots: string;
  readonly out?: string | undefined;
  readonly json: boolean;
  readonly progress: boolean;
}

/** Says what changed between two snapshots; a folder for the files is optional. */
export async function diff(options: DiffOptions): Promise<ExitCode> {
  const [from, to] = [checkedDate(options.before, 'the first date'), checkedDate(options.after, 'the second date')];
  if (from === to) throw new UsageError(`${from} twice: name two snapshots.`);
  if (from > to) throw new UsageError(`${from} is later than ${to}: name the earlier snapshot first.`);
  const folders = snapshotFolders(options.snapshots);
  const [beforeFolder, afterFolder] = [findSnapshot(from, folders), findSnapshot(to, folders)];
  if (options.out !== undefined) prepareOutputFolder(options.out);

  const [before, after] = [await openSnapshot(beforeFolder), await openSnapshot(afterFolder)];
  const progress = createProgress({ stream: process.stderr, enabled: options.progress, nowMs: Date.now });
  const drift = await driftBetweenSnapshots({ before, after, progress });
  const report = { head: headOf(before, after), drift };
  const files = options.out === undefined ? [] : writeDrift(options.out, report);
  if (options.json) for (const chunk of renderDriftJson(report)) process.stdout.write(chunk);
  else console.log(renderText(report, files));
  return hasEntries(drift) ? EXIT.done : EXIT.nothingRead;
}

function writeDrift(folder: string, report: DriftReport): string[] {
  return [
    writeWhole(join(folder, 'drift.json'), renderDriftJson(report)),
    writeWhole(join(folder, 'drift.csv'), renderDriftCsv(report)),
  ];
}

function headOf(before: Snapshot, { manifest }: Snapshot): DriftReport['head'] {
  const { date, origin, tool: madeBy } = manifest;
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    snapshot: { date, origin, tool: madeBy },
    baseline: before.manifest.date,
    tool: tool(),
    intel: [],
    attributions: [...new Set([manifest, before.manifest].flatMap(attributionsOf))],
  };
}

function renderText({ head, drift }: DriftReport, files: readonly string[]): string {
  const written = files.length === 0 ? [] : ['Reports', ...files.map((file) => `  ${file}`), ''];
  return [...notices(head), ...driftLines(drift), ...written].join('\n');
}

function hasEntries({ registries }: Drift): boolean {
  return registries.some(({ before, after }) => (before?.distinct ?? 0) + (after?.distinct ?? 0) > 0);
}
