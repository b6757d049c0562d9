import { skeleton, skeletons } from '../text/skeleton.ts';
import type { Run } from '../text/words.ts';
import type { Alias, Aliases, BrandWord } from './brand-aliases.ts';

const MAX_LETTERS = 40;
/** Of ASCII words: shorter ones meet by chance. */
const MIN_LETTERS = 5;
/** Among ASCII, the confusables table maps only 0, 1, I and | and writes m as rn; nearly all names are without them. */
const MAY_LOOK_LIKE_ANOTHER = /[01I\u0080-\uFFFF]|rn/;
// oxlint-disable-next-line no-control-regex -- the range is the definition of ASCII
const ASCII = /^[\u0000-\u007F]*$/;
const NONE: readonly BrandWord[] = [];

/** Makes the function that finds the brand's word that a word looks like and is not. */
export function brandLooks({ distinctive, ordinary }: Aliases): (word: Run) => readonly BrandWord[] {
  const aliases = [...distinctive.values(), ...ordinary.values()].flat();
  const bySkeleton = new Map(aliases.map((each): [string, Alias] => [skeleton(each.alias), each]));

  return ({ text, written }) => {
    if (text.length > MAX_LETTERS || !MAY_LOOK_LIKE_ANOTHER.test(written)) return NONE;
    const met = [...skeletons(written)].map((look) => bySkeleton.get(look)).find((each) => each !== undefined);
    if (met === undefined || met.alias === text) return NONE;
    if (met.alias.length < MIN_LETTERS && ASCII.test(written)) return NONE;
    return [{ brand: met.brand, alias: met.alias, written }];
  };
}
