import { arrivals, type Trait } from '../../src/evidence/source-arrivals.ts';
import { filesOf, type Step } from '../../src/evidence/source-steps.ts';
import type { FileFacts } from '../../src/model/source.ts';

/** A file this large that is new or has doubled, with as much that comes of libraries, is other people's code and no change of this one. */
const MIN_BYTES = 100_000;
const TIMES = 2;
const MIN_NEW_FACTS = 10;

/** What every library has some of. */
const OF_LIBRARIES: Trait = {
  kinds: ['import', 'address', 'environment'],
  identity: ({ kind, value }) => (value === '' ? null : `${kind} ${value}`),
};

/**
 * Whether a file of a release came to hold the code of many others: a bundler was introduced, or a large library bundled.
 *
 * What stands in it is new to the package's files and old to its dependencies; facts that are common in libraries weigh little there.
 * The bundles of ten popular packages brought 10 to 67 such facts (2026-11-21).
 */
export function isBundledIn(step: Step, file: FileFacts): boolean {
  if (file.bytes < MIN_BYTES) return false;
  const known = COUNTS.get(step) ?? countsOf(step);
  COUNTS.set(step, known);
  return (known.get(file.path) ?? 0) >= MIN_NEW_FACTS && hasDoubled(step, file);
}

function hasDoubled({ before }: Step, { path, bytes }: FileFacts): boolean {
  const was = (before === null ? [] : filesOf(before)).filter((each) => each.path === path);
  return was.every((each) => bytes >= each.bytes * TIMES);
}

const COUNTS = new WeakMap<Step, ReadonlyMap<string, number>>();

function countsOf(step: Step): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { file } of arrivals(step, OF_LIBRARIES)) counts.set(file.path, (counts.get(file.path) ?? 0) + 1);
  return counts;
}
