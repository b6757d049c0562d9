import type { Fact, FactKind, FileFacts } from '../model/source.ts';

/** A file this short does one thing; what stands in it stands together. */
const SHORT_FILE_BYTES = 16_000;
/** In longer files: a screenful or two, or as much of a line that holds a whole program. */
const NEAR_LINES = 60;
const NEAR_COLUMNS = 3_000;

type Accepts = (other: Fact) => boolean;

/**
 * The first fact of some kinds that stands in the same function as a fact, itself left out; null where there is none.
 *
 * The top level of a file is one function only where the file is short: in a bundle it is everything.
 */
export function inSameFunction(
  file: FileFacts,
  fact: Fact,
  kinds: readonly FactKind[],
  accepts: Accepts = () => true,
): Fact | null {
  return firstOf(file, kinds, (other) => other !== fact && isInFunctionOf(file, fact, other) && accepts(other));
}

/** The same and what stands near it: anywhere in a short file, within 60 lines in a long one, within 3,000 characters in a long line. */
export function beside(
  file: FileFacts,
  fact: Fact,
  kinds: readonly FactKind[],
  accepts: Accepts = () => true,
): Fact | null {
  const isClose: Accepts = (other) =>
    file.bytes <= SHORT_FILE_BYTES || isInFunctionOf(file, fact, other) || isNear(file, fact, other);
  return firstOf(file, kinds, (other) => other !== fact && isClose(other) && accepts(other));
}

function firstOf(file: FileFacts, kinds: readonly FactKind[], accepts: Accepts): Fact | null {
  const byKind = KINDS.get(file) ?? Map.groupBy(file.facts, ({ kind }) => kind);
  KINDS.set(file, byKind);
  for (const kind of kinds) {
    const found = byKind.get(kind)?.find(accepts);
    if (found !== undefined) return found;
  }
  return null;
}

/** A file with a thousand new hosts is asked what stands beside each of them. */
const KINDS = new WeakMap<FileFacts, ReadonlyMap<FactKind, readonly Fact[]>>();

function isInFunctionOf(file: FileFacts, fact: Fact, other: Fact): boolean {
  if (other.scope !== fact.scope) return false;
  return fact.scope !== 0 || file.bytes <= SHORT_FILE_BYTES || isNear(file, fact, other);
}

function isNear({ measures }: FileFacts, fact: Fact, other: Fact): boolean {
  if (fact.line === other.line) return Math.abs(fact.column - other.column) <= NEAR_COLUMNS;
  return (measures?.longestLine ?? 0) <= NEAR_COLUMNS && Math.abs(fact.line - other.line) <= NEAR_LINES;
}
