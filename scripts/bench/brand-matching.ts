// Finds the brands in the names of a snapshot, each name once: node scripts/bench/brand-matching.ts [FOLDER]
import { join } from 'node:path';
import { protectedNames } from '../../signals/data/index.ts';
import { brandWords } from '../../src/pipelines/brand-words.ts';
import { openSnapshot, readEntries } from '../../src/snapshot/read.ts';
import { ratio } from './measure.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const RUNS = 5;
/** What 34 thousand names may take. */
const MOST_MS = 300;

const [folder = join(ROOT, 'snapshots', '2026-06-29')] = process.argv.slice(2);
const names = await namesIn(folder);
const timesMs: number[] = [];
let branded = 0;
for (let run = 0; run < RUNS; run += 1) {
  const words = brandWords(protectedNames.brands, protectedNames.dictionary);
  const startedMs = performance.now();
  branded = names.filter((name) => {
    const { named, typos } = words.read(name);
    return named.length > 0 || typos.length > 0;
  }).length;
  timesMs.push(performance.now() - startedMs);
}
console.log(`${names.length} names, ${branded} with a brand or a slip of one`);
console.log(ratio('brand matching, ms', Math.min(...timesMs), MOST_MS));

async function namesIn(path: string): Promise<readonly string[]> {
  const snapshot = await openSnapshot(path);
  const found: string[] = [];
  for (const { registry } of snapshot.manifest.coverage) {
    for await (const { id } of readEntries(snapshot, registry)) found.push(id.slice(registry.length + 1));
  }
  return found;
}
