import { describe, expect, it } from 'vitest';
import { lineIndex, mask, measuresOf, snippetAt } from './snippet.ts';

describe('mask', () => {
  it.each([
    ['const t = "ghp_abcdefghijklmnopqrstuvwxyz0123456789"', 'const t = "ghp_…"'],
    ['npm_abcdefghijklmnopqrstuvwxyz0123456789', 'npm_…'],
    ['AKIAIOSFODNN7QUAYSID', 'AKIA…'],
    ['sk-tide0123456789abcdefghij', 'sk-t…'],
    ['xoxb-1234567890-tidewater', 'xoxb…'],
    ['https://harbour:high-tide@quay.invalid/x', 'https://harbour:…@quay.invalid/x'],
    ['d41d8cd98f00b204e9800998ecf8427e', 'd41d…'],
    ['9vXcPq3LmZ7aKtR2WbYd5e', '9vXc…'],
    ['password: "lowtide42"', 'password: "lowt…"'],
  ])('%s becomes %s', (text, expected) => {
    expect(mask(text)).toBe(expected);
  });

  it.each([
    ['getAuthenticatedHarbourOfficeRepositories()'],
    ['src/archives/facts/javascript/describe.ts'],
    ['MAXIMUM_NUMBER_OF_TIDES_PER_DAY'],
    ['https://quay.invalid:8443/tides'],
    ['password: "Enter your password here"'],
    [''],
  ])('%s stays', (text) => {
    expect(mask(text)).toBe(text);
  });
});

describe('snippetAt', () => {
  it('is the line, without blanks at its ends', () => {
    expect(snippetAt('one\r\n   two(three);  \nfour', 10)).toBe('two(three);');
  });

  it('shows what is around the place in a long line', () => {
    const text = `${'a '.repeat(500)}HERE${' b'.repeat(500)}`;
    const snippet = snippetAt(text, 1_000);
    expect(snippet).toContain('HERE');
    expect(snippet.length).toBeLessThanOrEqual(160);
  });

  it('masks a token that begins before what is shown', () => {
    const token = `ghp_${'Ab1'.repeat(40)}`;
    const text = `${'x = 1; '.repeat(40)}f("${token}", HERE)`;
    expect(snippetAt(text, text.indexOf('HERE'))).not.toContain('Ab1Ab1');
  });

  it('shortens long blanks', () => {
    expect(snippetAt(`a;${' '.repeat(300)}b()`, 302)).toBe('b()');
    expect(snippetAt(`a;${' '.repeat(30)}b()`, 32)).toBe('a; b()');
  });

  it.each([[-5], [0], [99]])('takes the offset %i', (offset) => {
    expect(snippetAt('tide', offset)).toBe('tide');
  });
});

it.each([
  ['a\nbc\nd', 3, { line: 2, column: 2 }],
  ['a\r\nbc', 3, { line: 2, column: 1 }],
  ['a\rbc', 2, { line: 2, column: 1 }],
  ['a\r\rb', 3, { line: 3, column: 1 }],
  ['abc', 0, { line: 1, column: 1 }],
  ['', 0, { line: 1, column: 1 }],
])('in %j the offset %i is at %o', (text, offset, place) => {
  expect(lineIndex(text)(offset)).toEqual(place);
});

it.each([
  ['', { lines: 0, longestLine: 0 }],
  ['abc', { lines: 1, longestLine: 3 }],
  ['abc\n', { lines: 1, longestLine: 3 }],
  ['a\r\nbcd\r\n', { lines: 2, longestLine: 3 }],
  ['\n\n', { lines: 2, longestLine: 0 }],
])('%j measures %o', (text, measures) => {
  expect(measuresOf(text)).toEqual(measures);
});
