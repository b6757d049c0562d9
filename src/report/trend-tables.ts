import type { TrendSnapshot } from '../model/trend.ts';
import { inert } from '../text/inert.ts';
import { numberOf } from '../text/number-of.ts';
import { aligned, rightColumns } from './columns.ts';
import type { Table } from './tables.ts';
import {
  declaredShare,
  firingRate,
  gatewayShare,
  registriesOf,
  signalsThatFired,
  trendNotices,
  type TrendReport,
} from './trend-report.ts';

const MAX_CELL_CHARACTERS = 120;
/** As many columns of dates as a terminal holds beside a signal's name. */
const DATES_ACROSS = 6;

/** The series on a terminal: a table a registry, snapshots down, and the signals' rates with snapshots across. */
export function renderTrend(report: TrendReport, files: readonly string[] = []): string {
  const { trend } = report;
  const { snapshots } = trend;
  return [
    `trend over ${numberOf(snapshots.length, 'snapshot')}`,
    ...trendNotices(report),
    '',
    ...registriesOf(trend).flatMap((registry) => [
      inert(registry, 20),
      ...lines(registryTable(snapshots, registry)),
      '',
    ]),
    ...signalLines(snapshots),
    ...(files.length === 0 ? [] : ['Reports', ...files.map((file) => `  ${inert(file)}`), '']),
  ].join('\n');
}

/** What one registry showed, snapshots down. */
export function registryTable(snapshots: readonly TrendSnapshot[], registry: string): Table {
  return {
    head: [
      'snapshot',
      'entries',
      'publishers',
      'new',
      'gone',
      'secrets declared',
      'nothing declared',
      'not shown',
      'tools each',
      'gateways',
      'listing',
    ],
    rows: snapshots.map(({ date, origin, registries }) => {
      const name = origin === 'synthetic' ? `${date} synthetic` : date;
      const row = registries.find((each) => each.registry === registry);
      if (row === undefined) return [name, ...Array.from({ length: 9 }, () => '-'), 'not asked'];
      const { entries, publishers, gone, authentication, tools, listing } = row;
      return [
        name,
        entries,
        publishers ?? 'unknown',
        row.new ?? '-',
        gone ?? '-',
        share(declaredShare(row)),
        authentication.notDeclared,
        authentication.unseen,
        tools === null ? 'unknown' : `${tools.median} of ${tools.entries} entries`,
        share(gatewayShare(row)),
        listing.complete ? 'complete' : `incomplete: ${listing.reason ?? ''}`,
      ];
    }),
  };
}

function signalLines(snapshots: readonly TrendSnapshot[]): readonly string[] {
  const scored = snapshots.filter(({ signals }) => signals !== null).slice(-DATES_ACROSS);
  if (scored.length === 0) return [NOT_SCORED, ''];
  const rates = signalTable(scored);
  return rates.rows.length === 0 ? [NONE_FIRED, ''] : [RATES_NOTICE, ...lines(rates), ''];
}

export const NOT_SCORED = 'signals: not scored';
export const NONE_FIRED = 'signals: none fired where it could look';
export const RATES_NOTICE = 'signals, share of the entries at which each could look; scored without a baseline';

/** The rates of the signals that fired in any of them, snapshots across. */
export function signalTable(snapshots: readonly TrendSnapshot[]): Table {
  return {
    head: ['signal', ...snapshots.map(({ date }) => date)],
    rows: signalsThatFired(snapshots).map((signal) => [
      signal,
      ...snapshots.map((each) => share(firingRate(each, signal))),
    ]),
  };
}

/** Small shares are the interesting ones. */
function share(value: number | null): string {
  if (value === null) return '-';
  const percent = value * 100;
  return `${percent < 1 ? percent.toFixed(2) : percent.toFixed(1)} %`;
}

function lines({ head, rows }: Table): readonly string[] {
  const shown = rows.map((row) => row.map((cell) => inert(String(cell), MAX_CELL_CHARACTERS)));
  return aligned([[...head], ...shown], rightColumns([head, ...rows])).map((line) => line.join('  ').trimEnd());
}
