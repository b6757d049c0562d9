import { join } from 'node:path';
import { TIERS, type Tier } from '../model/candidate.ts';
import { DEPTHS } from '../model/depth.ts';
import type { NamedPackage } from '../capture/choice.ts';
import type { Manifest, SnapshotDate } from '../model/snapshot.ts';
import { type Format, FORMATS } from '../report/format.ts';
import { reviewCounts } from '../report/review-counts.ts';
import { renderTerminal } from '../report/terminal.ts';
import { reviewed } from '../review/apply.ts';
import type { Verdicts } from '../review/standing.ts';
import { TIER_THRESHOLDS, DEPTH_CAPS } from '../scoring/tiers.ts';
import { findSnapshot, listSnapshots } from '../snapshot/find.ts';
import { openSnapshot } from '../snapshot/read.ts';
import { checkIsAsked } from './as-asked.ts';
import type { CaptureSettings } from './capture-run.ts';
import { captureClock, checkedDate, dateOf } from './clock.ts';
import { withConfiguration } from './config.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { type IntelFiles, namedIntel } from './intel-lists.ts';
import { type Scanned, writeReports } from './outputs.ts';
import { packageSpecs } from './package-spec.ts';
import { pageSurvey } from './page.ts';
import { driftBetweenSnapshots } from './drift-between.ts';
import { createProgress } from './progress.ts';
import { snapshotFolders } from './snapshot-folders.ts';
import { givenVerdicts } from './verdict-files.ts';
import { prepareOutputFolder } from './whole-file.ts';
import { type Assessed, assessSnapshot, type Reports } from './assess-snapshot.ts';
import { inertJson } from '../text/inert.ts';

export interface ScanOptions extends Omit<CaptureSettings, 'packages'>, IntelFiles {
  /** File of the organisation's defaults; the nearest one by default. */
  readonly config?: string | undefined;
  readonly package?: readonly string[] | undefined;
  readonly packages?: string | undefined;
  readonly snapshot?: string | undefined;
  readonly baseline?: string | undefined;
  readonly out?: string | undefined;
  /** Folder of verdicts; `reviews` where it exists. */
  readonly reviews?: string | undefined;
  /** All unless some are named. */
  readonly format?: readonly Format[] | undefined;
  readonly failOn?: Tier | undefined;
  readonly requireCoverage?: readonly string[] | undefined;
  readonly json: boolean;
}

/** Scores a snapshot, or the packages that are named, into ranked candidates and writes the reports. */
export async function scan(given: ScanOptions): Promise<ExitCode> {
  const options: ScanOptions = await withConfiguration(given, given.config);
  // A damaged line is told before minutes of work.
  const verdicts = givenVerdicts(options.reviews);
  const named = packageSpecs(options.package ?? [], options.packages);
  if (named.length > 0) return scanNamed(options, named, verdicts);
  const date =
    options.snapshot === undefined ? await capturedToday(options) : checkedDate(options.snapshot, '--snapshot');
  const folders = snapshotFolders(options.snapshots);
  const found = findSnapshot(date, folders);
  const baselineFolder =
    options.baseline === undefined ? null : findSnapshot(checkedDate(options.baseline, '--baseline'), folders);
  const out = options.out ?? join('reports', date);
  prepareOutputFolder(out);

  // Before minutes of work depend on it.
  const intel = namedIntel(options);
  const snapshot = await openSnapshot(found);
  if (options.snapshot === undefined) checkIsAsked(options, snapshot.manifest);
  checkGate(options.failOn, snapshot.manifest);
  const baseline = baselineFolder === null ? null : await openSnapshot(baselineFolder);
  const progress = createProgress({ stream: process.stderr, enabled: options.progress, nowMs: Date.now });
  const page = pageSurvey();
  const assessed = await assessSnapshot({ snapshot, baseline, intel, progress, observers: () => [page] });
  const drift =
    baseline === null ? {} : { drift: await driftBetweenSnapshots({ before: baseline, after: snapshot, progress }) };
  return reported(options, out, { ...applied(assessed, verdicts), ...drift, page: page.result() });
}

async function scanNamed(
  options: ScanOptions,
  packages: readonly NamedPackage[],
  verdicts: Verdicts | null,
): Promise<ExitCode> {
  const out = options.out ?? join('reports', dateOf(captureClock(process.env)()));
  prepareOutputFolder(out);
  const { scanPackages } = await import('./scan-packages.ts');
  const reports: Reports = [await scanPackages({ ...options, packages })];
  return reported(options, out, applied({ reports, gateways: null }, verdicts));
}

function applied({ reports: [first, ...rest], ...assessed }: Assessed, verdicts: Verdicts | null): Assessed {
  return { ...assessed, reports: [reviewed(first, verdicts), ...rest.map((report) => reviewed(report, verdicts))] };
}

function reported(options: ScanOptions, out: string, scanned: Assessed & Pick<Scanned, 'page' | 'drift'>): ExitCode {
  const { reports, gateways, drift } = scanned;
  const files = writeReports(out, scanned, options.format ?? FORMATS);
  if (options.json) console.log(inertJson(result(scanned, files), 1));
  else console.log(renderTerminal(reports, files, gateways, drift));
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
function result({ reports, drift }: Pick<Scanned, 'reports' | 'drift'>, files: readonly string[]): object {
  const [{ head, coverage, packages, sources, repositories }] = reports;
  return {
    ...head,
    coverage,
    packages,
    sources,
    repositories,
    pipelines: reports.map(({ pipeline, counts, byRegistry, review }) => ({
      pipeline,
      counts,
      byRegistry,
      ...(review === undefined ? {} : { review: reviewCounts(review) }),
    })),
    ...(drift === undefined ? {} : { drift: { registries: drift.registries, groups: drift.groups } }),
    files,
  };
}
