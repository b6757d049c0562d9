import { describe, expect, test } from 'vitest';
import { sharedTexts } from './shared-texts.ts';

const TEXT = 'Reads the tide tables.';

function seenBy(...publishers: readonly string[]) {
  const shared = sharedTexts();
  for (const publisher of publishers) shared.see(TEXT, publisher);
  return shared;
}

describe('a text is boilerplate', () => {
  test.each([
    [false, 'of three publishers', ['a', 'b', 'c']],
    [true, 'of four publishers', ['a', 'b', 'c', 'd']],
    [false, 'of twenty entries of one', Array.from({ length: 20 }, () => 'a')],
    [true, 'of twenty-one entries of one', Array.from({ length: 21 }, () => 'a')],
    [false, 'of one entry', ['a']],
    [false, 'of none', []],
  ])('%s: %s', (isBoilerplate, _case, publishers) => {
    expect(seenBy(...publishers).isBoilerplate(TEXT)).toBe(isBoilerplate);
  });

  test('whatever its letter case and the blanks around it', () => {
    const shared = seenBy('a', 'b', 'c', 'd');
    expect(shared.isBoilerplate(` ${TEXT.toUpperCase()}\n`)).toBe(true);
    expect(shared.isBoilerplate(`${TEXT}.`)).toBe(false);
  });

  test('by its first 600 characters', () => {
    const shared = sharedTexts();
    for (const end of ['one', 'two', 'three', 'four']) shared.see(`${'tide '.repeat(120)}${end}`, end);
    expect(shared.isBoilerplate(`${'tide '.repeat(120)}five`)).toBe(true);
  });
});
