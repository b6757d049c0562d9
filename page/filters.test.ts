import { describe, expect, test } from 'vitest';
import type { PageRow } from '../src/report/page-data.ts';
import { allListed, candidatesListed, keyOf } from './entries.ts';
import { type Filters, narrowed, NO_FILTERS } from './filters.ts';
import { readRoute, writeRoute } from './route.ts';

const row = (fields: Partial<PageRow>): PageRow => ({
  line: 0,
  fingerprint: 'a'.repeat(64),
  pipeline: 'lookalike',
  rank: 1,
  tier: 'watch',
  score: 20,
  reachable: 60,
  depth: 'package',
  registry: 'official',
  id: 'official:io.github.quayside/tidewatr',
  title: 'Tidewatr',
  publisher: 'io.github.quayside',
  signals: ['lookalike/brand-typo'],
  brands: ['Tidewater'],
  why: 'one letter from tidewater',
  verdict: null,
  ...fields,
});
const candidates = candidatesListed([
  row({}),
  row({
    id: 'glama:lantern/bakery',
    registry: 'glama',
    title: null,
    publisher: 'lantern',
    tier: 'review',
    score: 30,
    brands: [],
  }),
  row({
    id: 'official:io.github.ferry/times',
    publisher: null,
    pipeline: 'rug-pull',
    fingerprint: 'b'.repeat(64),
    score: 25,
  }),
]);
const index = {
  publishers: ['lantern', 'io.github.quayside'],
  registries: [
    { registry: 'glama', rows: ['lantern/bakery', 0, 1, 'lantern/ovens', 0, 0] },
    { registry: 'official', rows: ['io.github.quayside/nets', 1, 2, 'ropewalk', -1, 0] },
  ],
  more: 0,
};
const everything = allListed(candidates, index);
const names = (change: Partial<Filters>, all = candidates) =>
  narrowed(all, { ...NO_FILTERS, ...change }, (fingerprint) =>
    fingerprint.startsWith('b') ? 'dismissed' : undefined,
  ).map(({ id }) => id.slice(id.lastIndexOf('/') + 1));

test('candidates come by tier, then score', () => {
  expect(names({})).toEqual(['bakery', 'times', 'tidewatr']);
});

test('entries that are no candidates come behind them, each entry once', () => {
  expect(names({}, everything)).toEqual(['bakery', 'times', 'tidewatr', 'ovens', 'nets', 'official:ropewalk']);
  expect(everything.find(({ id }) => id === 'official:ropewalk')).toMatchObject({ publisher: null, depth: 'name' });
});

describe('a filter lets through what it names', () => {
  test.each<[Partial<Filters>, string[]]>([
    [{ registry: 'glama' }, ['bakery', 'ovens']],
    [{ tier: 'review' }, ['bakery']],
    [{ list: 'rug-pull' }, ['times']],
    [{ signal: 'lookalike/brand-typo', registry: 'glama' }, ['bakery']],
    [{ depth: 'package' }, ['bakery', 'times', 'tidewatr', 'nets']],
    [{ brand: 'Tidewater' }, ['times', 'tidewatr']],
    [{ publisher: 'QUAY' }, ['tidewatr', 'nets']],
    [{ verdict: 'dismissed' }, ['times']],
    [{ verdict: 'none' }, ['bakery', 'tidewatr']],
    [{ q: 'letter QUAYSIDE/tide' }, ['tidewatr']],
    [{ q: 'no such' }, []],
  ])('%j', (change, expected) => {
    expect(names(change, everything)).toEqual(expected);
  });
});

test.each([
  ['name', ['bakery', 'times', 'tidewatr']],
  ['-name', ['tidewatr', 'times', 'bakery']],
  ['-score', ['tidewatr', 'times', 'bakery']],
  ['publisher', ['tidewatr', 'bakery', 'times']],
  ['constructor', ['bakery', 'times', 'tidewatr']],
])('sorted by %s', (sort, expected) => {
  expect(names({ sort })).toEqual(expected);
});

describe('an address', () => {
  test('holds a view, what is opened and every filter, and is read back', () => {
    const route = {
      view: 'candidates',
      open: 'glama:a/b?c#d',
      filters: { ...NO_FILTERS, q: 'a&b=c', tier: 'watch' },
    } as const;
    expect(readRoute(writeRoute(route))).toEqual(route);
  });

  test.each(['', '#', '#/', '#/elsewhere', '#/%', '#/__proto__?__proto__=x'])('"%s" is the overview', (hash) => {
    expect(readRoute(hash)).toMatchObject({ view: 'overview', filters: NO_FILTERS });
  });

  test('names a candidate by its evidence and any other entry by its id', () => {
    expect(everything.map(keyOf)).toContain('b'.repeat(16));
    expect(everything.map(keyOf)).toContain('official:ropewalk');
  });
});
