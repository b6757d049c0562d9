import { describe, expect, test } from 'vitest';
import type { Subject } from '../model/subject.ts';
import { affecting, EVERY_VERSION, listOf, publicIndex, range, recorded } from '../testing/recalls.ts';
import { listed, named, packageNamed, packument, published, release } from '../testing/subjects.ts';
import { intelIndex } from './intel-index.ts';
import { recallsOf } from './recalls.ts';
import type { IntelIndex } from './port.ts';

const ASOF = '2026-06-29';
const BAD = affecting('harbor-mcp', { versions: ['1.0.16'] });
const INDEX = publicIndex(recorded('MAL-2026-1', { affected: [BAD] }));
const HISTORY = packument({ releases: [release('1.0.15'), release('1.0.16'), release('1.0.17')] });

function naming(version: string | null, ecosystem = 'npm', name = 'harbor-mcp'): Subject {
  return listed({ packages: [packageNamed(ecosystem, name, { version })] });
}

function kindsOf(subject: Subject, intel: IntelIndex | null = INDEX): string[] {
  return recallsOf(subject, { intel, asOf: ASOF }).recalls.map(({ kind }) => kind);
}

describe('what is said against an entry', () => {
  test.each<[string, Subject, string[]]>([
    ['the version that it names is listed', naming('1.0.16'), ['listed']],
    ['another version is listed', naming('1.0.15'), []],
    ['it names no version, and no history was read', naming(null), ['undetermined']],
    ['it names a range', naming('^1.0.0'), ['undetermined']],
    ['it names a case-twin', naming('1.0.16', 'npm', 'Harbor-mcp'), []],
    ['it names the scoped one', naming('1.0.16', 'npm', '@quayside/harbor-mcp'), []],
    [
      'its latest release is not listed, an earlier one is',
      published({ packages: [packageNamed('npm', 'harbor-mcp')] }, HISTORY),
      ['listed'],
    ],
    ['a registry that lists only names', named(), []],
    ['its registry took it away', listed({ status: 'deleted', statusMessage: 'spam' }), ['entry-deleted']],
    ['its registry says not to use it', listed({ status: 'deprecated' }), ['entry-deprecated']],
    ['it is active', listed({ status: 'active' }), []],
    ['npm holds the name', published({}, packument({ releases: [release('0.0.1-security')] })), ['name-held']],
    [
      'all versions are gone',
      published({}, packument({ releases: [], unpublishedAt: '2026-05-03T00:00:00Z' })),
      ['undetermined', 'unpublished'],
    ],
    [
      'its latest release was deprecated',
      published({}, packument({ name: 'ferry-times', releases: [release('1.0.0', { deprecated: 'use another' })] })),
      ['release-deprecated'],
    ],
    [
      'an earlier release was deprecated',
      published(
        {},
        packument({ name: 'ferry-times', releases: [release('1.0.0', { deprecated: 'old' }), release('1.0.1')] }),
      ),
      [],
    ],
    [
      'the release that it names was yanked',
      published(
        { packages: [packageNamed('pypi', 'ferry-times', { version: '1.0' })] },
        packument({
          ecosystem: 'pypi',
          name: 'ferry-times',
          releases: [release('1.0', { yanked: true }), release('1.1')],
        }),
      ),
      ['release-yanked'],
    ],
  ])('%s', (_what, subject, kinds) => {
    expect(kindsOf(subject)).toEqual(kinds);
  });

  test.each([
    [
      'taken back',
      recorded('MAL-2026-1', { affected: [BAD], withdrawn: '2026-05-20T00:00:00Z' }),
      ['withdrawn-record'],
    ],
    ['disputed', recorded('MAL-2026-13399', { affected: [BAD] }), ['listed-in-doubt']],
    ['of a test', recorded('MAL-2026-1', { affected: [BAD], labels: ['PROBABLY_PENTEST'] }), ['listed-in-doubt']],
  ])('a record that is %s is shown apart', (_what, record, kinds) => {
    expect(kindsOf(naming('1.0.16'), publicIndex(record))).toEqual(kinds);
  });

  test('the heaviest comes first', () => {
    const subject = published(
      { status: 'deprecated', packages: [packageNamed('npm', 'harbor-mcp', { version: '1.0.16' })] },
      packument({ releases: [release('1.0.16', { deprecated: 'do not use' })] }),
    );
    expect(kindsOf(subject)).toEqual(['listed', 'release-deprecated', 'entry-deprecated']);
  });
});

