import { array, assert, nat, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndexedEntry } from '../lookup/port.ts';
import { indexed } from '../testing/lookups.ts';
import { listed } from '../testing/subjects.ts';
import { searchIndexBuilder } from './build.ts';
import { searchIndex, type SearchIndex } from './index.ts';

interface Given extends Partial<IndexedEntry> {
  readonly tools?: readonly string[];
}

/** Names to what else is known of them, in the order of their places. */
function indexOf(entries: Readonly<Record<string, Given>>): { index: SearchIndex; names: readonly string[] } {
  const builder = searchIndexBuilder();
  for (const [name, { tools = [], ...fields }] of Object.entries(entries)) {
    const entry = indexed(`glama:${name}`, { description: null, ...fields });
    const claims = tools.map((tool, at) => ({ at: `/tools/${at}` as const, name: tool, description: null }));
    builder.add(entry, listed({ name, tools: claims }));
  }
  const sections = builder.sections();
  const names = Object.keys(entries);
  return { index: searchIndex((name) => Buffer.from(sections.get(name) ?? []), names.length), names };
}

function found(entries: Readonly<Record<string, Given>>, query: string): readonly (string | undefined)[] {
  const { index, names } = indexOf(entries);
  return index.search(query).matches.map(({ place }) => names[place]);
}

const TOWN = {
  'quay/ferry-times': { description: 'When the ferry leaves.' },
  'quay/send-mail': { title: 'SendMail', description: 'Sends letters.' },
  'quay/lantern-bakery': { description: 'Bread, and the ferry times on the wall.', tools: ['order_bread'] },
  'tidewater/harbor': { title: 'HarborCrane', description: 'Moves boxes by gmail.' },
};

describe('words find', () => {
  test.each([
    ['a name before a description', 'ferry', ['quay/ferry-times', 'quay/lantern-bakery']],
    ['the entry that has them all first', 'ferry bread', ['quay/lantern-bakery', 'quay/ferry-times']],
    ['the beginning of a word', 'lant', ['quay/lantern-bakery']],
    ['what capitals divide', 'crane', ['tidewater/harbor']],
    ['what a hyphen divides, written as one', 'sendmail', ['quay/send-mail']],
    ['one of several', 'cranes', ['tidewater/harbor']],
    ['the end of a word', 'mail', ['quay/send-mail', 'tidewater/harbor']],
    ['a tool', 'order bread', ['quay/lantern-bakery']],
    ['a publisher', 'tidewater', ['tidewater/harbor']],
    ['a slip', 'latern', ['quay/lantern-bakery']],
    ['two letters swapped', 'ferrry', ['quay/ferry-times', 'quay/lantern-bakery']],
    ['whatever the case', 'FERRY', ['quay/ferry-times', 'quay/lantern-bakery']],
    ['nothing where nothing is near', 'zeppelin', []],
    ['nothing for signs', '!!! ---', []],
  ])('%s', (_what, query, names) => {
    expect(found(TOWN, query)).toEqual(names);
  });

  test('what all servers are called counts only where nothing else is asked', () => {
    const servers = { 'quay/mcp-server': {}, 'quay/ferry-mcp-server': {} };
    expect(found(servers, 'mcp server for the ferry')).toEqual(['quay/ferry-mcp-server']);
    expect(found(servers, 'mcp server')).toHaveLength(2);
  });
});

test('a host of accounts is in no publisher’s words', () => {
  const listings = { 'io.github.quay/bread': { namespace: 'io.github.quay' }, 'quay/github-boats': {} };
  expect(found(listings, 'github')).toEqual(['quay/github-boats']);
});

describe('a slip that somebody took as a name', () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`quay/tidewater-${at}`, {}]));

  test('still finds what was probably meant, and says so', () => {
    const { index } = indexOf({ ...many, 'mallard/tidewatr': {} });
    const { matches, readAs } = index.search('tidewatr');
    expect(readAs).toEqual([{ word: 'tidewatr', as: 'tidewater' }]);
    expect(matches).toHaveLength(31);
  });

  test('a word that is common itself is read as it stands', () => {
    const { index } = indexOf({
      ...many,
      ...Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`a/tidewatr-${at}`, {}])),
    });
    expect(index.search('tidewatr').readAs).toEqual([]);
  });

  test('a short word is not read as one with a letter less', () => {
    const lists = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`quay/sen-${at}`, {}]));
    expect(indexOf(lists).index.search('send').readAs).toEqual([]);
  });
});

test('names of properties and texts of strangers are words like any other', () => {
  const names = ['__proto__', 'constructor', 'toString'].map((name) => `quay/${name}`);
  const entries = Object.fromEntries(names.map((name) => [name, {}]));
  expect(found(entries, 'constructor')).toEqual(['quay/constructor']);
  expect(found(entries, 'proto')).toEqual(['quay/__proto__']);
  expect(found({ 'quay/船': {}, 'quay/ferry\u202Etimes\u0000\n': {} }, '船')).toEqual(['quay/船']);
});

test('no question throws, and none takes long', () => {
  const { index } = indexOf(TOWN);
  assert(
    property(array(nat(0xffff), { maxLength: 300 }), (units) => {
      const { matches } = index.search(String.fromCharCode(...units));
      return matches.every(({ relevance }) => relevance > 0 && Number.isFinite(relevance));
    }),
    { numRuns: 100 },
  );
  expect(index.search('a '.repeat(100_000)).matches).toEqual([]);
});
