import { describe, expect, it } from 'vitest';
import { skeleton, skeletons } from './skeleton.ts';

describe('skeleton', () => {
  it.each([
    ['a Cyrillic letter', 'tіdewater', 'tidewater'],
    ['a Greek letter', 'tidewatεr', 'tidewatεr'],
    ['a Lisu letter', 'ꓔidewater', 'Tidewater'],
    ['mathematical letters', '𝐭𝐢𝐝𝐞water', 'tidewater'],
    ['a zero-width space', 'tide\u200Bwater', 'tidewater'],
    ['rn for m', 'harnrner', 'hammer'],
    ['a capital I for l', 'tideIine', 'tideline'],
    ['digits for letters', 'tide1ine', 'tideline'],
    ['a composed accent', 'caf\u00E9', 'cafe\u0301'],
  ])('%s does not tell two names apart', (_what, one, other) => {
    expect(skeleton(one)).toBe(skeleton(other));
  });

  it.each([
    ['tidewater', 'tidewaters'],
    ['quayside', 'quay-side'],
    ['lantern', 'Lantern'],
  ])('%s and %s do not look alike', (one, other) => {
    expect(skeleton(one)).not.toBe(skeleton(other));
  });

  it('does not throw on a lone surrogate', () => {
    expect(skeleton('\uD800tide')).toBe('\uD800tide');
  });
});

describe('skeletons', () => {
  it.each([
    ['fullwidth letters', 'ＴＩＤＥＷＡＴＥＲ', 'tidewater'],
    ['digits among capitals', 'L00M', 'loom'],
    ['a Deseret letter', '\u{10404}ut', 'out'],
  ])('%s are met by one of them', (_what, written, name) => {
    expect([...skeletons(written)]).toContain(skeleton(name));
  });
});
