import { describe, expect, test } from 'vitest';
import { NO_CONFIG } from '../config/schema.ts';
import type { IndexedEntry } from '../lookup/port.ts';
import { indexed, lookupOf } from '../testing/lookups.ts';
import { cell, columnsOf, nameCell } from './cells.ts';
import { factsOf } from './facts.ts';
import { renderSearch } from './render.ts';
import { type Live, SearchReport, searchReport } from './report.ts';

function reported(
  entries: readonly IndexedEntry[],
  counts: Partial<SearchReport['counts']> = {},
  live?: Live,
): SearchReport {
  const lookup = {
    ...lookupOf(entries),
    attributions: ['Listings by the harbour master.'],
    recalls: [{ title: 'Recalls of the quay', date: '2026-06-01', records: 3 }],
  };
  const hits = entries.map((entry) => ({
    entry,
    relevance: 1,
    facts: factsOf([entry], '2026-06-29'),
    listed: null,
    isVendors: false,
  }));
  const size = entries.length;
  return searchReport(
    { hits, counts: { entries: size, looked: size, servers: size, passed: size, notKnown: 0, ...counts }, readAs: [] },
    { query: 'ferry' },
    { lookup, ...(live === undefined ? {} : { live }), tool: 'registry-audit@0.0.0', config: NO_CONFIG },
  );
}

function render(report: SearchReport, columns: number): string {
  return renderSearch(report, { columns, style: (_format, text) => text });
}

const VENDOR = indexed('official:com.tidewater/ferry', {
  brand: { id: 'Tidewater', relation: 'vendor' },
  repository: 'https://github.com/tidewater/ferry',
  attested: true,
});
const COPY = indexed('glama:mallard/tidewater-ferry', {
  brand: { id: 'Tidewater', relation: 'unofficial' },
  repository: null,
  publishedAt: null,
  status: 'deprecated',
  gateway: 'netloft.example',
  tiers: { lookalike: { tier: 'review-first', score: 70, fired: ['lookalike/official-claim'] }, 'rug-pull': null },
});

test('shows trust facts beside each hit, and unknown where nobody says', () => {
  expect(render(reported([VENDOR, COPY]), 140)).toMatchInlineSnapshot(`
    "SERVER                   BRAND                 REPOSITORY       AGE      LISTED BY  PROVENANCE  FIRED
    com.tidewater/ferry      vendor Tidewater      tidewater/ferry  56 d     official   attested    nothing fired
        Reads the tide tables of the harbour.
    mallard/tidewater-ferry  unofficial Tidewater  unknown          unknown  glama      unknown     review-first lookalike
        status deprecated
        behind the gateway netloft.example
        Reads the tide tables of the harbour.

    Snapshot of 2026-06-29; recalls: Recalls of the quay of 2026-06-01.
    Facts of a snapshot, for a person to weigh. What was not seen is unknown, and a hit without findings is one where nothing fired.
    Listings by the harbour master."
  `);
});

test('on a narrow terminal says the same one below the other', () => {
  expect(
    render(reported([COPY]), 60)
      .split('\n')
      .slice(0, 7),
  ).toEqual([
    ' 1. mallard/tidewater-ferry',
    '    unofficial Tidewater',
    '    repository unknown · age unknown · listed by glama',
    '    provenance unknown · review-first lookalike',
    '    status deprecated',
    '    behind the gateway netloft.example',
    '    Reads the tide tables of the harbour.',
  ]);
});

describe('what registries answered just now', () => {
  const live = (isAssessed: (id: string) => boolean) => ({
    asOf: '2026-07-02',
    asked: [
      { registry: 'official', outcome: 'answered' as const, servers: 1, refused: 0, reason: 'asked for names' },
      { registry: 'smithery', outcome: 'failed' as const, servers: 0, refused: 2, reason: 'page 1: TIMED_OUT' },
    ],
    attributions: [],
    isAssessed,
  });

  test('never reads as silent', () => {
    const shown = render(
      reported(
        [VENDOR],
        {},
        live(() => false),
      ),
      140,
    );
    expect(shown).toContain('not assessed');
    expect(shown).toContain('Asked official: 1 server (asked for names).');
    expect(shown).toContain('Asked smithery: failed after 0, 2 rows not understood (page 1: TIMED_OUT).');
    expect(shown).not.toContain('nothing fired');
  });

  test('what the snapshot found nothing about has its date', () => {
    expect(
      render(
        reported(
          [VENDOR],
          {},
          live(() => true),
        ),
        140,
      ),
    ).toContain('none by 2026-06-29');
    expect(
      render(
        reported(
          [COPY],
          {},
          live(() => true),
        ),
        140,
      ),
    ).toContain('review-first lookalike');
  });

  test('on a narrow terminal says the same', () => {
    expect(
      render(
        reported(
          [VENDOR],
          {},
          live(() => false),
        ),
        60,
      ),
    ).toContain('not assessed');
  });
});

describe('whatever strangers write', () => {
  const hostile = indexed(`glama:quay/\u001B[31mferry\u202E${'x'.repeat(300)}`, {
    title: '\u0007bell',
    description: `first\nsecond\u001B]8;;https://tidewater.invalid\u0007link ${'船'.repeat(200)}`,
    repository: 'https://quay.invalid/\u001B[2J',
    gateway: 'gate\nway',
    status: 'gone\r\n',
    brand: { id: '\u200Bbrand', relation: 'unknown' },
  });

  test.each([40, 60, 99, 100, 120, 160, 400])(
    'no line is wider than %d columns, and nothing moves the cursor',
    (columns) => {
      const shown = render(reported([hostile, VENDOR]), columns);
      // oxlint-disable-next-line no-control-regex -- what must not be there
      expect(shown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B\u202E]/);
      const own = shown.split('\n').slice(0, shown.split('\n').indexOf(''));
      expect(own.filter((line) => columnsOf(line) > Math.max(columns, columns < 100 ? 0 : 112))).toEqual([]);
    },
  );

  test('is in the JSON as it was', () => {
    const report = reported([hostile]);
    expect(SearchReport.safeParse(report).error).toBe(undefined);
    expect(report.hits[0]?.description).toBe(hostile.description);
  });
});

test.each([
  ['nothing has the words', { servers: 0 }, 'No server has these words.'],
  ['nothing passes the filters', { servers: 4 }, 'No server with these words passes.'],
  [
    'some cannot be told',
    { servers: 4, notKnown: 2 },
    '2 more left out: no registry says what the filters ask of them.',
  ],
])('says so where %s', (_what, counts, said) => {
  expect(render(reported([], counts), 120)).toContain(said);
});

test('says how many there are beside those shown', () => {
  expect(render(reported([VENDOR], { passed: 7 }), 120)).toContain('The first 1 of 7. More with --limit.');
  expect(render(reported([VENDOR], { passed: 7, entries: 900 }), 120)).toContain(
    'The first 1; 900 entries have any of the words. More with --limit.',
  );
});

test.each([
  ['io.github.tidewater/ferry-times', 20, 'io.githu…ferry-times'],
  ['quay/ferry', 20, 'quay/ferry          '],
])('the name %s in %d columns keeps its end', (name, columns, shown) => {
  expect(nameCell(name, columns)).toBe(shown);
});

test('wide characters count for two', () => {
  expect([columnsOf('船'), columnsOf('e\u0301'), cell('船船船', 4)]).toEqual([2, 1, '船…']);
});
