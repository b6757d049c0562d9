import { assert, dictionary, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inert, inertJson } from './inert.ts';

const HIDDEN = [
  ['an escape', '\u001B', '\\u{1B}', '\\u001b'],
  ['a C1 control', '\u009B', '\\u{9B}', '\\u009b'],
  ['a bidi override', '\u202E', '\\u{202E}', '\\u202e'],
  ['a zero-width joiner', '\u200D', '\\u{200D}', '\\u200d'],
  ['a tag letter', '\u{E0041}', '\\u{E0041}', '\\udb40\\udc41'],
  ['a line separator', '\u2028', '\\u{2028}', '\\u2028'],
  ['a lone surrogate', '\uD800', '\\u{D800}', '\\ud800'],
  ['a hidden variation selector', '\u{E0100}', '\\u{E0100}', '\\udb40\\udd00'],
] as const;

describe('inert', () => {
  it.each(HIDDEN)('spells %s out', (_what, character, spelled) => {
    expect(inert(`tide${character}water`)).toBe(`tide${spelled}water`);
  });

  it('makes one line of many', () => {
    expect(inert('tide\r\nwater\t')).toBe('tide\\u{D}\\u{A}water\\u{9}');
  });

  it.each([['Lantern Bakery'], ['潮汐表'], ['جدول المد'], ['harbour ⚓️ 🌊']])('leaves %s as it is', (text) => {
    expect(inert(text)).toBe(text);
  });

  it.each([
    ['lantern', 7, 'lantern'],
    ['lantern', 6, 'lanter…'],
    ['ab🌊', 3, 'ab…'],
    ['ab\u0000', 6, 'ab…'],
  ])('cuts "%s" to %i characters', (text, most, expected) => {
    expect(inert(text, most)).toBe(expected);
  });
});

describe('inertJson', () => {
  it.each(HIDDEN)('escapes %s', (_what, character, _spelled, escaped) => {
    expect(inertJson({ name: `tide${character}` })).toBe(`{"name":"tide${escaped}"}`);
  });

  it('keeps its own line breaks', () => {
    expect(inertJson({ name: 'a\nb' }, 2)).toBe('{\n  "name": "a\\nb"\n}');
  });

  it('means the same value', () => {
    const text = string({ unit: 'binary' });
    assert(
      property(dictionary(text, text), (value) => {
        expect(JSON.parse(inertJson(value, 2))).toEqual(value);
      }),
    );
  });
});
