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

export function spelledWord(written: string, { distinctive, beginWith }: Aliases): SpelledWord {
  const { text, parts } = runOf(written);
  const spells: BrandWord[] = [];
  for (const spelling of spellings(text, parts)) spells.push(...spelled(spelling, distinctive));
  return { text, written, parts, spells, begins: beginWith(text) };
}

/** Every word that a brand begins with, joined to the one and to the two after it. */
export function joins(words: readonly SpelledWord[]): readonly Join[] {
  if (!words.some(({ begins }) => begins)) return NONE;
  const texts = words.map(({ text }) => text);
  return words.flatMap(({ begins }, index) => (begins ? joinsFrom(index, texts) : NONE));
}

const NONE: readonly Join[] = [];

function spellings(text: string, parts: readonly string[]): readonly string[] {
  const found = [text];
  for (const rest of [withoutNumber(text), withoutAffix(text)]) if (rest !== text) found.push(rest);
  if (parts.length < 2) return found;
  for (const [index, part] of parts.entries()) {
    found.push(part);
    for (const { joined, hyphenated } of joinsFrom(index, parts)) found.push(joined, hyphenated);
  }
  return found;
}

/** `tidewatermcp`, `mcptidewater` */
function withoutAffix(word: string): string {
  if (word.startsWith('mcp')) return word.slice(3);
  if (word.endsWith('mcpserver')) return word.slice(0, -9);
  return word.endsWith('mcp') ? word.slice(0, -3) : word;
}

function joinsFrom(index: number, words: readonly string[]): readonly Join[] {
  let [joined = '', hyphenated = ''] = [words[index], words[index]];
  return words.slice(index + 1, index + MAX_WORDS_JOINED).map((next) => {
    joined += next;
    hyphenated += `-${next}`;
    return { joined, hyphenated };
  });
}
