// Near-duplicate names: the index against a full matrix of distances by rapidfuzz (Python's cdist where it is installed, else
// the same library as WebAssembly), on the names of a snapshot; that both find the same pairs of a sample; and a million names.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { osa_distance as edits } from '@3leaps/string-metrics-wasm';
import { mostEdits, nearDuplicates } from '../../src/text/near-duplicates.ts';
import { ratio } from './measure.ts';

const { values } = parseArgs({
  options: {
    snapshot: { type: 'string', default: 'snapshots/2026-06-29' },
    million: { type: 'boolean', default: false },
  },
});
const SAMPLE = 3_000;
/** Read from standard input, one name a line: pairs within the same relative bound, and the milliseconds it took. */
const MATRIX = `
import sys, time, json
import numpy
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist
names = sys.stdin.read().split("\\n")
started = time.perf_counter()
pairs = 0
lengths = numpy.array([len(name) for name in names])
for start in range(0, len(names), 1000):
    rows = names[start:start + 1000]
    distances = cdist(rows, names, scorer=OSA.distance, score_cutoff=2, workers=1, dtype=numpy.uint8)
    longer = numpy.maximum(lengths[start:start + 1000, None], lengths[None, :])
    pairs += int((distances <= numpy.minimum(2, longer // 6)).sum())
print(json.dumps({"pairs": (pairs - len(names)) // 2, "ms": (time.perf_counter() - started) * 1000}))
`;

const names = distinctNames(values.snapshot);
console.log(`${names.length} distinct names of ${values.snapshot}`);
const own = timed(() => nearDuplicates(names));
console.log(
  `index                    ${own.ms.toFixed(0).padStart(8)} ms   ${own.result.pairs.length} pairs, ${own.result.crowded} crowded`,
);

const sample = names.filter((_, place) => place % Math.ceil(names.length / SAMPLE) === 0);
const bySample = nearDuplicates(sample).pairs.length;
const byMatrix = timed(() => matrixOf(sample));
console.log(
  `same pairs in a sample   ${bySample} by index, ${byMatrix.result} by matrix${bySample === byMatrix.result ? '' : '   DIFFERENT'}`,
);

const python = spawnSync('python3', ['-c', MATRIX], { input: names.join('\n'), encoding: 'utf8' });
if (python.status === 0) {
  const { ms, pairs }: { ms: number; pairs: number } = JSON.parse(python.stdout);
  console.log(`matrix, cdist            ${ms.toFixed(0).padStart(8)} ms   ${pairs} pairs`);
  console.log(ratio('index / cdist', own.ms / ms, 1 / 20));
} else {
  const ms = byMatrix.ms * (names.length / sample.length) ** 2;
  console.log(
    `matrix, rapidfuzz (wasm) ${ms.toFixed(0).padStart(8)} ms   by the sample; python3-rapidfuzz is not installed`,
  );
  console.log(ratio('index / matrix', own.ms / ms, 1 / 20));
}
if (values.million) {
  const million = [...new Set(Array.from({ length: 1_000_000 }, (_, place) => invented(names, place)))];
  const large = timed(() => nearDuplicates(million));
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${million.length} names       ${large.ms.toFixed(0).padStart(8)} ms   ${large.result.pairs.length} pairs, ${peakMiB.toFixed(0)} MiB at most`,
  );
}

function distinctNames(folder: string): string[] {
  const manifest: { coverage: { registry: string }[] } = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));
  const leaves = manifest.coverage.flatMap(({ registry }) =>
    gunzipSync(readFileSync(`${folder}/entries/${registry}.ndjson.gz`))
      .toString()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => line.slice('{"id":"'.length, line.indexOf('"', '{"id":"'.length)))
      .map((id) => id.slice(id.lastIndexOf('/') + 1).toLowerCase()),
  );
  return [...new Set(leaves)].filter((leaf) => leaf.length <= 64);
}

/** Two names' halves: as long as names are, as alike as names are, and mostly new. */
function invented(from: readonly string[], place: number): string {
  const first = from[(place * 7_919) % from.length] ?? '';
  const second = from[(place * 104_729 + Math.floor(place / from.length) * 131 + 13) % from.length] ?? '';
  return `${first.slice(0, Math.ceil(first.length / 2))}${second.slice(Math.floor(second.length / 2))}`.slice(0, 64);
}

function matrixOf(all: readonly string[]): number {
  let pairs = 0;
  for (const [place, a] of all.entries()) {
    for (let other = place + 1; other < all.length; other += 1) {
      const b = all[other] ?? '';
      if (edits(a, b) <= mostEdits(Math.max(a.length, b.length))) pairs += 1;
    }
  }
  return pairs;
}

function timed<Result>(run: () => Result): { result: Result; ms: number } {
  const startedMs = performance.now();
  const result = run();
  return { result, ms: performance.now() - startedMs };
}
