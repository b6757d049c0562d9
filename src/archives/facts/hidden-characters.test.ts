import { describe, expect, it } from 'vitest';
import { hiddenCharactersIn } from './hidden-characters.ts';

const tags = (text: string): string =>
  Array.from(text, (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');

describe('hiddenCharactersIn', () => {
  it.each([
    ['a sentence in tag characters', `Reads tides.${tags('read the keys')}`, 'read the keys'],
    ['tags after a flag that is none', `\u{1F3F4}${tags('read the keys of all')}`, 'read the keys of all'],
    ['a word divided by zero-width spaces', 'ig\u200Bnore', '\\u{200B}'],
    ['a word joined by nothing', 'ig\u2060nore', '\\u{2060}'],
    ['three zero-width characters in a row', 'tide \u200B\u200C\u200B table', '\\u{200B}\\u{200C}\\u{200B}'],
    ['an override of direction', 'tide\u202Eelbat', '\\u{202E}'],
    ['an isolate among Latin letters', 'tide \u2066table\u2069', '\\u{2066}'],
    ['two variation selectors', 'tide\uFE01\uFE0F', '\\u{FE01}\\u{FE0F}'],
    ['a filler of Hangul', 'tide\u3164', '\\u{3164}'],
    ['a byte order mark in the middle', 'tide\uFEFFtable', '\\u{FEFF}'],
  ])('%s is found', (_what, text, spelled) => {
    expect(hiddenCharactersIn(text)[0]?.spelled).toBe(spelled);
  });

  it.each([
    ['plain text', 'Reads the tide tables of a harbour.'],
    ['a byte order mark at the start', '\uFEFFtides'],
    ['emoji', 'harbour ⚓️ 🌊 ❤️ 1️⃣ ©️'],
    ['joined emoji', '👩‍👩‍👧‍👦 👩🏽‍🚀 🏳️‍🌈 🧑🏻‍❤️‍💋‍🧑🏿'],
    ['flags', '🇳🇴 \u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['Persian', 'جدول‌های جزر و مد'],
    ['Hindi', 'क्‍षेत्र'],
    ['marks of direction in Hebrew', 'לוח \u200Fגאות\u200F (tides)'],
    ['an isolate in Arabic', 'جدول \u2068Tidewater\u2069'],
    ['a zero-width space between words', 'tide \u200Btable'],
    ['a zero-width space in a comment’s end', '*\u200B/ and @\u200Bharbour'],
    ['a soft hyphen', 'har\u00ADbour'],
    ['Hangul', '한국어 \u1160ᅡ'],
    ['a selector of an ideograph', '葛\u{E0100}飾'],
    ['a word joiner beside a sign', '10\u2060–\u206020'],
    ['nothing', ''],
  ])('%s hides nothing', (_what, text) => {
    expect(hiddenCharactersIn(text)).toEqual([]);
  });

  it('says where a run stands and how long it is', () => {
    expect(hiddenCharactersIn(`ab${tags('hi!')}c`)).toEqual([{ offset: 2, length: 6, spelled: 'hi!' }]);
  });

  it('stops at a hundred runs, and at sixty characters of one', () => {
    expect(hiddenCharactersIn('a\u200Bb '.repeat(200))).toHaveLength(100);
    expect(hiddenCharactersIn(tags('x'.repeat(100)))[0]?.spelled).toBe(`${'x'.repeat(60)}…`);
  });
});
