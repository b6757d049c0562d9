import { inert } from '../text/inert.ts';

/** What is drawn over two columns: East Asian scripts, full-width forms, most emoji. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
/** Drawn over what stands before it. */
const COMBINING = /[\p{Mn}\p{Me}]/u;

/** Text from outside in one line of at most so many columns, padded to all of them where wanted. */
export function cell(text: string, columns: number, pad = false): string {
  const shown = inert(text.replace(/\s{1,1000}/g, ' ').trim(), Math.max(columns * 4, 40));
  const fitting = fitted(shown, columns);
  return pad ? padded(fitting, columns) : fitting;
}

/** The same with the middle left out, for names that differ at their ends. */
export function nameCell(name: string, columns: number): string {
  const shown = inert(name.replace(/\s{1,1000}/g, ' ').trim());
  if (columnsOf(shown) <= columns || columns < 8) return cell(name, columns, true);
  const end = reversed(fitted(reversed(shown), Math.ceil(columns * 0.6))).slice(1);
  const start = fitted(shown, columns - columnsOf(end));
  return padded(start + end, columns);
}

function reversed(text: string): string {
  return [...text].toReversed().join('');
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** How many columns a terminal draws it over. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfOne(character);
  return columns;
}

function fitted(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let shown = '';
  let used = 0;
  for (const character of text) {
    used += columnsOfOne(character);
    if (used > columns - 1) break;
    shown += character;
  }
  return `${shown}…`;
}

function columnsOfOne(character: string): number {
  if (COMBINING.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
