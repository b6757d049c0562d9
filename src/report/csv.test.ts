import { describe, expect, test } from 'vitest';
import type { Candidate } from '../model/candidate.ts';
import type { Json } from '../model/place.ts';
import { candidate, cited, fired, head, report } from '../testing/candidates.ts';
import { entry } from '../testing/subjects.ts';
import { renderCsv } from './csv.ts';
import type { PipelineReport } from './report.ts';

const render = (fields: Partial<PipelineReport>) => [...renderCsv(report(fields))].join('');
const shown = { description: null, version: null, repository: null, packages: null, remotes: null, reach: null };

/** The cells of the first row by column; no cell of it may hold a comma, a quote or a line break. */
function firstRow(
  fields: Partial<Candidate> = {},
  fieldsOfReport: Partial<PipelineReport> = {},
): Record<string, string> {
  const [names = '', row = ''] = render({ candidates: [candidate(fields)], ...fieldsOfReport }).split('\n');
  expect(row).not.toContain('"');
  const cells = row.split(',');
  return Object.fromEntries(names.split(',').map((name, column) => [name, cells[column] ?? 'no such cell']));
}

const titled = (title: string) => ({ entry: entry({ title }) });

test('every column has its value', () => {
  const row = firstRow(
    {
      cleared: [fired('lookalike/says-unofficial')],
      notLookedFor: [{ signal: 'lookalike/vendor-listed', reason: 'the list is not known' }],
      unseen: [
        { signal: 'lookalike/package-repo-claim', reason: 'needs depth package' },
        { signal: 'lookalike/domain-lookalike', reason: 'no remotes' },
      ],
      facts: [fired('hygiene/no-repository')],
      notRead: [{ ecosystem: 'pypi', identifier: 'tidewatr', reason: 'not found' }],
      identity: {
        registries: 2,
        twins: [{ id: 'glama:quayside/tidewatr', because: ['package pkg:npm/tidewatr'] }],
      },
    },
    { head: head({ baseline: '2026-05-29', origin: 'synthetic' }) },
  );
  expect(row).toEqual({
    snapshot_date: '2026-06-29',
    origin: 'synthetic',
    baseline: '2026-05-29',
    tool: 'mcp-registry-audit@0.2.0',
    pipeline: 'lookalike',
    rank: '1',
    tier: 'watch',
    score: '20',
    reachable: '72.5',
    depth: 'package',
    families: 'N',
    registry: 'official',
    entry: 'official:io.github.quayside/tidewatr',
    title: 'Tidewatr',
    publisher: 'io.github.quayside',
    version: '1.0.0',
    repository: 'https://code.example/quayside/tidewatr',
    packages: 'npm:tidewatr@1.0.0',
    remotes: 'none',
    description: 'Reads the tide tables.',
    reach: '40',
    registries: '2',
    twins: 'glama:quayside/tidewatr',
    facts: 'hygiene/no-repository',
    not_looked_for: 'lookalike/vendor-listed',
    unseen: 'lookalike/package-repo-claim lookalike/domain-lookalike',
    not_read: 'pypi:tidewatr',
    fingerprint: '',
    verdict: '',
    verdict_by: '',
    verdict_date: '',
    verdict_reason: '',
    signal: 'lookalike/brand-typo',
    role: 'incriminates',
    weight: '20',
    statement: 'the name is one letter from tidewater',
    observed: 'tidewatr',
    expected: 'tidewater',
    uri: 'https://official.example/servers',
    sha256: '5'.repeat(64),
    retrieved_at: '2026-06-29T00:00:00Z',
    pointer: '/servers/4/name',
  });
});

test('a row for each piece of evidence, clearing evidence among it', () => {
  const rows = render({
    candidates: [
      candidate({
        fired: [fired('lookalike/brand-typo', cited({ observed: 'first' }), cited({ observed: 'second' }))],
        cleared: [fired('lookalike/says-unofficial', cited({ observed: 'third' }))],
      }),
    ],
  })
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(',').slice(-10, -5));
  expect(rows).toEqual([
    ['lookalike/brand-typo', 'incriminates', '20', 'the name is one letter from tidewater', 'first'],
    ['lookalike/brand-typo', 'incriminates', '20', 'the name is one letter from tidewater', 'second'],
    ['lookalike/says-unofficial', 'clears', '20', 'the name is one letter from tidewater', 'third'],
  ]);
});

test('without candidates there is one row, which says of which snapshot', () => {
  const [names = '', row = '', ...rest] = render({ candidates: [], head: head({ baseline: '2026-05-29' }) }).split(
    '\n',
  );
  expect(names).toMatch(/^snapshot_date,origin,[a-z_0-9,]+,pointer$/);
  expect(row).toMatch(/^2026-06-29,captured,2026-05-29,mcp-registry-audit@0\.2\.0,lookalike,+$/);
  expect(row.split(',')).toHaveLength(names.split(',').length);
  expect(rest).toEqual(['']);
});

