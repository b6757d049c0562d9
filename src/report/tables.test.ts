import { describe, expect, test } from 'vitest';
import type { Enumeration } from '../model/coverage.ts';
import { coverage, looked } from '../testing/candidates.ts';
import { coverageTable, packageTable, tierTable } from './tables.ts';

describe('the coverage of a registry', () => {
  test('is one row', () => {
    expect(coverageTable([coverage('official')])).toEqual({
      head: ['registry', 'claims', 'rows', 'entries', 'name', 'metadata', 'package', 'source', 'refused', 'listing'],
      rows: [['official', 12, 16, 11, 0, 4, 7, 0, 1, 'complete']],
    });
  });

  test.each<[Enumeration, string]>([
    [{ ended: 'exhausted' }, 'complete'],
    [{ ended: 'capped', reason: 'page 50 was the last' }, 'capped: page 50 was the last'],
    [{ ended: 'targeted', reason: '40 searches' }, 'targeted: 40 searches'],
    [{ ended: 'auth', reason: 'a key is needed' }, 'auth: a key is needed'],
    [{ ended: 'sunset', reason: 'gone since May' }, 'sunset: gone since May'],
    [{ ended: 'failed', reason: 'status 500' }, 'failed: status 500'],
    [{ ended: 'skipped', reason: 'not asked for' }, 'skipped: not asked for'],
  ])('says how the listing ended: %j', (enumeration, said) => {
    expect(coverageTable([coverage('official', { enumeration })]).rows[0]?.at(-1)).toBe(said);
  });

  test('does not make up a claim', () => {
    expect(coverageTable([coverage('official', { advertised: null })]).rows[0]?.[1]).toBe('not said');
    expect(coverageTable([coverage('official', { advertised: 0 })]).rows[0]?.[1]).toBe(0);
  });
});

test('packages that were not read stand with the reasons', () => {
  const notRead = { 'not found': 2, 'too large': 1 };
  expect(packageTable([{ ecosystem: 'npm', named: 1, read: 1, notRead: {}, unreadReleases: 3 }]).rows).toEqual([
    ['npm', 1, 1, '3 releases in a shape that is not read'],
  ]);
  expect(packageTable([{ ecosystem: 'npm', named: 8, read: 5, notRead, unreadReleases: 0 }]).rows).toEqual([
    ['npm', 8, 5, '2 not found, 1 too large'],
  ]);
});

describe('candidates by tier', () => {
  test('are a row a registry in the order of the coverage, without a total', () => {
    const byRegistry = [looked('glama', 30, { watch: 3 }), looked('official', 11, { review: 1, noted: 4 })];
    expect(tierTable({ coverage: [coverage('official'), coverage('glama')], byRegistry })).toEqual({
      head: ['registry', 'entries looked at', 'review-first', 'review', 'watch', 'noted'],
      rows: [
        ['official', 11, 0, 1, 0, 4],
        ['glama', 30, 0, 0, 3, 0],
      ],
    });
  });

  test.each([[[]], [[looked('official', 0)]]])('are unseen, not 0, where nothing was looked at', (byRegistry) => {
    expect(tierTable({ coverage: [coverage('official')], byRegistry }).rows).toEqual([
      ['official', 0, 'unseen', 'unseen', 'unseen', 'unseen'],
    ]);
  });
});
