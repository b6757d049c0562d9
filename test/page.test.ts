import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Drift } from '../src/model/drift.ts';
import type { TrendRegistry, TrendSnapshot } from '../src/model/trend.ts';
import { renderPage } from '../src/report/html.ts';
import { renderTrendPage } from '../src/report/trend-html.ts';
import { VerdictLine } from '../src/review/verdict.ts';
import { candidate, cited, fired, report } from '../src/testing/candidates.ts';
import { entry } from '../src/testing/subjects.ts';
import { hasBrowser, openedInBrowser } from './program/browser.ts';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run } from './program/run.ts';
import { town } from './program/town.ts';
import { startRegistries } from './registries/server.ts';

/** The pages as a reader meets them; that of the shipped snapshot is opened in golden.test.ts. */
describe.skipIf(!hasBrowser)('pages in a browser', () => {
  let folder = '';
  const opened = openedInBrowser();
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'registry-audit-page-'));
    await captureTown();
    await scan('');
    writeFileSync(join(folder, 'hostile.html'), hostilePage());
    writeFileSync(join(folder, 'trend.html'), trendPage());
    return () => rmSync(folder, { recursive: true });
  });

  async function captureTown(): Promise<void> {
    const registries = await startRegistries(town());
    const flags = ['--snapshots', folder, '--cache', join(folder, 'cache'), ...baseUrlFlags(registries)];
    const { code, stderr } = await run(['capture', '--date', '2026-06-29', '--no-progress', ...flags], {
      env: CAPTURE_ENVIRONMENT,
    });
    await registries.close();
    if (code !== 0) throw new Error(stderr);
  }

  async function scan(out: string, ...options: readonly string[]): Promise<void> {
    const into = ['--snapshots', folder, '--no-progress', '--format', 'html', '--out', join(folder, out)];
    const { code, stderr } = await run(['scan', '--snapshot', '2026-06-29', ...into, ...options]);
    if (code !== 0) throw new Error(stderr);
  }

  const open: typeof opened = (name, options) => opened(join(folder, name), options);
  const found = (page: Page) => page.locator('.found').innerText();
  const title = (page: Page) => page.locator('.detail h1').innerText();

  test('the overview says what summary.md says, in its order', async () => {
    const page = await open('report.html');
    const headings = await page.locator('main h2').allInnerTexts();
    expect(headings.map((each) => each.replace(/\s+[\d,]+$/, ''))).toEqual([
      'What was seen',
      'lookalike',
      'rug-pull',
      'Gateways',
    ]);
    expect(await page.locator('.notices').innerText()).toContain('Glama API Data License');
    expect(await page.locator('.notices a').getAttribute('href')).toBe('https://glama.ai/mcp/servers');
    expect(await page.locator('main').innerText()).toContain('upper 95 % bound, exact binomial');
    await page.getByText('Signals of rug-pull').click();
    expect(await page.getByRole('region', { name: 'Signals of rug-pull' }).innerText()).toMatch(
      /rug-pull\/install-script-added[^]*3\t/,
    );
  });

  test('search and filters narrow the table, and the address keeps them', async () => {
    const page = await open('report.html#/candidates');
    await expect.poll(() => found(page)).toMatch(/^4 of 4 candidates/);
    await page.getByLabel('List').selectOption('rug-pull');
    await page.getByLabel('Tier').selectOption('review');
    await page.getByLabel('Depth', { exact: true }).selectOption('package');
    await expect.poll(() => found(page)).toMatch(/^3 of /);
    await page.keyboard.press('/');
    await page.keyboard.type('netmaker');
    await expect.poll(() => found(page)).toMatch(/^1 of /);
    await expect.poll(() => page.url()).toContain('q=netmaker');
    await page.reload();
    await expect.poll(() => found(page)).toMatch(/^1 of /);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(() => found(page)).toMatch(/^4 of 4 /);
  });

  test('an entry that is no candidate opens, and says what that is worth', async () => {
    const page = await open('report.html#/candidates?scope=all');
    await expect.poll(() => found(page)).toMatch(/ of 755 entries/);
    await page.getByLabel('Registry').selectOption('mcp-so');
    await page.locator('.rows tbody a').last().click();
    await expect.poll(() => page.locator('.detail').innerText()).toContain('says nothing about what was not seen');
  });

  test('entries that a page has no room for are counted', async () => {
    const page = await open('hostile.html#/candidates?scope=all');
    await expect.poll(() => found(page)).toContain('and 1,200 more that were seen and are not listed here');
  });

  test('j, k, Enter and Escape move through the list', async () => {
    const page = await open('report.html#/candidates');
    await page.keyboard.press('j');
    const first = await title(page);
    await page.keyboard.press('j');
    await expect.poll(() => title(page)).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => title(page)).toBe(first);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate<string>('document.activeElement.tagName')).toBe('H1');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.detail').count()).toBe(0);
  });

  test('the table sorts both ways', async () => {
    const page = await open('report.html#/candidates');
    await page.getByRole('button', { name: 'Entry' }).click();
    const ascending = await page.locator('.rows tbody a').first().innerText();
    await page.getByRole('button', { name: 'Entry' }).click();
    await expect.poll(() => page.locator('.rows tbody a').first().innerText()).not.toBe(ascending);
    await expect.poll(() => page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
  });

  test('an address opens the candidate it was copied from', async () => {
    const page = await open('report.html#/candidates?list=lookalike');
    await page.keyboard.press('j');
    const [address, name] = [page.url(), await title(page)];
    const other = await open(`report.html#${address.split('#')[1]}`);
    await expect.poll(() => title(other)).toBe(name);
    expect(await other.locator('.detail').innerText()).toMatch(
      /What fired[^]*What would clear it[^]*What speaks against it/,
    );
  });

  test('a verdict is kept and exported as the review reads it, and the next scan hides its candidate', async () => {
    const page = await open('report.html#/candidates?list=rug-pull');
    await page.keyboard.press('j');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => page.getByRole('alert').innerText()).toBe('A verdict needs a reason.');
    await page.getByLabel('Reason').fill('A test of the harbour office');
    await page.getByLabel('Reviewer').fill('harbour-master');
    await page.getByLabel('Date', { exact: true }).fill('2026-07-01');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    await expect
      .poll(() => page.locator('.decided').innerText())
      .toContain('dismissed by harbour-master on 2026-07-01');
    await page.getByLabel('Verdict', { exact: true }).first().selectOption('dismissed');
    await expect.poll(() => found(page)).toMatch(/^1 of /);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export 1 verdict' }).click(),
    ]);
    const file = readFileSync(await download.path(), 'utf8');
    const [verdict, ...others] = file
      .trimEnd()
      .split('\n')
      .map((line) => VerdictLine.parse(JSON.parse(line)));
    expect(others).toEqual([]);
    expect(verdict).toMatchObject({
      pipeline: 'rug-pull',
      verdict: 'dismissed',
      reason: 'A test of the harbour office',
      expires: null,
    });

    const reviews = join(folder, 'reviews');
    mkdirSync(reviews);
    writeFileSync(join(reviews, 'harbour-office.ndjson'), file);
    await scan('second', '--reviews', reviews);
    const after = await open(`second/report.html#/candidates/${verdict?.fingerprint.slice(0, 16)}`);
    await expect.poll(() => after.locator('.detail').innerText()).toContain('not in this report');
    expect(JSON.parse(readFileSync(join(folder, 'second', 'suppressed.json'), 'utf8'))).toMatchObject({
      candidates: [{ entry: { id: verdict?.entry } }],
    });
  });

  test('only addresses on the fetch list are links out', async () => {
    const page = await open('hostile.html#/candidates');
    await page.keyboard.press('j');
    await page.locator('.signal').first().waitFor();
    const out = await page
      .locator('a[href]:not([href^="#"])')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(out).toEqual(['https://registry.example/v0/servers']);
  });

  test('drift has a view of its own, rarest first, and its text stays text', async () => {
    const page = await open('hostile.html#/drift');
    await page.locator('.drift-line').first().waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/repository of another owner, with a new version[^]*registry-wide: repository taken away/);
    expect(text).toContain('<img src=x onerror="harbour=1">\\u{202E}');
    // A candidate, and an entry that is none.
    expect(await page.locator('main a').count()).toBe(2);
    await page.locator('main a').first().click();
    expect(await title(page)).toContain('onerror');
  });

  test('text from outside stays text', async () => {
    const page = await open('hostile.html#/candidates');
    await page.keyboard.press('j');
    await page.locator('.signal').first().waitFor();
    expect(
      await page.locator('img, iframe, object, embed, form[action], [onerror], [onclick], [style*="url"]').count(),
    ).toBe(0);
    expect(await page.evaluate(() => Object.hasOwn(globalThis, 'harbour'))).toBe(false);
    const text = await page.locator('.detail').innerText();
    expect(text).toContain('<img src=x onerror="harbour=1">');
    expect(text).toContain('\\u{202E}');
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B-\u200F]/);
    await page.keyboard.press('j');
    expect((await title(page)).length).toBeLessThan(400);
  });

  test('a trend is drawn for each registry, a gap where nothing is known, and its numbers stand in tables', async () => {
    const page = await open('trend.html');
    expect(await page.locator('.notices').innerText()).toContain('Synthetic: 2026-06-22.');
    expect(await page.locator('.notices a').getAttribute('href')).toBe('https://registry.example/');
    expect(await page.locator('main h2').allInnerTexts()).toEqual(['official', 'Signals']);
    const entries = page.locator('figure', { hasText: 'entries' }).first();
    expect(await entries.locator('figcaption').innerText()).toMatch(/entries\s+1,062/);
    expect(await entries.locator('circle').count()).toBe(3);
    expect(await entries.locator('circle.hollow title').textContent()).toBe('2026-06-15: 64');
    const gone = page.locator('figure', { hasText: 'gone' });
    expect(await gone.locator('circle').count()).toBe(1);
    expect(await page.getByRole('region', { name: 'official by snapshot' }).innerText()).toContain('cut short <b>');
    expect(await page.getByRole('region', { name: 'Rates of signals by snapshot' }).innerText()).toMatch(
      /lookalike\/brand-typo\s+-\s+2\.0 %\s+1\.0 %/,
    );
  });

  test.each(['report.html', 'report.html#/candidates', 'report.html#/gateways', 'hostile.html#/drift', 'trend.html'])(
    '%s: nothing reaches out of a narrow screen',
    async (at) => {
      const page = await open(at, { viewport: { width: 360, height: 740 } });
      await page.locator('h1').first().waitFor();
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    },
  );

  test.each([
    ['light', 'report.html', 'main table'],
    ['dark', 'report.html', 'main table'],
    ['light', 'report.html#/candidates', 'main table'],
    ['light', 'report.html#/candidates', '.detail h1'],
    ['dark', 'report.html#/candidates', '.detail h1'],
    ['dark', 'report.html#/gateways', 'main table'],
    ['dark', 'hostile.html#/drift', 'main table'],
    ['light', 'trend.html', 'main table'],
    ['dark', 'trend.html', 'main table'],
  ] as const)('%s, %s with %s: axe finds nothing serious', async (colorScheme, at, shown) => {
    const page = await open(at, { colorScheme });
    if (shown === '.detail h1') await page.keyboard.press('j');
    await page.locator(shown).first().waitFor();
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    await page.evaluate(axe.source);
    const serious: string[] = await page.evaluate(
      `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(' | ')))`,
    );
    expect(serious).toEqual([]);
  });
});

