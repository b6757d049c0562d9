import type { Found } from '../located.ts';

const HEAD_CHARACTERS = 1_000;
/** PEP 263: a comment of this form in one of the first two lines. */
const DECLARED = /^[ \t\f]{0,20}#.{0,100}?coding[:=][ \t]{0,5}([-\w.]{1,40})/;
/** Encodings in which text says what it seems to say. */
const PLAIN =
  /^(?:utf-?8(?:-sig|-unix)?|u8|(?:us-?)?ascii|latin-?\d{1,2}|l1|iso-?8859-?\d{0,2}|cp\d{3,4}|windows-?\d{4}|mac-?roman|koi8-[ru]|gbk|gb2312|gb18030|big5|euc-?(?:jp|kr)|shift-?jis|s?jis)$/;

/**
 * The encoding that a file declares, where it is one that makes other code of its characters: UTF-7, escapes, rot13.
 *
 * Python decodes the file before it reads it, so that a comment may be a program.
 */
export function unusualEncoding(text: string): Found | null {
  const lines = text.slice(0, HEAD_CHARACTERS).split('\n', 2);
  let offset = 0;
  for (const line of lines) {
    const declared = DECLARED.exec(line)?.[1];
    const name = declared?.toLowerCase().replaceAll('_', '-');
    if (name !== undefined && !PLAIN.test(name))
      return { kind: 'obfuscation', by: 'source-encoding', value: name, offset };
    offset += line.length + 1;
  }
  return null;
}
