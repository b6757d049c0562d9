import { describe, expect, test } from 'vitest';
import { packageNamed } from '../testing/subjects.ts';
import { communityServers, disclosedPackages, happenedBy } from './ground-truth.ts';

describe('ground truth', () => {
  const disclosed = {
    entries: [
      {
        name: 'harbour cluster (2 names: tide-mcp, ebb)',
        ecosystem: 'npm',
        kind: 'malicious-from-start',
        campaign: 'SAND',
        firstMalicious: '2026-02',
        maliciousVersions: ['(all)'],
        expectedSignals: ['typosquat-names'],
      },
      {
        name: '@quay/pilot',
        ecosystem: 'PyPI',
        kind: 'vendor-account-compromise',
        campaign: null,
        firstMalicious: '2026-06-09 (approx.)',
        maliciousVersions: ['>=1.0.6'],
        expectedSignals: [],
      },
      {
        name: 'ferry-remote',
        ecosystem: 'npm',
        kind: 'contested-remote-control',
        maliciousVersions: [],
        expectedSignals: [],
      },
      { name: 'a repository', ecosystem: 'github', kind: 'non-package', maliciousVersions: [], expectedSignals: [] },
    ],
  };

  test('is read name by name, and what is disputed is left out', () => {
    const found = disclosedPackages(disclosed);
    expect(
      found.map(({ name, campaign, imitates, isLookalikeTruth, since }) => [
        name,
        campaign,
        imitates,
        isLookalikeTruth,
        since,
      ]),
    ).toEqual([
      ['tide-mcp', 'SAND', 'an MCP server', true, '2026-02'],
      ['ebb', 'SAND', 'another tool', true, '2026-02'],
      ['@quay/pilot', '@quay/pilot', null, false, '2026-06-09'],
    ]);
    const [, , pilot] = found;
    expect(pilot?.listed).toMatchObject({
      record: { packages: [packageNamed('pypi', '@quay/pilot', { version: '1.0.6' })] },
    });
  });

  test.each([
    ['2026-02-01', 1],
    ['2026-01-31', 0],
    ['2026-06-08', 1],
    ['2026-06-09', 2],
  ])('by %s has seen %i of its labels', (day, count) => {
    const labels = new Set(
      disclosedPackages(disclosed)
        .filter((each) => happenedBy(each, day))
        .map(({ label }) => label),
    );
    expect(labels.size).toBe(count);
  });

  test('of a community server is judged by name and by record', () => {
    const [server] = communityServers({
      entries: [
        {
          id: 'github:tidewater/harbor',
          ecosystem: 'github',
          repo: 'https://github.com/tidewater/harbor',
          notes: 'tides',
        },
      ],
    });
    expect(server?.subjects.map(({ depth, entry: { id } }) => [depth, id])).toEqual([
      ['name', 'glama:tidewater/harbor'],
      ['metadata', 'glama:tidewater/harbor'],
    ]);
  });
});
