import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type PipelineId, TIERS } from '../model/candidate.ts';
import { Candidate, CandidatesReport } from '../report/schema.ts';
import { SuppressedReport } from '../report/suppressed-schema.ts';
import { inert } from '../text/inert.ts';
import { ReviewError } from './review-error.ts';

/** A candidate as a report file holds it. */
export type Listed = z.infer<typeof Candidate>;

export interface ReadReports {
  readonly folder: string;
  /** The snapshot's date, by which verdicts expire. */
  readonly asOf: string;
  /** Pipelines that the folder has a list of. */
  readonly pipelines: readonly PipelineId[];
  /** The whole lists, what verdicts hid of them among it; upper tiers first, then by rank. */
  readonly candidates: readonly Listed[];
}

const PIPELINES = ['lookalike', 'rug-pull'] as const satisfies readonly PipelineId[];
const DATE = /^\d{4}-\d{2}-\d{2}$/;
/** More does not fit into one string. */
const MAX_FILE_BYTES = 500_000_000;

/** The newest `reports/<date>`; null where there is none. */
export function newestReports(folder = 'reports'): string | null {
  const newest = namesIn(folder)
    .filter((name) => DATE.test(name))
    .toSorted()
    .at(-1);
  return newest === undefined ? null : join(folder, newest);
}

/** The candidates of a folder that `scan` wrote. Throws ReviewError where it has none, or ones of another shape. */
export function readReports(folder: string): ReadReports {
  const names = new Set(namesIn(folder));
  const lists = PIPELINES.filter((pipeline) => names.has(`${pipeline}.json`)).map((pipeline) =>
    readReport(join(folder, `${pipeline}.json`), CandidatesReport),
  );
  const [first] = lists;
  if (first === undefined) {
    throw new ReviewError(
      `"${inert(folder)}" has no lookalike.json and no rug-pull.json. "registry-audit scan --out ${inert(folder)}" writes them; ` +
        '--report names another folder.',
    );
  }
  const hidden = names.has('suppressed.json')
    ? readReport(join(folder, 'suppressed.json'), SuppressedReport).candidates
    : [];
  return {
    folder,
    asOf: first.snapshot.date,
    pipelines: lists.map(({ report }) => report),
    candidates: [...lists.flatMap(({ candidates }) => candidates), ...hidden].toSorted(inReadingOrder),
  };
}

function readReport<Shape extends z.ZodType>(path: string, shape: Shape): z.infer<Shape> {
  const read = shape.safeParse(parseJson(path));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new ReviewError(
    `"${inert(path)}" is no report of this version (${inert(issue?.path.join('.') ?? '', 80)}: ${inert(issue?.message ?? '', 200)}). Scan again.`,
  );
}

function parseJson(path: string): unknown {
  const { size } = statSync(path);
  if (size > MAX_FILE_BYTES) throw new ReviewError(`"${inert(path)}" is ${size} bytes, more than can be read here.`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new ReviewError(`"${inert(path)}" is not JSON. Scan again.`);
    throw error;
  }
}

function inReadingOrder(one: Listed, other: Listed): number {
  const byTier = TIERS.indexOf(one.tier) - TIERS.indexOf(other.tier);
  if (byTier !== 0) return byTier;
  return one.rank - other.rank || PIPELINES.indexOf(one.pipeline) - PIPELINES.indexOf(other.pipeline);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
