// Builds the pages: page/ bundled by vite into files without data, dist/page/report.html and trend.html, which a scan and a trend fill.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..');
const SOURCE = join(ROOT, 'page');
const TARGET = join(ROOT, 'dist', 'page');

const style = readFileSync(join(SOURCE, 'styles.css'), 'utf8');
const template = readFileSync(join(SOURCE, 'template.html'), 'utf8');
mkdirSync(TARGET, { recursive: true });
await buildPage('report.html', 'main.tsx', 'summary.md and in the JSON and CSV files beside it');
await buildPage('trend.html', 'trend-main.tsx', 'what "registry-audit trend" prints');

async function buildPage(name: string, entry: string, elsewhere: string): Promise<void> {
  const script = await bundled(entry);
  // Either would end the element it stands in.
  if (/<\/script|<!--/i.test(script) || /<\/style/i.test(style)) throw new Error('the bundle holds markup');
  const page = template
    .replace('{script-digest}', () => digest(script))
    .replace('{style-digest}', () => digest(style))
    .replace('{elsewhere}', elsewhere)
    .replace('<!--style-->', () => `<style>${style}</style>`)
    .replace('<!--script-->', () => `<script>${script}</script>`);
  // At once, so that a scan beside it reads the whole of one or the other.
  const partial = join(TARGET, `${name}.${process.pid}.partial`);
  writeFileSync(partial, page);
  renameSync(partial, join(TARGET, name));
}

async function bundled(entry: string): Promise<string> {
  const bundles = await build({
    root: SOURCE,
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2023',
      modulePreload: false,
      rollupOptions: { input: join(SOURCE, entry), output: { format: 'iife' } },
    },
  });
  const outputs = [bundles].flat().flatMap((each) => ('output' in each ? each.output : []));
  const chunks = outputs.flatMap((each) => (each.type === 'chunk' ? [each.code.trim()] : []));
  if (chunks.length !== 1) throw new Error(`vite built ${chunks.length} scripts instead of one`);
  return chunks.join('');
}

/** As a content-security policy names the text of an element. */
function digest(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
