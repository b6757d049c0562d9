/** Named packages scanned by the program itself, as its user would, and its report read back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Candidate, Tier } from '../../src/model/candidate.ts';
import type { PackageCoverage, SourceCoverage } from '../../src/model/coverage.ts';
import { run } from '../../test/program/run.ts';

export interface Asked {
  /** `npm:NAME@VERSION`. */
  readonly packages: readonly string[];
  /** Beside what every run has. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What is measured of a candidate. */
export interface Suspected {
  readonly tier: Tier;
  readonly score: number;
  readonly fired: readonly { readonly signal: string }[];
}

export interface Answers {
  /** By their entry's id, `npm:NAME@VERSION`; a package in which nothing fired is not among them. */
  readonly candidates: ReadonlyMap<string, Suspected>;
  readonly packages: readonly PackageCoverage[];
  readonly sources: SourceCoverage;
}

/** Throws with what the program wrote where it ends with an error. */
export async function askedPackages({ packages, flags = [], env = {} }: Asked): Promise<Answers> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-audit-measured-'));
  try {
    const list = join(folder, 'packages.txt');
    writeFileSync(list, `${packages.join('\n')}\n`);
    const paths = ['--packages', list, '--out', folder, '--cache', join(folder, 'cache')];
    const { code, stderr } = await run(['scan', ...paths, '--no-progress', ...flags], { env });
    if (code !== 0) throw new Error(`the scan ended with ${code}\n${stderr}`);
    const report: Omit<Answers, 'candidates'> & { readonly candidates: readonly Candidate[] } = JSON.parse(
      readFileSync(join(folder, 'rug-pull.json'), 'utf8'),
    );
    return { ...report, candidates: new Map(report.candidates.map((each) => [each.entry.id, each])) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A reader would have been sent there. */
export function isRaised(candidate: Suspected | undefined): boolean {
  return candidate !== undefined && (candidate.tier === 'review-first' || candidate.tier === 'review');
}

export function firedOf(candidate: Suspected | undefined): readonly string[] {
  return candidate?.fired.map(({ signal }) => signal) ?? [];
}

/** Signals without the pipeline before the slash, which is the same for nearly all. */
export function short(signals: readonly string[]): string {
  return signals.map((signal) => signal.replace(/^rug-pull\//, '')).join(', ') || '–';
}

/** A table as Markdown, with its columns aligned. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join('\n');
}
