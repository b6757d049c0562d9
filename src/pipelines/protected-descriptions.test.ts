import { assert, constantFrom, property, uniqueArray } from 'fast-check';
import { expect, it } from 'vitest';
import { harborCrane, lanternly, lanternlyDescription } from '../testing/protected.ts';
import { type ProtectedDescription, protectedDescriptions } from './protected-descriptions.ts';

const { text } = lanternlyDescription;

function from(entry: string, description: string, owner = lanternly): ProtectedDescription {
  return { entry, text: description, owners: [owner] };
}

it('of equal texts of one vendor the entry with the least id is named', () => {
  const found = protectedDescriptions([from('official:b', text), from('official:a', text)]).nearest(text);
  expect(found?.entry).toBe('official:a');
});

it('a text that two vendors share is a template’s and protects nobody', () => {
  const shared = [from('official:a', text), from('official:b', text, harborCrane), from('official:c', text)];
  expect(protectedDescriptions(shared).nearest(text)).toBeNull();
});

it.each([
  ['boilerplate', 'A Model Context Protocol server for my tools'],
  ['a template never filled in', 'An MCP server that provides [describe what your server does]'],
  ['a few characters', 'Lantern server'],
])('%s is nobody’s own', (_what, description) => {
  expect(protectedDescriptions([from('official:a', description)]).nearest(description)).toBeNull();
});

it('an answer does not depend on what was asked before', () => {
  const descriptions = protectedDescriptions([from('official:a', text)]);
  const nearly = `Now ${text}`;
  const answers = [nearly, 'Tide tables of every lantern and street in your own town today', nearly].map(
    (each) => descriptions.nearest(each)?.entry ?? null,
  );
  expect(answers).toEqual(['official:a', null, 'official:a']);
});

it('finds by its rare words what comparing with every description would find', () => {
  const vocabulary = Array.from({ length: 14 }, (_, index) => `lantern${index}`);
  const sentence = uniqueArray(constantFrom(...vocabulary), { minLength: 8, maxLength: 14 });
  assert(
    property(uniqueArray(sentence, { maxLength: 6 }), sentence, (all, asked) => {
      const kept = all.map((each, index) => from(`official:${index}`, each.join(' ')));
      const likeness = all.map((each) => shareOf(new Set(each), new Set(asked)));
      const best = Math.max(0, ...likeness);
      expect(protectedDescriptions(kept).nearest(asked.join(' '))?.likeness ?? 0).toBe(best >= 0.85 ? best : 0);
    }),
  );
});

function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return one.intersection(other).size / one.union(other).size;
}
