/** Characters that are not drawn and that texts do not need, one run of them. */
export interface HiddenRun {
  readonly offset: number;
  /** In UTF-16 code units. */
  readonly length: number;
  /** The run spelled out: tag characters as the letters they stand for, all others as `\u{200B}`. */
  readonly spelled: string;
}

/**
 * Soft hyphens, fillers, zero-width, bidi, invisible operators, variation selectors, tags, annotations. A run of millions is told as
 * several: matched whole, it would need a stack as deep as it is long.
 */
const RUN = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]{1,50000}/gu;
/** The first of them, and all that comes after it: most texts are told by this. */
const MAY_HIDE = /[\u00AD-\uFFFF]/;
const MAX_RUNS = 100;
/** Emoji are joined by the same characters; a text may hold very many. */
const MAX_LOOKED = 50_000;
const MAX_RUN_READ = 1_000;
const MAX_SPELLED = 60;
/** From here a row of characters that are not drawn is a message and no accident. */
const MIN_RUN = 3;
const NEIGHBOURS = 40;
const OVERRIDE = /[\u202D\u202E\u206A-\u206F\uFFF9-\uFFFB]/;
const EMBEDDING = /[\u202A-\u202C\u2066-\u2069]/;
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** Scripts in which (non-)joiners and selectors are spelling. */
const JOINING =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Thai}\p{Script=Lao}\p{Script=Hebrew}]/u;
const HANGUL_FILLER = /[\u115F\u1160\u3164\uFFA0]/;
const TAG = /[\u{E0000}-\u{E007F}]/u;
const FLAG = /\u{1F3F4}$/u;
const PICTOGRAPH_BEFORE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}][\uFE0F]?$/u;
const PICTOGRAPH_AFTER = /^\p{Extended_Pictographic}/u;
const EMOJI_JOINER = /^\uFE0F?\u200D$/;
const LETTER_BEFORE = /[a-z]$/i;
const LETTER_AFTER = /^[a-z]/i;

/**
 * Characters hidden in a text, in its order; at most 100 runs.
 *
 * What spelling needs is left alone: joined emoji and flags, variation selectors after their character, marks of direction near letters
 * written from the right, joiners in Persian and Indic words, a byte order mark at the start, single zero-width spaces between words.
 */
export function hiddenCharactersIn(text: string): readonly HiddenRun[] {
  if (!MAY_HIDE.test(text)) return [];
  const found: HiddenRun[] = [];
  let looked = 0;
  for (const { 0: all, index } of text.matchAll(RUN)) {
    looked += 1;
    if (looked > MAX_LOOKED) break;
    const run = all.slice(0, MAX_RUN_READ);
    const before = text.slice(Math.max(0, index - NEIGHBOURS), index);
    const after = text.slice(index + all.length, index + all.length + NEIGHBOURS);
    if (!isHidden(run, before, after)) continue;
    found.push({ offset: index, length: all.length, spelled: spelledOut(run) });
    if (found.length === MAX_RUNS) break;
  }
  return found;
}

function isHidden(run: string, before: string, after: string): boolean {
  if (before === '' && run === '\uFEFF') return false;
  if (TAG.test(run))
    return !(FLAG.test(before) && /^[\u{E0020}-\u{E007E}]{1,10}\u{E007F}[\uFE0F\u200D]{0,2}$/u.test(run));
  if (OVERRIDE.test(run)) return true;
  if (EMBEDDING.test(run)) return !RIGHT_TO_LEFT.test(before + after);
  if (HANGUL_FILLER.test(run)) return !/\p{Script=Hangul}/u.test(before + after);
  if (EMOJI_JOINER.test(run) && PICTOGRAPH_BEFORE.test(before) && PICTOGRAPH_AFTER.test(after)) return false;
  const nearby = before.slice(-NEIGHBOURS / 4) + after.slice(0, NEIGHBOURS / 4);
  const length = Array.from(run).length;
  if (JOINING.test(nearby)) return length > MIN_RUN;
  if (length >= MIN_RUN) return true;
  if (/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u.test(run)) return length >= 2 && !EMOJI_JOINER.test(run);
  return run !== '\u00AD' && LETTER_BEFORE.test(before) && LETTER_AFTER.test(after);
}

function spelledOut(run: string): string {
  let spelled = '';
  let count = 0;
  for (const character of run) {
    if (count === MAX_SPELLED) return `${spelled}…`;
    spelled += spelledCharacter(character.codePointAt(0) ?? 0);
    count += 1;
  }
  return spelled;
}

/** Tag characters mirror ASCII, which is what a model reads in them. */
function spelledCharacter(code: number): string {
  if (code >= 0xe0020 && code <= 0xe007e) return String.fromCharCode(code - 0xe0000);
  return `\\u{${code.toString(16).toUpperCase()}}`;
}
