import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { BROWSERS, hasBrowser, startBrowser } from './chromium.ts';

export { hasBrowser } from './chromium.ts';
if (!hasBrowser) console.warn(`Pages are not tried: there is no browser at ${BROWSERS.join(', ')}.`);

/** A page of thirty thousand entries on a busy machine. */
const PATIENCE_MS = 120_000;

export type Opened = (path: string, options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;

/** Opens files as a reader does: from disk. A test fails where its page complains or asks the network for anything. */
export function openedInBrowser(): Opened {
  let browser: Browser;
  const complaints: string[] = [];
  const requests: string[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const wrong = [...complaints.splice(0), ...requests.splice(0).filter((url) => !/^(?:file|blob):/.test(url))];
    if (wrong.length > 0) throw new Error(`the page said or asked for: ${wrong.join('; ')}`);
  });
  afterAll(() => browser.close());

  return async (path, options = {}) => {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    page.on('request', (request) => requests.push(request.url()));
    const [file = '', hash = ''] = path.split('#');
    await page.goto(`${pathToFileURL(file).href}${hash === '' ? '' : `#${hash}`}`);
    return page;
  };
}
