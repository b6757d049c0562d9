import { existsSync, mkdirSync, openSync, writeSync, fsyncSync, closeSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderCoverage } from '../report/coverage.ts';
import { renderCsv } from '../report/csv.ts';
import { renderJson } from '../report/json.ts';
import { renderGatewaysCsv } from '../report/gateways-csv.ts';
import { renderGatewaysJson } from '../report/gateways.ts';
import type { GatewayWithFacts } from '../model/gateway.ts';
import type { PipelineReport } from '../report/report.ts';
import { renderSummary } from '../report/summary.ts';

/** Gathered before it is written; one system call for each chunk of a report would dominate. */
const BUFFER_CHARACTERS = 1 << 20;

/**
 * Writes the reports into a folder and returns their paths in the order a reader wants them. Each file appears whole or not
 * at all: a full disk leaves the reports of the run before.
 */
export function writeReports(
  folder: string,
  reports: readonly [PipelineReport, ...PipelineReport[]],
  gateways: readonly GatewayWithFacts[] | null,
): string[] {
  const [{ head, coverage, packages, sources }] = reports;
  return [
    writeWhole(join(folder, 'summary.md'), [renderSummary(reports, gateways)]),
    ...reports.flatMap((report) => [
      writeWhole(join(folder, `${report.pipeline}.json`), renderJson(report)),
      writeWhole(join(folder, `${report.pipeline}.csv`), renderCsv(report)),
    ]),
    ...(gateways === null
      ? []
      : [
          writeWhole(join(folder, 'gateways.json'), renderGatewaysJson({ head, coverage, gateways })),
          writeWhole(join(folder, 'gateways.csv'), renderGatewaysCsv({ head, gateways })),
        ]),
    writeWhole(join(folder, 'coverage.json'), [renderCoverage(head, { coverage, packages, sources })]),
  ];
}

/** Makes the folder and proves that it can be written to, before minutes of work depend on it. */
export function prepareOutputFolder(folder: string): void {
  makeFolder(folder);
  const probe = join(folder, '.writable');
  closeSync(openSync(probe, 'w'));
  rmSync(probe);
}

/** Level by level: mkdir's own recursion never ends where a file system answers ENOENT, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function writeWhole(path: string, chunks: Iterable<string>): string {
  const temporary = `${path}.partial`;
  try {
    const file = openSync(temporary, 'w');
    try {
      for (const chunk of gathered(chunks)) writeAll(file, Buffer.from(chunk));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return path;
}

/** A nearly full disk takes a part and says so only in the count. */
function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

function* gathered(chunks: Iterable<string>): Generator<string> {
  let waiting: string[] = [];
  let characters = 0;
  for (const chunk of chunks) {
    waiting.push(chunk);
    characters += chunk.length;
    if (characters < BUFFER_CHARACTERS) continue;
    yield waiting.join('');
    waiting = [];
    characters = 0;
  }
  yield waiting.join('');
}
