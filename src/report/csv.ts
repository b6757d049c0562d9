import { stringify } from 'csv-stringify/sync';
import type { Candidate } from '../model/candidate.ts';
import type { Evidence, Fired } from '../model/finding.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Json } from '../model/place.ts';
import type { SignalRole } from '../signal.ts';
import { inert, inertJson } from '../text/inert.ts';
import type { PipelineReport } from './report.ts';

type Cell = string | number;

interface Listed {
  readonly candidate: Candidate;
}

/** The first columns of every row, and of the only one of an empty list. */
const HEAD_COLUMNS = {
  snapshot_date: ({ head }) => head.snapshot.date,
  origin: ({ head }) => head.snapshot.origin,
  baseline: ({ head }) => head.baseline ?? '',
  tool: ({ head }) => head.tool,
  pipeline: ({ pipeline }) => pipeline,
} satisfies Record<string, (report: Pick<PipelineReport, 'head' | 'pipeline'>) => Cell>;

/** The same in every row of a candidate. */
const CANDIDATE_COLUMNS = {
  rank: ({ candidate }) => candidate.rank,
  tier: ({ candidate }) => candidate.tier,
  score: ({ candidate }) => candidate.score,
  reachable: ({ candidate }) => candidate.reachable,
  depth: ({ candidate }) => candidate.depth,
  families: ({ candidate }) => candidate.families.join(' '),
  registry: ({ candidate }) => cell(candidate.entry.registry),
  entry: ({ candidate }) => cell(candidate.entry.id),
  title: ({ candidate }) => cell(candidate.entry.title),
  publisher: ({ candidate }) => cell(candidate.entry.namespace),
  version: ({ candidate }) => cell(candidate.shown.version),
  repository: ({ candidate }) => cell(candidate.shown.repository),
  packages: ({ candidate }) => list(candidate.shown.packages),
  remotes: ({ candidate }) => list(candidate.shown.remotes),
  description: ({ candidate }) => cell(candidate.shown.description),
  reach: ({ candidate }) => candidate.shown.reach ?? '',
  registries: ({ candidate }) => candidate.identity?.registries ?? '',
  twins: ({ candidate }) => words((candidate.identity?.twins ?? []).map(({ id }) => id)),
  facts: ({ candidate }) => ids(candidate.facts),
  not_looked_for: ({ candidate }) => ids(candidate.notLookedFor),
  unseen: ({ candidate }) => ids(candidate.unseen),
  not_read: ({ candidate }) =>
    words(candidate.notRead.map(({ ecosystem, identifier }) => `${ecosystem}:${identifier}`)),
  fingerprint: ({ candidate }) => candidate.fingerprint ?? '',
  verdict: ({ candidate }) => candidate.verdict?.verdict ?? candidate.lapsed?.because ?? '',
  verdict_by: ({ candidate }) => cell(said(candidate)?.reviewer ?? null),
  verdict_date: ({ candidate }) => said(candidate)?.date ?? '',
  verdict_reason: ({ candidate }) => cell(said(candidate)?.reason ?? null),
} satisfies Record<string, (listed: Listed) => Cell>;

interface Cited {
  readonly role: SignalRole;
  readonly finding: Fired;
  readonly evidence: Evidence;
}

const EVIDENCE_COLUMNS = {
  signal: ({ finding }) => finding.signal,
  role: ({ role }) => role,
  weight: ({ finding }) => finding.weight,
  statement: ({ evidence }) => cell(evidence.statement),
  observed: ({ evidence }) => value(evidence.observed),
  expected: ({ evidence }) => value(evidence.expected),
  uri: ({ evidence }) => cell(evidence.at.resource.uri),
  sha256: ({ evidence }) => cell(evidence.at.resource.sha256),
  retrieved_at: ({ evidence }) => cell(evidence.at.resource.retrievedAt),
  pointer: ({ evidence }) => cell(evidence.at.pointer),
} satisfies Record<string, (cited: Cited) => Cell>;

const ROWS_A_CHUNK = 500;
const MAX_CELL_CHARACTERS = 2_000;

type CsvReport = Pick<PipelineReport, 'head' | 'pipeline' | 'candidates'>;

/**
 * One row for each piece of evidence of each candidate; formulas are escaped and characters that do not show are spelled out.
 *
 * A list without candidates has one row that says of which snapshot it is, and nothing more.
 */
export function* renderCsv(report: CsvReport): Generator<string> {
  const names = [HEAD_COLUMNS, CANDIDATE_COLUMNS, EVIDENCE_COLUMNS].flatMap((columns) => Object.keys(columns));
  const head: Cell[] = Object.values(HEAD_COLUMNS).map((column) => column(report));
  let rows: Cell[][] = [names];
  let isEmpty = true;
  for (const candidate of report.candidates) {
    isEmpty = false;
    rows.push(...rowsOf(head, { candidate }));
    if (rows.length < ROWS_A_CHUNK) continue;
    yield csv(rows);
    rows = [];
  }
  if (isEmpty) rows.push(names.map((_name, column) => head[column] ?? ''));
  yield csv(rows);
}

/** The verdict that counts, or the one that does not any more; the column `verdict` tells them apart. */
function said({ verdict, lapsed }: Candidate): Verdict | undefined {
  return verdict ?? lapsed?.verdict;
}

function csv(rows: Cell[][]): string {
  return stringify(rows, { escape_formulas: true });
}

function rowsOf(head: readonly Cell[], listed: Listed): Cell[][] {
  const same: Cell[] = [...head, ...Object.values(CANDIDATE_COLUMNS).map((column) => column(listed))];
  const { fired, cleared } = listed.candidate;
  return [...citedBy('incriminates', fired), ...citedBy('clears', cleared)].map((cited) =>
    same.concat(Object.values(EVIDENCE_COLUMNS).map((column) => column(cited))),
  );
}

function citedBy(role: SignalRole, findings: readonly Fired[]): Cited[] {
  return findings.flatMap((finding) => finding.evidence.map((evidence) => ({ role, finding, evidence })));
}

function ids(findings: readonly { readonly signal: string }[]): string {
  return findings.map(({ signal }) => signal).join(' ');
}

/** A list's cell stays empty where the registry does not say, and reads `none` where it says that there is none. */
function list(items: readonly string[] | null): string {
  if (items === null) return '';
  return items.length === 0 ? 'none' : words(items);
}

/** A space inside of an item is spelled out, so that two words are two items. */
function words(items: readonly string[]): string {
  return cell(items.map((item) => item.slice(0, MAX_CELL_CHARACTERS).replaceAll(' ', '\\u{20}')).join(' '));
}

function value(json: Json): string {
  if (json === null) return '';
  return typeof json === 'string' ? cell(json) : cell(inertJson(json));
}

/** Text from outside: cut, characters that do not show spelled out, and no formula. null is an empty cell. */
export function cell(text: string | null): string {
  return text === null ? '' : unformulated(inert(text, MAX_CELL_CHARACTERS));
}

/**
 * What csv-stringify's `escape_formulas` does not see: a formula behind spaces, and one behind a semicolon, which begins a cell
 * wherever a spreadsheet's locale separates by semicolons.
 */
function unformulated(shown: string): string {
  return shown.replace(/^\s+(?=[=+\-@＝＋－＠])/, "$&'").replace(/;\s*(?=[=+\-@＝＋－＠])/g, "$&'");
}
