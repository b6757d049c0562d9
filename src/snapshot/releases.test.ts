import { expect, test } from 'vitest';
import type { StoredRelease } from '../model/source.ts';
import { releaseLines } from './releases.ts';
import { openScratch } from './scratch.ts';

const notRead = (purl: string, reason = 'not found in the registry'): StoredRelease => ({
  purl,
  outcome: 'not-read',
  reason,
});
const read = (purl: string, filename: string): StoredRelease => ({
  purl,
  outcome: 'read',
  facts: {
    purl,
    version: '1.0.0',
    archives: [
      {
        filename,
        kind: 'npm-tarball',
        resource: {
          uri: `https://npm.example/${filename}`,
          sha256: '0'.repeat(64),
          retrievedAt: '2026-06-29T00:00:00Z',
        },
        bytes: 1,
        unpackedBytes: 1,
        digest: { outcome: 'not given' },
        irregularities: [],
        manifest: null,
        files: [],
      },
    ],
  },
});

test('releases come out in the order of their purls, whatever the order in which they came', () => {
  const lines = releaseLines(openScratch());
  for (const name of ['quay', 'buoy']) lines.add(notRead(`pkg:npm/${name}@1.0.0`));
  expect([...lines.lines()].map((line) => JSON.parse(line.toString()).purl)).toEqual([
    'pkg:npm/buoy@1.0.0',
    'pkg:npm/quay@1.0.0',
  ]);
});

test('a release that was read counts for its package, one that was not does not', () => {
  const lines = releaseLines(openScratch());
  lines.add(notRead('pkg:npm/%40tidewater/quay@1.0.0'));
  expect(lines.isRead('pkg:npm/%40tidewater/quay')).toBe(false);
  lines.add(read('pkg:npm/%40tidewater/quay@1.0.1', 'quay-1.0.1.tgz'));
  expect(lines.isRead('pkg:npm/%40tidewater/quay')).toBe(true);
});

test.each([
  ['read before not read', [notRead('pkg:npm/quay@1.0.0'), read('pkg:npm/quay@1.0.0', 'a.tgz')]],
  ['the smaller text of two', [read('pkg:npm/quay@1.0.0', 'b.tgz'), read('pkg:npm/quay@1.0.0', 'a.tgz')]],
])('a release that comes twice is kept once: %s', (_case, both) => {
  const kept = [both, both.toReversed()].map((order) => {
    const lines = releaseLines(openScratch());
    for (const each of order) lines.add(each);
    return [...lines.lines()];
  });
  expect(kept[0]).toEqual(kept[1]);
  expect(kept[0]).toHaveLength(1);
  expect(kept[0]?.[0]?.toString()).toContain('"a.tgz"');
});
