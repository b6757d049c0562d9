import { remembered } from '../evidence/remembered.ts';
import { runOf, writtenRuns } from '../text/words.ts';
import { aliasesOf, type BrandWord, spelled } from './brand-aliases.ts';
import { brandLooks } from './brand-looks.ts';
import { type Join, joins, type SpelledWord, spelledWord } from './brand-spellings.ts';
import { type BrandTypo, brandTypos } from './brand-typos.ts';
import type { Brand } from './brands.ts';

/** Finds brands in names: exactly, by look, and by slips. */
export interface BrandWords {
  /** All that the name of a server or package has of brands. */
  read(name: string): NameReading;
  /** What `named` is, without words that are only a brand's when they are the whole name. */
  distinctiveIn(text: string): readonly BrandWord[];
  /** Words that look like a brand's and are written otherwise. */
  lookingLike(text: string): readonly BrandWord[];
}

/** What a name has of brands, whoever publishes it. */
export interface NameReading {
  /** Brands it has as words, the longest alias first, each brand once; words within a longer alias are that alias's. */
  readonly named: readonly BrandWord[];
  /** Words that look like a brand's and are written otherwise. */
  readonly lookingLike: readonly BrandWord[];
  /** Brands' words that it divides by separators (`tide-water`) and does not have undivided. */
  readonly divided: readonly BrandWord[];
  /** Words one slip away from a brand's; ordinary words and other brands' are none. */
  readonly typos: readonly BrandTypo[];
}

/** Words that say what a server is and not whose. */
const FILLERS = new Set(['mcp', 'server', 'servers', 'mcpserver', 'mcps', 'remote', 'official', 'the', 'api']);
const MIN_LETTERS_DIVIDED = 6;
const MAX_LETTERS_DIVIDED = 40;
/** In a name it says what a server is, not whose. */
const NAME_OF_THE_PROTOCOL = 'modelcontextprotocol';
/** Words repeat from name to name, twelve times on average; the memory is bounded because names are not. */
const REMEMBERED_WORDS = 20_000;

/** A word with all it has of brands by itself. */
interface WordReading extends SpelledWord {
  readonly lookingLike: readonly BrandWord[];
  readonly typos: readonly BrandTypo[];
}

export function brandWords(brands: readonly Brand[], dictionary: readonly string[]): BrandWords {
  const aliases = aliasesOf(brands);
  const { distinctive, ordinary } = aliases;
  const looksOf = brandLooks(aliases);
  const typosOf = brandTypos(brands, dictionary);

  /** null for a word that has nothing of any brand: so nearly all are remembered without an object. */
  const notable = remembered((written: string) => {
    const word = spelledWord(written, aliases);
    const reading: WordReading = { ...word, lookingLike: looksOf(word), typos: typosOf(word.text, word.parts) };
    return isNotable(reading) ? reading : null;
  }, REMEMBERED_WORDS);

  /** null where no word has anything of any brand, as in nearly all texts. */
  function notableWords(text: string): readonly WordReading[] | null {
    const written = writtenRuns(text);
    if (written.every((each) => notable(each) === null)) return null;
    return written.map((each) => notable(each) ?? plainWord(each));
  }

  function read(name: string): NameReading {
    const words = notableWords(name);
    if (words === null) return NOTHING;
    const joined = joins(words, aliases);
    const openly = openlyIn(words, joined);
    return {
      named: onceEach([...openly.filter(({ alias }) => alias !== NAME_OF_THE_PROTOCOL), ...wholeOf(words)]),
      lookingLike: words.flatMap(({ lookingLike }) => lookingLike),
      divided: dividedIn(joined).filter(({ brand }) => !openly.some((each) => each.brand === brand)),
      typos: words.flatMap(({ typos }) => typos),
    };
  }

  /** Without the memory of words: accounts and hosts are asked about, which hardly share one. */
  function distinctiveIn(text: string): readonly BrandWord[] {
    const words = writtenRuns(text).map((written) => spelledWord(written, aliases));
    return openlyIn(words, joins(words, aliases));
  }

  function openlyIn(words: readonly SpelledWord[], joined: readonly Join[]): readonly BrandWord[] {
    const found: BrandWord[] = [];
    for (const { spells } of words) found.push(...spells);
    for (const { hyphenated } of joined) found.push(...spelled(hyphenated, distinctive));
    return found.length < 2 ? found : mostSpecific(found);
  }

  /** Brands whose ordinary word is all that the name has beside fillers. */
  function wholeOf(words: readonly SpelledWord[]): readonly BrandWord[] {
    const core = words.map(({ text }) => text).filter((text) => !FILLERS.has(text));
    return spelled(core.join('-'), ordinary);
  }

  function dividedIn(joinedWords: readonly Join[]): readonly BrandWord[] {
    return joinedWords.flatMap(({ joined, hyphenated }) => {
      if (joined.length < MIN_LETTERS_DIVIDED || joined.length > MAX_LETTERS_DIVIDED) return [];
      return spelled(joined, distinctive)
        .filter(({ alias }) => alias === joined && alias !== NAME_OF_THE_PROTOCOL)
        .map(({ brand, alias }) => ({ brand, alias, written: hyphenated }));
    });
  }

  return {
    read,
    distinctiveIn: remembered(distinctiveIn),
    lookingLike: (text) => writtenRuns(text).flatMap((written) => looksOf(runOf(written))),
  };
}

/** Nearly all names. */
const NOTHING: NameReading = { named: [], lookingLike: [], divided: [], typos: [] };

function isNotable({ spells, begins, lookingLike, typos }: WordReading): boolean {
  return begins || spells.length > 0 || lookingLike.length > 0 || typos.length > 0;
}

/** Its parts are not asked for any more. */
function plainWord(written: string): WordReading {
  return { text: written.toLowerCase(), written, parts: [], spells: [], begins: false, lookingLike: [], typos: [] };
}

/** `azure-devops` is one brand and not also `azure`. */
function mostSpecific(found: readonly BrandWord[]): readonly BrandWord[] {
  const longestFirst = found.toSorted((a, b) => b.alias.length - a.alias.length);
  return onceEach(
    longestFirst.filter(
      ({ alias }, index) =>
        !longestFirst
          .slice(0, index)
          .some((longer) => `-${longer.alias}-`.includes(`-${alias}-`) && longer.alias !== alias),
    ),
  );
}

function onceEach(found: readonly BrandWord[]): readonly BrandWord[] {
  if (found.length < 2) return found;
  const first = new Map<Brand, BrandWord>();
  for (const each of found) if (!first.has(each.brand)) first.set(each.brand, each);
  return [...first.values()];
}
