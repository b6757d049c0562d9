import { describe, expect, test } from 'vitest';
import { NO_CONFIG } from '../config/schema.ts';
import type { IndexedEntry } from '../lookup/port.ts';
import { indexed, lookupOf } from '../testing/lookups.ts';
import { listed } from '../testing/subjects.ts';
import { searchIndexBuilder } from './build.ts';
import { searchIndex } from './index.ts';
import { type Search, searched } from './rank.ts';

function search(entries: readonly IndexedEntry[], asked: Partial<Search> = {}) {
  const builder = searchIndexBuilder();
  for (const entry of entries) builder.add(entry, listed({ name: entry.name }));
  const sections = builder.sections();
  const index = searchIndex((name) => Buffer.from(sections.get(name) ?? []), entries.length);
  const at = (place: number) => entries[place] ?? indexed('official:none');
  return searched({ ...lookupOf(entries), at }, index, {
    query: 'ferry',
    filters: {},
    limit: 10,
    lists: NO_CONFIG,
    ...asked,
  });
}

const fired = (tier: 'review-first' | 'noted') => ({
  lookalike: { tier, score: 60, fired: ['lookalike/official-claim' as const] },
  'rug-pull': null,
});

describe('among servers that are equally near', () => {
  test.each<[string, Partial<IndexedEntry>, Partial<IndexedEntry>]>([
    ['one where nothing fired goes before one to review', {}, { tiers: fired('review-first') }],
    [
      'the vendor’s of what is asked for goes first',
      { brand: { id: 'Ferry', relation: 'vendor' } },
      { attested: true },
    ],
    ['a vendor’s of something else does not', { attested: true }, { brand: { id: 'Tidewater', relation: 'vendor' } }],
    ['one with provenance goes before one without', { attested: true }, { attested: false }],
    ['one with a repository goes before one without', { repository: 'https://github.com/quay/ferry' }, {}],
    ['one that is active goes before one that was taken back', {}, { status: 'deleted', attested: true }],
    ['the older one goes first', { publishedAt: '2025-01-01T00:00:00Z' }, {}],
  ])('%s', (_what, better, worse) => {
    const entries = [indexed('glama:a/ferry', worse), indexed('glama:z/ferry', better)];
    expect(search(entries).hits.map(({ entry }) => entry.id)).toEqual(['glama:z/ferry', 'glama:a/ferry']);
  });

  test('a finding that is only noted moves nothing', () => {
    const entries = [indexed('glama:a/ferry', { tiers: fired('noted') }), indexed('glama:z/ferry')];
    expect(search(entries).hits[0]?.entry.id).toBe('glama:a/ferry');
  });

  test('facts do not put a far server before a near one', () => {
    const far = {
      description: 'Stands where the ferry leaves.',
      attested: true,
      repository: 'https://github.com/quay/bread',
    };
    const entries = [indexed('glama:a/bread', far), indexed('glama:z/ferry')];
    expect(search(entries).hits[0]?.entry.id).toBe('glama:z/ferry');
  });
});

describe('one server in several registries', () => {
  const twins = [
    indexed('glama:quay/ferry', {
      twins: ['official:io.github.quay/ferry'],
      publishedAt: null,
      repository: 'https://github.com/quay/ferry',
    }),
    indexed('official:io.github.quay/ferry', { twins: ['glama:quay/ferry'], publishedAt: '2026-01-01T00:00:00Z' }),
  ];

  test('is one hit, with what any of them says', () => {
    const { hits, counts } = search(twins);
    expect(counts).toMatchObject({ looked: 2, servers: 1, passed: 1 });
    expect(hits).toHaveLength(1);
    expect(hits[0]?.entry.id).toBe('official:io.github.quay/ferry');
    expect(hits[0]?.facts).toMatchObject({
      registries: ['glama', 'official'],
      repository: 'https://github.com/quay/ferry',
      ageDays: 179,
    });
  });

  test('is found by one of its names and shows the registries of all', () => {
    const other = indexed('glama:quay/boats', { twins: ['official:io.github.quay/ferry'] });
    const [, official = indexed('official:none')] = twins;
    const entries = [other, indexed(official.id, { twins: [other.id] })];
    expect(search(entries, { query: 'boats' }).hits[0]?.facts.registries).toEqual(['glama', 'official']);
  });

  test('two servers of one repository in one registry stay two', () => {
    const entries = [
      indexed('glama:quay/ferry', { twins: ['glama:quay/ferry-fares'] }),
      indexed('glama:quay/ferry-fares', { twins: ['glama:quay/ferry'] }),
    ];
    expect(search(entries).hits).toHaveLength(2);
  });
});

