import { aligned, rightColumns } from '../report/columns.ts';
import type { Precision } from '../report/report.ts';
import { PRECISION_NOTICE, precisionRows, precisionTable } from '../report/review-counts.ts';
import type { Table } from '../report/tables.ts';
import { precisions, statesOf, type VerdictState } from '../review/states.ts';
import type { Verdict } from '../model/verdict.ts';
import { inert, inertJson } from '../text/inert.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Given, ReviewOptions } from './review.ts';

const MAX_CELL_CHARACTERS = 100;

/** `review --list`: each verdict with what it does in the report, and precision by pipeline. */
export function listVerdicts({ reviews, json }: ReviewOptions, { verdicts, reports }: Given): ExitCode {
  const listed = statesOf(verdicts, reports);
  const measured = reports === null ? [] : precisions(verdicts, reports);
  if (json) {
    const report = reports === null ? null : { folder: reports.folder, asOf: reports.asOf };
    const precision = measured.map(({ pipeline, precision: rows }) => ({ pipeline, precision: precisionRows(rows) }));
    console.log(inertJson({ reviews, report, verdicts: listed, precision }, 1));
    return EXIT.done;
  }
  console.log(
    [
      reports === null
        ? 'No reports in reports/, so what these verdicts do is unknown; --report DIR names a folder.'
        : `Held against ${inert(reports.folder)}, the snapshot of ${reports.asOf}.`,
      '',
      ...(listed.length === 0 ? [`No verdicts in ${inert(reviews)}.`] : lines(verdictTable(listed))),
      ...(measured.length === 0 ? [] : ['', PRECISION_NOTICE]),
      ...measured.flatMap(precisionLines),
    ].join('\n'),
  );
  return EXIT.done;
}

function verdictTable(verdicts: readonly (Verdict & { readonly state: VerdictState })[]): Table {
  return {
    head: ['verdict', 'now', 'pipeline', 'entry', 'date', 'expires', 'reviewer', 'reason'],
    rows: verdicts.map(({ verdict, state, pipeline, entry, date, expires, reviewer, reason }) => [
      verdict,
      state ?? 'unknown',
      pipeline,
      entry,
      date,
      expires ?? 'never',
      reviewer,
      reason,
    ]),
  };
}

function precisionLines({ pipeline, precision }: { pipeline: string; precision: readonly Precision[] }): string[] {
  return ['', pipeline, ...lines(precisionTable(precision))];
}

function lines({ head, rows }: Table): string[] {
  const cells = rows.map((row) => row.map((cell) => inert(String(cell), MAX_CELL_CHARACTERS)));
  return aligned([[...head], ...cells], rightColumns([head, ...rows])).map((line) => line.join('  ').trimEnd());
}
