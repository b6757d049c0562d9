import { join } from 'node:path';
import { TIERS, type Tier } from '../model/candidate.ts';
import { DEPTHS } from '../model/depth.ts';
import type { NamedPackage } from '../capture/choice.ts';
import type { Manifest, SnapshotDate } from '../model/snapshot.ts';
import { renderTerminal } from '../report/terminal.ts';
import { TIER_THRESHOLDS, DEPTH_CAPS } from '../scoring/tiers.ts';
import { findSnapshot, listSnapshots } from '../snapshot/find.ts';
import { openSnapshot } from '../snapshot/read.ts';
import type { CaptureSettings } from './capture.ts';
import { captureClock, checkedDate, dateOf } from './clock.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { prepareOutputFolder, writeReports } from './outputs.ts';
import { packageSpecs } from './package-spec.ts';
import { createProgress } from './progress.ts';
import { packageFolder } from './tool.ts';
import { type Assessed, assessSnapshot, type Reports } from './assess-snapshot.ts';

export interface ScanOptions extends Omit<CaptureSettings, 'packages'> {
  readonly package?: readonly string[] | undefined;
  readonly packages?: string | undefined;
  readonly snapshot?: string | undefined;
  readonly baseline?: string | undefined;
  readonly out?: string | undefined;
  readonly failOn?: Tier | undefined;
  readonly requireCoverage?: readonly string[] | undefined;
  readonly json: boolean;
}

/** Scores a snapshot, or the packages that are named, into ranked candidates and writes the reports. */
export async function scan(options: ScanOptions): Promise<ExitCode> {
  const named = packageSpecs(options.package ?? [], options.packages);
  if (named.length > 0) return scanNamed(options, named);
  if (options.packages !== undefined) throw new UsageError(`--packages "${options.packages}" names no package.`);
  const date =
    options.snapshot === undefined ? await capturedToday(options) : checkedDate(options.snapshot, '--snapshot');
  const folders = [options.snapshots, join(packageFolder(), 'snapshots')];
  const found = findSnapshot(date, folders);
  const baselineFolder =
    options.baseline === undefined ? null : findSnapshot(checkedDate(options.baseline, '--baseline'), folders);
  const out = options.out ?? join('reports', date);
  prepareOutputFolder(out);

  const snapshot = await openSnapshot(found);
  checkGate(options.failOn, snapshot.manifest);
  const baseline = baselineFolder === null ? null : await openSnapshot(baselineFolder);
  const progress = createProgress({ stream: process.stderr, enabled: options.progress, nowMs: Date.now });
  return reported(options, out, await assessSnapshot({ snapshot, baseline, progress }));
}

async function scanNamed(options: ScanOptions, packages: readonly NamedPackage[]): Promise<ExitCode> {
  const out = options.out ?? join('reports', dateOf(captureClock(process.env)()));
  prepareOutputFolder(out);
  const { scanPackages } = await import('./scan-packages.ts');
  return reported(options, out, { reports: [await scanPackages({ ...options, packages })], gateways: null });
}

function reported(options: ScanOptions, out: string, { reports, gateways }: Assessed): ExitCode {
  const files = writeReports(out, reports, gateways);
  if (options.json) console.log(JSON.stringify(result(reports, files), null, 1));
  else console.log(renderTerminal(reports, files, gateways));
  return exitCode(options, reports);
}

/** Today's snapshot, captured where there is no finished one yet. */
async function capturedToday(options: ScanOptions): Promise<SnapshotDate> {
  const date = dateOf(captureClock(process.env)());
  const known = listSnapshots([options.snapshots]).some((each) => each.date === date && each.finished);
  if (!known) await (await import('./capture.ts')).captureSnapshot(date, { ...options, packages: [] });
  return date;
}

/** A gate that nothing in this snapshot could ever reach would pass for the wrong reason. */
function checkGate(failOn: Tier | undefined, { coverage }: Manifest): void {
  if (failOn === undefined || failOn === 'noted') return;
  const deepest = DEPTHS.findLast((depth) => coverage.some(({ byDepth }) => byDepth[depth] > 0));
  const reachable = deepest !== undefined && DEPTH_CAPS[deepest] >= TIER_THRESHOLDS[failOn];
  if (!reachable || (failOn === 'review-first' && deepest === 'name')) {
    throw new UsageError(
      `--fail-on ${failOn}: no entry of this snapshot was seen deep enough to reach that tier (deepest: ${deepest ?? 'none'}).`,
    );
  }
}

function exitCode({ failOn, requireCoverage = [] }: ScanOptions, reports: Reports): ExitCode {
  const [{ coverage }] = reports;
  const gate = failOn === undefined ? [] : TIERS.slice(0, TIERS.indexOf(failOn) + 1);
  if (reports.some(({ counts }) => gate.some((tier) => counts[tier] > 0))) return EXIT.gateMet;
  const complete = new Set(
    coverage.filter(({ enumeration }) => enumeration.ended === 'exhausted').map(({ registry }) => registry),
  );
  if (requireCoverage.some((registry) => !complete.has(registry))) return EXIT.coverageShort;
  return coverage.some(({ rows }) => rows > 0) ? EXIT.done : EXIT.nothingRead;
}

/** What `--json` prints: everything but the candidates, which are in the files. */
function result(reports: Reports, files: readonly string[]): object {
  const [{ head, coverage, packages, sources }] = reports;
  return {
    ...head,
    coverage,
    packages,
    sources,
    pipelines: reports.map(({ pipeline, counts, byRegistry }) => ({ pipeline, counts, byRegistry })),
    files,
  };
}
