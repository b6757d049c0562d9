// Search over the shipped snapshot against grep over the same lines, unzipped: `node scripts/bench/search.ts`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { leastCost, ratio, row } from './measure.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SNAPSHOT = '2026-06-29';
const RUNS = 5;

const home = mkdtempSync(join(tmpdir(), 'registry-audit-bench-'));
try {
  const folder = join(ROOT, 'snapshots', SNAPSHOT, 'entries');
  const lines = join(home, 'entries.ndjson');
  writeFileSync(lines, Buffer.concat(readdirSync(folder).map((name) => gunzipSync(readFileSync(join(folder, name))))));
  const program = [join(ROOT, 'bin', 'registry-audit.js'), 'search', 'send mail', '--snapshot', SNAPSHOT];
  const shared = ['--snapshots', join(ROOT, 'snapshots'), '--cache', join(home, 'cache'), '--json', '--no-progress'];
  const first = leastCost([...program, ...shared], 1);
  const later = leastCost([...program, ...shared], RUNS);
  const grepMs = Math.min(...Array.from({ length: RUNS }, () => grep(lines)));
  const bare = leastCost(['-e', '0'], RUNS);
  console.log(row('search, the first of a snapshot', first));
  console.log(row('search, from then on', later));
  console.log(`${'grep over the same lines'.padEnd(34)} ${Math.round(grepMs).toString().padStart(7)} ms wall`);
  console.log(ratio('search / (node that does nothing + grep)', later.wallMs / (bare.wallMs + grepMs), 5));
} finally {
  rmSync(home, { recursive: true });
}

function grep(path: string): number {
  const startedMs = performance.now();
  spawnSync('grep', ['-i', '-c', '-E', 'send.*mail|mail.*send', path], { env: { ...process.env, LC_ALL: 'C' } });
  return performance.now() - startedMs;
}
