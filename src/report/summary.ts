import type { Candidate } from '../model/candidate.ts';
import type { Drift } from '../model/drift.ts';
import type { GatewayWithFacts } from '../model/gateway.ts';
import { heaviest, type SignalDeclaration } from '../signal.ts';
import { driftSection } from './drift-section.ts';
import { gatewaysSection } from './gateways-table.ts';
import { code, table, text } from './markdown.ts';
import { NOTHING_FOUND_NOTICE, nothingFoundTable, noCandidate } from './nothing-found.ts';
import { reasons } from './reasons.ts';
import { PRECISION_NOTICE, precisionTable, reviewLine } from './review-counts.ts';
import { COVERAGE_NOTICE, NOTICE, notices, type PipelineReport, provenance } from './report.ts';
import { coverageTable, packageTable, repositoryTable, sourceTable, type Table, tierTable } from './tables.ts';

/** How many candidates of each pipeline the summary names. */
const NAMED_CANDIDATES = 20;
const MAX_REASON_CHARACTERS = 600;

/** summary.md: what was looked at, what came of it, and the first candidates to read. */
export function renderSummary(
  reports: readonly [PipelineReport, ...PipelineReport[]],
  gateways: readonly GatewayWithFacts[] | null = null,
  drift: Drift | null = null,
): string {
  const [{ head, coverage, packages, sources, repositories }] = reports;
  return [
    `# MCP registry audit, snapshot ${text(head.snapshot.date, 20)}`,
    '',
    ...notices(head, NOTICE).flatMap((notice) => [`> ${notice}`, '']),
    text(provenance(head), 400),
    '',
    '## What was seen',
    '',
    COVERAGE_NOTICE,
    '',
    ...table(coverageTable(coverage)),
    '',
    ...table(packageTable(packages)),
    '',
    ...(sources === undefined ? [] : [...table(sourceTable(sources)), '']),
    ...(repositories === undefined ? [] : [...table(repositoryTable(repositories)), '']),
    ...reports.flatMap(pipelineSection),
    ...(gateways === null ? [] : gatewaysSection({ gateways })),
    ...(drift === null ? [] : driftSection(drift)),
  ].join('\n');
}

function pipelineSection(report: PipelineReport): string[] {
  return [
    `## ${report.pipeline}`,
    '',
    ...table(tierTable(report)),
    '',
    ...nothingFound(report),
    ...reviewSection(report),
    ...candidateList(report),
    '',
    `### Signals of ${report.pipeline}`,
    '',
    'How often each was asked about an entry and what came of it; a server listed by two registries was asked about twice.',
    '',
    ...table(signalTable(report)),
    '',
  ];
}

function nothingFound(report: PipelineReport): string[] {
  const found = nothingFoundTable(report);
  return found.rows.length === 0 ? [] : [NOTHING_FOUND_NOTICE, '', ...table(found), ''];
}

function reviewSection({ review }: PipelineReport): string[] {
  if (review === undefined) return [];
  const { precision } = review;
  return [reviewLine(review), '', PRECISION_NOTICE, '', ...table(precisionTable(precision)), ''];
}

function candidateList({ candidates, pipeline }: PipelineReport): string[] {
  const first = Iterator.from(candidates).take(NAMED_CANDIDATES).toArray();
  if (first.length === 0) return [noCandidate(pipeline)];
  return [
    `The first candidates in the order to read them, at most ${NAMED_CANDIDATES}; all of them, with their evidence, ` +
      `are in ${code(`${pipeline}.json`)} and ${code(`${pipeline}.csv`)}.`,
    '',
    ...first.flatMap((candidate, index) => [...gap(first[index - 1], candidate), ...candidateItem(candidate)]),
  ];
}

/** Markdown numbers a list by its first number alone, so that a rank which a verdict hides has to end the list. */
function gap(before: Candidate | undefined, { rank }: Candidate): string[] {
  return before === undefined || rank === before.rank + 1 ? [] : ['', '<!-- hidden by a verdict -->', ''];
}

function candidateItem(candidate: Candidate): string[] {
  const { rank, tier, score, reachable, depth, entry } = candidate;
  return [
    `${rank}. ${code(entry.id)}: ${tier}, ${score} of ${reachable} at depth ${depth}`,
    ...reasons(candidate).map(({ weight, said }) => `    - ${weight}: ${text(said, MAX_REASON_CHARACTERS)}`),
  ];
}

function signalTable({ signals }: PipelineReport): Table {
  return {
    head: ['signal', 'role', 'weight at most', 'fired', 'silent', 'unseen', 'measured base rate'],
    rows: signals
      .filter(({ declaration }) => declaration.role !== 'fact')
      .map(({ declaration, fired, silent, unseen }) => [
        declaration.id,
        declaration.role,
        heaviest(declaration),
        fired,
        silent,
        unseen,
        measured(declaration),
      ]),
  };
}

function measured({ baseRate }: SignalDeclaration): string {
  return baseRate === null ? 'none published' : `${baseRate.value} (${baseRate.population}, ${baseRate.date})`;
}
