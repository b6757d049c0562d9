import { expect, test } from 'vitest';
import { lanternly } from '../testing/protected.ts';
import type { PopularGroup } from './brands.ts';
import { popularPackages } from './popular-packages.ts';

const libraries = (...npm: readonly string[]): PopularGroup[] => [
  { purpose: 'libraries', ownTails: false, npm, pypi: [] },
];
const servers = (npm: readonly string[], pypi: readonly string[] = []): PopularGroup[] => [
  { purpose: 'servers', ownTails: true, npm, pypi },
];
const howOf = (groups: readonly PopularGroup[], name: string, ecosystem = 'npm') =>
  popularPackages({ popular: groups, references: { servers: [], forms: [] }, brands: [] }).resembled(ecosystem, name)
    ?.how ?? null;

test.each([
  ['five letters with two swapped', 'kayak', 'kyaak', 'slip'],
  ['four letters with two swapped', 'kelp', 'klep', null],
  ['seven letters with one missing', 'harbour', 'harbou', null],
  ['eight letters with one missing', 'harbours', 'harbour', null],
  ['nine letters with one missing', 'harbourly', 'harbourl', 'slip'],
  ['eight letters with another one', 'moorings', 'moorinqs', 'slip'],
  ['eleven letters with two others', 'lighthouses', 'lightbousez', null],
  ['twelve letters with two others', 'harbourlight', 'harboorlighd', 'slip'],
  ['eighteen letters with three others', 'harbour-lighthouse', 'harboor-lighdhouze', null],
  ['a number at the end', 'moorings', 'moorings2', null],
  ['the name itself in capitals', 'moorings', 'Moorings', null],
  ['a name that is too long to be one', 'moorings', `moorings${'s'.repeat(60)}`, null],
])('%s', (_case, popular, name, how) => {
  expect(howOf(libraries(popular), name)).toBe(how);
});

test('of two that are near, neither is a slip of the other', () => {
  expect(howOf(libraries('moorings', 'mooringss'), 'mooringss')).toBeNull();
  expect(howOf(libraries('moorings', 'mooringss'), 'moorings')).toBeNull();
});

test.each([
  ['a tail of eight letters', '@mudlark/tidelogs', 'tidelogs', 'scope-dropped'],
  ['a tail of seven, which many words are', '@mudlark/tidelog', 'tidelog', null],
  ['a tail that every scope has', '@mudlark/mcp-server', 'mcp-server', null],
  ['the scope and a tail that every scope has', '@mudlark/mcp-server', 'mudlark-mcp-server', 'scope-dropped'],
  ['another scope', '@mudlark/tidelogs', '@quayside/tidelogs', 'other-scope'],
  ['another scope and a number', '@mudlark/tidelogs', '@quayside/tidelogs-1', 'other-scope'],
  ['another scope of a tail that every scope has', '@mudlark/mcp-server', '@quayside/mcp-server', null],
  ['the same scope', '@mudlark/tidelogs', '@mudlark/tidelogs-1', null],
])('%s', (_case, popular, name, how) => {
  expect(howOf(servers([popular]), name)).toBe(how);
});

test.each([
  ['five own letters with two swapped', 'tides-mcp-server', 'tdies-mcp-server', 'slip'],
  ['five own letters with another one', 'tides-mcp-server', 'tiles-mcp-server', null],
  ['no own letters', 'mcp-server', 'mpc-server', null],
])('of what most servers are named nothing counts: %s', (_case, popular, name, how) => {
  expect(howOf(servers([popular]), name)).toBe(how);
});

test.each([
  ['a reference server', 'npm', 'server-filesytsem', 'npm:@modelcontextprotocol/server-filesystem'],
  ['a reference server that is nowhere else', 'pypi', 'mcp-server-fecth', 'pypi:mcp-server-fetch'],
  ['a reference server of the other ecosystem', 'npm', 'mcp-server-fecth', 'pypi:mcp-server-fetch'],
  ['a vendor’s package without its scope', 'npm', 'lanternly-mpc-server', 'npm:@lanternly/lanternly-mcp-server'],
  ['a vendor’s project', 'pypi', 'lanternly-mpc', 'pypi:lanternly-mcp'],
])('a slip for %s is one as well', (_case, ecosystem, name, of) => {
  const references = {
    forms: ['mcp-server-', 'server-'],
    servers: [
      { name: 'fetch', npm: null, pypi: 'mcp-server-fetch' },
      { name: 'filesystem', npm: '@modelcontextprotocol/server-filesystem', pypi: null },
    ],
  };
  const popular = popularPackages({ popular: [], references, brands: [lanternly] });
  expect(popular.resembled(ecosystem, name)).toEqual({ how: 'slip', of });
  expect(popular.resembled('npm', 'mcp-server-fetch')).toBeNull();
});

test('PyPI’s spellings of one name are one name', () => {
  expect(howOf(servers([], ['rowing-club-mcp']), 'Rowing_Club.mcp', 'pypi')).toBeNull();
  expect(howOf(servers(['rowing-club-mcp']), 'Rowing_Club.mcp', 'pypi')).toBe('other-ecosystem');
  expect(howOf(servers(['rowing-club-mcp'], ['rowing-club-mcp']), 'rowing-club-mcp', 'pypi')).toBeNull();
});

test('nothing is protected in an ecosystem that it does not know', () => {
  expect(howOf(libraries('moorings'), 'moorinqs', 'cargo')).toBeNull();
  expect(howOf([], 'moorings')).toBeNull();
});
