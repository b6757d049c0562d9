import { describe, expect, test } from 'vitest';
import { affecting, EVERY_VERSION, range, recorded } from '../testing/recalls.ts';
import { standingIn } from './match.ts';
import type { Affected, Standing } from './port.ts';

function standingOf(affected: Affected, version: string | null, name = affected.name): Standing['stands'] | null {
  const record = recorded('MAL-2026-1', { affected: [affected] });
  return standingIn(record, { ecosystem: affected.ecosystem, name, version })?.stands ?? null;
}

describe('which package a record names', () => {
  const npm = affecting('@tidewater/harbor-mcp', { ranges: [EVERY_VERSION] });
  const pypi = affecting('Lantern_Bakery', { ecosystem: 'pypi', ranges: [EVERY_VERSION] });

  test.each<[string, Affected, { ecosystem: string; name: string }, boolean]>([
    ['the same name', npm, { ecosystem: 'npm', name: '@tidewater/harbor-mcp' }, true],
    ['a case-twin, which is another package on npm', npm, { ecosystem: 'npm', name: '@tidewater/Harbor-mcp' }, false],
    ['the name without its scope', npm, { ecosystem: 'npm', name: 'harbor-mcp' }, false],
    ['the name in another scope', npm, { ecosystem: 'npm', name: '@quayside/harbor-mcp' }, false],
    ['a twin in another ecosystem', npm, { ecosystem: 'pypi', name: '@tidewater/harbor-mcp' }, false],
    ['another spelling, which is the same package on PyPI', pypi, { ecosystem: 'pypi', name: 'lantern.-bakery' }, true],
    ['another case, which is the same package on PyPI', pypi, { ecosystem: 'pypi', name: 'LANTERN-BAKERY' }, true],
    ['a name without the separator', pypi, { ecosystem: 'pypi', name: 'lanternbakery' }, false],
    ['a separator at the end', pypi, { ecosystem: 'pypi', name: 'lantern-bakery-' }, false],
    [
      'hyphens for underscores, which are other packages on npm',
      affecting('ferry_times', { ranges: [EVERY_VERSION] }),
      { ecosystem: 'npm', name: 'ferry-times' },
      false,
    ],
    ['a property of objects', npm, { ecosystem: 'npm', name: '__proto__' }, false],
  ])('%s: %#', (_what, affected, asked, isNamed) => {
    const standing = standingIn(recorded('MAL-2026-1', { affected: [affected] }), { ...asked, version: '1.0.0' });
    expect(standing !== null).toBe(isNamed);
  });

  test('NuGet knows no case, and an ecosystem that is not known here knows its names as written', () => {
    expect(
      standingOf(affecting('Tide.Tables', { ecosystem: 'nuget', versions: ['1.0.0'] }), '1.0.0', 'tide.tables'),
    ).toBe('listed');
    expect(
      standingOf(affecting('tide:tables', { ecosystem: 'Maven', versions: ['1.0'] }), '1.0', 'tide:Tables'),
    ).toBeNull();
  });
});

