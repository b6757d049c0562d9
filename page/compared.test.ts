import { expect, test } from 'vitest';
import { compared, comparedLines } from './compared.ts';

const marked = (pieces: readonly { text: string; isOwn: boolean }[]) =>
  pieces.map(({ text, isOwn }) => (isOwn ? `[${text}]` : text)).join('');

test.each([
  ['one letter apart', 'tidewatr', 'tidewater', 'tidewatr', 'tidewat[e]r'],
  [
    'another owner',
    'code.example/quayside/a',
    'code.example/lantern/a',
    'code.example/[quayside]/a',
    'code.example/[lantern]/a',
  ],
  ['the same', 'tidewater', 'tidewater', 'tidewater', 'tidewater'],
  ['nothing in common', 'ferry', 'bakery', 'ferry', 'bakery'],
  ['no pair of surrogates is split', 'harbour 🚢 a', 'harbour 🚣 a', 'harbour [🚢] a', 'harbour [🚣] a'],
])('%s', (_what, a, b, left, right) => {
  const [one, other] = compared(a, b);
  expect([marked(one), marked(other)]).toEqual([left, right]);
});

test('a megabyte is compared without marks', () => {
  const long = 'tide'.repeat(250_000);
  expect(compared(long, `${long}!`)[1]).toEqual([{ text: `${long}!`, isOwn: false }]);
});

test('of lines those are marked that the other side does not have', () => {
  const [one, other] = comparedLines(['a', 'b'], ['b', 'c']);
  expect([marked(one), marked(other)]).toEqual(['[a]b', 'b[c]']);
});
