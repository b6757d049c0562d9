import { describe, expect, test } from 'vitest';
import type { Subject } from '../model/subject.ts';
import { listed, named, packageNamed, packument, published, release, remoteAt } from '../testing/subjects.ts';
import { claimantOf } from './claims.ts';
import { clusters } from './clusters.ts';

const REPOSITORY = { url: 'https://github.com/tidewater/harbor-mcp', subfolder: null, id: null };
const official = listed({ repository: REPOSITORY });
const smithery = (name: string, fields: Parameters<typeof listed>[0] = {}) =>
  listed({ registry: 'smithery', name, ...fields });

const idsOf = (...subjects: readonly Subject[]) =>
  clusters(subjects.map(claimantOf)).all.map(({ members }) => members.map(({ id }) => id));
const reasonsOf = (...subjects: readonly Subject[]) =>
  clusters(subjects.map(claimantOf)).all.flatMap(({ members }) =>
    members.map(({ because }) => because.map(({ kind }) => kind).join()),
  );

describe('entries that are one server', () => {
  test.each([
    [
      'name the same package',
      'package',
      [
        listed({ packages: [packageNamed('npm', 'harbor-mcp')] }),
        smithery('@quayside/harbour', { packages: [packageNamed('npm', 'harbor-mcp')] }),
      ],
    ],
    [
      'have the same repository, however it is written',
      'repository',
      [
        official,
        smithery('@tidewater/tides', { repository: { ...REPOSITORY, url: 'git@github.com:Tidewater/Harbor-MCP.git' } }),
      ],
    ],
    [
      'have a repository that was renamed',
      'repository id',
      [
        listed({ repository: { ...REPOSITORY, id: '42' } }),
        smithery('@tidewater/tides', {
          repository: { url: 'https://github.com/quayside/tides', subfolder: null, id: '42' },
        }),
      ],
    ],
    [
      'answer at the same address',
      'remote',
      [
        listed({ remotes: [remoteAt('https://mcp.tidewater.example/mcp')] }),
        smithery('x/y', { remotes: [remoteAt('https://mcp.tidewater.example/mcp/?key=1')] }),
      ],
    ],
    [
      'have a package that says so',
      'ownership marker',
      [
        listed(),
        published(
          { registry: 'glama', name: 'other-name', packages: [packageNamed('npm', 'elsewhere')] },
          packument({ name: 'elsewhere', releases: [release('1.0.0', { mcpName: 'io.github.tidewater/harbor-mcp' })] }),
        ),
      ],
    ],
  ])('%s', (_case, kind, subjects) => {
    expect(idsOf(...subjects)).toHaveLength(1);
    expect(reasonsOf(...subjects)).toEqual([kind, kind]);
    expect(idsOf(...subjects.toReversed())).toEqual(idsOf(...subjects));
  });
});

const users = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    listed({ name: `io.github.skipper${index}/boat`, packages: [packageNamed('npm', 'rope')] }),
  );

describe('entries that stay apart', () => {
  test.each([
    ['for all that their names are equal', [named(), named({ registry: 'glama' })]],
    [
      'in folders of one repository',
      [
        listed({ repository: { ...REPOSITORY, subfolder: 'tides' } }),
        smithery('@tidewater/harbor-mcp', { repository: { ...REPOSITORY, subfolder: 'quays' } }),
      ],
    ],
    [
      'in a repository that holds several servers of one registry',
      [
        official,
        listed({ name: 'io.github.tidewater/ferries', repository: REPOSITORY }),
        smithery('@tidewater/tides', { repository: REPOSITORY }),
      ],
    ],
    [
      'behind an address with a variable',
      [
        listed({ remotes: [remoteAt('https://{host}/mcp')] }),
        smithery('x/y', { remotes: [remoteAt('https://{host}/mcp')] }),
      ],
    ],
  ])('%s', (_case, subjects) => {
    expect(idsOf(...subjects)).toEqual([]);
  });

  test('with a launcher that everybody uses', () => {
    expect(idsOf(...users(5))).toHaveLength(1);
    expect(idsOf(...users(6))).toEqual([]);
  });
});

test('a repository of several servers links those of equal name', () => {
  const ids = idsOf(
    official,
    listed({ name: 'io.github.tidewater/ferries', repository: REPOSITORY }),
    smithery('@tidewater/Ferries', { repository: REPOSITORY }),
  );
  expect(ids).toEqual([['official:io.github.tidewater/ferries', 'smithery:@tidewater/Ferries']]);
});

test('links that meet make one cluster, and servers are counted once', () => {
  const { all, distinctServers, of } = clusters(
    [
      listed({ packages: [packageNamed('npm', 'harbor-mcp')] }),
      smithery('@q/a', {
        packages: [packageNamed('npm', 'harbor-mcp')],
        remotes: [remoteAt('https://mcp.tidewater.example/')],
      }),
      listed({ registry: 'glama', name: 'b', remotes: [remoteAt('https://mcp.tidewater.example')] }),
      named({ registry: 'mcp-so', name: 'alone' }),
    ].map(claimantOf),
  );
  expect(all.map(({ members }) => members.length)).toEqual([3]);
  expect(distinctServers).toBe(2);
  expect(of('mcp-so:alone')).toBeUndefined();
  expect(of('glama:b')?.id).toBe('glama:b');
});
