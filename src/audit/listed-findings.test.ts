import { describe, expect, test } from 'vitest';
import type { Resolution } from '../clients/resolution.ts';
import type { Rule } from '../config/schema.ts';
import { indexed } from '../testing/lookups.ts';
import { packageNamed } from '../testing/subjects.ts';
import { listedAs, listedFindings, listsUnseen } from './listed-findings.ts';

const PACKAGE: Resolution = {
  kind: 'package',
  ecosystem: 'npm',
  name: '@tidewater/ferry',
  pinning: 'pinned',
  wanted: '1.0.0',
  runner: 'npx',
};
const REMOTE: Resolution = { kind: 'remote', url: 'https://mcp.tidewater.example/mcp?key=…', through: PACKAGE };
const packages = [packageNamed('npm', '@tidewater/ferry')];
const OWN = indexed('official:io.github.tidewater/ferry', { packages });
const OTHER = indexed('official:io.github.pierside/ferry', { packages });

function lists(fields: { readonly block?: readonly Rule[]; readonly allow?: readonly Rule[] }) {
  return { allow: [], block: [], curated: [], ...fields };
}

function found(resolution: Resolution, entries: readonly (typeof OWN)[], block: readonly Rule[]) {
  const listed = listedAs(resolution, entries, lists({ block }));
  return listedFindings(resolution, entries, { lists: lists({ block }), listed });
}

describe('a blocked server is a finding', () => {
  test.each<[string, Resolution, Rule]>([
    ['by its package', PACKAGE, { purl: 'pkg:npm/@tidewater/*' }],
    ['by its address', REMOTE, { host: '*.tidewater.example' }],
    ['by what calls it', REMOTE, { purl: 'pkg:npm/@tidewater/ferry' }],
    [
      'by its image',
      { kind: 'image', image: 'tidewater/ferry', tag: '1', digest: null },
      { purl: 'pkg:oci/ferry*tidewater*' },
    ],
    [
      'by its platform’s name',
      { kind: 'hosted', platform: 'smithery', name: '@tide/f', through: null },
      { name: 'smithery:@tide/*' },
    ],
    [
      'by the repository it is built from',
      { kind: 'source', from: 'github:tidewater/ferry', pinned: false },
      { repository: 'github.com/tidewater/*' },
    ],
  ])('%s, though no registry lists it', (_how, resolution, rule) => {
    expect(found(resolution, [], [{ ...rule, reason: 'ticket 12' }])).toEqual([
      { rule: 'blocked/listed', level: 'error', statement: expect.stringContaining(': ticket 12') },
    ]);
    expect(found(resolution, [], [{ purl: 'pkg:npm/quay' }])).toEqual([]);
  });

  test('by the only entry that names it', () => {
    expect(found(PACKAGE, [OWN], [{ namespace: 'io.github.tidewater' }])).toEqual([
      {
        rule: 'blocked/listed',
        level: 'error',
        statement: 'the organisation’s lists block it (namespace io.github.tidewater)',
      },
    ]);
  });
});

test('anybody may name a package: where one entry of two is blocked, that is a note', () => {
  expect(found(PACKAGE, [OWN, OTHER], [{ namespace: 'io.github.pierside' }])).toMatchObject([
    {
      rule: 'blocked/entry',
      level: 'note',
      statement: expect.stringContaining('one of 2 entries that name npm:@tidewater/ferry'),
    },
  ]);
});

test('what is allowed is shown and no finding', () => {
  const allow = lists({ allow: [{ namespace: 'io.github.tidewater', reason: 'ours' }] });
  const listed = listedAs(PACKAGE, [OWN, OTHER], allow);
  expect(listed).toEqual({ list: 'allow', by: 'namespace io.github.tidewater', reason: 'ours' });
  expect(listedFindings(PACKAGE, [OWN, OTHER], { lists: allow, listed })).toEqual([]);
});

test('rules that go by registries are not held where there is no snapshot, and that is said', () => {
  const block = [{ namespace: 'io.github.tidewater' }, { purl: 'pkg:npm/quay' }];
  expect(listsUnseen(null, lists({ block }))).toEqual(['no snapshot: 1 blocking rule goes by what registries say']);
  expect(listsUnseen([], lists({ block }))).toEqual([]);
  expect(listsUnseen(null, lists({ block: block.slice(1) }))).toEqual([]);
});
