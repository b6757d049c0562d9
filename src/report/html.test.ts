import { describe, expect, test } from 'vitest';
import { candidate, cited, fired, report } from '../testing/candidates.ts';
import { entry } from '../testing/subjects.ts';
import { type PageInput, renderPage } from './html.ts';
import { DATA_MARK, MORE_MARK } from './page-frame.ts';

const TEMPLATE = `<body><div id="app"></div>${DATA_MARK}<script>built</script>${MORE_MARK}</body>`;

function rendered(fields: Partial<PageInput> = {}): string {
  return [
    ...renderPage({
      template: TEMPLATE,
      reports: [report({ candidates: [candidate()] })],
      gateways: null,
      drift: null,
      liveHosts: ['registry.example'],
      fingerprintOf: ({ rank }) => `${rank}`.padStart(64, '0'),
      brandsOf: () => ['Tidewater'],
      historyOf: () => null,
      index: null,
      ...fields,
    }),
  ].join('');
}

function block(page: string, id: string): string {
  return page.split(`<script type="application/json" id="${id}">\n`)[1]?.split('\n</script>')[0] ?? 'no such block';
}

test('data stands where the built page wants it, and nothing else of the page changes', () => {
  const page = rendered();
  expect(page.startsWith('<body><div id="app"></div>')).toBe(true);
  expect(page.endsWith('</script>\n</body>')).toBe(true);
  expect(page.match(/<script/g)).toHaveLength(7);
});

test('a candidate is a row, and a line of details that the row names', () => {
  const page = rendered({ reports: [report({ candidates: [candidate(), candidate({ rank: 2, tier: 'noted' })] })] });
  const [first, second] = JSON.parse(block(page, 'rows'));
  expect(first).toMatchObject({
    line: 0,
    fingerprint: `${'0'.repeat(63)}1`,
    pipeline: 'lookalike',
    tier: 'watch',
    id: 'official:io.github.quayside/tidewatr',
    signals: ['lookalike/brand-typo'],
    brands: ['Tidewater'],
    why: 'the name is one letter from tidewater',
    verdict: null,
  });
  expect(second).toMatchObject({ line: 1, tier: 'noted' });
  const details = block(page, 'details')
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(details).toHaveLength(2);
  expect(details[0]).toMatchObject({
    fired: [
      { signal: 'lookalike/brand-typo', weight: 20, evidence: [{ observed: 'tidewatr', expected: 'tidewater' }] },
    ],
    resources: [{ uri: 'https://official.example/servers' }, { sha256: expect.any(String) }],
    answers: 0,
    lapsed: null,
  });
});

test('answers that several candidates share stand once', () => {
  const page = rendered({
    reports: [report({ candidates: [candidate(), candidate({ rank: 2 }), candidate({ rank: 3, silent: [] })] })],
  });
  expect(
    block(page, 'answers')
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { silent: ['lookalike/scope-drop'], unseen: [] },
    { silent: [], unseen: [] },
  ]);
});

test('the tables are those of the summary', () => {
  const { seen, pipelines } = JSON.parse(block(rendered(), 'facts'));
  expect(seen.coverage.rows[0]).toEqual(['official', 12, 16, 11, 0, 4, 7, 0, 1, 'complete']);
  expect(pipelines[0]).toMatchObject({ pipeline: 'lookalike', listed: 1, shown: 1 });
});

test('the same scan gives the same bytes', () => {
  expect(rendered()).toBe(rendered());
});

test('what the first table needs stands before the script, and the rest behind it', () => {
  const blocks = [...rendered().matchAll(/id="(\w+)"|>(built)</g)].map(([, id, script]) => id ?? script);
  expect(blocks).toEqual(['app', 'hosts', 'facts', 'rows', 'built', 'details', 'answers', 'index']);
});

test.each(['<body></body>', `<body>${DATA_MARK}</body>`, `${DATA_MARK}${DATA_MARK}${MORE_MARK}`])(
  'a template without a place for data is an error: %s',
  (template) => {
    expect(() => rendered({ template })).toThrow('the built page has no place for data');
  },
);

describe('text from outside', () => {
  const hostile = '</script><script>alert(1)</script><!--\u202E';
  test.each([
    ['an entry’s name', candidate({ entry: entry({ id: `official:${hostile}`, title: hostile }) })],
    ['a statement', candidate({ fired: [fired('lookalike/brand-typo', cited({ statement: hostile }))] })],
    [
      'an observed value',
      candidate({ fired: [fired('lookalike/brand-typo', cited({ observed: { [hostile]: hostile } }))] }),
    ],
    ['a reason', candidate({ unseen: [{ signal: 'lookalike/scope-drop', reason: hostile }] })],
  ])('in %s is never markup', (_where, hostileCandidate) => {
    const page = rendered({ reports: [report({ candidates: [hostileCandidate] })] });
    expect(page.match(/<script/g)).toHaveLength(7);
    expect(page).not.toContain('<!--');
    expect(page).not.toContain('\u202E');
    expect(page).toContain('\\u003c/script>\\u003cscript>alert(1)\\u003c/script>\\u003c!--\\u202e');
  });

  test('in the index of entries is never markup either', () => {
    const page = rendered({
      index: { publishers: [hostile], registries: [{ registry: 'official', rows: [hostile, 0, 1] }], more: 0 },
    });
    expect(page.match(/<script/g)).toHaveLength(7);
    expect(JSON.parse(block(page, 'index')).publishers).toEqual([hostile]);
  });

  test('a megabyte is cut wherever it stands', () => {
    const long = 'tide'.repeat(250_000);
    const page = rendered({
      reports: [
        report({
          candidates: [
            candidate({
              entry: entry({ id: `official:${long}`, title: long, namespace: long }),
              fired: [
                fired(
                  'lookalike/brand-typo',
                  cited({ statement: long, observed: [long, long], expected: { [long]: long } }),
                ),
              ],
              unseen: [{ signal: 'lookalike/scope-drop', reason: long }],
            }),
          ],
        }),
      ],
    });
    expect(page.length).toBeLessThan(60_000);
  });
});
