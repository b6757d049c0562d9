import { cut } from './bounds.ts';
import { secretSpans, type Span } from './tokens.ts';

const MAX_CHARACTERS = 160;
/** What stands before the place, where the line is longer than is shown. */
const CHARACTERS_BEFORE = 60;
/** Read on both sides of what is shown, so that a token that begins or ends outside is known as one. */
const MARGIN = 200;
const BLANKS = /[\s\u00A0\u2000-\u200A\u3000]{4,}/g;

/** The line around an offset, at most 160 characters of it, tokens masked and long blanks shortened. One line, never ''-padded. */
export function snippetAt(text: string, offset: number): string {
  const at = Math.max(0, Math.min(offset, text.length));
  const from = Math.max(0, at - MARGIN);
  const window = text.slice(from, at + MAX_CHARACTERS + MARGIN);
  const [start, end] = lineAround(window, at - from);
  const line = window.slice(start, end);
  const place = at - from - start;
  const first = line.length <= MAX_CHARACTERS ? 0 : Math.max(0, place - CHARACTERS_BEFORE);
  const shown = { start: first, end: first + MAX_CHARACTERS };
  return cut(masked(line, shown).replace(BLANKS, ' ').trim(), MAX_CHARACTERS);
}

/** A text with its tokens cut to their first four characters: `ghp_…`. Passwords in URLs are left out whole. */
export function mask(text: string): string {
  return masked(text, { start: 0, end: text.length });
}

const LF = 10;
const CR = 13;

/** Where an offset stands, line and column from 1; columns count UTF-16 code units. Lines end in LF, CR LF or CR. */
export function lineIndex(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = lineStarts(text);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** The number of lines and the length of the longest one, in UTF-16 code units. */
export function measuresOf(text: string): { readonly lines: number; readonly longestLine: number } {
  const starts = lineStarts(text);
  let longestLine = 0;
  starts.forEach((start, index) => {
    const next = starts[index + 1];
    const end =
      next === undefined
        ? text.length
        : next - (text.charCodeAt(next - 1) === LF && text.charCodeAt(next - 2) === CR ? 2 : 1);
    longestLine = Math.max(longestLine, end - start);
  });
  const endsInBreak = text.length > 0 && starts.at(-1) === text.length;
  return { lines: text === '' ? 0 : starts.length - (endsInBreak ? 1 : 0), longestLine };
}

/** By character codes: searching for a break from each line on is a hundred times slower in some files once it is optimised. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) starts.push(at + 1);
  }
  return starts;
}

function lineAround(window: string, at: number): readonly [start: number, end: number] {
  let start = at;
  while (start > 0 && !isBreak(window.charCodeAt(start - 1))) start -= 1;
  let end = at;
  while (end < window.length && !isBreak(window.charCodeAt(end))) end += 1;
  return [start, end];
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function masked(text: string, shown: Omit<Span, 'keep'>): string {
  let result = '';
  let at = shown.start;
  for (const { start, end, keep } of secretSpans(text)) {
    if (end <= at || start >= shown.end) continue;
    const kept = Math.min(start + keep, end);
    result += `${text.slice(at, Math.max(at, Math.min(kept, shown.end)))}…`;
    at = end;
  }
  return result + text.slice(Math.min(at, shown.end), shown.end);
}
