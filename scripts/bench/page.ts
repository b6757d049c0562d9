// The review page of the shipped snapshot in a browser, against a bare page of the same data: `node scripts/bench/page.ts [REPORT_HTML]`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { BROWSERS, hasBrowser, startBrowser } from '../../test/program/chromium.ts';
import { barePage } from './bare-page.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ROUNDS = 7;
const PATIENCE_MS = 120_000;
const FIRST_TABLE = 'first table';
const FIRST_TABLE_AIM_MS = 2_000;
/** What still feels like an answer at once. */
const STEP_AIM_MS = 100;

/**
 * Runs in the page before anything of it: a time is taken when the frame that shows the change has been drawn, in both pages alike.
 * What preact draws is drawn before the next frame, so that waiting for a frame waits for it; a frame takes up to 17 ms by itself.
 */
const PROBE = `
  const drawn = (then) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  });
  globalThis.took = (act) => new Promise((done) => {
    const startedMs = performance.now();
    act();
    drawn((ms) => done(ms - startedMs));
  });
  globalThis.firstTable = new Promise((done) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('#app table') === null) return;
      observer.disconnect();
      drawn(done);
    }).observe(document, { childList: true, subtree: true });
  });
  globalThis.set = (label, value, type) => {
    const field = document.querySelector('[aria-label="' + label + '"]');
    field.value = value;
    field.dispatchEvent(new Event(type, { bubbles: true }));
  };
  globalThis.press = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
`;

interface Step {
  readonly name: string;
  /** What a reader does, one statement each: the slowest counts. */
  readonly does: readonly string[];
  /** The like in the bare page. */
  readonly bare: readonly string[];
  /** Holds in the page afterwards: what was not done was not measured. */
  readonly so: string;
}

/** One after the other in a page that was just loaded, so that each is the first of its kind. */
const STEPS: readonly Step[] = [
  {
    name: 'a candidate, the first opened',
    does: ["press('j')"],
    bare: ['opened(0)'],
    so: "document.querySelector('.detail .signal') !== null",
  },
  {
    name: 'the next one',
    does: ["press('j')"],
    bare: ['opened(1)'],
    so: "document.querySelector('.detail .bar').innerText.includes('2 of ')",
  },
  {
    name: 'every entry asked for',
    does: ["press('Escape'); set('Entries', 'all', 'change')"],
    bare: ['everything()'],
    so: "/ of \\d\\d,\\d{3} entries/.test(document.querySelector('.found').innerText)",
  },
  {
    name: 'a word searched, the slowest letter',
    does: ['m', 'ma', 'mai', 'mail'].map((typed) => `set('Search', '${typed}', 'input')`),
    bare: ['m', 'ma', 'mai', 'mail'].map((typed) => `first(ids.filter((id) => id.toLowerCase().includes('${typed}')))`),
    so: "/^\\d{1,3} of \\d\\d,/.test(document.querySelector('.found').innerText)",
  },
  {
    name: 'a registry chosen, of all entries',
    does: ["set('Search', '', 'input')", "set('Registry', 'glama', 'change')", "set('Registry', '', 'change')"],
    bare: ['first(ids)', "first(ids.filter((id) => id.startsWith('glama:')))", 'first(ids)'],
    so: "document.querySelector('[aria-label=Registry]').value === ''",
  },
  {
    name: 'all entries sorted by name',
    does: ["document.querySelector('.head-name button').click()"],
    bare: ['first(ids.toSorted())'],
    so: "document.querySelector('.head-name').ariaSort === 'ascending'",
  },
];

const [given] = process.argv.slice(2);
if (hasBrowser) await measure();
else console.log(`not measured: there is no browser at ${BROWSERS.join(', ')}`);

async function measure(): Promise<void> {
  const browser = await startBrowser();
  const home = mkdtempSync(join(tmpdir(), 'registry-audit-bench-'));
  try {
    const report = given ?? reportOf(home);
    const bare = join(home, 'bare.html');
    writeFileSync(bare, barePage(readFileSync(report, 'utf8')));
    const least = { page: new Map<string, number>(), bare: new Map<string, number>() };
    for (let round = 0; round < ROUNDS; round += 1) {
      keepLeast(least.bare, await bareMs(browser, bare));
      keepLeast(least.page, await pageMs(browser, report));
    }
    console.log(row(FIRST_TABLE, FIRST_TABLE_AIM_MS, least));
    for (const { name } of STEPS) console.log(row(name, STEP_AIM_MS, least));
  } finally {
    await browser.close();
    rmSync(home, { recursive: true });
  }
}

function reportOf(home: string): string {
  const options = ['--snapshot', '2026-06-29', '--snapshots', join(ROOT, 'snapshots'), '--format', 'html'];
  execFileSync(
    process.execPath,
    [join(ROOT, 'bin', 'registry-audit.js'), 'scan', ...options, '--out', home, '--no-progress'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return join(home, 'report.html');
}

type Milliseconds = ReadonlyMap<string, number>;

async function pageMs(browser: Browser, report: string): Promise<Milliseconds> {
  return inPage(browser, report, async (page) => {
    const ms = new Map([[FIRST_TABLE, await page.evaluate<number>('firstTable')]]);
    await page.evaluate("location.hash = '#/candidates'");
    await page.locator('.rows').waitFor();
    for (const { name, does, so } of STEPS) {
      ms.set(name, await slowest(page, does));
      if (!(await page.evaluate<boolean>(so))) throw new Error(`not seen in the page: ${name}`);
    }
    return ms;
  });
}

async function bareMs(browser: Browser, bare: string): Promise<Milliseconds> {
  return inPage(browser, bare, async (page) => {
    const ms = new Map([[FIRST_TABLE, await page.evaluate<number>('firstTable')]]);
    for (const step of STEPS) ms.set(step.name, await slowest(page, step.bare));
    return ms;
  });
}

/** In a context of its own, so that nothing is kept from one round to the next. */
async function inPage<T>(browser: Browser, path: string, does: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.addInitScript(PROBE);
  await page.goto(pathToFileURL(path).href);
  const result = await does(page);
  await context.close();
  return result;
}

async function slowest(page: Page, statements: readonly string[]): Promise<number> {
  let mostMs = 0;
  for (const statement of statements) {
    mostMs = Math.max(mostMs, await page.evaluate<number>(`took(() => { ${statement} })`));
  }
  return mostMs;
}

function keepLeast(least: Map<string, number>, round: Milliseconds): void {
  for (const [name, ms] of round) least.set(name, Math.min(ms, least.get(name) ?? Infinity));
}

function row(name: string, aimMs: number, least: Readonly<Record<'page' | 'bare', Milliseconds>>): string {
  const ms = least.page.get(name) ?? Infinity;
  const floorMs = least.bare.get(name) ?? Infinity;
  const columns = `${name.padEnd(36)} ${ms.toFixed(0).padStart(5)} ms (aim ${aimMs.toString().padStart(4)})`;
  const floor = `${(ms / floorMs).toFixed(1).padStart(5)} times the bare page's ${floorMs.toFixed(0)} ms`;
  return `${columns} ${floor}${ms > aimMs ? '   OVER' : ''}`;
}
