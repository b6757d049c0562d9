// Facts of source files against the bare parsers on the same files, and two large archives at once: `node scripts/bench/source-facts.ts`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from '@babel/parser';
import TreeSitter from '@vscode/tree-sitter-wasm';
import { fileDescriber } from '../../src/archives/facts/describe.ts';
import { largeArchive } from './large-archive.ts';
import { leastCost, ratio } from './measure.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ROUNDS = 3;
const MOST_BYTES = 6_000_000;
const MOST_FILE_BYTES = 400_000;
/** Programs that are installed here anyway, written by many hands, some of them minified. */
const JAVASCRIPT = ['undici', 'zod', 'yargs', 'vitest', 'vite', 'semver', 'pino', '@babel', 'nock', 'axe-core', 'ajv'];

interface File {
  readonly path: string;
  readonly content: Buffer;
}

const describe = fileDescriber();
await compared('JavaScript', {
  files: taken(
    JAVASCRIPT.map((name) => join(ROOT, 'node_modules', name)),
    /\.[cm]?js$/,
  ),
  bound: 3,
  bare: () => (text) => void parse(text, { sourceType: 'unambiguous', errorRecovery: true, plugins: ['jsx'] }),
  ours: (file) => describe(file.content, file.path, 'javascript'),
});

const stdlib = spawnSync('python3', ['-c', 'import sysconfig; print(sysconfig.get_path("stdlib"))'], {
  encoding: 'utf8',
});
if (stdlib.status !== 0) console.log('Python: skipped, no Python library is installed here to read');
else {
  await compared('Python', {
    files: taken([stdlib.stdout.trim()], /\.py$/),
    bound: 3,
    bare: bareTreeSitter,
    ours: (file) => describe(file.content, file.path, 'python'),
  });
}

const home = mkdtempSync(join(tmpdir(), 'registry-audit-bench-'));
try {
  const paths = ['ferry', 'lantern'].map((name) => join(home, `${name}.tgz`));
  for (const path of paths) writeFileSync(path, largeArchive(path.slice(home.length)));
  const { peakMiB } = leastCost([join(import.meta.dirname, 'two-archives.ts'), ...paths], 1);
  console.log(ratio('two archives of 50 MB, peak in MB', (peakMiB * 2 ** 20) / 1e6, 700));
} finally {
  rmSync(home, { recursive: true });
}

interface Comparison {
  readonly files: readonly File[];
  readonly bound: number;
  bare(this: void): ((text: string) => void) | Promise<(text: string) => void>;
  ours(this: void, file: File): Promise<unknown>;
}

/** Taking turns, and the best of each: other work on the machine only ever adds. */
async function compared(language: string, { files, bound, bare, ours }: Comparison): Promise<void> {
  const parseBare = await bare();
  const best = { bareMs: Infinity, oursMs: Infinity };
  for (let round = 0; round < ROUNDS; round += 1) {
    best.bareMs = Math.min(
      best.bareMs,
      await msOf(async () => files.forEach(({ content }) => parsedBy(parseBare, content))),
    );
    best.oursMs = Math.min(
      best.oursMs,
      await msOf(async () => {
        for (const file of files) await ours(file);
      }),
    );
  }
  const megabytes = files.reduce((sum, { content }) => sum + content.length, 0) / 1e6;
  const speed = (ms: number) => `${(megabytes / (ms / 1_000)).toFixed(2)} MB/s`;
  console.log(
    `${language}: ${files.length} files, ${megabytes.toFixed(1)} MB; bare parser ${speed(best.bareMs)}, facts ${speed(best.oursMs)}`,
  );
  console.log(ratio(`${language}, facts / bare parser`, best.oursMs / best.bareMs, bound));
}

/** A file that a parser refuses costs it what it costs. */
function parsedBy(parseBare: (text: string) => void, content: Buffer): void {
  try {
    parseBare(content.toString('utf8'));
  } catch {
    // Test data of parsers is among them.
  }
}

async function bareTreeSitter(): Promise<(text: string) => void> {
  await TreeSitter.Parser.init();
  const wasm = createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm');
  const language = await TreeSitter.Language.load(readFileSync(wasm));
  const parser = new TreeSitter.Parser();
  parser.setLanguage(language);
  return (text) => parser.parse(text)?.delete();
}

function taken(folders: readonly string[], named: RegExp): readonly File[] {
  const files: File[] = [];
  let bytes = 0;
  for (const folder of folders) {
    for (const each of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(each.parentPath, each.name);
      if (!each.isFile() || !named.test(each.name) || bytes > MOST_BYTES) continue;
      const content = readFileSync(path);
      if (content.length === 0 || content.length > MOST_FILE_BYTES) continue;
      files.push({ path, content });
      bytes += content.length;
    }
  }
  return files;
}

async function msOf(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}
