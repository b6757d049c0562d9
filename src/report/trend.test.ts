import { describe, expect, test } from 'vitest';
import type { TrendRegistry, TrendSnapshot } from '../model/trend.ts';
import { DATA_MARK, MORE_MARK } from './page-frame.ts';
import { renderTrendPage } from './trend-html.ts';
import { renderTrendJson } from './trend-json.ts';
import { seriesOf } from './trend-report.ts';
import { TrendReport } from './trend-schema.ts';
import { renderTrend } from './trend-tables.ts';

const HOSTILE = '</script><img>\u202E';

const official: TrendRegistry = {
  registry: 'official',
  entries: 10,
  listing: {
    advertised: null,
    distinct: 10,
    quarantined: 0,
    byDepth: { name: 0, metadata: 10, package: 0, source: 0 },
    enumeration: { ended: 'failed', reason: HOSTILE },
    complete: false,
    reason: HOSTILE,
  },
  publishers: null,
  new: null,
  gone: null,
  authentication: { declared: 1, otherInputs: 1, notDeclared: 2, unseen: 6 },
  tools: { entries: 2, tools: 7, median: 3 },
  gatewayEntries: 5,
};

function snapshot(date: TrendSnapshot['date'], fields: Partial<TrendSnapshot> = {}): TrendSnapshot {
  return { date, origin: 'captured', tool: 'registry-audit@0.0.0', registries: [official], signals: null, ...fields };
}

const rate = { signal: 'lookalike/brand-typo', pipeline: 'lookalike', fired: 1, silent: 3, unseen: 96 };
const report = {
  tool: 'registry-audit@0.0.0',
  attributions: [],
  trend: {
    snapshots: [
      snapshot('2026-06-22', { registries: [] }),
      snapshot('2026-06-29', { origin: 'synthetic', signals: [rate] }),
    ],
  },
};

describe('series', () => {
  const series = seriesOf(report.trend);
  test.each([
    ['entries', 'count', 10],
    ['publishers', 'count', null],
    ['new', 'count', null],
    ['declared authentication', 'share', 0.25],
    ['tools an entry', 'count', 3],
    ['gateways', 'share', 0.5],
  ])('%s is a %s, and not known of a snapshot that did not ask the registry', (measure, unit, value) => {
    expect(series.find((each) => each.measure === measure)).toEqual({
      registry: 'official',
      measure,
      unit,
      values: [null, value],
    });
  });

  test('a signal’s rate is of the entries at which it could look, and unknown where nothing was scored', () => {
    expect(series.at(-1)).toEqual({
      registry: null,
      measure: 'lookalike/brand-typo',
      unit: 'share',
      values: [null, 0.25],
    });
  });
});

const json = renderTrendJson(report);
const page = [
  ...renderTrendPage(report, { template: `<p>${DATA_MARK}<script>built</script>${MORE_MARK}`, liveHosts: [] }),
].join('');

test.each([
  ['terminal', renderTrend(report)],
  ['JSON', json],
  ['page', page],
])('%s: says which snapshots are invented, and that falling numbers may be a listing cut short', (_form, text) => {
  expect(text).toContain('Synthetic: 2026-06-29.');
  expect(text).toContain('entries fall where a listing was cut short');
});

test('the JSON is of the published shape', () => {
  expect(TrendReport.safeParse(JSON.parse(json)).error).toBe(undefined);
});

test('text from outside is inert on a terminal and no markup in the page', () => {
  expect(renderTrend(report)).not.toContain('\u202E');
  expect(page.match(/<script/g)).toHaveLength(3);
  expect(page).not.toMatch(/<img|\u202E/);
  expect(page).toContain('\\u003c/script>\\u003cimg>\\u202e');
});
