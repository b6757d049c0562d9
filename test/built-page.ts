import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const BUILT = join(ROOT, 'dist', 'page', 'report.html');
/** What the page is made of: its own sources and those of the program's that it shares. */
const SOURCES = [
  'page/**/*',
  'scripts/page.ts',
  'src/model/*.ts',
  'src/report/*.ts',
  'src/text/inert.ts',
  'src/signal.ts',
];

/** Builds the review page once for all tests, where it is missing or older than its sources: scans put their data into it. */
export default function setup(): void {
  const newest = Math.max(...globSync(SOURCES, { cwd: ROOT }).map((path) => changedAt(join(ROOT, path))));
  if (changedAt(BUILT) >= newest) return;
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'page.ts')], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
