import type { Language } from '../../model/source.ts';
import { codeAfterBlanks } from './long-blanks.ts';
import { invisiblePayloads } from './invisible-payloads.ts';
import type { Found } from './located.ts';

/**
 * Code that a reader of the file does not see: after hundreds of blanks on a line, or spelled in characters that are not drawn.
 *
 * `isText` says whether an offset stands in a string, template, comment or regular expression, for who has parsed the file; without it
 * that is told by the quotes of the line.
 */
export function hiddenCodeIn(text: string, language: Language, isText?: (offset: number) => boolean): readonly Found[] {
  return [...codeAfterBlanks(text, language, isText), ...invisiblePayloads(text)].sort((a, b) => a.offset - b.offset);
}
