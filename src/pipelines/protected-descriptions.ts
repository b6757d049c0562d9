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
  const kept = distinctive(all);
  const byText = new Map(kept.map((each) => [words(each.text).join(' '), each]));
  const firstWords = new Set(kept.map(({ text }) => words(text)[0]));
  const nearestOf = nearestByWords(kept);

  return {
    nearest(description) {
      const split = words(description);
      const equal = firstWords.has(split[0]) ? byText.get(split.join(' ')) : undefined;
      if (equal !== undefined) return { entry: equal.entry, text: equal.text, owners: equal.owners, likeness: 1 };
      return split.length < MIN_WORDS_NEAR ? null : nearestOf(split);
    },
  };
}

/** A word that protected descriptions have; one object for all of them. */
interface Word {
  readonly text: string;
  /** In how many descriptions. */
  frequency: number;
  /** Descriptions that have it among their rarest words. */
  readonly rareIn: Comparable[];
  /** The number of the last question that had it: a set of a question's words that needs no making and no emptying. */
  askedIn: number;
}
interface Comparable {
  readonly description: ProtectedDescription;
  /** Each once, the rarest first: a text that is not near misses those, so comparing ends early. */
  readonly words: readonly Word[];
}

/** Makes the function that finds, of some words, the description that has nearly the same. */
function nearestByWords(kept: readonly ProtectedDescription[]): (split: readonly string[]) => NearDescription | null {
  const vocabulary = vocabularyOf(kept);
  let question = 0;

  return (split) => {
    question += 1;
    const mostStrange = mostUnlike(split.length);
    const strange = new Set<string>();
    const candidates: Comparable[] = [];
    let known = 0;
    for (const text of split) {
      const word = vocabulary.get(text);
      if (word === undefined) {
        strange.add(text);
        if (strange.size > mostStrange) return null;
      } else if (word.askedIn !== question) {
        word.askedIn = question;
        known += 1;
        for (const each of word.rareIn) candidates.push(each);
      }
    }
    return closest(candidates, { question, size: known + strange.size });
  };
}

/**
 * Leads from words to descriptions: each stands under as many of its rarest words as a near text can be without, and one more.
 *
 * A near text has at least one of them, so nothing is missed and common words lead nowhere (prefix filtering).
 */
function vocabularyOf(kept: readonly ProtectedDescription[]): ReadonlyMap<string, Word> {
  const vocabulary = new Map<string, Word>();
  const described = kept.map((description) => ({
    description,
    words: [...new Set(words(description.text))].map((text) => {
      const word = vocabulary.get(text) ?? { text, frequency: 0, rareIn: [], askedIn: 0 };
      word.frequency += 1;
      vocabulary.set(text, word);
      return word;
    }),
  }));
  for (const { description, words: own } of described) {
    if (own.length < MIN_WORDS_NEAR) continue;
    const rarestFirst = own.toSorted((a, b) => a.frequency - b.frequency || (a.text < b.text ? -1 : 1));
    const comparable = { description, words: rarestFirst };
    for (const { rareIn } of rarestFirst.slice(0, mostUnlike(own.length) + 1)) rareIn.push(comparable);
  }
  return vocabulary;
}

/** Of so many distinct words, how many a near text can be without. */
function mostUnlike(count: number): number {
  return count - Math.ceil(LEAST_LIKENESS * count);
}

/** What was asked: its number, and how many distinct words it has. */
interface Question {
  readonly question: number;
  readonly size: number;
}

function closest(candidates: readonly Comparable[], asked: Question): NearDescription | null {
  let best: NearDescription | null = null;
  for (const candidate of candidates) {
    const likeness = likenessOf(candidate, asked);
    if (likeness < LEAST_LIKENESS) continue;
    const { entry, text, owners } = candidate.description;
    const better = best === null || likeness > best.likeness || (likeness === best.likeness && entry < best.entry);
    if (better) best = { entry, text, owners, likeness };
  }
  return best;
}

/** The share of all their words that both have (Jaccard); 0 as soon as they cannot be near. */
function likenessOf({ words: own }: Comparable, { question, size }: Question): number {
  const mostMissed = mostUnlike(own.length);
  let missed = 0;
  for (const { askedIn } of own) {
    if (askedIn === question) continue;
    missed += 1;
    if (missed > mostMissed) return 0;
  }
  return (own.length - missed) / (size + missed);
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
