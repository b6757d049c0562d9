import type { EntryId } from '../model/entry.ts';
import { words } from '../text/words.ts';
import type { Brand } from './brands.ts';

/** A vendor's own words about its server. */
export interface ProtectedDescription {
  readonly entry: EntryId;
  readonly text: string;
  readonly owners: readonly Brand[];
}
export interface NearDescription extends ProtectedDescription {
  /** Share of distinct words in common, 1 for equal texts. */
  readonly likeness: number;
}

export interface ProtectedDescriptions {
  /** The vendor's description that this one repeats; null where there is none. */
  nearest(description: string): NearDescription | null;
}

/** Words that servers of all kinds are described with; a text of nothing else is nobody's own. */
const BOILERPLATE = new Set(
  'a an and api by describe description does for from in is it mcp model context protocol my of on official or protocol provides server simple that the this to tool tools use using via what with your'.split(
    ' ',
  ),
);
const MIN_OWN_WORDS = 1;
const MIN_CHARACTERS = 20;
/** Below this, only equal texts count: short sentences are alike by chance. */
const MIN_WORDS_NEAR = 8;
/** Of distinct words. Vendors' descriptions copied verbatim are 0.025 % of foreign entries (official registry, 2026-06-12). */
const LEAST_LIKENESS = 0.85;

/**
 * Descriptions of vendors' own servers, to be found again under other publishers.
 *
 * The order in which they come does not matter: of equal texts the entry with the least id is kept, and a text that different
 * vendors share is a template's and protects nobody.
 */
export function protectedDescriptions(all: readonly ProtectedDescription[]): ProtectedDescriptions {
  const kept = distinctive(all).map(({ entry, text, owners }) => ({
    entry,
    text,
    owners,
    words: new Set(words(text)),
  }));
  const byText = new Map(kept.map((each) => [words(each.text).join(' '), each]));
  const firstWords = new Set(kept.map(({ words: own }) => own.values().next().value));
  const byRareWord = indexByRareWords(kept.filter((each) => each.words.size >= MIN_WORDS_NEAR));

  return {
    nearest(description) {
      const split = words(description);
      const equal = firstWords.has(split[0]) ? byText.get(split.join(' ')) : undefined;
      if (equal !== undefined) return { entry: equal.entry, text: equal.text, owners: equal.owners, likeness: 1 };
      if (split.length < MIN_WORDS_NEAR) return null;
      const candidates = new Set<Kept>();
      for (const word of split) for (const each of byRareWord.get(word) ?? NONE) candidates.add(each);
      return candidates.size === 0 ? null : closest(new Set(split), candidates);
    },
  };
}

const NONE: readonly Kept[] = [];

interface Kept extends ProtectedDescription {
  readonly words: ReadonlySet<string>;
}

/**
 * Under as many of its rarest words as two texts can differ in and still be near, and one more.
 *
 * A near text has at least one of them, so nothing is missed and common words lead nowhere (prefix filtering).
 */
function indexByRareWords(kept: readonly Kept[]): ReadonlyMap<string, readonly Kept[]> {
  const frequency = new Map<string, number>();
  for (const { words: own } of kept) for (const word of own) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const index = new Map<string, Kept[]>();
  for (const each of kept) {
    const rarest = [...each.words].toSorted(
      (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1),
    );
    const enough = each.words.size - Math.ceil(LEAST_LIKENESS * each.words.size) + 1;
    for (const word of rarest.slice(0, enough)) index.set(word, [...(index.get(word) ?? []), each]);
  }
  return index;
}

function closest(own: ReadonlySet<string>, candidates: Iterable<Kept>): NearDescription | null {
  let best: NearDescription | null = null;
  for (const { entry, text, owners, words: other } of candidates) {
    const likeness = jaccard(own, other);
    const better = best === null || likeness > best.likeness || (likeness === best.likeness && entry < best.entry);
    if (likeness >= LEAST_LIKENESS && better) best = { entry, text, owners, likeness };
  }
  return best;
}

function distinctive(all: readonly ProtectedDescription[]): readonly ProtectedDescription[] {
  const byText = new Map<string, ProtectedDescription | null>();
  for (const each of all.toSorted((a, b) => (a.entry < b.entry ? -1 : 1))) {
    const split = words(each.text);
    const own = split.filter((word) => !BOILERPLATE.has(word));
    if (each.text.length < MIN_CHARACTERS || own.length < MIN_OWN_WORDS) continue;
    const key = split.join(' ');
    const known = byText.get(key);
    if (known === undefined) byText.set(key, each);
    else if (known !== null && !known.owners.some((brand) => each.owners.includes(brand))) byText.set(key, null);
  }
  return [...byText.values()].filter((each) => each !== null);
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = one.intersection(other).size;
  return shared / (one.size + other.size - shared);
}
