import type { TrendSnapshot } from '../model/trend.ts';
import { inert } from '../text/inert.ts';
import { aligned, rightColumns } from './columns.ts';
import type { Table } from './tables.ts';
import {
  declaredShare,
  firingRate,
  gatewayShare,
  signalsThatFired,
  TREND_NOTICE,
  type TrendReport,
} from './trend-report.ts';

const MAX_CELL_CHARACTERS = 120;
/** As many columns of dates as a terminal holds beside a signal's name. */
const DATES_ACROSS = 6;

/** The series on a terminal: a table a registry, snapshots down, and the signals' rates with snapshots across. */
export function renderTrend({ attributions, trend }: TrendReport): string {
  const { snapshots } = trend;
  const registries = [...new Set(snapshots.flatMap((each) => each.registries.map(({ registry }) => registry)))];
  return [
    `trend over ${snapshots.length} ${snapshots.length === 1 ? 'snapshot' : 'snapshots'}`,
    TREND_NOTICE,
    ...attributions,
    '',
    ...registries.flatMap((registry) => [inert(registry, 20), ...lines(registryTable(snapshots, registry)), '']),
    ...signalLines(snapshots),
  ].join('\n');
}

function registryTable(snapshots: readonly TrendSnapshot[], registry: string): Table {
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
  if (scored.length === 0) return ['signals: not scored', ''];
  const fired = signalsThatFired(scored);
  if (fired.length === 0) return ['signals: none fired where it could look', ''];
  return [
    'signals, share of the entries at which each could look; scored without a baseline',
    ...lines({
      head: ['signal', ...scored.map(({ date }) => date)],
      rows: fired.map((signal) => [signal, ...scored.map((each) => share(firingRate(each, signal)))]),
    }),
    '',
  ];
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
