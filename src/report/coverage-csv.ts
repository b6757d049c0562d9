import { stringify } from 'csv-stringify/sync';
import type { Coverage } from '../model/coverage.ts';
import { DEPTHS } from '../model/depth.ts';
import { cell } from './csv.ts';
import { COVERAGE_NOTICE, notices, type ReportHead } from './report.ts';

type Cell = string | number;

interface Listed {
  readonly head: ReportHead;
  readonly row: Coverage;
}

/** The rows of registries in coverage.json, under its names. */
const COLUMNS = {
  snapshot_date: ({ head }) => head.snapshot.date,
  origin: ({ head }) => head.snapshot.origin,
  baseline: ({ head }) => head.baseline ?? '',
  tool: ({ head }) => head.tool,
  registry: ({ row }) => cell(row.registry),
  advertised: ({ row }) => row.advertised ?? '',
  responses: ({ row }) => row.responses,
  rows: ({ row }) => row.rows,
  distinct: ({ row }) => row.distinct,
  earlier_versions: ({ row }) => row.earlierVersions,
  repeats: ({ row }) => row.repeats,
  quarantined: ({ row }) => row.quarantined,
  ...Object.fromEntries(DEPTHS.map((depth) => [`depth_${depth}`, ({ row }: Listed) => row.byDepth[depth]])),
  ended: ({ row }) => row.enumeration.ended,
  reason: ({ row }) => (row.enumeration.ended === 'exhausted' ? '' : cell(row.enumeration.reason)),
  notice: ({ head }) => cell(notices(head, COVERAGE_NOTICE).join(' ')),
} satisfies Record<string, (listed: Listed) => Cell>;

/** coverage.csv: what could be seen, a row a registry, to stand beside tables of candidates. An empty cell is what a registry does not say. */
export function renderCoverageCsv(head: ReportHead, coverage: readonly Coverage[]): string {
  const rows = coverage.map((row) => Object.values(COLUMNS).map((column) => column({ head, row })));
  return stringify([Object.keys(COLUMNS), ...rows], { escape_formulas: true });
}
