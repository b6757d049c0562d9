import { inertJson } from '../text/inert.ts';
import { REPORT_SCHEMA_VERSION } from './report.ts';
import { seriesOf, TREND_NOTICE, type TrendReport } from './trend-report.ts';

/** What `trend --json` prints; schemas/trend.schema.json describes it. */
export function renderTrendJson({ tool, attributions, trend }: TrendReport): string {
  const { snapshots } = trend;
  return inertJson(
    {
      schemaVersion: REPORT_SCHEMA_VERSION,
      report: 'trend',
      tool,
      attributions,
      notice: [TREND_NOTICE, ...attributions].join(' '),
      dates: snapshots.map(({ date }) => date),
      series: seriesOf(trend),
      snapshots,
    },
    1,
  );
}
