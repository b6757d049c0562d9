import { inertJson } from '../text/inert.ts';
import { REPORT_SCHEMA_VERSION } from './report.ts';
import { seriesOf, trendNotices, type TrendReport } from './trend-report.ts';

/** What `trend --json` prints; schemas/trend.schema.json describes it. */
export function renderTrendJson(report: TrendReport): string {
  const { tool, attributions, trend } = report;
  const { snapshots } = trend;
  return inertJson(
    {
      schemaVersion: REPORT_SCHEMA_VERSION,
      report: 'trend',
      tool,
      attributions,
      notice: trendNotices(report).join(' '),
      dates: snapshots.map(({ date }) => date),
      series: seriesOf(trend),
      snapshots,
    },
    1,
  );
}
