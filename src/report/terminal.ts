import type { Candidate } from '../model/candidate.ts';
import type { Drift } from '../model/drift.ts';
import type { GatewayWithFacts } from '../model/gateway.ts';
import { inert } from '../text/inert.ts';
import { aligned, rightColumns } from './columns.ts';
import { driftLines } from './drift-section.ts';
import { gatewaysLines } from './gateways-table.ts';
import { NOTHING_FOUND_NOTICE, nothingFoundTable, noCandidate } from './nothing-found.ts';
import { reasons } from './reasons.ts';
import { PRECISION_NOTICE, precisionTable, reviewLine } from './review-counts.ts';
import { COVERAGE_NOTICE, NOTICE, notices, type PipelineReport, provenance } from './report.ts';
import { coverageTable, packageTable, repositoryTable, sourceTable, type Table, tierTable } from './tables.ts';

const NAMED_CANDIDATES = 5;
const MAX_CELL_CHARACTERS = 120;
const MAX_REASON_CHARACTERS = 200;

/** What of a manifest says what could be seen. */
type Seen = Pick<PipelineReport, 'coverage' | 'packages' | 'sources' | 'repositories'>;

/** The end of a scan on a terminal: what summary.md says in the same order, with fewer candidates and without the signals. */
export function renderTerminal(
  reports: readonly [PipelineReport, ...PipelineReport[]],
  files: readonly string[],
  gateways: readonly GatewayWithFacts[] | null = null,
  drift?: Drift,
): string {
  const [{ head, coverage, packages, sources, repositories }] = reports;
  return [
    `MCP registry audit, snapshot ${inert(head.snapshot.date, 20)}`,
    ...notices(head, NOTICE),
    provenance(head),
    '',
    renderCoverageText({ coverage, packages, sources, repositories }),
    '',
    ...reports.flatMap(pipelineLines),
    ...(gateways === null ? [] : gatewaysLines({ gateways })),
    ...(drift === undefined ? [] : driftLines(drift)),
    'Reports',
    ...files.map((file) => `  ${inert(file)}`),
    '',
  ].join('\n');
}

/** The end of a capture: what could be seen. */
export function renderCoverageText({ coverage, packages, sources, repositories }: Seen): string {
  const archives = sources === undefined ? [] : ['', ...columns(sourceTable(sources))];
  const hosted = repositories === undefined ? [] : ['', ...columns(repositoryTable(repositories))];
  return [
    COVERAGE_NOTICE,
    ...columns(coverageTable(coverage)),
    '',
    ...columns(packageTable(packages)),
    ...archives,
    ...hosted,
  ].join('\n');
}

function pipelineLines(report: PipelineReport): string[] {
  const nothingFound = nothingFoundTable(report);
  const first = Iterator.from(report.candidates).take(NAMED_CANDIDATES).toArray();
  return [
    report.pipeline,
    ...columns(tierTable(report)),
    '',
    ...(nothingFound.rows.length === 0 ? [] : [NOTHING_FOUND_NOTICE, ...columns(nothingFound), '']),
    ...reviewLines(report),
    ...(first.length === 0 ? [noCandidate(report.pipeline)] : first.flatMap(candidateLines)),
    '',
  ];
}

function reviewLines({ review }: PipelineReport): string[] {
  if (review === undefined) return [];
  return [reviewLine(review), PRECISION_NOTICE, ...columns(precisionTable(review.precision)), ''];
}

function candidateLines(candidate: Candidate): string[] {
  const { rank, tier, score, reachable, depth, entry } = candidate;
  return [
    `${rank}. ${inert(entry.id, MAX_CELL_CHARACTERS)}: ${tier}, ${score} of ${reachable} at depth ${depth}`,
    ...reasons(candidate).map(({ weight, said }) => `${weight.padStart(9)}  ${inert(said, MAX_REASON_CHARACTERS)}`),
  ];
}

function columns({ head, rows }: Table): string[] {
  const shown = rows.map((row) => row.map((cell) => inert(String(cell), MAX_CELL_CHARACTERS)));
  return aligned([[...head], ...shown], rightColumns([head, ...rows])).map((line) => line.join('  ').trimEnd());
}
