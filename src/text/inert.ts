/** Longest text shown, in UTF-16 code units of the result. */
const MAX_CHARACTERS = 500;

/**
 * Characters that are not drawn, or that change how others are drawn: C0 and C1 controls, bidi, zero-width, tags, variation
 * selectors, line and paragraph separators, lone surrogates, private use. U+FE0F stays: it follows most emoji.
 */
const UNSEEN = /(?!\u{FE0F})[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** Anything but ASCII, Latin letters, dashes and quotation marks, which are all drawn: most text has none, told in a tenth of the time. */
const MAY_BE_UNSEEN = /[^\u0020-\u007E\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E]/;
const UNSEEN_IN_JSON = /(?!\n|\u{FE0F})[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Text from outside as it may be shown on a terminal or in a report: what cannot be seen is spelled `\u{202E}`.
 *
 * Line breaks are among it, so the result is one line. Cut to `maxCharacters` with `…` where there is more. Markup is left for the
 * renderer to escape.
 */
export function inert(text: string, maxCharacters: number = MAX_CHARACTERS): string {
  if (text.length <= maxCharacters && !(MAY_BE_UNSEEN.test(text) && UNSEEN.test(text))) return text;
  let shown = '';
  for (const character of text.slice(0, maxCharacters + 1)) {
    const piece = UNSEEN.test(character) ? spelled(character) : character;
    if (shown.length + piece.length > maxCharacters) return `${shown}…`;
    shown += piece;
  }
  return text.length > maxCharacters ? `${shown}…` : shown;
}

/** JSON in which the same characters stand as `\uXXXX`: the value is unchanged, and a terminal or diff shows it as it is. */
export function inertJson(value: unknown, space?: number): string {
  const json: string = JSON.stringify(value, null, space) ?? 'null';
  return MAY_BE_UNSEEN.test(json) ? json.replace(UNSEEN_IN_JSON, escaped) : json;
}

function spelled(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