const built = (name: string) => readFileSync(join(import.meta.dirname, '..', 'dist', 'page', name), 'utf8');

/** Three weeks of one registry, in the second of which its listing was cut short and nobody scored. */
function trendPage(): string {
  const signal = { signal: 'lookalike/brand-typo', pipeline: 'lookalike', unseen: 0 };
  const snapshots = [
    trendSnapshot('2026-06-08', { entries: 1055, new: null, gone: null }, null),
    trendSnapshot('2026-06-15', { entries: 64, new: null, gone: null }, [{ ...signal, fired: 2, silent: 98 }]),
    trendSnapshot('2026-06-22', { entries: 1062, new: 7, gone: 0 }, [{ ...signal, fired: 1, silent: 99 }]),
  ];
  const trend = {
    tool: 'registry-audit@0.0.0',
    attributions: ['Listings (https://registry.example/)'],
    trend: { snapshots },
  };
  return [...renderTrendPage(trend, { template: built('trend.html'), liveHosts: ['registry.example'] })].join('');
}

function trendSnapshot(
  date: TrendSnapshot['date'],
  counts: Pick<TrendRegistry, 'entries' | 'new' | 'gone'>,
  signals: TrendSnapshot['signals'],
): TrendSnapshot {
  const complete = counts.entries > 64;
  return {
    date,
    origin: date === '2026-06-22' ? 'synthetic' : 'captured',
    tool: 'registry-audit@0.0.0',
    registries: [
      {
        ...counts,
        registry: 'official',
        listing: {
          advertised: null,
          distinct: counts.entries,
          quarantined: 0,
          byDepth: { name: 0, metadata: counts.entries, package: 0, source: 0 },
          enumeration: { ended: 'exhausted' },
          complete,
          reason: complete ? null : 'cut short <b>',
        },
        publishers: 12,
        authentication: { declared: 1, otherInputs: 1, notDeclared: 2, unseen: 0 },
        tools: null,
        gatewayEntries: null,
      },
    ],
    signals,
  };
}

