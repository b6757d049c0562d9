import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { falseAlarmTable, pairsOf, releasePairs } from './false-alarms.ts';
import type { Suspected } from './measured/asked-packages.ts';

const FILE = {
  generated: '2026-11-20',
  packages: [
    {
      name: '@lantern/tides',
      truth: 'benign',
      pairs: [
        { from: '1.0.0', to: '1.0.1', tarball: {} },
        { from: '1.0.1', to: '1.1.0' },
      ],
    },
    { name: 'quayside', pairs: [{ from: '2.0.0', to: '2.1.0' }] },
  ],
};

test('the pairs of the file are read, without what was measured on them', () => {
  const path = fileOf(JSON.stringify(FILE));
  expect(pairsOf(path)).toEqual([
    { name: '@lantern/tides', from: '1.0.0', to: '1.0.1' },
    { name: '@lantern/tides', from: '1.0.1', to: '1.1.0' },
    { name: 'quayside', from: '2.0.0', to: '2.1.0' },
  ]);
});

test('where there is no file there are no pairs, and one of another shape is an error', () => {
  expect(pairsOf('/nonexistent/benign.json')).toBeNull();
  expect(() => pairsOf(fileOf('{"packages":[{"pairs":[]}]}'))).toThrow('name');
});

test('what was raised is counted, and the most suspected pair stands first', () => {
  const pairs = pairsOf(fileOf(JSON.stringify(FILE))) ?? [];
  const text = falseAlarmTable(pairs, {
    candidates: new Map([
      ['npm:@lantern/tides@1.0.1', candidate('watch', 10, 'rug-pull/new-sink')],
      ['npm:quayside@2.1.0', candidate('review', 40, 'rug-pull/new-sink', 'rug-pull/new-host')],
    ]),
    packages: [{ ecosystem: 'npm', named: 3, read: 3, notRead: {} }],
    sources: { budget: null, packages: 3, chosen: 3, reasons: {}, archives: 5, read: 4, notRead: { gone: 1 } },
  });
  expect(text).toContain('3 real release pairs of 2 packages; read: 3 of 3 histories, 4 of 5 archives.');
  expect(text).toContain('- `review-first`: 0');
  expect(text).toContain('- `review` or above: 1 (33.3 %)');
  expect(text.indexOf('| quayside')).toBeLessThan(text.indexOf('| @lantern/tides'));
  expect(text).toMatch(/\| rug-pull\/new-sink +\| 2 +\|/);
});

test('what evaluate reads has every pair, those in which nothing fired too', () => {
  const pairs = pairsOf(fileOf(JSON.stringify(FILE))) ?? [];
  const said = releasePairs(
    pairs,
    {
      candidates: new Map([['npm:quayside@2.1.0', candidate('watch', 10, 'rug-pull/new-sink')]]),
      packages: [{ ecosystem: 'npm', named: 3, read: 2, notRead: { gone: 1 } }],
      sources: { budget: null, packages: 3, chosen: 3, reasons: {}, archives: 5, read: 4, notRead: { gone: 1 } },
    },
    '2026-11-21',
  );
  expect(said).toMatchObject({ date: '2026-11-21', read: 2 });
  expect(said.pairs.map(({ id, tier }) => [id, tier])).toEqual([
    ['npm:@lantern/tides@1.0.1', null],
    ['npm:@lantern/tides@1.1.0', null],
    ['npm:quayside@2.1.0', 'watch'],
  ]);
});

function candidate(tier: Suspected['tier'], score: number, ...signals: readonly string[]): Suspected {
  return { tier, score, fired: signals.map((signal) => ({ signal })) };
}

function fileOf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'registry-audit-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'benign.json');
  writeFileSync(path, text);
  return path;
}
