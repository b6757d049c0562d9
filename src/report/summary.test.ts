import { describe, expect, test } from 'vitest';
import { asked, candidate, cited, coverage, fired, head, looked, report } from '../testing/candidates.ts';
import { entry } from '../testing/subjects.ts';
import { renderSummary } from './summary.ts';

const unlisted = coverage('pulsemcp', {
  advertised: null,
  responses: 1,
  rows: 0,
  distinct: 0,
  earlierVersions: 0,
  repeats: 0,
  quarantined: 0,
  byDepth: { name: 0, metadata: 0, package: 0, source: 0 },
  enumeration: { ended: 'auth', reason: 'a key is needed' },
});

test('a whole summary', () => {
  const lookalikes = report({
    coverage: [
      coverage('official'),
      coverage('smithery', {
        advertised: null,
        byDepth: { name: 900, metadata: 0, package: 0, source: 0 },
        distinct: 900,
        rows: 1_000,
        enumeration: { ended: 'capped', reason: 'page 10 was the last' },
      }),
      unlisted,
    ],
    byRegistry: [
      looked('official', { metadata: 4, package: 7 }, { review: 1 }),
      looked('smithery', { name: 900 }, { watch: 1 }),
    ],
    candidates: [
      candidate({
        tier: 'review',
        score: 36,
        fired: [
          fired('lookalike/brand-typo'),
          fired('lookalike/scope-drop', cited({ statement: 'the scope was left out' })),
        ],
        cleared: [fired('lookalike/says-unofficial', cited({ statement: 'the title said "unofficial"' }))],
        notLookedFor: [{ signal: 'lookalike/vendor-listed', reason: 'not known' }],
      }),
      candidate({ rank: 2, depth: 'name', entry: entry({ registry: 'smithery', name: '@quayside/tidewatr' }) }),
    ],
  });
  expect(renderSummary([lookalikes])).toMatchInlineSnapshot(`
    "# MCP registry audit, snapshot 2026-06-29

    > Candidates are reasons for a person to read something, not verdicts. A signal that is unseen could not look; one that is silent looked and found nothing; neither says that an entry is free of harm.

    Origin: captured; made by \`mcp-registry-audit@0.1.0\` and scored by \`mcp-registry-audit@0.2.0\` without a baseline; no list of recalls was loaded.

    ## What was seen

    Registries overlap, so rows are not to be added up.

    | registry |   claims | rows | entries | name | metadata | package | source | refused | listing |
    | ---      |      --: |  --: |     --: |  --: |      --: |     --: |    --: |     --: | --- |
    | official |       12 |   16 |      11 |    0 |        4 |       7 |      0 |       1 | complete |
    | smithery | not said | 1000 |     900 |  900 |        0 |       0 |      0 |       1 | capped: page 10 was the last |
    | pulsemcp | not said |    0 |       0 |    0 |        0 |       0 |      0 |       0 | auth: a key is needed |

    | packages | named | histories read | not read |
    | ---      |   --: |            --: | --- |
    | npm      |     7 |              5 | 2 not found |

    ## lookalike

    | registry | entries looked at | review-first | review |  watch |  noted |
    | ---      |               --: |          --: |    --: |    --: |    --: |
    | official |                11 |            0 |      1 |      0 |      0 |
    | smithery |               900 |            0 |      0 |      1 |      0 |
    | pulsemcp |                 0 |       unseen | unseen | unseen | unseen |

    Finding nothing is not an all-clear. No entry counted below reached review or above; up to the share in the last column may be what these signals look for all the same: upper 95 % bound, exact binomial, as if the entries were a random draw, divided by the recall measured at that depth. Where recall is unknown it bounds only what the signals would catch, and what they would miss has no bound.

    | registry | depth    | entries looked at | signals for that depth | measured recall | may be there all the same |
    | ---      | ---      |               --: | ---                    | ---             | --- |
    | official | metadata |                 4 | 1 of 1                 | unknown         | up to 53 % and what they miss |
    | smithery | name     |               900 | 1 of 1                 | unknown         | up to 0.34 % and what they miss |

    The first candidates in the order to read them, at most 20; all of them, with their evidence, are in \`lookalike.json\` and \`lookalike.csv\`.

    1. \`official:io.github.quayside/tidewatr\`: review, 36 of 72.5 at depth package
        - +20: the name is one letter from tidewater
        - +20: the scope was left out
        - −20 %: the title said "unofficial"
        - ?: not looked for: lookalike/vendor-listed
    2. \`smithery:@quayside/tidewatr\`: watch, 20 of 72.5 at depth name
        - +20: the name is one letter from tidewater

    ### Signals of lookalike

    How often each was asked about an entry and what came of it; a server listed by two registries was asked about twice.

    | signal               | role         | weight at most | fired | silent | unseen | measured base rate |
    | ---                  | ---          |            --: |   --: |    --: |    --: | --- |
    | lookalike/brand-typo | incriminates |             20 |     1 |      8 |      2 | none published |
    "
  `);
});

const lines = (...reports: Parameters<typeof renderSummary>[0]) => renderSummary(reports).split('\n');

