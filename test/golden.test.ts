import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { CandidatesReport } from '../src/report/schema.ts';
import { hasBrowser, openedInBrowser } from './program/browser.ts';
import { run } from './program/run.ts';

/**
 * What the shipped snapshot gives: how often each signal fired, and the candidates of the two upper tiers with the signals that put
 * them there. A change that moves it shows the move in the same commit (`npx vitest run test/golden.test.ts -u`) and says why.
 */
let out = '';
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'registry-audit-golden-'));
  const { code, stderr } = await run(['scan', '--snapshot', '2026-06-29', '--no-progress', '--out', out]);
  if (code !== 0) throw new Error(stderr);
  return () => rmSync(out, { recursive: true });
});

test.each(['lookalike', 'rug-pull'])('the %s list of the shipped snapshot', async (pipeline) => {
  const { signals, byRegistry, candidates } = CandidatesReport.parse(
    JSON.parse(readFileSync(join(out, `${pipeline}.json`), 'utf8')),
  );
  const lines = [
    ...byRegistry.map(({ registry, looked, byTier }) => `${registry}: ${looked} looked at, ${JSON.stringify(byTier)}`),
    '',
    ...signals
      .filter(({ role }) => role === 'incriminates')
      .map(
        ({ id, outcomes }) => `${id}: fired ${outcomes.fired}, silent ${outcomes.silent}, unseen ${outcomes.unseen}`,
      ),
    '',
    ...candidates
      .filter(({ tier }) => tier === 'review-first' || tier === 'review')
      .map(
        ({ rank, tier, score, reachable, depth, entry, fired, cleared }) =>
          `${rank} ${tier} ${score}/${reachable} ${depth} ${entry.id} ` +
          [
            ...fired.map(({ signal, weight }) => `+${weight} ${signal}`),
            ...cleared.map(({ signal }) => `− ${signal}`),
          ].join(', '),
      ),
  ];
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`golden/${pipeline}.txt`);
});

describe.skipIf(!hasBrowser)('the page of the shipped snapshot, in a browser', () => {
  const opened = openedInBrowser();

  test('says when its first table stood, and that its entries are invented', async () => {
    const page = await opened(join(out, 'report.html'));
    await page.locator('table').first().waitFor();
    const firstMs = await page.evaluate(() => performance.getEntriesByName('first table')[0]?.startTime ?? Infinity);
    expect(firstMs).toBeLessThan(Infinity);
    expect(await page.locator('.notices').innerText()).toContain('This snapshot is synthetic');
  });

  test('lists every entry, and draws few of them', async () => {
    const page = await opened(`${join(out, 'report.html')}#/candidates?scope=all`);
    await expect.poll(() => page.locator('.found').innerText()).toMatch(/ of 3\d,\d{3} entries/);
    expect(await page.locator('.rows tbody tr').count()).toBeLessThan(100);
    await page.locator('.rows').evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await expect.poll(() => page.locator('.rows .tier').count()).toBe(0);
  });

  test('a gateway names where keys go', async () => {
    const page = await opened(`${join(out, 'report.html')}#/gateways`);
    await page.locator('main table a').first().click();
    expect(await page.locator('main').innerText()).toMatch(/not statically falsifiable[^]*Where keys go/);
  });
});
