import { describe, expect, test } from 'vitest';
import { candidate, cited, coverage, fired, head, looked, report } from '../testing/candidates.ts';
import { entry } from '../testing/subjects.ts';
import { verdict } from '../testing/verdicts.ts';
import { renderCoverageText, renderTerminal } from './terminal.ts';

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

test('the end of a scan', () => {
  const lookalikes = report({
    coverage: [coverage('official'), unlisted],
    byRegistry: [looked('official', { metadata: 4, package: 7 }, { watch: 1 })],
    candidates: [
      candidate({
        cleared: [fired('lookalike/says-unofficial', cited({ statement: 'the title said "unofficial"' }))],
        notLookedFor: [{ signal: 'lookalike/vendor-listed', reason: 'not known' }],
      }),
    ],
  });
  const drift = report({
    pipeline: 'rug-pull',
    coverage: lookalikes.coverage,
    byRegistry: [looked('official', { metadata: 4, package: 7 })],
  });
  expect(renderTerminal([lookalikes, drift], ['reports/2026-06-29/summary.md'])).toMatchInlineSnapshot(`
    "MCP registry audit, snapshot 2026-06-29
    Candidates are reasons for a person to read something, not verdicts. A signal that is unseen could not look; one that is silent looked and found nothing; neither says that an entry is free of harm.
    Origin: captured; made by mcp-registry-audit@0.1.0 and scored by mcp-registry-audit@0.2.0 without a baseline; no list of recalls was loaded.

    Registries overlap, so rows are not to be added up.
    registry    claims  rows  entries  name  metadata  package  source  refused  listing
    official        12    16       11     0         4        7       0        1  complete
    pulsemcp  not said     0        0     0         0        0       0        0  auth: a key is needed

    packages  named  histories read  not read
    npm           7               5  2 not found

    lookalike
    registry  entries looked at  review-first  review   watch   noted
    official                 11             0       0       1       0
    pulsemcp                  0        unseen  unseen  unseen  unseen

    Finding nothing is not an all-clear. No entry counted below reached review or above; up to the share in the last column may be what these signals look for all the same: upper 95 % bound, exact binomial, as if the entries were a random draw, divided by the recall measured at that depth. Where recall is unknown it bounds only what the signals would catch, and what they would miss has no bound.
    registry  depth     entries looked at  signals for that depth  measured recall  may be there all the same
    official  metadata                  4  1 of 1                  unknown          up to 53 % and what they miss
    official  package                   7  1 of 1                  unknown          up to 35 % and what they miss

    1. official:io.github.quayside/tidewatr: watch, 20 of 72.5 at depth package
          +20  the name is one letter from tidewater
        −20 %  the title said "unofficial"
            ?  not looked for: lookalike/vendor-listed

    rug-pull
    registry  entries looked at  review-first  review   watch   noted
    official                 11             0       0       0       0
    pulsemcp                  0        unseen  unseen  unseen  unseen

    Finding nothing is not an all-clear. No entry counted below reached review or above; up to the share in the last column may be what these signals look for all the same: upper 95 % bound, exact binomial, as if the entries were a random draw, divided by the recall measured at that depth. Where recall is unknown it bounds only what the signals would catch, and what they would miss has no bound.
    registry  depth     entries looked at  signals for that depth  measured recall  may be there all the same
    official  metadata                  4  1 of 1                  unknown          up to 53 % and what they miss
    official  package                   7  1 of 1                  unknown          up to 35 % and what they miss

    No rug-pull candidate among what was seen above; what was not seen is not covered by this.

    Reports
      reports/2026-06-29/summary.md
    "
  `);
});

test('a synthetic snapshot is said to be one before any number', () => {
  const [title, notice] = renderTerminal([report({ head: head({ origin: 'synthetic' }) })], []).split('\n');
  expect(title).toBe('MCP registry audit, snapshot 2026-06-29');
  expect(notice).toMatch(/^This snapshot is synthetic: /);
});

test('without candidates it says what was looked at and that no more is covered', () => {
  const shown = renderTerminal([report()], []);
  expect(shown).toMatch(/^official {2}metadata {2} +4 {2}1 of 1 +unknown +up to 53 % and what they miss$/m);
  expect(shown).toContain(
    'No lookalike candidate among what was seen above; what was not seen is not covered by this.',
  );
  expect(shown).not.toMatch(/\b(clean|safe|malicious|verified|trusted)\b/i);
});

test('names the first five', () => {
  const candidates = Array.from({ length: 9 }, (_, index) => candidate({ rank: index + 1 }));
  const shown = renderTerminal([report({ candidates })], []);
  expect(shown.match(/^\d+\. /gm)).toEqual(['1. ', '2. ', '3. ', '4. ', '5. ']);
});

test('a capture ends with what could be seen', () => {
  const shown = renderCoverageText({
    coverage: [coverage('official'), coverage('glama', { distinct: 30_011 })],
    packages: [{ ecosystem: 'npm', named: 7, read: 5, notRead: { 'not found': 2 } }],
  });
  expect(shown.split('\n')).toEqual([
    'Registries overlap, so rows are not to be added up.',
    'registry  claims  rows  entries  name  metadata  package  source  refused  listing',
    'official      12    16       11     0         4        7       0        1  complete',
    'glama         12    16    30011     0         4        7       0        1  complete',
    '',
    'packages  named  histories read  not read',
    'npm           7               5  2 not found',
  ]);
});

describe('text from outside moves no cursor in', () => {
  const hostile = 'tide\u001B[2J\u009B31m\u202E\u200D\rwater\nReports';
  test.each([
    ['an entry', { candidates: [candidate({ entry: entry({ id: hostile }) })] }],
    [
      'a statement',
      { candidates: [candidate({ fired: [fired('lookalike/brand-typo', cited({ statement: hostile }))] })] },
    ],
    ['an ending', { coverage: [coverage('official', { enumeration: { ended: 'failed', reason: hostile } })] }],
    ['an ecosystem', { packages: [{ ecosystem: hostile, named: 1, read: 0, notRead: { [hostile]: 1 } }] }],
    ['the tool of a snapshot', { head: head({ tool: hostile }) }],
  ] as const)('%s', (_where, fields) => {
    const shown = renderTerminal([report(fields)], []);
    expect(shown).toContain('tide\\u{1B}[2J\\u{9B}31m\\u{202E}\\u{200D}\\u{D}water\\u{A}Reports');
    expect(shown).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u);
    expect(shown.match(/^Reports$/gm)).toHaveLength(1);
  });

  test('the path of a report', () => {
    expect(renderTerminal([report()], ['out\u001B[2J/summary.md'])).toContain('  out\\u{1B}[2J/summary.md');
  });
});

test('what verdicts hide is counted, and what they mark is said', () => {
  const said = verdict({ verdict: 'confirmed', reason: 'takes \u202Ekeys', reviewer: 'Pilot\u001B[2J' });
  const hidden = [{ ...candidate({ rank: 1 }), verdict: verdict() }];
  const precision = [{ top: 20, listed: 2, judged: 2, confirmed: 1 }];
  const review = { verdicts: 3, hidden, confirmed: 1, returned: 0, precision };
  const shown = renderTerminal([report({ candidates: [candidate({ rank: 2, verdict: said })], review })], []);
  expect(shown).toContain('Verdicts: 3 on candidates of this list; 1 hidden as dismissed');
  expect(shown).toMatch(/^ +20 +2 +2 +1 +50\.0 % +1\.3 % to 98\.7 %$/m);
  expect(shown).toContain('confirmed on 2026-06-01 by Pilot\\u{1B}[2J: takes \\u{202E}keys');
});
