import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seedOf } from './intel-seed.ts';

const LABEL = {
  name: 'harbor-mcp',
  ecosystem: 'npm',
  kind: 'rugpull-own-publisher',
  maliciousVersions: ['1.0.16', '1.0.17'],
  advisories: ['MAL-2026-40001', 'GHSA-ab12-cd34-ef56'],
  sources: ['Quayside Watch, 2026-05-03', 'Lantern Notes 2026-05-02', 'Tide Table 2026-05'],
  labelConfidence: 'high',
};

function recordsOf(...labels: readonly Partial<typeof LABEL>[]): readonly object[] {
  return seedOf({ generated: '2026-06-29', entries: labels.map((label) => ({ ...LABEL, ...label })) }).records;
}

test('a label becomes a record with its ids, versions, sources and the first day on which one of them is dated', () => {
  expect(recordsOf({})).toEqual([
    {
      id: 'MAL-2026-40001',
      modified: '2026-06-29T00:00:00Z',
      published: '2026-05-02T00:00:00Z',
      aliases: ['GHSA-ab12-cd34-ef56'],
      origins: LABEL.sources,
      affected: [{ ecosystem: 'npm', name: 'harbor-mcp', versions: ['1.0.16', '1.0.17'] }],
    },
  ]);
});

test.each<[string, Partial<typeof LABEL>, object[]]>([
  [
    'all versions',
    { maliciousVersions: ['(all)'] },
    [{ affected: [{ ranges: [{ type: 'ECOSYSTEM', events: [{ kind: 'introduced', version: '0' }] }] }] }],
  ],
  [
    'a version and all later ones',
    { maliciousVersions: ['>=1.0.6'] },
    [{ affected: [{ ranges: [{ events: [{ version: '1.0.6' }] }] }] }],
  ],
  [
    'a version and words',
    { maliciousVersions: ['20.9.0 and siblings', 'many'] },
    [{ affected: [{ versions: ['20.9.0'] }] }],
  ],
  [
    'no id',
    { name: '@tidewater/harbor-mcp', advisories: ['MAL-2026-1..9 range'] },
    [{ id: 'SEED-npm-tidewater-harbor-mcp' }],
  ],
  [
    'several names',
    { name: 'FOG cluster (2 names: ferry-times, sea-mark)', advisories: [] },
    [{ id: 'SEED-npm-ferry-times' }, { id: 'SEED-npm-sea-mark' }],
  ],
  ['an ecosystem as OSV writes it', { ecosystem: 'PyPI' }, [{ affected: [{ ecosystem: 'pypi' }] }]],
  ['a contested kind', { kind: 'contested-remote-control', labelConfidence: 'low' }, [{ labels: ['CONTESTED'] }]],
  ['a canary', { kind: 'canary-or-poc' }, []],
  ['an address', { kind: 'non-package' }, []],
  ['low confidence', { labelConfidence: 'low' }, []],
])('of a label with %s', (_what, label, records) => {
  const made = recordsOf(label);
  expect(made).toHaveLength(records.length);
  expect(made).toMatchObject(records);
});

test('the same labels make the same list', () => {
  const labels = { generated: '2026-06-29', entries: [LABEL, { ...LABEL, advisories: ['MAL-2026-1'] }] };
  expect(JSON.stringify(seedOf(labels))).toBe(
    JSON.stringify(seedOf({ ...labels, entries: labels.entries.toReversed() })),
  );
});

test('labels that are not there are one line and exit 2, without a stack', () => {
  const missing = join(import.meta.dirname, 'nowhere', 'malicious.json');
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'intel-seed.ts'), missing], {
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^The labels were not read: ENOENT[^\n]*malicious\.json'\n$/);
});
