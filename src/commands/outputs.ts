import { join } from 'node:path';
import type { Drift } from '../model/drift.ts';
import type { GatewayWithFacts } from '../model/gateway.ts';
import { renderCoverage } from '../report/coverage.ts';
import { renderCoverageCsv } from '../report/coverage-csv.ts';
import { renderCsv } from '../report/csv.ts';
import { renderDriftCsv } from '../report/drift-csv.ts';
import { renderDriftJson } from '../report/drift-json.ts';
import type { Format } from '../report/format.ts';
import { renderGatewaysCsv } from '../report/gateways-csv.ts';
import { renderGatewaysJson } from '../report/gateways.ts';
import { renderPage } from '../report/html.ts';
import { renderJson } from '../report/json.ts';
import type { PipelineReport } from '../report/report.ts';
import { renderSarif } from '../report/sarif.ts';
import { renderSummary } from '../report/summary.ts';
import { renderSuppressed } from '../report/suppressed.ts';
import { pageInput, type PageSource } from './page.ts';
import { writeWhole } from './whole-file.ts';

/** What a scan came to, as every writer is given it. */
export interface Scanned {
  readonly reports: readonly [PipelineReport, ...PipelineReport[]];
  /** null where entries were not compared with each other. */
  readonly gateways: readonly GatewayWithFacts[] | null;
  /** What changed since the baseline; absent without one. */
  readonly drift?: Drift;
  /** What the page shows of every entry; absent where single packages were scanned. */
  readonly page?: PageSource;
}

/** One file of a report folder, rendered when it is written and let go of chunk by chunk. */
export interface OutputFile {
  readonly name: string;
  readonly render: () => Iterable<string>;
}

/** A kind of file. `always` is written whatever `--format` says: without it the others could be read for more than they are. */
export interface Output {
  readonly format: Format | 'always';
  /** Its files for this scan; none where there is nothing of the sort (no gateways, no baseline). */
  readonly files: (scanned: Scanned) => readonly OutputFile[];
}

/**
 * All kinds of files, in the order in which a reader wants them.
 *
 * To add one: its renderer in src/report, a line here, and for a new format its name in src/report/format.ts. What it needs of
 * a scan that is not there yet becomes a field of `Scanned`, `null` or absent where there is none.
 */
export const OUTPUTS: readonly Output[] = [
  { format: 'md', files: (scanned) => [{ name: 'summary.md', render: () => summary(scanned) }] },
  { format: 'html', files: (scanned) => [{ name: 'report.html', render: () => page(scanned) }] },
  { format: 'json', files: ({ reports }) => reports.map((report) => named(report, 'json', renderJson)) },
  { format: 'csv', files: ({ reports }) => reports.map((report) => named(report, 'csv', renderCsv)) },
  { format: 'csv', files: (scanned) => [{ name: 'coverage.csv', render: () => coverageCsv(scanned) }] },
  { format: 'json', files: (scanned) => gatewaysIn(scanned, 'json') },
  { format: 'csv', files: (scanned) => gatewaysIn(scanned, 'csv') },
  { format: 'json', files: (scanned) => driftIn(scanned, 'json') },
  { format: 'csv', files: (scanned) => driftIn(scanned, 'csv') },
  { format: 'sarif', files: ({ reports }) => [{ name: 'registry-audit.sarif', render: () => renderSarif(reports) }] },
  { format: 'always', files: (scanned) => [{ name: 'coverage.json', render: () => coverage(scanned) }] },
  { format: 'always', files: ({ reports }) => [{ name: 'suppressed.json', render: () => renderSuppressed(reports) }] },
];

/**
 * Writes the reports into a folder and returns their paths in the order a reader wants them. Each file appears whole or not
 * at all: a full disk leaves the reports of the run before.
 */
export function writeReports(folder: string, scanned: Scanned, formats: readonly Format[]): string[] {
  return OUTPUTS.filter(({ format }) => format === 'always' || formats.includes(format))
    .flatMap(({ files }) => files(scanned))
    .map(({ name, render }) => writeWhole(join(folder, name), render()));
}

function named(
  report: PipelineReport,
  ending: string,
  render: (report: PipelineReport) => Iterable<string>,
): OutputFile {
  return { name: `${report.pipeline}.${ending}`, render: () => render(report) };
}

function* summary({ reports, gateways, drift }: Scanned): Generator<string> {
  yield renderSummary(reports, gateways, drift ?? null);
}

function page({ reports, gateways, drift, page: seen }: Scanned): Iterable<string> {
  return renderPage({ ...pageInput(seen ?? null), reports, gateways, drift: drift ?? null });
}

function* coverage({
  reports: [{ head, coverage: seen, packages, sources, repositories }],
}: Scanned): Generator<string> {
  yield renderCoverage(head, { coverage: seen, packages, sources, repositories });
}

function* coverageCsv({ reports: [{ head, coverage: seen }] }: Scanned): Generator<string> {
  yield renderCoverageCsv(head, seen);
}

function gatewaysIn({ reports: [{ head, coverage: seen }], gateways }: Scanned, ending: 'json' | 'csv'): OutputFile[] {
  if (gateways === null) return [];
  const render = ending === 'json' ? renderGatewaysJson : renderGatewaysCsv;
  return [{ name: `gateways.${ending}`, render: () => render({ head, coverage: seen, gateways }) }];
}

function driftIn({ reports: [{ head }], drift }: Scanned, ending: 'json' | 'csv'): OutputFile[] {
  if (drift === undefined) return [];
  const render = ending === 'json' ? renderDriftJson : renderDriftCsv;
  return [{ name: `drift.${ending}`, render: () => render({ head, drift }) }];
}
