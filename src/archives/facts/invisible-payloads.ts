import { cut } from './bounds.ts';
import { readable } from './decoded.ts';
import type { Found } from './located.ts';
import { longRuns } from './long-runs.ts';

/** Ten characters that are not drawn, one after the other, are data. */
const MIN_UNDRAWN = 10;
/** Icon fonts have private characters as well, and list them. */
const MIN_PRIVATE = 64;
const MAX_FOUND = 20;
const MAX_RUN_READ = 8_000;
const BEYOND_LATIN = /[\u0100-\uFFFF]/;
/** Of a character that is drawn. */
const LOW_HALF = /^[\uDC00-\uDFFF]/;
const PRIVATE = /\p{Co}/gu;

/** Rows of characters that are not drawn, with what they say where that is known: bytes in variation selectors, ASCII in tags. */
export function invisiblePayloads(text: string): readonly Found[] {
  if (!BEYOND_LATIN.test(text)) return [];
  const found: Found[] = [];
  for (const { start, end } of longRuns(text, MIN_UNDRAWN, isUndrawn)) {
    const run = text.slice(start, Math.min(end, start + MAX_RUN_READ)).replace(LOW_HALF, '');
    const characters = Array.from(run).length;
    const ofPrivateUse = run.match(PRIVATE)?.length ?? 0;
    if (characters - ofPrivateUse < MIN_UNDRAWN && ofPrivateUse < MIN_PRIVATE) continue;
    const value = saidBy(run) ?? `${characters} characters that are not drawn`;
    found.push({ kind: 'hidden-code', by: 'invisible-characters', value: cut(value), offset: start });
    if (found.length === MAX_FOUND) break;
  }
  return found;
}

/**
 * Variation selectors, tags, zero-width characters, fillers, private use, as code units: among them the first halves of those beyond
 * U+FFFF, and all second halves, which stand nowhere alone.
 */
function isUndrawn(code: number): boolean {
  if (code < 0x180b) return false;
  if (code >= 0xdc00 && code <= 0xf8ff) return true;
  if (code >= 0xfe00) return code <= 0xfe0f || code === 0xfeff || code === 0xffa0;
  if (code >= 0xdb40) return code === 0xdb40 || code >= 0xdb80;
  return code <= 0x180f || (code >= 0x200b && code <= 0x200d) || (code >= 0x2060 && code <= 0x2064) || code === 0x3164;
}

function saidBy(run: string): string | null {
  const codes = Array.from(run, (character) => character.codePointAt(0) ?? 0);
  for (const byteOf of [selectorByte, tagByte]) {
    const bytes = codes.map(byteOf).filter((byte) => byte !== null);
    const text = Buffer.from(bytes).toString('utf8');
    if (bytes.length >= codes.length / 2 && readable(text)) return text;
  }
  return null;
}

/** 256 variation selectors, one for each byte. */
function selectorByte(code: number): number | null {
  if (code >= 0xfe00 && code <= 0xfe0f) return code - 0xfe00;
  return code >= 0xe0100 && code <= 0xe01ef ? code - 0xe0100 + 16 : null;
}

function tagByte(code: number): number | null {
  return code >= 0xe0020 && code <= 0xe007e ? code - 0xe0000 : null;
}
