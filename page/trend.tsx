import type { PageTrend, PageTrendRegistry } from '../src/report/page-data.ts';
import type { Series } from '../src/report/trend-report.ts';
import { percent, PlainTable } from './figures.tsx';
import { LineChart, Sparkline } from './line-chart.tsx';
import { Notices } from './notices.tsx';
import { count, Text } from './text.tsx';
import { numberOf } from '../src/text/number-of.ts';

/** The whole page of a trend, in the order of the terminal: each registry by itself, then the signals. */
export function TrendView({ trend: { tool, notices, dates, registries, signals } }: { readonly trend: PageTrend }) {
  const charted = new Map(signals.series.map((each) => [each.measure, each.values]));
  return (
    <>
      <header class="top">
        <div class="name">
          <strong>MCP registry audit</strong>
          <span class="meta">{tool}</span>
        </div>
      </header>
      <main id="main">
        <div class="page">
          <h1>Trend over {numberOf(dates.length, 'snapshot')}</h1>
          <Notices of={notices}>
            <p class="faint">A hollow dot is a listing that was not complete; a gap in a line is a number not known.</p>
          </Notices>
          {registries.map((each) => (
            <Registry key={each.registry} of={each} dates={dates} />
          ))}
          <section>
            <h2>Signals</h2>
            <p class="lead">{signals.notice}</p>
            {signals.table.rows.length > 0 && (
              <PlainTable
                table={signals.table}
                caption="Rates of signals by snapshot"
                drawnHead={`${dates[0] ?? ''} to ${dates.at(-1) ?? ''}`}
                drawn={([signal]) => <Sparkline dates={dates} values={charted.get(String(signal)) ?? []} />}
              />
            )}
          </section>
        </div>
      </main>
    </>
  );
}

interface RegistryProps {
  readonly of: PageTrendRegistry;
  readonly dates: readonly string[];
}

function Registry({ of: { registry, table, series, isWhole }, dates }: RegistryProps) {
  return (
    <section>
      <h2>
        <Text of={registry} most={40} />
      </h2>
      <div class="charts">
        {series.map((each) => (
          <figure key={each.measure}>
            <figcaption>
              {each.measure} <b>{latest(each)}</b>
            </figcaption>
            <LineChart dates={dates} values={each.values} isWhole={isWhole} shown={shownAs(each)} />
          </figure>
        ))}
      </div>
      <PlainTable table={table} caption={`${registry} by snapshot`} />
    </section>
  );
}

function latest(series: Series): string {
  const value = series.values.at(-1) ?? null;
  return value === null ? 'unknown' : shownAs(series)(value);
}

function shownAs({ unit }: Series): (value: number) => string {
  return unit === 'share' ? percent : count;
}
