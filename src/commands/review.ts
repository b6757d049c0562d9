import { existsSync, statSync } from 'node:fs';
import type { PipelineId } from '../model/candidate.ts';
import { type Decision, type Verdict, VERDICT_SCHEMA_VERSION } from '../model/verdict.ts';
import { fingerprint } from '../review/fingerprint.ts';
import { readVerdictFile, readVerdicts } from '../review/folder.ts';
import { type Listed, newestReports, type ReadReports, readReports } from '../review/report-folder.ts';
import { VerdictLine } from '../review/verdict.ts';
import { inert, inertJson } from '../text/inert.ts';
import { captureClock, checkedDate, dateOf } from './clock.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { listVerdicts } from './review-list.ts';
import { reviewOnTerminal } from './review-terminal.ts';
import { asUsage, keepVerdicts, type KeptIn } from './verdict-files.ts';

export interface ReviewOptions {
  readonly report?: string | undefined;
  readonly reviews: string;
  readonly dismiss?: string | undefined;
  readonly confirm?: string | undefined;
  readonly pipeline?: PipelineId | undefined;
  readonly reason?: string | undefined;
  readonly expires?: string | undefined;
  readonly reviewer?: string | undefined;
  readonly import?: string | undefined;
  readonly list?: boolean | undefined;
  readonly json: boolean;
}

/** As many as fit in a message. */
const MAX_SUGGESTED = 5;
const MAX_ID_CHARACTERS = 200;

/** Records verdicts: one by flags, many from a file, or candidate after candidate on a terminal; `--list` shows what they do. */
export async function review(options: ReviewOptions): Promise<ExitCode> {
  if (options.list === true) return listVerdicts(options, readGiven(options));
  if (options.import !== undefined) return importFile(options, options.import);
  if (options.dismiss !== undefined) return decide(options, options.dismiss, 'dismissed');
  if (options.confirm !== undefined) return decide(options, options.confirm, 'confirmed');
  if (options.json || !process.stdin.isTTY || !process.stdout.isTTY) {
    throw new UsageError(
      'Without a terminal, say what to do: --dismiss ENTRY or --confirm ENTRY with --reason, --import FILE, or --list.',
    );
  }
  const given = readGiven(options);
  return reviewOnTerminal({
    reports: given.reports ?? noReports(),
    verdicts: given.verdicts,
    only: options.pipeline ?? null,
    made: (candidate, said) => verdictOn(candidate, { ...said, ...signature(options) }),
    keep: (verdict) => keepVerdicts(options.reviews, [verdict]),
  });
}

export interface Given {
  readonly verdicts: readonly Verdict[];
  /** null where no folder was named and there is none. */
  readonly reports: ReadReports | null;
}

function readGiven({ report, reviews }: ReviewOptions): Given {
  return asUsage(() => {
    const folder = report ?? newestReports();
    return { verdicts: readVerdicts(reviews) ?? [], reports: folder === null ? null : readReports(folder) };
  });
}

function noReports(): never {
  throw new UsageError(
    'There are no reports to decide about: "registry-audit scan" makes them, --report DIR names others.',
  );
}

function decide(options: ReviewOptions, entry: string, verdict: Decision): ExitCode {
  if (options.reason === undefined || options.reason.trim() === '')
    throw new UsageError('A verdict needs its reason: --reason "…".');
  const { reports } = readGiven(options);
  const candidate = candidateOf(reports ?? noReports(), entry, options.pipeline);
  const decided = verdictOn(candidate, { verdict, reason: options.reason, ...signature(options) });
  return told(options, keepVerdicts(options.reviews, [decided]), `${verdict} ${inert(entry, MAX_ID_CHARACTERS)}`);
}

function candidateOf({ folder, candidates }: ReadReports, entry: string, pipeline: PipelineId | undefined): Listed {
  const among = candidates.filter((each) => pipeline === undefined || each.pipeline === pipeline);
  const found = among.filter((each) => each.entry.id === entry);
  const [first, second] = found;
  if (first === undefined) {
    const near = among.filter(({ entry: { id } }) => id.includes(entry)).slice(0, MAX_SUGGESTED);
    const hint = near.length === 0 ? '' : ` There is ${near.map((each) => shown(each)).join(', ')}.`;
    throw new UsageError(`"${inert(entry, MAX_ID_CHARACTERS)}" is no candidate in "${inert(folder)}".${hint}`);
  }
  if (second !== undefined) {
    throw new UsageError(
      `"${inert(entry, MAX_ID_CHARACTERS)}" is a candidate of both pipelines; add --pipeline lookalike or --pipeline rug-pull.`,
    );
  }
  return first;
}

function shown({ entry, pipeline }: Listed): string {
  return `"${inert(entry.id, MAX_ID_CHARACTERS)}" (${pipeline})`;
}

function importFile(options: ReviewOptions, path: string): ExitCode {
  if (!existsSync(path)) throw new UsageError(`--import "${path}": there is no such file.`);
  if (!statSync(path).isFile()) throw new UsageError(`--import "${path}" is no file.`);
  const verdicts = asUsage(() => readVerdictFile(path));
  if (verdicts.length === 0) throw new UsageError(`--import "${path}" holds no verdict.`);
  return told(options, keepVerdicts(options.reviews, verdicts), `read ${verdicts.length} from ${inert(path)}`);
}

function told({ json }: ReviewOptions, { added, replaced, unchanged, files }: KeptIn, what: string): ExitCode {
  if (json) console.log(inertJson({ added, replaced, unchanged, files }, 1));
  else {
    const where = files.length === 0 ? 'nothing to write' : `in ${files.map((file) => inert(file)).join(', ')}`;
    console.log(`${what}: ${added} added, ${replaced} replaced, ${unchanged} known already; ${where}`);
  }
  return EXIT.done;
}

/** What a reviewer says of a candidate. */
export interface Said {
  readonly verdict: Decision;
  readonly reason: string;
}

type Signed = Said & Pick<Verdict, 'reviewer' | 'date' | 'expires'>;

/** Throws UsageError where a line of verdicts could not hold it. */
function verdictOn(candidate: Listed, said: Signed): Verdict {
  const { verdict, reason, reviewer, date, expires } = said;
  const { entry, pipeline } = candidate;
  const read = VerdictLine.safeParse({
    schemaVersion: VERDICT_SCHEMA_VERSION,
    fingerprint: fingerprint(candidate),
    entry: entry.id,
    pipeline,
    verdict,
    reason,
    reviewer,
    date,
    expires,
  });
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UsageError(`This verdict cannot be kept: ${String(issue?.path[0] ?? '')} ${issue?.message ?? ''}.`);
}

function signature({ reviewer, expires }: ReviewOptions): Pick<Verdict, 'reviewer' | 'date' | 'expires'> {
  const { GIT_AUTHOR_NAME, USER, LOGNAME, USERNAME } = process.env;
  const name = reviewer ?? [GIT_AUTHOR_NAME, USER, LOGNAME, USERNAME].find((each) => each !== undefined && each !== '');
  if (name === undefined) throw new UsageError('A verdict needs a name: --reviewer NAME.');
  return {
    reviewer: name,
    date: dateOf(captureClock(process.env)()),
    expires: expires === undefined ? null : checkedDate(expires, '--expires'),
  };
}
