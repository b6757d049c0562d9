import type { Language } from '../../model/source.ts';
import { cut } from './bounds.ts';
import type { Found } from './located.ts';
import { longRuns } from './long-runs.ts';

/** Wider than any screen shows. */
const MIN_BLANKS = 200;
const MAX_FOUND = 20;
const MAX_LINE_READ = 2_000;
/** Code that does something: a call, an assignment of a member, a statement's word. */
const CODE =
  /[\w$\])]\s{0,3}\(|\b(?:require|import|eval|exec|function|const|let|var|await|async|new|return|throw|process|global|globalThis|window|module|exports|subprocess|os|sys)\b|=>|[\w$\]]\s{0,3}=[^=]/;
const MIN_CODE_CHARACTERS = 10;
const LANGUAGES = new Set<Language>(['javascript', 'typescript', 'python', 'shell']);

/** Code after 200 or more blanks on its line, one fact a line; deep indentation that the lines before share is none. */
export function codeAfterBlanks(
  text: string,
  language: Language,
  isText?: (offset: number) => boolean,
): readonly Found[] {
  if (!LANGUAGES.has(language)) return [];
  const found: Found[] = [];
  for (const { start, end } of longRuns(text, MIN_BLANKS, isBlank)) {
    const code = restOfLine(text, end);
    if (code.length < MIN_CODE_CHARACTERS || !CODE.test(code)) continue;
    const before = lineBefore(text, start);
    if (before === '' && isSharedIndentation(text, start, end - start)) continue;
    if (isText === undefined ? isQuoted(before, language) : isText(end) || isText(start)) continue;
    found.push({ kind: 'hidden-code', by: 'blanks', value: cut(code), offset: end });
    if (found.length === MAX_FOUND) break;
  }
  return found;
}

/** Blanks of all widths, and fillers that are drawn as one. */
function isBlank(code: number): boolean {
  if (code === 32 || code === 9 || code === 11 || code === 12 || code === 0xa0) return true;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0x1680 ||
    code === 0x2800
  );
}

function restOfLine(text: string, from: number): string {
  const [rest = ''] = text.slice(from, from + MAX_LINE_READ).split(/[\r\n]/, 1);
  return rest.trimEnd();
}

function lineBefore(text: string, to: number): string {
  const before = text.slice(Math.max(0, to - MAX_LINE_READ), to);
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
}

/** Generated code nests deeply, line by line; what is hidden stands far from its neighbours. */
function isSharedIndentation(text: string, lineStart: number, indentation: number): boolean {
  const before = text.slice(Math.max(0, lineStart - MAX_LINE_READ), Math.max(0, lineStart - 1));
  const previous = before.slice(before.lastIndexOf('\n') + 1);
  let width = 0;
  while (width < previous.length && isBlank(previous.charCodeAt(width))) width += 1;
  return width >= indentation / 2 && width < previous.length;
}

/** Whether quotes opened on the line are still open, or a comment began; a guess for who has no parser. */
function isQuoted(before: string, language: Language): boolean {
  let open = '';
  for (let at = 0; at < before.length; at += 1) {
    const character = before[at] ?? '';
    if (character === '\\') at += 1;
    else if (open !== '') open = character === open ? '' : open;
    else if (character === '"' || character === "'" || character === '`') open = character;
    else if (beginsComment(before, at, language)) return true;
  }
  return open !== '';
}

function beginsComment(line: string, at: number, language: Language): boolean {
  if (language === 'python' || language === 'shell')
    return line[at] === '#' && (at === 0 || /\s/.test(line[at - 1] ?? ''));
  return line.startsWith('//', at) && line[at - 1] !== ':';
}
