import { describe, expect, it } from 'vitest';
import { harbourNames } from '../testing/protected.ts';
import { brandWords } from './brand-words.ts';

const words = brandWords(harbourNames.brands, harbourNames.dictionary);

describe('brands in a name', () => {
  it.each([
    ['lanternly-mcp-server', ['lanternly']],
    ['LanternlyServer', ['lanternly']],
    ['lanternlymcp', ['lanternly']],
    ['mcplanternly', ['lanternly']],
    ['lanternly2', ['lanternly']],
    ['harbor_crane', ['harbor-crane']],
    ['HarborCraneMCP', ['harbor-crane']],
    ['harborcrane', ['harbor-crane']],
    ['crane', ['crane']],
    ['mcp-crane-server', ['crane']],
    ['lanternly-for-harbor-crane', ['harbor-crane', 'lanternly']],
    ['modelcontextprotocol', []],
    ['crane-timetable', []],
    ['harbor', []],
    ['lantern', []],
    ['tidelog', []],
    ['constructor', []],
    ['', []],
  ])('"%s"', (text, aliases) => {
    expect(words.read(text).named.map(({ alias }) => alias)).toEqual(aliases);
  });
});

it('a word within a longer alias is that alias’s', () => {
  const [crane, other] = harbourNames.brands;
  if (crane === undefined || other === undefined) throw new Error('the harbour has two brands');
  const nested = brandWords([crane, { ...other, aliases: ['harbor'] }], []);
  expect(nested.read('harbor-crane-mcp').named.map(({ brand }) => brand.name)).toEqual(['Harbor Crane']);
  expect(nested.read('harbor-mcp').named.map(({ brand }) => brand.name)).toEqual([other.name]);
});

it('a name read again is read the same, and an account in other names does not change it', () => {
  const first = words.read('Lantern-LY/lanternli');
  expect(first.typos.map(({ written }) => written)).toEqual(['lanternli']);
  expect(first.divided.map(({ written }) => written)).toEqual(['lantern-ly']);
  words.distinctiveIn('lanternly');
  expect(words.read('Lantern-LY/lanternli')).toEqual(first);
});

it('a word that looks like a brand in any letter case is found once, and ASCII words need five letters', () => {
  expect(words.lookingLike('LANTERN1Y lanternly').map(({ written }) => written)).toEqual(['LANTERN1Y']);
});

it('a hostile name costs no more than its length', () => {
  const name = 'lаntern1y-'.repeat(50_000);
  expect(words.lookingLike(name).length).toBeLessThanOrEqual(60);
  expect(words.read('a'.repeat(1_000_000)).typos).toEqual([]);
  expect(words.read('lantern-ly-'.repeat(100_000)).divided.length).toBeGreaterThan(0);
});
