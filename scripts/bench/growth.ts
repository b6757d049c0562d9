// How a scan grows with the population: `node scripts/bench/growth.ts [--populations FOLDER] [SCALE…]`; a scale of 1 has some
// 34 thousand entries, 29 a million. Populations are made in FOLDER, where the next run finds them (an empty one after a
// change of scripts/population or of the snapshot's layout), or beside the measuring and thrown away.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { leastCost } from './measure.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const DATE = '2026-06-29';
const { values, positionals } = parseArgs({ allowPositionals: true, options: { populations: { type: 'string' } } });
const scales = positionals.length > 0 ? positionals : ['0.3', '1', '3'];

const home = mkdtempSync(join(tmpdir(), 'registry-audit-growth-'));
try {
  console.log('  entries   seconds   CPU seconds      MiB   CPU seconds for 10,000 entries');
  let first: number | null = null;
  for (const scale of scales) {
    const snapshots = populationOf(scale);
    const { coverage }: { coverage: { distinct: number }[] } = JSON.parse(
      readFileSync(join(snapshots, DATE, 'manifest.json'), 'utf8'),
    );
    const entries = coverage.reduce((sum, { distinct }) => sum + distinct, 0);
    const { wallMs, cpuMs, peakMiB } = leastCost(
      [
        join(ROOT, 'bin', 'registry-audit.js'),
        'scan',
        '--snapshot',
        DATE,
        '--snapshots',
        snapshots,
        '--out',
        join(home, 'out'),
        '--no-progress',
      ],
      entries > 50_000 ? 1 : 3,
    );
    // By the processor's time: other work on the machine stretches only the wall's.
    const each = cpuMs / 1_000 / (entries / 10_000);
    first ??= each;
    console.log(
      `${String(entries).padStart(9)} ${(wallMs / 1_000).toFixed(1).padStart(9)} ${(cpuMs / 1_000).toFixed(1).padStart(13)} ${Math.round(peakMiB).toString().padStart(8)}   ${each.toFixed(2)}   ${(each / first).toFixed(2)} of the first`,
    );
    if (values.populations === undefined) rmSync(snapshots, { recursive: true });
  }
} finally {
  rmSync(home, { recursive: true });
}

function populationOf(scale: string): string {
  const snapshots = resolve(values.populations ?? home, scale);
  if (existsSync(join(snapshots, DATE, 'manifest.json'))) return snapshots;
  const made = spawnSync(
    process.execPath,
    [join(ROOT, 'scripts', 'make-snapshot.ts'), '--scale', scale, '--snapshots', snapshots, '--port', '0'],
    { encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`no population of ${scale}: ${made.stderr}`);
  return snapshots;
}