/** What strangers could write into a registry, through the same template. */
function hostilePage(): string {
  const markup = '</script><script>harbour=1</script><img src=x onerror="harbour=1">\u202E\u2066\u200B';
  const at = (uri: string) => ({
    ...cited({ statement: markup, observed: markup, expected: [markup, { [markup]: 'javascript:harbour=1' }] }),
    at: { resource: { uri, sha256: '5'.repeat(64), retrievedAt: '2026-06-29T00:00:00Z' }, pointer: markup },
  });
  const shown = {
    description: markup,
    version: markup,
    repository: 'javascript:harbour=1',
    packages: ['https://elsewhere.example/'],
    remotes: ['data:text/html,<script>harbour=1</script>'],
    reach: 1,
  };
  const long = 'tide'.repeat(250_000);
  const candidates = [
    candidate({
      entry: entry({ id: `official:${markup}`, title: markup, namespace: markup }),
      shown,
      fired: [
        fired(
          'lookalike/brand-typo',
          at('https://registry.example/v0/servers'),
          at('https://elsewhere.example/'),
          at('http://registry.example/'),
          at('https://name:word@registry.example/'),
          at('javascript:harbour=1//registry.example'),
        ),
      ],
    }),
    candidate({ rank: 2, entry: entry({ id: `official:${long}`, title: long, namespace: long }) }),
  ];
  return [
    ...renderPage({
      template: built('report.html'),
      reports: [report({ candidates })],
      gateways: [],
      drift: hostileDrift(markup),
      liveHosts: ['registry.example'],
      fingerprintOf: ({ rank }) => `${rank}`.repeat(64),
      brandsOf: () => [markup],
      historyOf: () => ({ records: [{ version: markup, publishedAt: markup, by: markup }], packages: [] }),
      index: {
        publishers: [markup],
        registries: [{ registry: 'official', rows: [markup, 0, 0, 'io.github.tidewater/ferry', -1, 0] }],
        more: 1_200,
      },
    }),
  ].join('');
}

