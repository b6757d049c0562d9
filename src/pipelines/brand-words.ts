import { skeleton, skeletons } from '../text/skeleton.ts';
import { type Run, runs, withoutNumber } from '../text/words.ts';
import { type BrandTypo, brandTypos } from './brand-typos.ts';
import type { Brand } from './brands.ts';

/** A brand's word, and the word of a text in which it was found. */
export interface BrandWord extends Alias {
  readonly written: string;
}
export interface Alias {
  readonly brand: Brand;
  readonly alias: string;
}

/** Finds brands in names: exactly, by look, and by slips. */
export interface BrandWords {
  /** Brands a text has as words, the longest alias first, each brand once; words within a longer alias are that alias's. */
  in(text: string): readonly BrandWord[];
  /** The same without words that are only a brand's when they are the whole name. */
  distinctiveIn(text: string): readonly BrandWord[];
  /** Words that look like a brand's and are written otherwise. */
  lookingLike(text: string): readonly BrandWord[];
  /** Brands' words that a text divides by separators (`tide-water`) and does not have undivided. */
  dividedIn(text: string): readonly BrandWord[];
  /** Words one slip away from a brand's; ordinary words and other brands' are none. */
  typosIn(text: string): readonly BrandTypo[];
}

/** Words that say what a server is and not whose. */
const FILLERS = new Set(['mcp', 'server', 'servers', 'mcpserver', 'mcps', 'remote', 'official', 'the', 'api']);
/** Of ASCII words: shorter ones meet by chance. */
const MIN_LETTERS_BY_LOOK = 5;
const MIN_LETTERS_DIVIDED = 6;
const MAX_LETTERS = 40;
const MAX_PARTS_JOINED = 3;
/** In a name it says what a server is, not whose. */
const NAME_OF_THE_PROTOCOL = 'modelcontextprotocol';
/** The names of one entry are asked about by signal after signal. */
const REMEMBERED_TEXTS = 32;

export function brandWords(brands: readonly Brand[], dictionary: readonly string[]): BrandWords {
  const named = brands.filter(({ technology }) => !technology);
  const distinctive = byWord(named.flatMap((brand) => brand.aliases.map((alias) => ({ brand, alias }))));
  const ordinary = byWord(named.flatMap((brand) => brand.ordinaryWords.map((alias) => ({ brand, alias }))));
  const bySkeleton = byLook([...distinctive.values(), ...ordinary.values()].flat());
  const typos = brandTypos(brands, dictionary);
  const split = remembered(runs);

  function distinctiveIn(text: string): readonly BrandWord[] {
    const found: BrandWord[] = [];
    for (const written of spellings(split(text))) {
      for (const { brand, alias } of distinctive.get(written) ?? NONE) found.push({ brand, alias, written });
    }
    return found.length < 2 ? found : mostSpecific(found);
  }

  return {
    distinctiveIn,
    in(text) {
      const found = distinctiveIn(text).filter(({ alias }) => alias !== NAME_OF_THE_PROTOCOL);
      const core = coreOf(split(text));
      const whole = (ordinary.get(core) ?? NONE).map(({ brand, alias }) => ({ brand, alias, written: core }));
      return whole.length === 0 ? found : onceEach([...found, ...whole]);
    },
    lookingLike(text) {
      return split(text).flatMap(({ text: word, written }) => {
        if (word.length > MAX_LETTERS || !mayLookLikeAnother(written)) return [];
        const met = [...skeletons(written)].map((look) => bySkeleton.get(look)).find((each) => each !== undefined);
        if (met === undefined || met.alias === word) return [];
        if (isAscii(written) && met.alias.length < MIN_LETTERS_BY_LOOK) return [];
        return [{ brand: met.brand, alias: met.alias, written }];
      });
    },
    dividedIn(text) {
      const found = divisions(split(text)).flatMap(({ joined, written }) =>
        (distinctive.get(joined) ?? NONE)
          .filter(({ alias }) => alias === joined && alias !== NAME_OF_THE_PROTOCOL)
          .map(({ brand, alias }) => ({ brand, alias, written })),
      );
      if (found.length === 0) return found;
      const openly = new Set(distinctiveIn(text).map(({ brand }) => brand));
      return found.filter(({ brand }) => !openly.has(brand));
    },
    typosIn: (text) => split(text).flatMap(({ text: word, parts }) => typos(word, parts)),
  };
}

const NONE: readonly Alias[] = [];

/** Every way a name's words may spell a brand: as divided by separators, by capitals, and with a server's usual affixes off. */
function spellings(split: readonly Run[]): readonly string[] {
  const found: string[] = [];
  for (const [index, { text, parts }] of split.entries()) {
    found.push(text, withoutNumber(text), withoutAffix(text));
    let joined = text;
    for (const next of split.slice(index + 1, index + MAX_PARTS_JOINED)) {
      joined += `-${next.text}`;
      found.push(joined);
    }
    if (parts.length > 1) addJoins(parts, found);
  }
  return found;
}

function addJoins(parts: readonly string[], found: string[]): void {
  for (const from of parts.keys()) {
    let [joined, hyphenated] = ['', ''];
    for (const part of parts.slice(from, from + MAX_PARTS_JOINED)) {
      joined += part;
      hyphenated += hyphenated === '' ? part : `-${part}`;
      found.push(joined, hyphenated);
    }
  }
}

/** `tidewatermcp`, `mcptidewater` */
function withoutAffix(word: string): string {
  if (word.startsWith('mcp')) return word.slice(3);
  if (word.endsWith('mcpserver')) return word.slice(0, -9);
  return word.endsWith('mcp') ? word.slice(0, -3) : word;
}

function coreOf(split: readonly Run[]): string {
  return split
    .map(({ text }) => text)
    .filter((word) => !FILLERS.has(word))
    .join('-');
}

/** Two and three neighbouring words written as one. */
function divisions(split: readonly Run[]): readonly { readonly joined: string; readonly written: string }[] {
  const found: { joined: string; written: string }[] = [];
  for (const [index, { text }] of split.entries()) {
    let [joined, written] = [text, text];
    for (const next of split.slice(index + 1, index + MAX_PARTS_JOINED)) {
      joined += next.text;
      written += `-${next.text}`;
      if (joined.length >= MIN_LETTERS_DIVIDED && joined.length <= MAX_LETTERS) found.push({ joined, written });
    }
  }
  return found;
}

/** Among ASCII, the confusables table maps only 0, 1, I and | and writes m as rn; nearly all names are without them. */
function mayLookLikeAnother(written: string): boolean {
  return /[01I]|rn/.test(written) || !isAscii(written);
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- the range is the definition of ASCII
  return /^[\u0000-\u007F]*$/.test(text);
}

function byWord(aliases: readonly Alias[]): ReadonlyMap<string, readonly Alias[]> {
  const groups = new Map<string, Alias[]>();
  for (const each of aliases) {
    for (const word of new Set([each.alias, each.alias.replaceAll('-', '')])) {
      groups.set(word, [...(groups.get(word) ?? []), each]);
    }
  }
  return groups;
}

function byLook(aliases: readonly Alias[]): ReadonlyMap<string, Alias> {
  return new Map(aliases.map((each) => [skeleton(each.alias), each]));
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
  const first = new Map<Brand, BrandWord>();
  for (const each of found) if (!first.has(each.brand)) first.set(each.brand, each);
  return [...first.values()];
}

function remembered<Made>(make: (text: string) => Made): (text: string) => Made {
  const recent = new Map<string, Made>();
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (recent.size >= REMEMBERED_TEXTS) recent.clear();
    recent.set(text, made);
    return made;
  };
}
