import prototypes from 'unhomoglyph/data.json' with { type: 'json' };

/** Longest text that is compared; names are shorter, and titles that are not prove no more than their start. */
const MAX_CHARACTERS = 300;
const PROTOTYPES: ReadonlyMap<string, string> = new Map(Object.entries(prototypes));
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The skeleton of a text: equal skeletons look alike.
 *
 * NFD, characters that are not drawn left out, each character by its prototype, NFD again (UTS #39 §4, with the confusables table
 * of unhomoglyph 1.0.6, Unicode 14). For comparison only, never to be shown or stored: `m` becomes `rn`. Reads the first 300
 * characters; never throws, lone surrogates stay as they are.
 */
export function skeleton(text: string): string {
  const drawn = text.slice(0, MAX_CHARACTERS).normalize('NFD').replace(IGNORABLE, '');
  let mapped = '';
  for (const character of drawn) mapped += PROTOTYPES.get(character) ?? character;
  return mapped.normalize('NFD');
}

/**
 * All the ways in which a text may pass for another: as written, in lower case, and by its compatibility forms (NFKC).
 *
 * One skeleton is not enough: the table maps fullwidth and mathematical letters by case, and `G00GLE` only meets `google` after
 * folding (Unicode 14 maps 0 to O).
 */
export function skeletons(text: string): ReadonlySet<string> {
  const folded = text.slice(0, MAX_CHARACTERS).normalize('NFKC');
  const written = [skeleton(text), skeleton(text.toLowerCase()), skeleton(folded), skeleton(folded.toLowerCase())];
  return new Set([...written, ...written.map((each) => skeleton(each.toLowerCase()))]);
}
