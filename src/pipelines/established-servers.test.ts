import { describe, expect, test } from 'vitest';
import { claimantOf } from '../identity/claims.ts';
import { clusters } from '../identity/clusters.ts';
import type { Subject } from '../model/subject.ts';
import { type Listing, listed, named, repositoryAt } from '../testing/subjects.ts';
import { establishedServers } from './established-servers.ts';
import { populationRows } from './population-rows.ts';

const AS_OF_MS = Date.UTC(2026, 5, 29);
const HALF_A_YEAR_AGO = '2025-12-31T00:00:00Z';
const repository = repositoryAt('https://github.com/tidewater/harbor-mcp');

function of(...subjects: readonly Subject[]) {
  const rowOf = populationRows();
  const claimants = subjects.map((subject) => claimantOf(subject));
  const rows = subjects.map((subject) => rowOf(subject, claimantOf(subject)));
  return establishedServers(rows, { clusters: clusters(claimants), asOfMs: AS_OF_MS });
}

const official = (fields: Listing = {}) => listed({ repository, publishedAt: HALF_A_YEAR_AGO, ...fields });
const glama = listed({ registry: 'glama', name: 'tidewater/harbor-mcp', repository, publishedAt: null });

describe('a server is established', () => {
  test('that two registries have listed for half a year', () => {
    expect(of(official(), glama)).toMatchObject([
      { id: 'glama:tidewater/harbor-mcp', because: '2 registries list, for 180 days' },
    ]);
  });

  test.each([
    ['a day short of half a year', [official({ publishedAt: '2026-01-01T00:00:00Z' }), glama]],
    ['of one registry', [official()]],
    ['of unknown age', [official({ publishedAt: null }), glama]],
    ['that one registry lists twice', [official(), official({ name: 'io.github.tidewater/harbor-tides' })]],
  ])('not %s', (_case, subjects) => {
    expect(of(...subjects)).toEqual([]);
  });

  test.each([
    ['smithery', 999, 0],
    ['smithery', 1_000, 1],
    ['pulsemcp', 9_999, 0],
    ['pulsemcp', 10_000, 1],
    ['glama', 1_000_000, 0],
  ])('by %s’s count of %d uses: %d', (registry, uses, servers) => {
    const used = listed({ registry, name: 'tidewater/harbor-mcp', uses });
    const same = listed({ registry: 'glama', name: 'tidewater/mcp-harbor' });
    expect(of(used, same)).toHaveLength(servers);
  });
});

describe('whose a much used server is', () => {
  const used = listed({ registry: 'smithery', name: 'tidewater/harbor-mcp', uses: 5_000 });

  test('is not shown by a registry where anybody lists anybody’s', () => {
    expect(of(used)).toEqual([]);
    expect(of(used, listed({ registry: 'glama', name: 'quayside/harbor-mcp' }))).toEqual([]);
    expect(of(used, listed({ registry: 'glama', name: 'tidewater/ferry-times' }))).toEqual([]);
  });

  test('is shown by an entry of the same account and name elsewhere', () => {
    expect(of(used, listed({ registry: 'glama', name: 'tidewater/harbor' }))).toMatchObject([
      { because: 'smithery counts 5000 uses of' },
    ]);
  });

  test('counts where its registry only names it', () => {
    const namesake = named({ registry: 'smithery', name: 'tidewater/harbor-mcp', uses: 5_000 });
    expect(of(namesake, listed({ registry: 'glama', name: 'tidewater/harbor' }))).toMatchObject([
      { because: 'smithery counts 5000 uses of' },
    ]);
  });

  test('is not shown where nobody is', () => {
    expect(of(listed({ registry: 'pulsemcp', name: 'harbor-mcp', uses: 50_000 }))).toEqual([]);
  });
});

test('servers come by id, whatever the order of entries', () => {
  const one = listed({ registry: 'pulsemcp', name: 'io.github.quayside/cranes', uses: 20_000 });
  const other = listed({ registry: 'pulsemcp', name: 'io.github.lantern/bakery', uses: 20_000 });
  expect(of(one, other).map(({ id }) => id)).toEqual(of(other, one).map(({ id }) => id));
});

test('what is cited of a server does not depend on which of its entries came first', () => {
  const remotes = [
    { at: '/remotes/0', type: 'streamable-http', url: 'https://tidewater.example/mcp', inputs: [] },
  ] as const;
  const one = listed({
    registry: 'official',
    name: 'io.github.tidewater/tide-tables',
    remotes,
    publishedAt: '2025-01-01T00:00:00Z',
  });
  const other = listed({ registry: 'glama', name: 'tidewater/tide-table-server', remotes });
  const rows = (...subjects: readonly Subject[]) => of(...subjects).map((server) => server.rows.map(({ id }) => id));
  expect(rows(one, other)).toEqual([['glama:tidewater/tide-table-server', 'official:io.github.tidewater/tide-tables']]);
  expect(rows(other, one)).toEqual(rows(one, other));
});