test('thousands of candidates have one head and a row each', () => {
  const candidates = Array.from({ length: 4_500 }, (_, index) => candidate({ rank: index + 1 }));
  const rows = render({ candidates }).trimEnd().split('\n');
  expect(rows).toHaveLength(4_501);
  expect(rows.filter((row) => row.startsWith('snapshot_date'))).toHaveLength(1);
  expect(rows.at(-1)).toContain(',lookalike,4500,watch,');
});

describe('no cell is a formula', () => {
  test.each([
    ['=cmd()', "'=cmd()"],
    ['+tide', "'+tide"],
    ['-tide', "'-tide"],
    ['-5', "'-5"],
    ['@tide', "'@tide"],
    ['＝tide', "'＝tide"],
    ['＋tide', "'＋tide"],
    ['－tide', "'－tide"],
    ['＠tide', "'＠tide"],
    ['\t=tide', '\\u{9}=tide'],
    ['\r=tide', '\\u{D}=tide'],
    ['\n=tide', '\\u{A}=tide'],
    ['\u200B=tide', '\\u{200B}=tide'],
    [' =tide', " '=tide"],
    ['\u00A0 @tide', "\u00A0 '@tide"],
    ['quay;=tide', "quay;'=tide"],
    ['quay; -tide', "quay; '-tide"],
    ['tide=high; low', 'tide=high; low'],
    ['a - b', 'a - b'],
  ])('%j is written as %j', (title, written) => {
    expect(firstRow(titled(title)).title).toBe(written);
  });

  test.each([
    ['packages', { shown: { ...shown, packages: ['=tide'] } }],
    ['remotes', { shown: { ...shown, remotes: ['=tide'] } }],
    ['description', { shown: { ...shown, description: '=tide' } }],
    ['version', { shown: { ...shown, version: '=tide' } }],
    ['repository', { shown: { ...shown, repository: '=tide' } }],
    ['publisher', { entry: entry({ namespace: '=tide' }) }],
    ['entry', { entry: entry({ id: '=tide' }) }],
    ['observed', { fired: [fired('lookalike/brand-typo', cited({ observed: '=tide' }))] }],
    ['expected', { fired: [fired('lookalike/brand-typo', cited({ expected: '=tide' }))] }],
    ['statement', { fired: [fired('lookalike/brand-typo', cited({ statement: '=tide' }))] }],
  ])('nor in %s', (column, fields) => {
    expect(firstRow(fields)[column]).toBe("'=tide");
  });

  test('a quoted cell is none either', () => {
    expect(render({ candidates: [candidate(titled('=SUM(1,2)"'))] })).toContain(`,"'=SUM(1,2)""",`);
  });
});

describe('what does not show is spelled out', () => {
  test.each([
    ['bidi', '\u202Etide', '\\u{202E}tide'],
    ['zero width', 'ti\u200Dde', 'ti\\u{200D}de'],
    ['an escape sequence', '\u001B[31mtide', '\\u{1B}[31mtide'],
    ['a C1 control', '\u009Btide', '\\u{9B}tide'],
    ['a lone surrogate', 'tide\uDC00', 'tide\\u{DC00}'],
    ['two lines', 'tide\r\nwater', 'tide\\u{D}\\u{A}water'],
  ])('%s', (_what, title, written) => {
    expect(firstRow(titled(title)).title).toBe(written);
  });

  test('a megabyte is cut', () => {
    expect(firstRow(titled('tide'.repeat(250_000))).title).toHaveLength(2_001);
  });
});

describe('unknown is not none', () => {
  test.each([
    ['unknown', null, ''],
    ['none', [], 'none'],
    ['some', ['npm:tidewatr@1.0.0', 'pypi:tidewatr'], 'npm:tidewatr@1.0.0 pypi:tidewatr'],
    ['one with a space in it', ['npm:tide watr'], 'npm:tide\\u{20}watr'],
  ])('packages: %s', (_what, packages, written) => {
    expect(firstRow({ shown: { ...shown, packages } }).packages).toBe(written);
  });

  test('uses: unknown is empty, none is 0', () => {
    expect([null, 0].map((reach) => firstRow({ shown: { ...shown, reach } }).reach)).toEqual(['', '0']);
  });
});

test.each<[string, Json, string]>([
  ['nothing', null, ''],
  ['a number', 3, '3'],
  ['a truth', false, 'false'],
  ['a list', ['tide'], '"[""tide""]"'],
  ['a key __proto__', JSON.parse('{"__proto__":"tide"}'), '"{""__proto__"":""tide""}"'],
  ['a hidden character in a key', { '\u202E': 1 }, '"{""\\u202e"":1}"'],
])('an observed value that is %s', (_what, observed, written) => {
  const evidence = cited({ observed, expected: 'high water' });
  expect(render({ candidates: [candidate({ fired: [fired('lookalike/brand-typo', evidence)] })] })).toContain(
    `,${written},high water,`,
  );
});