function said(subject: Subject, intel = INDEX): string | undefined {
  return recallsOf(subject, { intel, asOf: ASOF }).recalls[0]?.statement;
}

describe('the version that a record is asked about', () => {
  test.each<[string, Subject, string]>([
    [
      'the one that the entry names',
      naming('1.0.16'),
      'The npm package harbor-mcp 1.0.16, which the entry names, is listed in MAL-2026-1 as of 2026-06-01 (1.0.16)',
    ],
    [
      'the latest, where it names none',
      published(
        { packages: [packageNamed('npm', 'harbor-mcp')] },
        packument({ releases: [release('1.0.15'), release('1.0.16')] }),
      ),
      'The npm package harbor-mcp 1.0.16, the latest release, is listed in MAL-2026-1 as of 2026-06-01 (1.0.16)',
    ],
    [
      'the latest, where the one that it names is not listed',
      published(
        { packages: [packageNamed('npm', 'harbor-mcp', { version: '1.0.15' })] },
        packument({ releases: [release('1.0.15'), release('1.0.16')] }),
      ),
      'The npm package harbor-mcp 1.0.16, the latest release, is listed in MAL-2026-1 as of 2026-06-01 (1.0.16)',
    ],
    [
      'any other, where neither is listed',
      published({ packages: [packageNamed('npm', 'harbor-mcp', { version: '1.0.15' })] }, HISTORY),
      'The npm package harbor-mcp 1.0.16, another release, is listed in MAL-2026-1 as of 2026-06-01 (1.0.16)',
    ],
    [
      'none, where none is known',
      naming(null),
      'The npm package harbor-mcp is named in MAL-2026-1 as of 2026-06-01, and whether its version is listed cannot be told: it lists some versions, and which one is used is not known',
    ],
  ])('%s', (_what, subject, statement) => {
    expect(said(subject)).toBe(statement);
  });

  test('none, where every version is listed', () => {
    const intel = publicIndex(
      recorded('MAL-2026-1', { affected: [affecting('harbor-mcp', { ranges: [EVERY_VERSION] })] }),
    );
    expect(said(naming(null), intel)).toBe(
      'The npm package harbor-mcp is listed in MAL-2026-1 as of 2026-06-01 (every version)',
    );
  });

  test('a record that was taken back says when', () => {
    const intel = publicIndex(recorded('MAL-2026-1', { affected: [BAD], withdrawn: '2026-05-20T10:00:00Z' }));
    expect(said(naming('1.0.16'), intel)).toBe(
      'The npm package harbor-mcp 1.0.16, which the entry names, was named in MAL-2026-1, which was withdrawn on 2026-05-20',
    );
  });

  test('a range that cannot be compared with some old release is of no concern where the version in use can be told', () => {
    const intel = publicIndex(
      recorded('MAL-2026-1', {
        affected: [affecting('harbor-mcp', { ranges: [range('SEMVER', 'introduced 1.0.16', 'fixed 1.0.17')] })],
      }),
    );
    const subject = published(
      { packages: [packageNamed('npm', 'harbor-mcp', { version: '2.0.0' })] },
      packument({ releases: [release('nonsense'), release('2.0.0')] }),
    );
    expect(kindsOf(subject, intel)).toEqual([]);
  });
});

test('every answer says how old the lists are that were asked, and which ecosystems no list is about', () => {
  const subject = listed({ packages: [packageNamed('npm', 'ferry-times'), packageNamed('oci', 'quay.example/tide')] });
  const intel = intelIndex([listOf('osv', [], { ecosystems: ['npm'], date: '2026-06-19' })]);
  expect(recallsOf(subject, { intel, asOf: ASOF }).lists).toEqual([
    { ecosystem: 'npm', date: '2026-06-19', ageDays: 10 },
    { ecosystem: 'oci', date: null, ageDays: null },
  ]);
  expect(recallsOf(subject, { intel: null, asOf: ASOF }).lists[0]).toEqual({
    ecosystem: 'npm',
    date: null,
    ageDays: null,
  });
  expect(recallsOf(subject, { intel, asOf: '2026-06-01' }).lists[0]?.ageDays).toBe(-18);
});
