import { describe, expect, test } from 'vitest';
import { affecting, EVERY_VERSION, listOf, range, recorded } from '../testing/recalls.ts';
import { intelIndex } from './intel-index.ts';
import type { Feed, NamedVersion } from './port.ts';

const HARBOR: NamedVersion = { ecosystem: 'npm', name: 'harbor-mcp', version: '1.0.16' };

function foundIn(lists: readonly Feed[], named: NamedVersion = HARBOR): string[] {
  return intelIndex(lists)
    .find(named)
    .map(({ record, standing, origin }) => `${record.id} ${standing.stands} (${origin})`);
}

describe('several lists as one', () => {
  const listed = recorded('MAL-2026-1');
  const takenBack = recorded('MAL-2026-1', { withdrawn: '2026-05-20T00:00:00Z' });
  const elsewhere = recorded('MAL-2026-1', { affected: [affecting('ferry-times', { ranges: [EVERY_VERSION] })] });

  test.each<[string, Feed[], string[]]>([
    ['one list', [listOf('osv', [listed])], ['MAL-2026-1 listed (osv)']],
    ['the same record twice is one', [listOf('osv', [listed]), listOf('seed', [listed])], ['MAL-2026-1 listed (osv)']],
    [
      'whatever the order of the lists',
      [listOf('seed', [listed]), listOf('osv', [listed])],
      ['MAL-2026-1 listed (osv)'],
    ],
    [
      'an organisation takes a public record back',
      [listOf('osv', [listed]), listOf('organisation', [takenBack])],
      ['MAL-2026-1 withdrawn (organisation)'],
    ],
    [
      'an organisation lists what the public took back',
      [listOf('osv', [takenBack]), listOf('organisation', [listed])],
      ['MAL-2026-1 listed (organisation)'],
    ],
    [
      'an organisation says that it is another package',
      [listOf('osv', [listed]), listOf('organisation', [elsewhere])],
      [],
    ],
    [
      'what OSV took back, the seed still has',
      [listOf('osv', [takenBack]), listOf('seed', [listed])],
      ['MAL-2026-1 withdrawn (osv)'],
    ],
    ['what OSV has no more, the seed still has', [listOf('osv', []), listOf('seed', [listed])], []],
    [
      'OSV was not read whole',
      [listOf('osv', [], { complete: false }), listOf('seed', [listed])],
      ['MAL-2026-1 listed (seed)'],
    ],
    [
      'OSV was read for another ecosystem',
      [listOf('osv', [], { ecosystems: ['pypi'] }), listOf('seed', [listed])],
      ['MAL-2026-1 listed (seed)'],
    ],
    [
      "the seed's own records are not OSV's to have",
      [listOf('osv', []), listOf('seed', [recorded('SEED-npm-harbor-mcp')])],
      ['SEED-npm-harbor-mcp listed (seed)'],
    ],
    [
      'an own record beside a public one',
      [listOf('osv', [listed]), listOf('organisation', [recorded('tidewater-7')])],
      ['MAL-2026-1 listed (osv)', 'tidewater-7 listed (organisation)'],
    ],
    ['no list', [], []],
  ])('%s', (_what, lists, found) => {
    expect(foundIn(lists)).toEqual(found);
  });

  test('of two records with one id in one list the one changed later counts', () => {
    const later = { ...takenBack, modified: '2026-05-20T00:00:00Z' };
    expect(foundIn([listOf('osv', [later, listed])])).toEqual(['MAL-2026-1 withdrawn (osv)']);
    expect(foundIn([listOf('osv', [listed, later])])).toEqual(['MAL-2026-1 withdrawn (osv)']);
  });

  test('what is listed comes first, what is in doubt after it, what was taken back last', () => {
    const records = [
      { ...takenBack, id: 'MAL-2026-1' },
      recorded('MAL-2026-2', { affected: [affecting('harbor-mcp', { versions: ['1.0.0'] })] }),
      recorded('MAL-2026-3', { affected: [affecting('harbor-mcp', { ranges: [range('GIT', 'introduced 0')] })] }),
      recorded('MAL-2026-4', { labels: ['PENTEST'] }),
      recorded('MAL-2026-5'),
    ];
    expect(foundIn([listOf('osv', records)])).toEqual([
      'MAL-2026-5 listed (osv)',
      'MAL-2026-4 listed (osv)',
      'MAL-2026-3 undetermined (osv)',
      'MAL-2026-2 elsewhere (osv)',
      'MAL-2026-1 withdrawn (osv)',
    ]);
  });
});

const found = (record: ReturnType<typeof recorded>, publishedBefore: string | null) =>
  intelIndex([listOf('osv', [record])], { publishedBefore }).find(HARBOR).length;

describe('as of a day', () => {
  test.each([
    [null, 1],
    ['2026-05-02', 1],
    ['2026-05-01T08:00:01Z', 1],
    ['2026-05-01T08:00:00Z', 0],
    ['2026-05-01', 0],
  ])('a record published on 2026-05-01 at eight, before %s: %i', (before, count) => {
    expect(found(recorded('MAL-2026-1'), before)).toBe(count);
  });

  test('a record without that day is known since it was changed last, at the latest', () => {
    const undated = recorded('MAL-2026-1', { published: null, modified: '2026-05-10T00:00:00Z' });
    expect([found(undated, '2026-05-10'), found(undated, '2026-05-11')]).toEqual([0, 1]);
  });

  test('what is no point in time is refused', () => {
    expect(() => intelIndex([], { publishedBefore: 'spring' })).toThrow(RangeError);
  });
});

describe('how old it is', () => {
  const osv = listOf('osv', [recorded('MAL-2026-1')], { ecosystems: ['npm'], date: '2026-06-01' });
  const seed = listOf('seed', [], { date: '2026-01-01' });
  const own = listOf('organisation', [recorded('tidewater-7')], { ecosystems: ['oci'], date: '2026-06-20' });

  test('each ecosystem has the day of the public list that is about it', () => {
    const { dateFor } = intelIndex([own, seed, osv]);
    expect([dateFor('npm'), dateFor('pypi'), dateFor('oci')]).toEqual(['2026-06-01', '2026-01-01', null]);
  });

  test('each finding has the day of the list that holds it', () => {
    expect(
      intelIndex([own, seed, osv])
        .find(HARBOR)
        .map(({ record, date }) => [record.id, date]),
    ).toEqual([
      ['MAL-2026-1', '2026-06-01'],
      ['tidewater-7', '2026-06-20'],
    ]);
  });
});
