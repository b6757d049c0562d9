import { describe, expect, test } from 'vitest';
import type { StoredHosted } from '../model/repository.ts';
import { hostedLines } from './hosted.ts';
import { openScratch } from './scratch.ts';
import { isStoredHosted } from './stored.ts';

const resource = {
  uri: 'https://host.example/repos/tidewater/harbor',
  sha256: '0'.repeat(64),
  retrievedAt: '2026-06-29T00:00:00Z',
};
const absent = (key: string): StoredHosted => ({ key, outcome: 'absent', reason: 'its code host shows nothing there' });
const read = (key: string): StoredHosted => ({
  key,
  outcome: 'read',
  document: { id: 1, full_name: 'tidewater/harbor' },
  resource,
  tags: { outcome: 'read', complete: true, pages: [{ document: [{ name: 'v1.0.0', commit: null }], resource }] },
});
const written = (...all: readonly StoredHosted[]) => {
  const lines = hostedLines(openScratch());
  for (const each of all) lines.add(each);
  return [...lines.lines()];
};

test('lines come out in the order of their keys, and begin with them', () => {
  const lines = written(absent('github.com/quayside'), absent('github.com/lantern/bakery'));
  expect(lines.map((line) => line.slice(0, 35))).toEqual([
    '{"key":"github.com/lantern/bakery",',
    '{"key":"github.com/quayside","outco',
  ]);
});

test.each([
  ['read first', [read('github.com/a/b'), absent('github.com/a/b')]],
  ['read last', [absent('github.com/a/b'), read('github.com/a/b')]],
])('a key that comes twice is kept as read: %s', (_case, all) => {
  expect(written(...all).map((line) => JSON.parse(line))).toEqual([read('github.com/a/b')]);
});

describe('a stored line', () => {
  test.each([
    read('github.com/a/b'),
    absent('github.com/a'),
    { ...read('github.com/a/b'), tags: { outcome: 'not-read', reason: 'x' } },
  ])('is what was written: %j', (stored) => {
    expect(isStoredHosted(JSON.parse(JSON.stringify(stored)))).toBe(true);
  });

  test.each([
    null,
    [],
    { key: 7, outcome: 'absent', reason: 'x' },
    { key: 'github.com/a', outcome: 'absent' },
    { key: 'github.com/a', outcome: 'gone', reason: 'x' },
    { key: 'github.com/a', outcome: 'read', document: {} },
    {
      key: 'github.com/a/b',
      outcome: 'read',
      document: {},
      resource,
      tags: { outcome: 'read', complete: true, pages: [{}] },
    },
    { key: 'github.com/a/b', outcome: 'read', document: {}, resource, tags: [] },
  ])('is nothing else: %j', (value) => {
    expect(isStoredHosted(value)).toBe(false);
  });
});
