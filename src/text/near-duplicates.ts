import { osa_distance as edits } from '@3leaps/string-metrics-wasm';
import { candidatePairs } from './deletion-index.ts';

/** One edit for each so many characters of the longer text: a relative distance of at most 1/6. */
const CHARACTERS_AN_EDIT = 6;
/** More edits than this make another name, however long it is; they would also cost the square of its length. */
const MOST_EDITS = 2;

/** Two texts, by their places in the list, and how many edits part them (optimal string alignment). */
export interface NearPair {
  readonly a: number;
  readonly b: number;
  readonly edits: number;
}

export interface NearDuplicates {
  /** `a` below `b`, by `a` and then `b`. */
  readonly pairs: readonly NearPair[];
  /** Variants that so many texts share that their pairs were not listed: nobody reads ten thousand spellings of one name. */
  readonly crowded: number;
}

/** How many edits two texts may be apart, by the length of the longer: 0 below 6 characters, 1 below 12, else 2. */
export function mostEdits(characters: number): number {
  return Math.min(MOST_EDITS, Math.floor(characters / CHARACTERS_AN_EDIT));
}

/**
 * All pairs of different texts that are within a relative edit distance of 1/6 and two edits.
 *
 * Pairs come from an index of deletions (as in SymSpell), so the cost grows with the texts and not with their square; each is
 * confirmed by rapidfuzz's distance. Compares UTF-16 code units; texts are expected to be distinct and at most 64 characters.
 */
export function nearDuplicates(texts: readonly string[]): NearDuplicates {
  const pairs: NearPair[] = [];
  const { keys, crowded } = candidatePairs(texts, mostEdits);
  for (const key of keys) {
    const a = Math.floor(key / texts.length);
    const b = key % texts.length;
    const [left = '', right = ''] = [texts[a], texts[b]];
    const apart = edits(left, right);
    if (apart <= mostEdits(Math.max(left.length, right.length))) pairs.push({ a, b, edits: apart });
  }
  return { pairs, crowded };
}
