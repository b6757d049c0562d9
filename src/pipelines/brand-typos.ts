import { editsWithin, isOneSwap } from '../text/edits.ts';
import { letterMask, mayBeWithin } from '../text/letter-mask.ts';
import { withoutNumber } from '../text/words.ts';
import type { Brand } from './brands.ts';

export interface BrandTypo {
  readonly brand: Brand;
  readonly alias: string;
  readonly written: string;
  readonly edits: number;
}

/**
 * Shorter words meet by chance, and so do longer ones that differ by more than one letter in six: of 4,108 listed packages
 * three are that near to a brand, beside `openapi`.
 */
const MIN_LETTERS = 5;
const LETTERS_PER_EDIT = 6;
const MAX_LETTERS = 40;

interface Target {
  readonly brand: Brand;
  readonly alias: string;
  readonly letters: number;
}

/** Makes the function that finds, of a word and the parts its capitals divide it into, those one slip away from a brand. */
export function brandTypos(
  brands: readonly Brand[],
  dictionary: readonly string[],
): (word: string, parts: readonly string[]) => readonly BrandTypo[] {
  const known = new Set([...dictionary, ...brands.flatMap(knownWords)]);
  const byLength = targetsByLength(brands.filter(({ technology }) => !technology));
  function typoOf(word: string): readonly BrandTypo[] {
    if (word.length < MIN_LETTERS || word.length > MAX_LETTERS || known.has(word)) return NONE;
    return nearest(word, byLength);
  }

  return (word, parts) => (parts.length < 2 ? typoOf(word) : [word, ...parts].flatMap(typoOf));
}

const NONE: readonly BrandTypo[] = [];

/** All that a brand is known by, none of which is a slip for another brand. */
function knownWords({ aliases, ordinaryWords, identities, unverified }: Brand): readonly string[] {
  const scopes = [...identities.npmScopes, ...unverified.npmScopes].map((scope) => scope.slice(1));
  return [...aliases, ...ordinaryWords, ...identities.githubOrgs, ...unverified.githubOrgs, ...scopes];
}

/** The closest alias within the bound; of equally close ones the first by brand order, so that one word is cited once. */
function nearest(word: string, byLength: ReadonlyMap<number, readonly Target[]>): readonly BrandTypo[] {
  const letters = letterMask(word);
  const stem = withoutNumber(word);
  const reach = Math.floor(word.length / LETTERS_PER_EDIT) + 1;
  let best: BrandTypo | null = null;
  for (let length = word.length - reach; length <= word.length + reach; length += 1) {
    const most = Math.floor(Math.max(length, word.length) / LETTERS_PER_EDIT);
    for (const { brand, alias, letters: own } of byLength.get(length) ?? []) {
      if (!mayBeWithin(letters, own, Math.max(most, 1)) || stem === withoutNumber(alias)) continue;
      const edits = isOneSwap(word, alias) ? 1 : editsWithin(word, alias, most);
      if (edits !== null && edits < (best?.edits ?? Infinity)) best = { brand, alias, written: word, edits };
    }
  }
  return best === null ? NONE : [best];
}

function targetsByLength(brands: readonly Brand[]): ReadonlyMap<number, readonly Target[]> {
  const groups = new Map<number, Target[]>();
  for (const brand of brands) {
    for (const alias of brand.aliases) {
      if (alias.length < MIN_LETTERS || alias.includes('-')) continue;
      const target = { brand, alias, letters: letterMask(alias) };
      groups.set(alias.length, [...(groups.get(alias.length) ?? []), target]);
    }
  }
  return groups;
}
