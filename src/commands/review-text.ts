import type { Lapsed } from '../model/verdict.ts';
import type { Listed } from '../review/report-folder.ts';
import { inert, inertJson } from '../text/inert.ts';

type Fired = Listed['fired'][number];

const MAX_ID_CHARACTERS = 200;
const MAX_STATEMENT_CHARACTERS = 300;
const MAX_VALUE_CHARACTERS = 500;
const MAX_EVIDENCE = 10;

/** A candidate in a few lines: what it is, why it is in the list, and what was decided about it once. */
export function candidateText(candidate: Listed, lapsed: Lapsed | null): string {
  const { rank, tier, score, reachable, depth, pipeline, entry, shown, fired, cleared, notLookedFor } = candidate;
  return [
    inert(entry.id, MAX_ID_CHARACTERS),
    `${pipeline}, rank ${rank}: ${tier}, ${score} of ${reachable} at depth ${depth}`,
    ...(lapsed === null ? [] : [lapsedText(lapsed)]),
    ...(shown.description === null ? [] : [`  description: ${inert(shown.description, MAX_STATEMENT_CHARACTERS)}`]),
    ...(shown.repository === null ? [] : [`  repository: ${inert(shown.repository, MAX_STATEMENT_CHARACTERS)}`]),
    ...fired.map((finding) => `  +${finding.weight} ${first(finding)}`),
    ...cleared.map((finding) => `  −${finding.weight} % ${first(finding)}`),
    ...notLookedFor.map(
      ({ signal, reason }) => `  ? ${signal} was not looked for: ${inert(reason, MAX_STATEMENT_CHARACTERS)}`,
    ),
  ].join('\n');
}

/** Everything that fired or clears, with the values it compared and where they stand. */
export function evidenceText({ fired, cleared, unseen }: Listed): string {
  return [
    ...[...fired, ...cleared].flatMap(findingLines),
    ...(unseen.length === 0 ? [] : [`could not look: ${unseen.map(({ signal }) => signal).join(', ')}`]),
  ].join('\n');
}

function findingLines({ signal, evidence }: Fired): string[] {
  const shown = evidence.slice(0, MAX_EVIDENCE);
  const more = evidence.length - shown.length;
  return [
    signal,
    ...shown.flatMap(({ statement, observed, expected, at }) => [
      `  ${inert(statement, MAX_STATEMENT_CHARACTERS)}`,
      `    observed: ${value(observed)}`,
      ...(expected === null ? [] : [`    compared with: ${value(expected)}`]),
      `    at: ${inert(at.resource.uri, MAX_VALUE_CHARACTERS)} ${inert(at.pointer, MAX_VALUE_CHARACTERS)}`,
      `    sha256 ${at.resource.sha256}, read ${inert(at.resource.retrievedAt, 40)}`,
    ]),
    ...(more === 0 ? [] : [`  and ${more} more`]),
  ];
}

function lapsedText({ verdict, because }: Lapsed): string {
  const { verdict: said, date, reviewer, reason } = verdict;
  return `  ${said} on ${date} by ${inert(reviewer, 100)}, ${because} since: ${inert(reason, MAX_STATEMENT_CHARACTERS)}`;
}

function first({ evidence: [only, ...more] }: Fired): string {
  const statement = inert(only?.statement ?? '', MAX_STATEMENT_CHARACTERS);
  return more.length === 0 ? statement : `${statement} (and ${more.length} more)`;
}

function value(json: unknown): string {
  return inert(typeof json === 'string' ? json : inertJson(json), MAX_VALUE_CHARACTERS);
}
