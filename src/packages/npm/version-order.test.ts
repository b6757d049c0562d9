import { describe, expect, test } from 'vitest';
import type { Packument } from '../../model/release.ts';
import { release } from '../../testing/subjects.ts';
import { packumentOf } from './packument.ts';
import { NpmDocument } from './schema.ts';
import { byVersion } from './version-order.ts';

describe('times that npm never writes', () => {
  test('a copy that says when it was asked for each version tells no times, and its releases come by version', () => {
    const history = historyOf({ '1.2.0': '2026-05-09', '1.10.0': '2026-03-02', '1.9.1': '2026-06-01' });
    expect(history.ordered).toBe('by version');
    expect(versionsOf(history)).toEqual(['1.2.0', '1.9.1', '1.10.0']);
    expect(history.releases.map(({ publishedAt }) => publishedAt)).toEqual([null, null, null]);
  });

  test('a version that such a copy has a time for and does not hold is not known to be missing', () => {
    const times = { '1.0.1': '2026-05-09', '1.0.2': '2026-03-02', '1.0.3': '2026-06-01' };
    expect(historyOf(times, { versions: ['1.0.1', '1.0.2'] }).missing).toBeNull();
    expect(historyOf({ ...times, created: '2026-03-02' }, { versions: ['1.0.1', '1.0.2'] }).missing).toHaveLength(1);
  });

  test.each([
    ['the document says when it was created', { created: '2026-01-01', '1.0.1': '2026-05-09', '1.0.2': '2026-03-02' }],
    ['the document says when it changed', { modified: '2026-06-01', '1.0.1': '2026-05-09', '1.0.2': '2026-03-02' }],
    ['the versions follow one another', { '1.0.1': '2026-03-02', '1.0.2': '2026-05-09' }],
    ['two versions have one time', { '1.0.2': '2026-03-02', '1.0.1': '2026-03-02' }],
    [
      'an old line was maintained beside the new',
      { '1.0.0': '2026-01-05', '2.0.0': '2026-03-02', '1.0.1': '2026-05-09' },
    ],
    [
      'a SemVer line follows a calendar one',
      { '2025.7.1': '2025-07-01', '2026.1.14': '2026-01-14', '2.0.1': '2026-05-09' },
    ],
    ['what is no version has a time', { '1.0.1': '2026-05-09', latest: '2026-03-02' }],
  ])('times are believed where %s', (_why, times) => {
    const history = historyOf(times);
    expect(history.ordered).toBe('by time');
    expect(history.releases.every(({ publishedAt }) => publishedAt !== null)).toBe(true);
  });

  test('a release without a time neither contradicts nor agrees', () => {
    expect(historyOf({ '1.0.1': '2026-05-09', '1.0.2': 'soon', '1.0.3': '2026-06-01' }).ordered).toBe('as listed');
    expect(historyOf({ '1.0.1': '2026-05-09', '1.0.2': 'soon', '1.0.3': '2026-03-02' }).ordered).toBe('by version');
  });
});

describe('the order of versions', () => {
  test.each([
    ['numbers count as numbers', ['1.10.0', '1.9.0', '1.2.0'], ['1.2.0', '1.9.0', '1.10.0']],
    [
      'a prerelease comes before its release',
      ['1.1.0', '1.1.0-rc.2', '1.1.0-rc.10'],
      ['1.1.0-rc.2', '1.1.0-rc.10', '1.1.0'],
    ],
    [
      'what differs in its build alone stays as listed',
      ['1.1.0+b', '1.1.0+a', '1.0.0'],
      ['1.0.0', '1.1.0+b', '1.1.0+a'],
    ],
    [
      'calendar versions are one line, after the majors',
      ['2025.7.1', '2026.1.14', '2.0.0', '0.6.2'],
      ['0.6.2', '2.0.0', '2025.7.1', '2026.1.14'],
    ],
    [
      'what is no version comes first, as listed',
      ['1.0.1', 'main', '1.0.0', 'beta'],
      ['main', 'beta', '1.0.0', '1.0.1'],
    ],
    [
      'a hostile number is no version',
      ['1.0.1', `${'9'.repeat(300)}.0.0`, '1.0.0'],
      [`${'9'.repeat(300)}.0.0`, '1.0.0', '1.0.1'],
    ],
  ])('%s', (_what, listed, expected) => {
    expect(inOrder(listed)).toEqual(expected);
  });

  test.each([
    ['1.0.1', ['2.0.0', '1.0.0', '1.0.1']],
    ['2.0.0', ['1.0.0', '1.0.1', '2.0.0']],
    ['2026.1.14', ['1.0.0', '1.0.1', '2.0.0', '2026.1.14']],
    ['gone', ['1.0.0', '1.0.1', '2.0.0']],
  ])('the line that holds latest, %s, comes last', (latest, expected) => {
    const listed = ['1.0.1', '2.0.0', '1.0.0', ...(latest.startsWith('2026') ? [latest] : [])];
    expect(inOrder(listed, latest)).toEqual(expected);
  });
});

function inOrder(listed: readonly string[], latest: string | null = null): string[] {
  return versionsOf(
    byVersion(
      listed.map((version) => release(version)),
      latest,
    ),
  );
}

function historyOf(
  dates: Readonly<Record<string, string>>,
  {
    versions = Object.keys(dates).filter((key) => key !== 'created' && key !== 'modified'),
  }: { versions?: readonly string[] } = {},
): Packument {
  const document = NpmDocument.parse({
    name: 'ferry-times',
    time: Object.fromEntries(Object.entries(dates).map(([key, date]) => [key, `${date}T08:00:00.123000+00:00`])),
    versions: Object.fromEntries(versions.map((version) => [version, { version }])),
  });
  const resource = {
    uri: 'https://npm.example/ferry-times',
    sha256: '0'.repeat(64),
    retrievedAt: '2026-06-29T00:00:00Z',
  };
  return packumentOf(document, { purl: 'pkg:npm/ferry-times', resource });
}

function versionsOf({ releases }: Pick<Packument, 'releases'>): string[] {
  return releases.map(({ version }) => version);
}
