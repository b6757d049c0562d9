import { inert } from '../text/inert.ts';
import { aligned, rightColumns } from './columns.ts';
import type { Table } from './tables.ts';

const MAX_CELL_CHARACTERS = 300;

/** What could make a link, a mention, an issue number or a picture of a word; numbers, versions and times are let be. */
const ADDRESS = /[@#]|[.:](?!\d)\S|www\./i;
/** Closes a part of a sentence and not the word; no markup, wherever it stands. */
const CLOSING = new Set(',;');
const MARKUP = /[\\`*_~[\]<>&|$]/g;

/**
 * Text from outside as GitHub-flavoured Markdown: no markup of its own, and nothing that a renderer would make a live link.
 *
 * Words that look like an address stand in code spans, since renderers find addresses after escapes are resolved. For the middle
 * of a line; what starts a block is not escaped.
 */
export function text(prose: string, maxCharacters: number): string {
  return inert(prose, maxCharacters).split(' ').map(neutral).join(' ');
}

function neutral(word: string): string {
  const end = endOfWord(word);
  const core = word.slice(0, end);
  return ADDRESS.test(core) ? codeSpan(core) + word.slice(end) : word.replace(MARKUP, '\\$&');
}

/** Where the closing punctuation begins. */
function endOfWord(word: string): number {
  let end = word.length;
  while (CLOSING.has(word.charAt(end - 1))) end -= 1;
  return end;
}

/** A code span, in which nothing is markup and no link is ever live. */
export function code(literal: string, maxCharacters: number = MAX_CELL_CHARACTERS): string {
  return codeSpan(inert(literal, maxCharacters));
}

/** A table that also reads as it is; cells are taken for text from outside. */
export function table({ head, rows }: Table): string[] {
  const right = rightColumns([head, ...rows]);
  const rule = right.map((numeric) => (numeric ? '--:' : '---'));
  const cells = rows.map((row) => row.map((cell) => text(String(cell), MAX_CELL_CHARACTERS)));
  return aligned([[...head], rule, ...cells], right).map((row) => `| ${row.join(' | ')} |`);
}

/** A backtick would end it and a pipe would end its cell, so both are spelled out as `inert` spells what does not show. */
function codeSpan(shown: string): string {
  const held = shown.replaceAll('`', '\\u{60}').replaceAll('|', '\\u{7C}');
  return held === '' ? '` `' : `\`${held}\``;
}