describe('the head of a summary', () => {
  test('says of a synthetic snapshot that it is one before any number', () => {
    const [title, , notice] = lines(report({ head: head({ origin: 'synthetic' }) }));
    expect(title).toBe('# MCP registry audit, snapshot 2026-06-29');
    expect(notice).toMatch(/^> This snapshot is synthetic: /);
  });

  test('names the tool and the baseline', () => {
    expect(lines(report({ head: head({ baseline: '2026-05-29', tool: '<b>x@1' }) }))).toContain(
      'Origin: captured; made by `<b>x@1` and scored by `mcp-registry-audit@0.2.0` against the baseline of 2026-05-29; no list of recalls was loaded.',
    );
  });
});

test('without candidates it says what was looked at and that no more is covered', () => {
  const summary = renderSummary([report()]);
  expect(summary).toContain(
    '| official | metadata |                 4 | 1 of 1                 | unknown         | up to 53 % and what they miss |',
  );
  expect(summary).toContain(
    'No lookalike candidate among what was seen above; what was not seen is not covered by this.',
  );
  expect(summary).not.toMatch(/\b(clean|safe|malicious|verified|trusted)\b/i);
});

test('names the first twenty of the list, each registry by itself', () => {
  const candidates = Array.from({ length: 25 }, (_, index) => candidate({ rank: index + 1 }));
  const counts = { 'review-first': 0, review: 0, watch: 25, noted: 0 };
  const byRegistry = [looked('official', 4_100, { watch: 12 }), looked('glama', 30_011, { watch: 13 })];
  const all = [coverage('official'), coverage('glama')];
  const summary = renderSummary([report({ candidates, counts, byRegistry, coverage: all })]);
  expect(summary).toMatch(/^20\. /m);
  expect(summary).not.toMatch(/^21\. /m);
  expect(summary).not.toMatch(/\b(25|34111)\b/);
});

test('pipelines stand one after the other under one coverage', () => {
  expect(lines(report(), report({ pipeline: 'rug-pull' })).filter((line) => line.startsWith('#'))).toEqual([
    '# MCP registry audit, snapshot 2026-06-29',
    '## What was seen',
    '## lookalike',
    '### Signals of lookalike',
    '## rug-pull',
    '### Signals of rug-pull',
  ]);
});

test('signals stand with what came of them, facts left out', () => {
  const base = { value: '1 %', population: 'berths', date: '2026-05-01' };
  const signals = [
    asked({ cases: { near: { weight: 30, when: 'it is near' } }, baseRate: base }, { fired: 3, silent: 5, unseen: 3 }),
    asked({ id: 'lookalike/vendor-listed', role: 'clears', weight: 60 }),
    asked({ id: 'hygiene/no-repository', role: 'fact' }),
  ];
  const rows = lines(report({ signals })).filter((line) => /^\| (lookalike|hygiene)\//.test(line));
  expect(
    rows.map((row) =>
      row
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    ),
  ).toEqual([
    ['lookalike/brand-typo', 'incriminates', '30', '3', '5', '3', '1 % (berths, 2026-05-01)'],
    ['lookalike/vendor-listed', 'clears', '60', '1', '8', '2', 'none published'],
  ]);
});

describe('text from outside is no markup in', () => {
  const hostile = '[x](https://tide.example) <img src=x> | `a` \u202E\u001B[2J\n# head';
  test.each([
    ['an entry', { candidates: [candidate({ entry: entry({ id: hostile }) })] }],
    [
      'a statement',
      { candidates: [candidate({ fired: [fired('lookalike/brand-typo', cited({ statement: hostile }))] })] },
    ],
    ['an ending', { coverage: [coverage('official', { enumeration: { ended: 'failed', reason: hostile } })] }],
    ['a reason of a package', { packages: [{ ecosystem: 'npm', named: 1, read: 0, notRead: { [hostile]: 1 } }] }],
    ['an ecosystem', { packages: [{ ecosystem: hostile, named: 1, read: 0, notRead: {} }] }],
    ['a registry', { coverage: [coverage(hostile)] }],
    ['the tool of a snapshot', { head: head({ tool: hostile }) }],
  ] as const)('%s', (_where, fields) => {
    const summary = renderSummary([report(fields)]);
    const outsideOfCode = summary.replace(/(?<!\\)`[^`\n]*`/g, '');
    expect(summary).toContain('tide.example');
    expect(outsideOfCode).not.toMatch(/tide\.example|(?<!\\)<img|https:/);
    expect(summary).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}|^# head/mu);
  });
});

test('a name of a megabyte does not fill the page', () => {
  const long = 'tide'.repeat(250_000);
  const summary = renderSummary([
    report({
      candidates: [
        candidate({ entry: entry({ name: long }), fired: [fired('lookalike/brand-typo', cited({ statement: long }))] }),
      ],
    }),
  ]);
  expect(summary.length).toBeLessThan(4_000);
});

test('ranks stay right around one that a verdict hides', () => {
  const candidates = [1, 2, 4].map((rank) => candidate({ rank }));
  const shown = renderSummary([report({ candidates })]);
  expect(shown.match(/^(\d\.|<!--)/gm)).toEqual(['1.', '2.', '<!--', '4.']);
});
