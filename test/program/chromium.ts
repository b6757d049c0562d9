import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

export const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executable = BROWSERS.find((path) => existsSync(path));

/** Whether pages can be tried at all. */
export const hasBrowser = executable !== undefined;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser of this machine, without a window. Throws where there is none. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ ...(executable === undefined ? {} : { executablePath: executable }), args: FLAGS });
}
