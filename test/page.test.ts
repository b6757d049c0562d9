import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Drift } from '../src/model/drift.ts';
import { renderPage } from '../src/report/html.ts';
import { VerdictLine } from '../src/review/verdict.ts';
import { candidate, cited, fired, report } from '../src/testing/candidates.ts';
import { entry } from '../src/testing/subjects.ts';
import { run } from './program/run.ts';

/** The review page as a reader meets it: from disk, in a browser. */
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executable = BROWSERS.find((path) => existsSync(path));
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const SOON_MS = 2_000;

if (executable === undefined)
  console.warn(`The review page is not tried: there is no browser at ${BROWSERS.join(', ')}.`);

describe.skipIf(executable === undefined)('report.html in a browser', () => {
  let folder = '';
  let browser: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'registry-audit-page-'));
    await scan('');
    writeFileSync(join(folder, 'hostile.html'), hostilePage());
    browser = await chromium.launch({
      ...(executable === undefined ? {} : { executablePath: executable }),
      args: FLAGS,
    });
    return async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    };
  });

  async function scan(out: string, ...options: readonly string[]): Promise<void> {
    const into = ['--no-progress', '--format', 'html', '--out', join(folder, out)];
    const { code, stderr } = await run(['scan', '--snapshot', '2026-06-29', ...into, ...options]);
    if (code !== 0) throw new Error(stderr);
  }

  const complaints: string[] = [];
  const requests: string[] = [];
  afterEach(() => {
    const wrong = [...complaints.splice(0), ...requests.splice(0).filter((url) => !/^(?:file|blob):/.test(url))];
    if (wrong.length > 0) throw new Error(`the page said or asked for: ${wrong.join('; ')}`);
  });

  async function opened(address: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    page.on('request', (request) => requests.push(request.url()));
    const [file = '', hash = ''] = address.split('#');
    await page.goto(`${pathToFileURL(join(folder, file)).href}${hash === '' ? '' : `#${hash}`}`);
    return page;
  }

  const found = (page: Page) => page.locator('.found').innerText();
  const title = (page: Page) => page.locator('.detail h1').innerText();

  test('the first table is there in less than two seconds', async () => {
    const page = await opened('report.html');
    await page.locator('table').first().waitFor();
    const firstMs = await page.evaluate(() => performance.getEntriesByName('first table')[0]?.startTime ?? Infinity);
    expect(firstMs).toBeLessThan(SOON_MS);
  });

  test('the overview says what summary.md says, in its order', async () => {
    const page = await opened('report.html');
    const headings = await page.locator('main h2').allInnerTexts();
    expect(headings.map((each) => each.replace(/\s+[\d,]+$/, ''))).toEqual([
      'What was seen',
      'lookalike',
      'rug-pull',
      'Gateways',
    ]);
    expect(await page.locator('.notices').innerText()).toContain('This snapshot is synthetic');
    expect(await page.locator('main').innerText()).toContain('upper 95 % bound, exact binomial');
  });

  test('search and filters narrow the table, and the address keeps them', async () => {
    const page = await opened('report.html#/candidates');
    const all = Number.parseInt((await found(page)).replace(/,/g, ''), 10);
    expect(all).toBeGreaterThan(1_000);
    await page.getByLabel('List').selectOption('rug-pull');
    await page.getByLabel('Tier').selectOption('review-first');
    await page.getByLabel('Depth', { exact: true }).selectOption('source');
    expect(Number.parseInt(await found(page), 10)).toBeLessThan(100);
    await page.keyboard.press('/');
    await page.keyboard.type('herring-scope');
    await expect.poll(() => found(page)).toMatch(/^1 of /);
    expect(page.url()).toContain('q=herring-scope');
    await page.reload();
    expect(await found(page)).toMatch(/^1 of /);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect.poll(async () => Number.parseInt((await found(page)).replace(/,/g, ''), 10)).toBe(all);
  });

  test('every entry of the snapshot is listed, and few rows are drawn', async () => {
    const page = await opened('report.html#/candidates?scope=all');
    await expect.poll(() => found(page)).toMatch(/ of 3\d,\d{3} entries/);
    expect(await page.locator('.rows tbody tr').count()).toBeLessThan(100);
    await page.getByLabel('Registry').selectOption('mcp-so');
    await page.locator('.rows').evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await expect.poll(() => page.locator('.rows .tier').count()).toBe(0);
    await page.locator('.rows tbody a').last().click();
    expect(await page.locator('.detail').innerText()).toContain('says nothing about what was not seen');
  });

  test('j, k, Enter and Escape move through the list', async () => {
    const page = await opened('report.html#/candidates');
    await page.keyboard.press('j');
    const first = await title(page);
    await page.keyboard.press('j');
    await expect.poll(() => title(page)).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => title(page)).toBe(first);
    await page.keyboard.press('Enter');
    expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('H1');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.detail').count()).toBe(0);
  });

  test('the table sorts both ways', async () => {
    const page = await opened('report.html#/candidates');
    await page.getByRole('button', { name: 'Entry' }).click();
    const ascending = await page.locator('.rows tbody a').first().innerText();
    await page.getByRole('button', { name: 'Entry' }).click();
    await expect.poll(() => page.locator('.rows tbody a').first().innerText()).not.toBe(ascending);
    expect(await page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
  });

  test('an address opens the candidate it was copied from', async () => {
    const page = await opened('report.html#/candidates?list=lookalike');
    await page.keyboard.press('j');
    const [address, name] = [page.url(), await title(page)];
    const other = await opened(`report.html#${address.split('#')[1]}`);
    expect(await title(other)).toBe(name);
    expect(await other.locator('.detail').innerText()).toMatch(
      /What fired[^]*What would clear it[^]*What speaks against it/,
    );
  });

  test('a verdict is kept and exported as the review reads it, and the next scan hides its candidate', async () => {
    const page = await opened('report.html#/candidates?list=rug-pull');
    await page.keyboard.press('j');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.getByRole('alert').innerText()).toBe('A verdict needs a reason.');
    await page.getByLabel('Reason').fill('A test of the harbour office');
    await page.getByLabel('Reviewer').fill('harbour-master');
    await page.getByLabel('Date', { exact: true }).fill('2026-07-01');
    await page.getByRole('button', { name: 'Dismiss' }).click();
    expect(await page.locator('.decided').innerText()).toContain('dismissed by harbour-master on 2026-07-01');
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
    const after = await opened(`second/report.html#/candidates/${verdict?.fingerprint.slice(0, 16)}`);
    await expect.poll(() => after.locator('.detail').innerText()).toContain('not in this report');
    expect(JSON.parse(readFileSync(join(folder, 'second', 'suppressed.json'), 'utf8'))).toMatchObject({
      candidates: [{ entry: { id: verdict?.entry } }],
    });
  });

  test('a gateway names where keys go', async () => {
    const page = await opened('report.html#/gateways');
    await page.locator('main table a').first().click();
    expect(await page.locator('main').innerText()).toMatch(/not statically falsifiable[^]*Where keys go/);
  });

  test('only addresses on the fetch list are links out', async () => {
    const page = await opened('hostile.html#/candidates');
    await page.keyboard.press('j');
    await page.locator('.signal').first().waitFor();
    const out = await page
      .locator('a[href]:not([href^="#"])')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(out).toEqual(['https://registry.example/v0/servers']);
  });

  test('drift has a view of its own, rarest first, and its text stays text', async () => {
    const page = await opened('hostile.html#/drift');
    const text = await page.locator('main').innerText();
    expect(text).toMatch(/repository of another owner, with a new version[^]*registry-wide: repository taken away/);
    expect(text).toContain('<img src=x onerror="harbour=1">\\u{202E}');
    expect(await page.locator('main a').count()).toBe(1);
    await page.locator('main a').click();
    expect(await title(page)).toContain('onerror');
  });

  test('text from outside stays text', async () => {
    const page = await opened('hostile.html#/candidates');
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

  test.each([
    ['overview', ''],
    ['candidates', '#/candidates'],
    ['gateways', '#/gateways'],
  ])('%s: nothing reaches out of a narrow screen', async (_view, hash) => {
    const page = await opened(`report.html${hash}`, { viewport: { width: 360, height: 740 } });
    await page.locator('h1').first().waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });

  test.each([
    ['light', 'overview', ''],
    ['dark', 'overview', ''],
    ['light', 'candidates', '#/candidates'],
    ['light', 'detail', 'open'],
    ['dark', 'detail', 'open'],
    ['dark', 'gateways', '#/gateways'],
    ['dark', 'drift', '#/drift'],
  ] as const)('%s, %s: axe finds nothing serious', async (colorScheme, view, hash) => {
    const page = await opened(
      `${view === 'drift' ? 'hostile' : 'report'}.html${hash === 'open' ? '#/candidates' : hash}`,
      { colorScheme },
    );
    if (hash === 'open') await page.keyboard.press('j');
    await page
      .locator(hash === 'open' ? '.detail h1' : 'main table')
      .first()
      .waitFor();
    await page.evaluate(axe.source);
    const serious: string[] = await page.evaluate(
      `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)).join(' | ')))`,
    );
    expect(serious).toEqual([]);
  });
});

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
      template: readFileSync(join(import.meta.dirname, '..', 'dist', 'page', 'report.html'), 'utf8'),
      reports: [report({ candidates })],
      gateways: [],
      drift: hostileDrift(markup),
      liveHosts: ['registry.example'],
      fingerprintOf: ({ rank }) => `${rank}`.repeat(64),
      brandsOf: () => [markup],
      historyOf: () => ({ records: [{ version: markup, publishedAt: markup, by: markup }], packages: [] }),
      index: { publishers: [markup], registries: [{ registry: 'official', rows: [markup, 0, 0] }], more: 0 },
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
