import { type Run, runOf, withoutNumber } from '../text/words.ts';
import { type Aliases, type BrandWord, spelled } from './brand-aliases.ts';

/** A word of a name, and how it bears on brands' words by itself. */
export interface SpelledWord extends Run {
  /** Brands that it spells: as it is, as its capitals divide it, or with a number or a server's usual affix off. */
  readonly spells: readonly BrandWord[];
  /** Whether a brand's word begins with it; else no words joined to it are one. */
  readonly begins: boolean;
}

/** Neighbouring words as one. */
export interface Join {
  readonly joined: string;
  readonly hyphenated: string;
}

const MAX_WORDS_JOINED = 3;

export function spelledWord(written: string, aliases: Aliases): SpelledWord {
  const { text, parts } = runOf(written);
  const spells: BrandWord[] = [];
  for (const spelling of spellings(text, parts, aliases)) spells.push(...spelled(spelling, aliases.distinctive));
  return { text, written, parts, spells, begins: aliases.beginWith(text) };
}

/** Every word that a brand begins with, joined to the one and to the two after it, as far as a brand begins with that too. */
export function joins(words: readonly SpelledWord[], aliases: Aliases): readonly Join[] {
  if (!words.some(({ begins }) => begins)) return NONE;
  const texts = words.map(({ text }) => text);
  return words.flatMap(({ begins }, index) => (begins ? joinsFrom(index, texts, aliases) : NONE));
}

const NONE: readonly Join[] = [];

function spellings(text: string, parts: readonly string[], aliases: Aliases): readonly string[] {
  const found = [text];
  const [unnumbered, plain] = [withoutNumber(text), withoutAffix(text)];
  if (unnumbered !== text) found.push(unnumbered);
  if (plain !== text) found.push(plain);
  if (parts.length < 2) return found;
  for (const [index, part] of parts.entries()) {
    found.push(part);
    for (const { joined, hyphenated } of joinsFrom(index, parts, aliases)) found.push(joined, hyphenated);
  }
  return found;
}

/** `tidewatermcp`, `mcptidewater` */
function withoutAffix(word: string): string {
  if (word.startsWith('mcp')) return word.slice(3);
  if (word.endsWith('mcpserver')) return word.slice(0, -9);
  return word.endsWith('mcp') ? word.slice(0, -3) : word;
}

function joinsFrom(index: number, words: readonly string[], { beginWith }: Aliases): readonly Join[] {
  const found: Join[] = [];
  let [joined = '', hyphenated = ''] = [words[index], words[index]];
  for (const next of words.slice(index + 1, index + MAX_WORDS_JOINED)) {
    joined += next;
    hyphenated += `-${next}`;
    if (!beginWith(joined) && !beginWith(hyphenated)) break;
    found.push({ joined, hyphenated });
  }
  return found;
}