describe('which versions a record lists', () => {
  const listed = affecting('harbor-mcp', { versions: ['1.0.16', '2.0.0-rc.1'] });
  const wheels = affecting('harbor-mcp', { ecosystem: 'pypi', versions: ['1.0', '2.0rc1'] });

  test.each<[Affected, string | null, Standing['stands']]>([
    [listed, '1.0.16', 'listed'],
    [listed, 'v1.0.16', 'listed'],
    [listed, '1.0.16+build.5', 'listed'],
    [listed, '1.0.15', 'elsewhere'],
    [listed, '1.0.17', 'elsewhere'],
    [listed, '2.0.0', 'elsewhere'],
    [listed, '2.0.0-rc.1', 'listed'],
    [listed, '^1.0.16', 'undetermined'],
    [listed, 'latest', 'undetermined'],
    [listed, '1.0', 'undetermined'],
    [listed, null, 'undetermined'],
    [wheels, '1.0.0', 'listed'],
    [wheels, '2.0.0-RC1', 'listed'],
    [wheels, '2.0', 'elsewhere'],
    [wheels, '1.0.post1', 'elsewhere'],
    [affecting('harbor-mcp'), '1.0.0', 'undetermined'],
  ])('%# %o at %s: %s', (affected, version, stands) => {
    expect(standingOf(affected, version)).toBe(stands);
  });

  test.each<[string[], [string, boolean][]]>([
    [
      ['introduced 1.0.16'],
      [
        ['1.0.15', false],
        ['1.0.16-rc.1', false],
        ['1.0.16', true],
        ['9.0.0', true],
      ],
    ],
    [
      ['introduced 1.0.0', 'fixed 1.0.3'],
      [
        ['0.9.9', false],
        ['1.0.0-beta', false],
        ['1.0.0', true],
        ['1.0.2', true],
        ['1.0.3-rc.1', true],
        ['1.0.3', false],
      ],
    ],
    [
      ['introduced 1.0.0', 'last_affected 1.0.3'],
      [
        ['0.9.9', false],
        ['1.0.0', true],
        ['1.0.3', true],
        ['1.0.4-alpha', false],
        ['1.0.4', false],
      ],
    ],
    [
      ['introduced 0', 'fixed 2.0.0'],
      [
        ['0.0.0-0', true],
        ['1.99.99', true],
        ['2.0.0', false],
      ],
    ],
    // In any order, and with a gap.
    [
      ['fixed 3.2.5', 'introduced 3.0.0', 'fixed 1.0.2', 'introduced 1.0.0'],
      [
        ['0.9.0', false],
        ['1.0.1', true],
        ['1.0.2', false],
        ['2.9.9', false],
        ['3.2.4', true],
        ['3.2.5', false],
      ],
    ],
    [
      ['introduced 0', 'limit 1.5.0'],
      [
        ['1.4.9', true],
        ['1.5.0', false],
      ],
    ],
    [
      ['introduced 1.0.0', 'limit *'],
      [
        ['0.9.0', false],
        ['1.0.0', true],
      ],
    ],
  ])('npm: %j', (events, cases) => {
    const affected = affecting('harbor-mcp', { ranges: [range('SEMVER', ...events)] });
    expect(cases.map(([version]) => [version, standingOf(affected, version) === 'listed'])).toEqual(cases);
  });

  test.each<[string[], [string, boolean][]]>([
    [
      ['introduced 1.10', 'fixed 1.82.8'],
      [
        ['1.9', false],
        ['1.10.dev1', false],
        ['1.10', true],
        ['1.82.7.post1', true],
        ['1.82.8rc1', true],
        ['1.82.8', false],
        ['1!1.20', false],
      ],
    ],
    [
      ['introduced 0', 'last_affected 2.0'],
      [
        ['0.dev0', true],
        ['2.0.0', true],
        ['2.0.post1', false],
        ['2.0.1', false],
      ],
    ],
  ])('PyPI: %j', (events, cases) => {
    const affected = affecting('harbor-mcp', { ecosystem: 'pypi', ranges: [range('ECOSYSTEM', ...events)] });
    expect(cases.map(([version]) => [version, standingOf(affected, version) === 'listed'])).toEqual(cases);
  });

  test('every version is listed where it begins with the first and never ends, whatever the version', () => {
    const affected = affecting('harbor-mcp', { ranges: [EVERY_VERSION] });
    for (const version of [null, '1.0.0', 'latest', '^2', 'nonsense'])
      expect(standingOf(affected, version)).toBe('listed');
    const standing = standingIn(recorded('MAL-2026-1', { affected: [affected] }), {
      ecosystem: 'npm',
      name: 'harbor-mcp',
      version: null,
    });
    expect(standing).toEqual({ stands: 'listed', by: 'every version', range: 'every version' });
  });

  test.each([
    ['commits', affecting('harbor-mcp', { ranges: [range('GIT', 'introduced 0')] })],
    [
      'an event that is no version',
      affecting('harbor-mcp', { ranges: [range('SEMVER', 'introduced 1.0', 'fixed two')] }),
    ],
    [
      'an ecosystem whose order is not known here',
      affecting('harbor-mcp', { ecosystem: 'nuget', ranges: [range('ECOSYSTEM', 'introduced 1.0.0')] }),
    ],
  ])('what cannot be compared is undetermined and never a match: %s', (_what, affected) => {
    expect(standingOf(affected, '1.5.0')).toBe('undetermined');
  });

  test('a version that is listed is listed, although a range beside it cannot be compared', () => {
    const affected = affecting('harbor-mcp', { versions: ['1.0.16'], ranges: [range('GIT', 'introduced abc')] });
    expect(standingOf(affected, '1.0.16')).toBe('listed');
    expect(standingOf(affected, '1.0.15')).toBe('undetermined');
  });

  test.each([
    [['introduced 1.0.16'], '1.0.16 and later'],
    [['introduced 1.0.0', 'fixed 1.0.3'], '1.0.0 to before 1.0.3'],
    [['introduced 1.0.0', 'last_affected 1.0.3'], '1.0.0 to 1.0.3'],
    [['introduced 0', 'fixed 2.0.0'], 'everything before 2.0.0'],
    [['introduced 0', 'last_affected 2.0.0'], 'everything up to 2.0.0'],
  ])('%j is said as "%s"', (events, said) => {
    const record = recorded('MAL-2026-1', {
      affected: [affecting('harbor-mcp', { ranges: [range('SEMVER', ...events)] })],
    });
    const version = events.length === 1 ? '1.0.17' : '1.0.1';
    expect(standingIn(record, { ecosystem: 'npm', name: 'harbor-mcp', version })).toMatchObject({
      by: 'range',
      range: said,
    });
  });
});

test('a record that was taken back matches nothing, not even every version', () => {
  const record = recorded('MAL-2026-1', {
    withdrawn: '2026-05-20T00:00:00Z',
    affected: [affecting('harbor-mcp', { versions: ['1.0.16'], ranges: [EVERY_VERSION] })],
  });
  expect(standingIn(record, { ecosystem: 'npm', name: 'harbor-mcp', version: '1.0.16' })).toEqual({
    stands: 'withdrawn',
    on: '2026-05-20T00:00:00Z',
  });
});

test('of two parts about one package the one that lists the version counts', () => {
  const record = recorded('MAL-2026-1', {
    affected: [
      affecting('harbor-mcp', { versions: ['1.0.0'] }),
      affecting('harbor-mcp', { ranges: [range('SEMVER', 'introduced 2.0.0')] }),
    ],
  });
  const stands = (version: string) => standingIn(record, { ecosystem: 'npm', name: 'harbor-mcp', version })?.stands;
  expect([stands('1.0.0'), stands('1.5.0'), stands('2.0.0')]).toEqual(['listed', 'elsewhere', 'listed']);
});
