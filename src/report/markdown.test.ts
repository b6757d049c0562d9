import { describe, expect, test } from 'vitest';
import { code, table, text } from './markdown.ts';

describe('text from outside stays text', () => {
  test.each([
    ['emphasis', '*tide* _water_ __mark__', '\\*tide\\* \\_water\\_ \\_\\_mark\\_\\_'],
    ['struck out', '~~tide~~', '\\~\\~tide\\~\\~'],
    ['a link', '[tide](quay)', '\\[tide\\](quay)'],
    ['an image', '![tide](quay)', '!\\[tide\\](quay)'],
    ['a footnote', '[^1]', '\\[^1\\]'],
    ['HTML', '<img onerror=alert(1)>', '\\<img onerror=alert(1)\\>'],
    ['an HTML comment that hides the rest', '<!-- tide', '\\<!-- tide'],
    ['a character reference', '&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['an escape of an escape', '\\*tide\\*', '\\\\\\*tide\\\\\\*'],
    ['a code span', '`tide`', '\\`tide\\`'],
    ['mathematics', '$x$', '\\$x\\$'],
    ['the end of a cell', 'tide | water', 'tide \\| water'],
    ['the end of a cell behind a backslash', 'tide\\|water', 'tide\\\\\\|water'],
    ['another line', 'tide\n> water', 'tide\\\\u{A}\\> water'],
    ['nothing of it', 'The tide, at 4 (low) - fine!', 'The tide, at 4 (low) - fine!'],
  ])('%s', (_what, received, written) => {
    expect(text(received, 300)).toBe(written);
  });
});

describe('no address becomes a live link', () => {
  test.each([
    ['an address', 'see https://tidewater.example/x now', 'see `https://tidewater.example/x` now'],
    ['an address without a scheme', 'see www.tidewater.example', 'see `www.tidewater.example`'],
    ['an address in a list', 'a.example, @b; c', '`a.example`, `@b`; c'],
    ['punctuation within an address', 'a.example,b', '`a.example,b`'],
    ['nothing but punctuation', 'a ,; b', 'a ,; b'],
    ['a script', 'javascript:alert(1)', '`javascript:alert(1)`'],
    ['an autolink', '<https://tidewater.example>', '`<https://tidewater.example>`'],
    ['a link to it', '[here](https://tidewater.example)', '`[here](https://tidewater.example)`'],
    ['a link with a title', '[a](//b.example "c")', '`[a](//b.example` "c")'],
    ['e-mail', 'write to post@tidewater.example.', 'write to `post@tidewater.example.`'],
    ['a mention', 'ask @tidewater', 'ask `@tidewater`'],
    ['an issue number', 'see #12', 'see `#12`'],
    ['a picture by name', ':anchor:', '`:anchor:`'],
    ['one that breaks out of its span', '`https://`tide.example', '`\\u{60}https://\\u{60}tide.example`'],
    ['one that ends its cell', 'a@b.example\\|c', '`a@b.example\\\\u{7C}c`'],
    ['an address of digits', 'www.1.2', '`www.1.2`'],
    ['a version or a time is none', 'from 1.0.15 to 2.0.0 at 09:30:00', 'from 1.0.15 to 2.0.0 at 09:30:00'],
    ['the end of a sentence is none', 'The tide. The water: high', 'The tide. The water: high'],
  ])('%s', (_what, received, written) => {
    expect(text(received, 300)).toBe(written);
  });
});

describe('a code span', () => {
  test.each([
    ['holds markup as it is', '*<b>[x](y)', '`*<b>[x](y)`'],
    ['is not ended from inside', 'a``b', '`a\\u{60}\\u{60}b`'],
    ['does not end its cell', 'a|b', '`a\\u{7C}b`'],
    ['may end in a backslash', 'a\\', '`a\\`'],
    ['shows that there is nothing', '', '` `'],
    ['spells out what does not show', 'a\u202Eb\u200D\u001B[2J', '`a\\u{202E}b\\u{200D}\\u{1B}[2J`'],
  ])('%s', (_what, received, written) => {
    expect(code(received)).toBe(written);
  });
});

describe('a table', () => {
  test('reads as it is, numbers to the right', () => {
    const rows = [
      ['official', 12, 'full'],
      ['mcp-so', 'not said', 'a | b'],
    ];
    expect(table({ head: ['registry', 'claims', 'remark'], rows })).toEqual([
      '| registry |   claims | remark |',
      '| ---      |      --: | --- |',
      '| official |       12 | full |',
      '| mcp-so   | not said | a \\| b |',
    ]);
  });

  test('cuts a cell of a megabyte', () => {
    const [, , row = ''] = table({ head: ['name'], rows: [['tide '.repeat(200_000)]] });
    expect(row).toMatch(/^\| tide .*… \|$/);
    expect(row.length).toBeLessThan(310);
  });
});
