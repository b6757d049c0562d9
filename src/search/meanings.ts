import { editsWithin } from '../text/edits.ts';
import { lettersOf } from './terms.ts';

/** A term that a word may mean. */
export interface Meant {
  readonly term: number;
  /** 1 for the word itself. */
  readonly nearness: number;
}

export interface Meanings {
  /** Nearest first. */
  readonly meant: readonly Meant[];
  /** A common word that this one was probably meant to be. */
  readonly as: string | null;
}

interface Terms {
  /** In the order of their characters. */
  readonly terms: readonly string[];
  readonly letters: Uint32Array;
  readonly entriesWith: (term: number) => number;
}

/** The nearest count. */
const MOST_MEANT = 200;
/** Below so many entries a word may be a slip of another. */
const RARE_ENTRIES = 20;
/** A term within an edit or two of a rare word and so many times as common is what was probably meant. */
const TIMES_AS_COMMON = 10;
const MIN_LETTERS_BEGUN = 2;
const MIN_LETTERS_EDITED = 4;
const MIN_LETTERS_EDITED_TWICE = 8;
const MIN_LETTERS_WITHIN = 4;
const NEARNESS = { plural: 0.9, begins: 0.6, ends: 0.6, within: 0.4, edited: 0.5, probable: 0.95 } as const;

/** Makes the function that finds what a word may mean: itself, its singular, what begins, ends or has it, and what it may be a slip of. */
export function meanings({ terms, letters, entriesWith }: Terms): (word: string) => Meanings {
  function meaningsOf(word: string): Meanings {
    const own = placeOf(terms, word);
    const count = terms[own] === word ? entriesWith(own) : 0;
    const meant: Meant[] = count > 0 ? [{ term: own, nearness: 1 }] : [];
    for (let at = own; at < terms.length && word.length >= MIN_LETTERS_BEGUN; at += 1) {
      const text = terms[at] ?? '';
      if (!text.startsWith(word)) break;
      if (text !== word) meant.push({ term: at, nearness: NEARNESS.begins * share(word, text) });
    }
    const singular = word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : null;
    const found = singular === null ? own : placeOf(terms, singular);
    if (singular !== null && terms[found] === singular) meant.push({ term: found, nearness: NEARNESS.plural });
    if (word.length >= MIN_LETTERS_WITHIN) meant.push(...containing(word));
    const slips = count < RARE_ENTRIES ? slipsOf(word, count) : [];
    meant.push(...slips);
    const probable = slips.filter(({ nearness }) => nearness === NEARNESS.probable);
    const as = probable.toSorted((a, b) => entriesWith(b.term) - entriesWith(a.term))[0];
    return {
      meant: meant.toSorted((a, b) => b.nearness - a.nearness || a.term - b.term).slice(0, MOST_MEANT),
      as: as === undefined ? null : (terms[as.term] ?? null),
    };
  }

  /** `gmail` and `webmail` for `mail`. */
  function containing(word: string): readonly Meant[] {
    const found: Meant[] = [];
    const own = lettersOf(word);
    for (let term = 0; term < terms.length; term += 1) {
      if (((letters[term] ?? 0) & own) !== own >> 0) continue;
      const text = terms[term] ?? '';
      if (text.indexOf(word) < 1) continue;
      const nearness = text.endsWith(word) ? NEARNESS.ends : NEARNESS.within;
      found.push({ term, nearness: nearness * share(word, text) });
    }
    return found;
  }

  function slipsOf(word: string, count: number): readonly Meant[] {
    if (word.length < MIN_LETTERS_EDITED) return [];
    const most = word.length < MIN_LETTERS_EDITED_TWICE ? 1 : 2;
    const own = lettersOf(word);
    const found: Meant[] = [];
    for (let term = 0; term < terms.length; term += 1) {
      if (bitsOf(((letters[term] ?? 0) ^ own) >>> 0) > 2 * most) continue;
      const text = terms[term] ?? '';
      if (text === word || editsWithin(word, text, most) === null) continue;
      const isCommon = entriesWith(term) >= Math.max(RARE_ENTRIES, TIMES_AS_COMMON * count);
      const isProbable = isCommon && isSlip(word, text, count);
      found.push({ term, nearness: isProbable ? NEARNESS.probable : NEARNESS.edited });
    }
    return found;
  }

  return meaningsOf;
}

/** People get the first letter right; a short word that stands somewhere, or that only has a letter more, may be meant as it is. */
function isSlip(word: string, common: string, count: number): boolean {
  if (word[0] !== common[0]) return false;
  if (word.length > MIN_LETTERS_EDITED + 1) return true;
  return common.length >= word.length && count === 0;
}

/** Where a term stands or would stand. */
function placeOf(terms: readonly string[], wanted: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function share(word: string, term: string): number {
  return Math.sqrt(word.length / term.length);
}

function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
