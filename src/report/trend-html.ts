import type { Trend } from '../model/trend.ts';
import type { Built } from './html.ts';
import type { PageTrend } from './page-data.ts';
import { block, parted } from './page-frame.ts';
import { registriesOf, seriesOf, trendNotices, type TrendReport } from './trend-report.ts';
import { NONE_FIRED, NOT_SCORED, RATES_NOTICE, registryTable, signalTable } from './trend-tables.ts';

/** The series as a page with charts: the built page with them put into it as JSON. Throws where the template has no place for data. */
export function* renderTrendPage(report: TrendReport, { template, liveHosts }: Built): Generator<string> {
  const [before, script, after] = parted(template);
  yield before;
  yield block('hosts', liveHosts);
  yield block('trend', pageTrend(report));
  yield script;
  yield after;
}

function pageTrend(report: TrendReport): PageTrend {
  const { tool, trend } = report;
  const series = seriesOf(trend);
  return {
    tool,
    notices: trendNotices(report),
    dates: trend.snapshots.map(({ date }) => date),
    registries: registriesOf(trend).map((registry) => ({
      registry,
      table: registryTable(trend.snapshots, registry),
      series: series.filter((each) => each.registry === registry),
      isWhole: trend.snapshots.map(({ registries }) =>
        registries.some((row) => row.registry === registry && row.listing.complete),
      ),
    })),
    signals: signalsShown(
      trend,
      series.filter(({ registry }) => registry === null),
    ),
  };
}

function signalsShown({ snapshots }: Trend, series: PageTrend['signals']['series']): PageTrend['signals'] {
  const table = signalTable(snapshots);
  if (snapshots.every(({ signals }) => signals === null)) return { notice: NOT_SCORED, table, series };
  return { notice: table.rows.length === 0 ? NONE_FIRED : RATES_NOTICE, table, series };
}