function hostileDrift(markup: string): Drift {
  const listing = {
    advertised: 12,
    distinct: 11,
    quarantined: 0,
    byDepth: { name: 0, metadata: 11, package: 0, source: 0 },
    enumeration: { ended: 'exhausted' },
    complete: true,
    reason: null,
  } as const;
  const change = {
    was: null,
    publisher: markup,
    before: 'https://quayside.example/a',
    at: { before: null, after: null },
  };
  const line = {
    registry: 'official',
    rows: 1,
    publishers: 1,
    foremost: { publisher: markup, entries: 9 },
    of: 11,
  } as const;
  return {
    before: { date: '2026-05-29', origin: 'captured', tool: markup },
    after: { date: '2026-06-29', origin: 'captured', tool: markup },
    registries: [
      {
        registry: 'official',
        before: { ...listing, complete: false, reason: markup },
        after: listing,
        paired: 11,
        changed: 2,
        unchanged: 9,
        respelled: 0,
        renamed: 0,
        new: null,
        gone: null,
        notSeen: { before: 1, after: 0, refused: 0 },
      },
    ],
    groups: [{ registry: 'official', group: 'repository', new: 0, changed: 1, gone: 0, registryWide: 9 }],
    lines: [
      {
        ...line,
        rank: 1,
        kind: 'repository/other-owner',
        scope: 'release',
        migration: false,
        entries: 1,
        changes: [
          { ...change, entry: `official:${markup}`, version: '1.0.1', after: `https://quayside.example/${markup}` },
        ],
      },
      {
        ...line,
        rank: 2,
        kind: 'repository/removed',
        scope: 'in place',
        migration: true,
        entries: 9,
        publishers: 9,
        changes: [{ ...change, entry: 'official:io.github.tidewater/ferry', version: null, after: null }],
      },
    ],
  };
}
