import { arrivals, type Trait } from '../../src/evidence/source-arrivals.ts';
import type { Step } from '../../src/evidence/source-steps.ts';
import type { FileFacts } from '../../src/model/source.ts';

/** So much at once in so large a file is other people's code, not a change of this package's. */
const MIN_NEW_FACTS = 100;
const MIN_BYTES = 100_000;

/** Whatever a file does, callees left out: bundlers rename them. */
const ANYTHING: Trait = {
  kinds: ['import', 'request', 'address', 'environment', 'process', 'execution', 'file-read', 'file-write', 'path'],
  identity: ({ kind, value, category = '' }) => (value === '' ? null : `${kind} ${category} ${value}`),
};

/**
 * Whether a file of a release came to hold the code of many others: a bundler was introduced, or a large library bundled.
 *
 * What stands in it is new to the package's files and old to its dependencies; facts that are common in libraries weigh little there.
 */
export function isBundledIn(step: Step, file: FileFacts): boolean {
  if (file.bytes < MIN_BYTES) return false;
  const known = COUNTS.get(step) ?? countsOf(step);
  COUNTS.set(step, known);
  return (known.get(file.path) ?? 0) >= MIN_NEW_FACTS;
}

const COUNTS = new WeakMap<Step, ReadonlyMap<string, number>>();

function countsOf(step: Step): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { file } of arrivals(step, ANYTHING)) counts.set(file.path, (counts.get(file.path) ?? 0) + 1);
  return counts;
}
