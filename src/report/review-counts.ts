import { binomialInterval } from './binomial-interval.ts';
import type { Precision, ReviewOutcome } from './report.ts';
import type { Table } from './tables.ts';

/** Said wherever precision is shown. */
export const PRECISION_NOTICE =
  'Precision is what people confirmed of what they judged among the first candidates, hidden ones counted; the interval is exact ' +
  'binomial, 95 %, as if the judged were a random draw, which a reviewer’s choice is not.';

/** What verdicts changed, as JSON carries it: the hidden candidates themselves are in suppressed.json. */
export function reviewCounts({ verdicts, hidden, confirmed, returned, precision }: ReviewOutcome): object {
  return {
    verdicts,
    hidden: hidden.length,
    confirmed,
    returned,
    precision: precisionRows(precision),
  };
}

/** As JSON carries precision: null where nothing was judged. */
export function precisionRows(precision: readonly Precision[]): readonly object[] {
  return precision.map((row) => ({
    ...row,
    share: row.judged === 0 ? null : row.confirmed / row.judged,
    interval: binomialInterval(row.confirmed, row.judged),
  }));
}

/** One sentence; the same on a terminal and in summary.md. */
export function reviewLine({ hidden, confirmed, returned, verdicts }: ReviewOutcome): string {
  return (
    `Verdicts: ${verdicts} on candidates of this list; ${hidden.length} hidden as dismissed (suppressed.json says which and why), ` +
    `${confirmed} confirmed and marked, ${returned} back because the verdict expired or the evidence changed.`
  );
}

/** One row a length of list; unknown where nothing was judged. */
export function precisionTable(precision: readonly Precision[]): Table {
  return {
    head: ['precision at', 'candidates', 'judged', 'confirmed', 'precision', '95 % interval'],
    rows: precision.map(({ top, listed, judged, confirmed }) => {
      const interval = binomialInterval(confirmed, judged);
      return [
        top,
        listed,
        judged,
        confirmed,
        interval === null ? 'unknown: none judged' : percent(confirmed / judged),
        interval === null ? 'unknown' : `${percent(interval[0])} to ${percent(interval[1])}`,
      ];
    }),
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
