import { describe, expect, test } from 'vitest';
import { listed, named, packument, published, record, release } from '../testing/subjects.ts';
import { asOf, hasLater } from './as-of.ts';

describe('an entry as of a day', () => {
  const history = packument({
    releases: [
      release('1.0.0', { publishedAt: '2026-05-01T00:00:00Z' }),
      release('1.0.1', { publishedAt: '2026-05-10T23:59:59Z', deprecated: 'do not use' }),
      release('0.0.1-security', { publishedAt: '2026-05-11T00:00:00Z' }),
    ],
    distTags: { latest: '0.0.1-security', old: '1.0.0' },
    missing: [{ version: '1.0.2', publishedAt: '2026-05-02T00:00:00Z', at: '/time/1.0.2' }],
    unpublishedAt: '2026-05-12T00:00:00Z',
  });
  const entry = published({ publishedAt: '2026-04-01T00:00:00Z', updatedAt: null }, history);

  test('has the releases of that day and none of the next', () => {
    const cut = asOf(entry, '2026-05-10');
    if (cut === null || !('packuments' in cut)) throw new Error('no history');
    const [{ releases, distTags, missing, unpublishedAt }] = cut.packuments;
    expect(releases.map(({ version, deprecated }) => [version, deprecated])).toEqual([
      ['1.0.0', null],
      ['1.0.1', null],
    ]);
    expect([distTags, missing, unpublishedAt]).toEqual([{ latest: '1.0.1', old: '1.0.0' }, null, null]);
  });

  test('is only a record before its package was there, and nothing before it was', () => {
    const early = asOf(entry, '2026-04-30');
    expect(early?.depth).toBe('metadata');
    expect(early?.notRead).toEqual([
      { ecosystem: 'npm', identifier: 'harbor-mcp', reason: 'not published by 2026-04-30' },
    ]);
    expect(asOf(entry, '2026-03-31')).toBeNull();
  });

  test('has the record of that day, and no status that was said later', () => {
    const first = record({
      version: '1.0.0',
      publishedAt: '2026-01-01T00:00:00Z',
      status: 'deleted',
      updatedAt: '2026-06-01T00:00:00Z',
    });
    const cut = asOf(listed({ version: '2.0.0', publishedAt: '2026-05-05T00:00:00Z', earlier: [first] }), '2026-02-01');
    expect(cut).toMatchObject({ depth: 'metadata', record: { version: '1.0.0', status: null }, earlier: [] });
  });

  test.each([
    ['2026-05-12', false],
    ['2026-05-11', false],
    ['2026-05-10', true],
  ])('has something later than %s: %s', (day, is) => {
    expect(hasLater(entry, day)).toBe(is);
  });

  test('that is known by name alone stays as it is', () => {
    expect(asOf(named(), '2026-01-01')).toEqual(named());
  });
});
