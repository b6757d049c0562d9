import type { RegistryId } from '../model/entry.ts';
import type { Trend, TrendRegistry, TrendSnapshot } from '../model/trend.ts';

export interface TrendReport {
  readonly tool: string;
  readonly attributions: readonly string[];
  readonly trend: Trend;
}

const TREND_NOTICE =
  'A snapshot shows what a registry let us see that day: entries fall where a listing was cut short, and "not declared" is not "none". ' +
  'Registries overlap, so rows are not to be added up.';

const MAX_DATES_NAMED = 6;

/** What has to be said before anything else, as paragraphs, wherever a trend is shown. */
export function trendNotices({ trend, attributions }: TrendReport): readonly string[] {
  return [...synthetic(trend), TREND_NOTICE, ...attributions];
}

function synthetic({ snapshots }: Trend): readonly string[] {
  const dates = snapshots.filter(({ origin }) => origin === 'synthetic').map(({ date }) => date);
  if (dates.length === 0) return [];
  const more = dates.length > MAX_DATES_NAMED ? ` and ${dates.length - MAX_DATES_NAMED} more` : '';
  return [
    `Synthetic: ${dates.slice(0, MAX_DATES_NAMED).join(', ')}${more}. A synthetic snapshot is a generated population; its entries and publishers are invented.`,
  ];
}

/** One line of a chart; `values` stand at the dates, null where nothing is known. */
export interface Series {
  readonly registry: string | null;
  /** `entries`, `publishers`, `authentication` …, or a signal's id. */
  readonly measure: string;
  readonly unit: 'count' | 'share';
  readonly values: readonly (number | null)[];
}

const MEASURES = {
  entries: { unit: 'count', of: (row) => row.entries },
  publishers: { unit: 'count', of: ({ publishers }) => publishers },
  new: { unit: 'count', of: (row) => row.new },
  gone: { unit: 'count', of: ({ gone }) => gone },
  'declared authentication': { unit: 'share', of: declaredShare },
  'tools an entry': { unit: 'count', of: ({ tools }) => (tools === null ? null : tools.median) },
  gateways: { unit: 'share', of: gatewayShare },
} as const satisfies Record<string, Pick<Series, 'unit'> & { of: (row: TrendRegistry) => number | null }>;

/** Of the entries that could have declared something; null where none could. */
export function declaredShare({ authentication }: TrendRegistry): number | null {
  const { declared, otherInputs, notDeclared } = authentication;
  const looked = declared + otherInputs + notDeclared;
  return looked === 0 ? null : declared / looked;
}

export function gatewayShare({ gatewayEntries, entries }: TrendRegistry): number | null {
  return gatewayEntries === null || entries === 0 ? null : gatewayEntries / entries;
}

/** The same numbers column by column, as charts take them: one series a registry and measure, and one a signal that ever fired. */
export function seriesOf(trend: Trend): readonly Series[] {
  const { snapshots } = trend;
  return [
    ...registriesOf(trend).flatMap((registry) =>
      Object.entries(MEASURES).map(([measure, { unit, of }]) => ({
        registry,
        measure,
        unit,
        values: snapshots.map((each) => {
          const row = rowOf(each, registry);
          return row === undefined ? null : of(row);
        }),
      })),
    ),
    ...signalsThatFired(snapshots).map((signal) => ({
      registry: null,
      measure: signal,
      unit: 'share' as const,
      values: snapshots.map((each) => firingRate(each, signal)),
    })),
  ];
}

/** In the order in which the snapshots name them. */
export function registriesOf({ snapshots }: Trend): readonly RegistryId[] {
  return [...new Set(snapshots.flatMap((each) => each.registries.map(({ registry }) => registry)))];
}

/** Of the entries at which the signal could look; null where it could look at none. */
export function firingRate({ signals }: TrendSnapshot, signal: string): number | null {
  const found = signals?.find((each) => each.signal === signal);
  if (found === undefined || found.fired + found.silent === 0) return null;
  return found.fired / (found.fired + found.silent);
}

/** In reading order. */
export function signalsThatFired(snapshots: readonly TrendSnapshot[]): readonly string[] {
  const fired = snapshots.flatMap(({ signals }) => (signals ?? []).filter((each) => each.fired > 0));
  return [...new Set(fired.map(({ signal }) => signal))];
}

function rowOf({ registries }: TrendSnapshot, registry: string): TrendRegistry | undefined {
  return registries.find((row) => row.registry === registry);
}
