import { expect, it } from 'vitest';
import type { Fact } from '../../model/source.ts';
import { collector, cut, MAX_FACTS_PER_KIND, MAX_VALUE_CHARACTERS } from './bounds.ts';

const FACT: Fact = {
  kind: 'address',
  value: 'https://quay.test',
  by: 'literal',
  line: 1,
  column: 1,
  snippet: '',
  scope: 0,
};

it('gives facts back in the order of the file', () => {
  const facts = collector();
  facts.add({ ...FACT, value: 'c', line: 2, column: 1 });
  facts.add({ ...FACT, value: 'b', line: 1, column: 9 });
  facts.add({ ...FACT, value: 'a', line: 1, column: 2 });
  expect(facts.facts().map(({ value }) => value)).toEqual(['a', 'b', 'c']);
});

it('keeps the same thing in one function once, and in two functions twice', () => {
  const facts = collector();
  facts.add(FACT);
  facts.add({ ...FACT, line: 7 });
  facts.add({ ...FACT, line: 9, scope: 2 });
  expect(facts.facts().map(({ line }) => line)).toEqual([1, 9]);
  expect(facts.leftOut()).toBe(0);
});

it('has room for a number of facts of each kind', () => {
  const facts = collector();
  for (let index = 0; index <= MAX_FACTS_PER_KIND; index += 1) facts.add({ ...FACT, value: `${index}` });
  facts.add({ ...FACT, kind: 'import' });
  expect(facts.facts()).toHaveLength(MAX_FACTS_PER_KIND + 1);
  expect(facts.leftOut()).toBe(1);
});

it('is not crowded out by repetitions', () => {
  const facts = collector();
  for (let scope = 0; scope < 5_000; scope += 1) facts.add({ ...FACT, scope });
  facts.add({ ...FACT, value: 'https://tide.test' });
  expect(facts.facts()).toHaveLength(MAX_FACTS_PER_KIND / 2 + 1);
});

it.each([
  [MAX_VALUE_CHARACTERS, MAX_VALUE_CHARACTERS, false],
  [MAX_VALUE_CHARACTERS + 1, MAX_VALUE_CHARACTERS, true],
])('a value of %i characters has %i', (length, kept, isCut) => {
  const text = cut('a'.repeat(length));
  expect(text).toHaveLength(kept);
  expect(text.endsWith('…')).toBe(isCut);
});
