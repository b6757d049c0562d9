import { expect, test } from 'vitest';
import type { PopularGroup } from './brands.ts';
import { popularPackages } from './popular-packages.ts';

const libraries = (...npm: readonly string[]): PopularGroup[] => [
  { purpose: 'libraries', ownTails: false, npm, pypi: [] },
];
const servers = (npm: readonly string[], pypi: readonly string[] = []): PopularGroup[] => [
  { purpose: 'servers', ownTails: true, npm, pypi },
];
const howOf = (groups: readonly PopularGroup[], name: string, ecosystem = 'npm') =>
  popularPackages(groups).resembled(ecosystem, name)?.how ?? null;

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
  expect(howOf(libraries('moorings', 'moorinqs'), 'moorinqs')).toBeNull();
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

test('PyPI’s spellings of one name are one name', () => {
  expect(howOf(servers([], ['rowing-club-mcp']), 'Rowing_Club.mcp', 'pypi')).toBeNull();
  expect(howOf(servers(['rowing-club-mcp']), 'Rowing_Club.mcp', 'pypi')).toBe('other-ecosystem');
  expect(howOf(servers(['rowing-club-mcp'], ['rowing-club-mcp']), 'rowing-club-mcp', 'pypi')).toBeNull();
});

test('nothing is protected in an ecosystem that it does not know', () => {
  expect(howOf(libraries('moorings'), 'moorinqs', 'cargo')).toBeNull();
  expect(howOf([], 'moorings')).toBeNull();
});
