import type { Verdict } from '../model/verdict.ts';
import type { Precision } from '../report/report.ts';

/** The lengths of list that a reviewer reads in a sitting, and in a week. */
const TOPS = [20, 100];

export interface PrecisionCount {
  /** `verdict`: the one in force; absent where there is none. */
  count(candidate: { readonly rank: number; readonly verdict?: Verdict | null }): void;
  result(): readonly Precision[];
}

/** Counts verdicts in force among the first candidates of the whole list, hidden ones with it. */
export function precisionOf(): PrecisionCount {
  const rows = TOPS.map((top) => ({ top, listed: 0, judged: 0, confirmed: 0 }));
  return {
    count({ rank, verdict }) {
      for (const row of rows) {
        if (rank > row.top) continue;
        row.listed += 1;
        if (verdict !== undefined && verdict !== null) row.judged += 1;
        if (verdict?.verdict === 'confirmed') row.confirmed += 1;
      }
    },
    result: () => rows,
  };
}
