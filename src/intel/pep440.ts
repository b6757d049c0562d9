/**
 * The order of Python versions (PEP 440, as `packaging.version` has it).
 *
 * https://packaging.python.org/en/latest/specifications/version-specifiers/
 */

const MAX_CHARACTERS = 128;
/** Of digits that a number can hold exactly. */
const VERSION =
  /^v?(?:(\d{1,9})!)?(\d{1,15}(?:\.\d{1,15}){0,30})(?:[-_.]?(alpha|beta|preview|pre|rc|a|b|c)[-_.]?(\d{0,15}))?(?:-(\d{1,15})|[-_.]?(?:post|rev|r)[-_.]?(\d{0,15}))?(?:[-_.]?dev[-_.]?(\d{0,15}))?(?:\+([a-z\d]{1,40}(?:[-_.][a-z\d]{1,40}){0,10}))?$/;

const PRE_RANK: ReadonlyMap<string, number> = new Map([
  ['a', 0],
  ['alpha', 0],
  ['b', 1],
  ['beta', 1],
  ['c', 2],
  ['rc', 2],
  ['pre', 2],
  ['preview', 2],
]);
/** A development release of what has no pre-release comes before all pre-releases, a final release after them. */
const BEFORE_PRE = -1;
const FINAL = 3;

interface Key {
  readonly epoch: number;
  /** Without zeros at the end: 1.0 is 1. */
  readonly release: readonly number[];
  /** Pre-release kind and number, post-release, development release. */
  readonly marks: readonly number[];
  /** null: none, which comes first. */
  readonly local: readonly (number | string)[] | null;
}

/** Negative, 0 or positive, as comparators do; null where either is not a version by PEP 440. */
export function comparePep440(a: string, b: string): number | null {
  const [left, right] = [keyOf(a), keyOf(b)];
  if (left === null || right === null) return null;
  return (
    left.epoch - right.epoch ||
    compareNumbers(left.release, right.release) ||
    compareNumbers(left.marks, right.marks) ||
    compareLocal(left.local, right.local)
  );
}

/** The same text for versions between which there is no order; null where it is not one. For comparison only. */
export function canonicalPep440(version: string): string | null {
  const key = keyOf(version);
  return key === null ? null : JSON.stringify(key);
}

function keyOf(version: string): Key | null {
  if (version.length > MAX_CHARACTERS) return null;
  const parts = VERSION.exec(version.trim().toLowerCase());
  if (parts === null) return null;
  const [, epoch, release = '', pre, preNumber, dashed, named, dev, local] = parts;
  const post = dashed ?? named;
  return {
    epoch: Number(epoch ?? 0),
    release: withoutZeros(release.split('.').map(Number)),
    marks: [
      pre === undefined ? (post === undefined && dev !== undefined ? BEFORE_PRE : FINAL) : (PRE_RANK.get(pre) ?? FINAL),
      // An empty number is 0 by Number('').
      Number(preNumber ?? 0),
      post === undefined ? -1 : Number(post),
      dev === undefined ? Number.MAX_SAFE_INTEGER : Number(dev),
    ],
    local:
      local === undefined ? null : local.split(/[-_.]/).map((part) => (/^\d{1,15}$/.test(part) ? Number(part) : part)),
  };
}

function withoutZeros(numbers: readonly number[]): readonly number[] {
  return numbers.slice(0, numbers.findLastIndex((number) => number !== 0) + 1);
}

/** Of equal beginnings the shorter comes first. */
function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  if (at === -1) return a.length - b.length;
  const other = b[at];
  return other === undefined ? 1 : (a[at] ?? 0) - other;
}

/** Numbers come after words. */
function compareLocal(a: Key['local'], b: Key['local']): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    if (left === right) continue;
    if (typeof left === 'number') return typeof right === 'number' ? left - right : 1;
    return typeof right === 'number' || left < right ? -1 : 1;
  }
  return a.length - b.length;
}
