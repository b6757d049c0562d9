import type { Language } from '../../model/source.ts';
import { encodedLiterals } from './encoded-literals.ts';
import type { Found } from './located.ts';
import { longRuns } from './long-runs.ts';

/** From here names written as hexadecimal numbers are a tool's and no accident. */
const MIN_HEX_NAMES = 10;
const MIN_CONFUSABLE_NAMES = 10;
const MIN_CONFUSABLE_CHARACTERS = 8;
/** Letters and digits written as escapes: no tool for building or formatting does that. */
const MIN_ESCAPED_LETTERS = 24;
const MIN_PUNCTUATION_RUN = 400;
const MAX_NAMES = 5_000;
const MAX_NAME_CHARACTERS = 80;
const MIN_PARSED_NUMBERS = 4;
/** A rotation of a string array is written within this many characters. */
const IDIOM_CHARACTERS = 3_000;

const HEX_NAME = /\b_0x[0-9a-f]{3,8}\b/gi;
const NAME = /[A-Za-z_$][\w$]{0,80}/g;
const NAME_CHARACTER = /[\w$]/;
/** Letters and digits of ASCII: \x61, \u0061, \u{0061}. Not in ranges (\u0041-\u005A), which patterns for all letters are made of. */
const ESCAPED_LETTER =
  /(?<!-)(?:\\x(?:3[0-9]|[46][1-9a-f]|[57][0-9a])|\\u\{?00(?:3[0-9]|[46][1-9a-f]|[57][0-9a]))(?!-)/gi;
const PACKED =
  /\beval\s{0,5}\(\s{0,5}function\s{0,5}\(\s{0,3}p\s{0,3},\s{0,3}a\s{0,3},\s{0,3}c\s{0,3},\s{0,3}k\s{0,3},\s{0,3}e\s{0,3},/;
const PACKERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['p,a,c,k,e', PACKED],
  ['symbols (JJEncode)', /\$=~\[\];\$=\{___:/],
  ['symbols (AAEncode)', /ﾟωﾟﾉ\s{0,3}=/],
  ['PyArmor', /\b__pyarmor__\s{0,3}\(|\bpyarmor_runtime/],
  ['Hyperion', /\b__obfuscator__\s{0,3}=/],
];
/** Takes from the front and adds to the back, here as obfuscators write it. */
const ROTATION =
  /(?:\.push|\[['"]push['"]\])\s{0,3}\(\s{0,3}\w{1,40}\s{0,3}(?:\.shift|\[['"]shift['"]\])\s{0,3}\(\s{0,3}\)\s{0,3}\)/g;
/** How older obfuscators count the turns. */
const COUNTED_DOWN = /\bwhile\s{0,3}\(\s{0,3}--\w{1,40}\s{0,3}\)\s{0,3}\{\s{0,3}\w{1,40}$/;
const PARSED_NUMBER = /\bparseInt\s{0,3}\(/g;
/** A function that replaces itself by one that returns its array. */
const SELF_REPLACING =
  /\b([\w$]{1,40})\s{0,3}=\s{0,3}function\s{0,3}\(\s{0,3}\)\s{0,3}\{\s{0,3}return\s{1,3}[\w$]{1,40};?\s{0,3}\}\s{0,3};\s{0,3}return\s{1,3}\1\s{0,3}\(\s{0,3}\)/g;
/** Base64 with small letters first, which only string-array decoders use. */
const SMALL_FIRST_ALPHABET = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/';

/**
 * What of a program was made unreadable on purpose, measured on its text; empty for all that is only minified, bundled or data.
 *
 * `hex-names`, `confusable-names`, `string-array`, `escapes`, `packed`, `punctuation`, `base64-literal`, `hex-literal`, `char-codes`.
 * Values are counts, which change from release to release: compare by technique.
 */
export function obfuscationIn(text: string, language: Language): readonly Found[] {
  const found = [
    hexNames(text),
    confusableNames(text),
    stringArray(text),
    escapes(text),
    ...packers(text),
    punctuation(text, language),
  ];
  return [...found.filter((each) => each !== null), ...encodedLiterals(text)].sort((a, b) => a.offset - b.offset);
}

function hexNames(text: string): Found | null {
  const first = text.search(/\b_0x[0-9a-f]{3}/i);
  if (first < 0) return null;
  const hex = distinct(text, HEX_NAME);
  if (hex.size < MIN_HEX_NAMES) return null;
  const all = distinct(text, NAME);
  return technique('hex-names', `${hex.size} of ${Math.max(all.size, hex.size)} names`, first);
}

/** Names of letters that look alike, two of them at least: `lIIlIl1I`. */
function confusableNames(text: string): Found | null {
  const names = new Set<string>();
  let first = text.length;
  for (const isOfSort of [isStroke, isCircle]) {
    for (const { start, end } of longRuns(text, MIN_CONFUSABLE_CHARACTERS, isOfSort)) {
      const name = text.slice(start, Math.min(end, start + MAX_NAME_CHARACTERS));
      if (/^\d/.test(name) || new Set(name).size < 2 || isPartOfName(text, start, end - start)) continue;
      first = Math.min(first, start);
      names.add(name);
      if (names.size === MAX_NAMES) break;
    }
  }
  return names.size < MIN_CONFUSABLE_NAMES ? null : technique('confusable-names', `${names.size} names`, first);
}

/** I, l, 1. */
function isStroke(code: number): boolean {
  return code === 73 || code === 108 || code === 49;
}

/** O, o, Q, 0. */
function isCircle(code: number): boolean {
  return code === 79 || code === 111 || code === 81 || code === 48;
}

function isPartOfName(text: string, offset: number, length: number): boolean {
  return NAME_CHARACTER.test(text[offset - 1] ?? '') || NAME_CHARACTER.test(text[offset + length] ?? '');
}

function stringArray(text: string): Found | null {
  const rotation = offsetOfRotation(text);
  if (rotation !== null) return technique('string-array', 'rotated before it is used', rotation);
  const alphabet = text.indexOf(SMALL_FIRST_ALPHABET);
  if (alphabet < 0) return null;
  for (const { index } of text.matchAll(SELF_REPLACING))
    return technique('string-array', 'decoded by an alphabet of its own', index);
  return null;
}

/** Elements moved from the front to the back until a sum of parsed numbers is met, or a counted number of times. */
function offsetOfRotation(text: string): number | null {
  if (!text.includes('shift')) return null;
  for (const { index } of text.matchAll(ROTATION)) {
    if (COUNTED_DOWN.test(text.slice(Math.max(0, index - 120), index))) return index;
    const around = text.slice(Math.max(0, index - IDIOM_CHARACTERS), index + IDIOM_CHARACTERS);
    if ((around.match(PARSED_NUMBER)?.length ?? 0) >= MIN_PARSED_NUMBERS) return index;
  }
  return null;
}

function escapes(text: string): Found | null {
  if (!text.includes('\\x') && !text.includes('\\u')) return null;
  let count = 0;
  let first = -1;
  for (const { index } of text.matchAll(ESCAPED_LETTER)) {
    if (first < 0) first = index;
    count += 1;
  }
  return count < MIN_ESCAPED_LETTERS ? null : technique('escapes', `${count} letters and digits`, first);
}

function packers(text: string): readonly Found[] {
  return PACKERS.flatMap(([name, pattern]) => {
    const offset = text.search(pattern);
    return offset < 0 ? [] : [technique('packed', name, offset)];
  });
}

/** JSFuck writes all programs in six signs. */
function punctuation(text: string, language: Language): Found | null {
  if (language !== 'javascript' && language !== 'typescript') return null;
  for (const { start } of longRuns(text, MIN_PUNCTUATION_RUN, isPunctuation)) {
    return technique('punctuation', `${MIN_PUNCTUATION_RUN} and more signs in a row`, start);
  }
  return null;
}

function isPunctuation(code: number): boolean {
  return code === 91 || code === 93 || code === 40 || code === 41 || code === 33 || code === 43;
}

function technique(by: string, value: string, offset: number): Found {
  return { kind: 'obfuscation', by, value, offset };
}

function distinct(text: string, pattern: RegExp): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name] of text.matchAll(pattern)) {
    names.add(name);
    if (names.size >= MAX_NAMES) break;
  }
  return names;
}