describe('filters', () => {
  const repository = 'https://github.com/quay/ferry';
  test.each<[string, Search['filters'], Partial<IndexedEntry>, [number, number]]>([
    ['a repository', { hasRepo: true }, { repository }, [1, 0]],
    ['no repository', { hasRepo: true }, { repository: 'none' }, [0, 0]],
    ['a repository nobody speaks of', { hasRepo: true }, { repository: null }, [0, 1]],
    ['old enough', { minAgeDays: 56 }, { publishedAt: '2026-05-04T09:00:00Z' }, [1, 0]],
    ['a day too young', { minAgeDays: 57 }, { publishedAt: '2026-05-04T09:00:00Z' }, [0, 0]],
    ['an age nobody gives', { minAgeDays: 1 }, { publishedAt: null }, [0, 1]],
    ['an age that is no date', { minAgeDays: 1 }, { publishedAt: 'yesterday' }, [0, 1]],
    ['the publisher', { namespace: 'io.github.q*' }, { namespace: 'io.github.quay' }, [1, 0]],
    ['another publisher', { namespace: 'io.github.q' }, { namespace: 'io.github.quay' }, [0, 0]],
    ['a transport', { transport: 'sse' }, { remotes: [{ type: 'sse', url: 'https://quay.example' }] }, [1, 0]],
    ['another transport', { transport: 'stdio' }, { remotes: [{ type: 'sse', url: 'https://quay.example' }] }, [0, 0]],
    ['transports nobody names', { transport: 'stdio' }, { packages: null, remotes: null }, [0, 1]],
    ['a registry', { registry: ['glama'] }, {}, [1, 0]],
    ['another registry', { registry: ['official'] }, {}, [0, 0]],
    ['a brand', { brand: 'tidewater' }, { brand: { id: 'Tidewater', relation: 'unofficial' } }, [1, 0]],
    ['no brand', { brand: 'tidewater' }, {}, [0, 0]],
    [
      'one that fails and one that cannot be told',
      { hasRepo: true, registry: ['official'] },
      { repository: null },
      [0, 0],
    ],
  ])('%s', (_what, filters, fields, [passed, notKnown]) => {
    expect(search([indexed('glama:quay/ferry', fields)], { filters }).counts).toMatchObject({ passed, notKnown });
  });
});

describe('an organisation’s lists', () => {
  const entries = ['a', 'b', 'c', 'd'].map((who) => indexed(`glama:${who}/ferry`));
  const lists = {
    block: [{ name: 'a/*', reason: 'took our key' }],
    curated: [{ name: 'd/ferry' }],
    allow: [{ namespace: 'c' }, { name: 'a/ferry' }],
  };

  test('put what is curated first, then what is allowed, and what is blocked last', () => {
    const { hits } = search(entries, { lists });
    expect(hits.map(({ entry, listed: by }) => [entry.name, by?.list ?? null, by?.reason ?? null])).toEqual([
      ['d/ferry', 'curated', null],
      ['c/ferry', 'allow', null],
      ['b/ferry', null, null],
      ['a/ferry', 'block', 'took our key'],
    ]);
  });

  test('several that are blocked keep their order among each other', () => {
    const { hits } = search(entries, { lists: { block: [{ name: '*' }], curated: [], allow: [] } });
    expect(hits.map(({ entry }) => entry.name)).toEqual(['a/ferry', 'b/ferry', 'c/ferry', 'd/ferry']);
  });

  test('block a server by any of its entries', () => {
    const twins = [
      indexed('glama:a/ferry', { twins: ['official:quay/ferry'] }),
      indexed('official:quay/ferry', { twins: ['glama:a/ferry'] }),
    ];
    expect(search(twins, { lists }).hits[0]?.listed?.list).toBe('block');
  });
});
