// Scan against the bare loop over the same files, and against a population ten times as large: `node scripts/bench/scan.ts [FOLDER_OF_10X]`.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Cost, leastCost, ratio, row } from './measure.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const RUNS = 5;

const [large] = process.argv.slice(2);
const shipped = join(ROOT, 'snapshots', '2026-06-29');

const bare = bareLoop(shipped);
const scan = scanOf(shipped);
console.log(row('bare loop', bare));
console.log(row('scan', scan));
console.log(ratio('scan / bare loop, wall', scan.wallMs / bare.wallMs, 3));
console.log(ratio('scan, peak RSS in MiB', scan.peakMiB, 500));

if (large !== undefined) {
  const scanLarge = scanOf(large);
  console.log(row('bare loop, ten times the entries', bareLoop(large)));
  console.log(row('scan, ten times the entries', scanLarge));
  console.log(ratio('ten times the entries, wall', scanLarge.wallMs / scan.wallMs, 11));
  console.log(
    `${'memory added, MiB'.padEnd(34)} ${Math.round(scanLarge.peakMiB - scan.peakMiB)
      .toString()
      .padStart(7)}`,
  );
}

function bareLoop(folder: string): Cost {
  return leastCost([join(import.meta.dirname, 'bare-loop.ts'), folder], RUNS);
}

function scanOf(folder: string): Cost {
  const out = mkdtempSync(join(tmpdir(), 'registry-audit-bench-'));
  const program = join(ROOT, 'bin', 'registry-audit.js');
  const args = ['scan', '--snapshot', basename(folder), '--snapshots', dirname(folder), '--out', out, '--no-progress'];
  return leastCost([program, ...args], RUNS);
}
