import type { Brand } from './brands.ts';

export interface Alias {
  readonly brand: Brand;
  readonly alias: string;
}
/** A brand's word, and the word of a text in which it was found. */
export interface BrandWord extends Alias {
  readonly written: string;
}

/** All words of brands with a vendor, by each way to write them: `harbor-crane` and `harborcrane`. */
export interface Aliases {
  readonly distinctive: AliasesByWord;
  /** Those that are a brand's only when they are the whole name. */
  readonly ordinary: AliasesByWord;
  /** Whether any of them begins with this word; else neither it nor words joined to it are one. */
  readonly beginWith: (word: string) => boolean;
}
export type AliasesByWord = ReadonlyMap<string, readonly Alias[]>;

export function aliasesOf(brands: readonly Brand[]): Aliases {
  const named = brands.filter(({ technology }) => !technology);
  const distinctive = byWord(named.flatMap((brand) => brand.aliases.map((alias) => ({ brand, alias }))));
  const ordinary = byWord(named.flatMap((brand) => brand.ordinaryWords.map((alias) => ({ brand, alias }))));
  const beginnings = new Set([...distinctive.keys(), ...ordinary.keys()].flatMap(beginningsOf));
  return { distinctive, ordinary, beginWith: (word) => beginnings.has(word) };
}

/** The brands' words that are written exactly so. */
export function spelled(written: string, aliases: AliasesByWord): readonly BrandWord[] {
  const found = aliases.get(written);
  return found === undefined ? NONE : found.map(({ brand, alias }) => ({ brand, alias, written }));
}

const NONE: readonly BrandWord[] = [];

function byWord(aliases: readonly Alias[]): AliasesByWord {
  const groups = new Map<string, Alias[]>();
  for (const each of aliases) {
    for (const word of new Set([each.alias, each.alias.replaceAll('-', '')])) {
      groups.set(word, [...(groups.get(word) ?? []), each]);
    }
  }
  return groups;
}

function beginningsOf(word: string): readonly string[] {
  return Array.from({ length: word.length }, (_, index) => word.slice(0, index + 1));
}
