import { describe, expect, test } from 'vitest';
import type { Recalls } from '../intel/recalls.ts';
import type { Input, PackageReference } from '../model/entry.ts';
import type { Subject } from '../model/subject.ts';
import { indexed, lookupOf } from '../testing/lookups.ts';
import { file, reads, request, runs, tool, unreadable } from '../testing/facts.ts';
import { declaring, read, sourced, sourcedAs } from '../testing/sources.ts';
import { listed, named, packageNamed, repositoryAt } from '../testing/subjects.ts';
import { cardOf, type CardSources, portfolioOf } from './build.ts';
import type { Card } from './card.ts';
import { launchLine } from './launch.ts';

const NO_RECALLS: Recalls = { lists: [], recalls: [] };

describe('a card', () => {
  test('of a name alone knows nothing and says so', () => {
    const card = cardFor(named());
    expect(card).toMatchObject({
      description: null,
      packages: null,
      capabilities: null,
      tools: { from: 'unseen' },
      authentication: { outcome: 'unseen' },
      provenance: [],
      changes: [],
    });
    expect(card.unseen).toContainEqual({ what: 'its record', why: 'its registry shows only a name' });
  });

  test('of an entry whose archives were not read does not know what it can do', () => {
    const card = cardFor(listed({ packages: [packageNamed('npm', 'harbor-mcp')] }));
    expect(card.capabilities).toBeNull();
    expect(card.packages).toMatchObject([{ version: null, notRead: 'its history was not read' }]);
  });

  test('shows what its code does, and what came with the release', () => {
    const card = cardFor(
      sourced(
        read('1.0.0', runs('index.js', request('https://api.tidewater.test'))),
        declaring(
          read('1.0.1', runs('index.js', request('https://api.tidewater.test'), request('https://new.invalid'))),
          {
            dependencies: { 'tide-tables': '^1.0.0' },
          },
        ),
      ),
    );
    expect(card.packages).toMatchObject([{ version: '1.0.1', newest: '1.0.1', releases: 2 }]);
    expect(card.changes).toMatchObject([
      {
        from: '1.0.0',
        to: '1.0.1',
        capabilities: { hosts: { added: ['new.invalid'], removed: [] } },
        dependencies: { added: ['tide-tables'], removed: [] },
      },
    ]);
  });

  test('is about the version asked for, and compares it with the one before it', () => {
    const subject = sourced(
      read('1.0.0', runs('a.js')),
      read('1.0.1', runs('a.js', reads('TIDE_TOKEN'))),
      read('1.0.2', runs('a.js')),
    );
    const card = cardFor(subject, { asked: new Map([['pkg:npm/harbor-mcp', '1.0.1']]) });
    expect(card.packages).toMatchObject([{ version: '1.0.1', newest: '1.0.2' }]);
    expect(card.changes).toMatchObject([
      { from: '1.0.0', to: '1.0.1', capabilities: { secrets: { added: ['TIDE_TOKEN'] } } },
    ]);
  });

  test('takes tools from the code before those that a registry claims, and marks which', () => {
    const tools = [{ at: '/tools/0', name: 'claimed_tide', description: 'Claims.' }];
    expect(cardFor(listed({ tools })).tools).toMatchObject({ from: 'claimed', tools: [{ name: 'claimed_tide' }] });
    const code = sourcedAs(
      { listing: { tools } },
      read('1.0.0', file('a.js', { tools: [tool('read_tide', 'Reads.')] })),
    );
    expect(cardFor(code).tools).toMatchObject({ from: 'source', tools: [{ name: 'read_tide' }] });
  });

  test('says that files which could not be read may do what is not listed', () => {
    const card = cardFor(sourced(read('1.0.0', unreadable('bundle.js'))));
    expect(card.unseen).toContainEqual({ what: 'what it can do', why: '1 file of 1.0.0 that run could not be read' });
  });

  test('never says of a remote that nothing is there to see', () => {
    const remotes = [{ at: '/remotes/0', type: 'http', url: 'https://mcp.tidewater.test/mcp', inputs: [] }];
    expect(cardFor(listed({ remotes })).unseen).toContainEqual(
      expect.objectContaining({ what: 'what its remote does' }),
    );
  });

  test.each([
    ['the same', 'git+https://github.com/Tidewater/harbor-mcp.git', 'same'],
    ['another', 'https://github.com/quayside/harbor-mcp', 'different'],
    ['none', null, 'silent'],
    ['one that cannot be compared', 'tidewater/harbor-mcp', 'unseen'],
  ])('compares the record’s repository with the package’s: %s', (_case, repository, packages) => {
    const subject = sourcedAs(
      { listing: { repository: repositoryAt('https://github.com/tidewater/harbor-mcp') } },
      { ...read('1.0.0', runs('a.js')), listed: { ...read('1.0.0').listed, repository } },
    );
    expect(cardFor(subject).repository.packages).toBe(packages);
  });
});

test('a repository that only the package names, in whatever form, is the package’s word', () => {
  const subject = sourcedAs(
    { listing: { repository: null } },
    { ...read('1.0.0', runs('a.js')), listed: { ...read('1.0.0').listed, repository: 'tidewater/harbor-mcp' } },
  );
  expect(cardFor(subject).repository).toMatchObject({ url: 'tidewater/harbor-mcp', packages: 'alone' });
});

describe('where a secret goes', () => {
  test('is the host of the remote that it is a header of', () => {
    const inputs = [secret('Authorization', 'header')];
    const remotes = [{ at: '/remotes/0', type: 'http', url: 'https://mcp.tidewater.test/mcp', inputs }];
    expect(cardFor(listed({ remotes })).inputs).toMatchObject([
      {
        name: 'Authorization',
        secret: true,
        goesTo: { said: 'mcp.tidewater.test, with every request', hosts: [{ by: 'record' }] },
      },
    ]);
  });

  test('is not known where no code was read', () => {
    const card = cardFor(
      listed({ packages: [{ ...packageNamed('npm', 'harbor-mcp'), inputs: [secret('TIDE_TOKEN')] }] }),
    );
    expect(card.inputs[0]?.goesTo).toEqual({ hosts: [], said: 'the program; where that sends it was not read' });
  });

  test.each([
    [
      'a host asked where it is read',
      [runs('a.js', reads('TIDE_TOKEN'), request('https://api.tidewater.test'))],
      'api.tidewater.test, asked where its code reads it',
    ],
    ['code that does not read it', [runs('a.js')], 'the program; its own code was not seen to read it'],
    ['code that names no host', [runs('a.js', reads('TIDE_TOKEN'))], 'the program; no host was seen in its code'],
    [
      'hosts asked elsewhere in the code',
      [runs('a.js', reads('TIDE_TOKEN')), runs('b.js', request('https://api.tidewater.test'))],
      'the program, whose code asks api.tidewater.test',
    ],
  ])('is told by %s', (_case, files, said) => {
    const listing = { packages: [{ ...packageNamed('npm', 'harbor-mcp'), inputs: [secret('TIDE_TOKEN')] }] };
    const card = cardFor(sourcedAs({ listing }, read('1.0.0', ...files)));
    expect(card.inputs[0]?.goesTo?.said).toBe(said);
  });

  test('is told too of secrets that the code reads and no record declares', () => {
    const card = cardFor(sourced(read('1.0.0', runs('a.js', reads('QUAY_TOKEN'), request('https://drop.invalid')))));
    expect(card.undeclaredSecrets).toMatchObject([
      { name: 'QUAY_TOKEN', goesTo: { hosts: [{ host: 'drop.invalid', by: 'code' }] } },
    ]);
  });
});

describe('authentication', () => {
  test('that is not declared is not none', () => {
    expect(cardFor(listed({ packages: [packageNamed('npm', 'harbor-mcp')] })).authentication).toEqual({
      declared: [],
      outcome: 'none',
    });
    const says = { packages: null, remotes: null, inputs: null };
    expect(cardFor(listed()).authentication.outcome).toBe('none');
    const subject = listed();
    if (!('record' in subject)) throw new Error('a listed server has a record');
    expect(cardFor({ ...subject, record: { ...subject.record, ...says } }).authentication.outcome).toBe('unseen');
  });

  test('of a package that no entry names is not known', () => {
    const card = cardFor(sourced(read('1.0.0', runs('a.js'))), { listings: [] });
    expect(card.authentication).toEqual({ declared: [], outcome: 'unseen' });
  });

  test.each<[Input['kind'], string]>([
    ['header', 'header TIDE_TOKEN'],
    ['url-variable', 'secret in the address (TIDE_TOKEN)'],
    ['environment', 'static secret TIDE_TOKEN'],
  ])('declared as %s is named', (kind, declared) => {
    const packages = [{ ...packageNamed('npm', 'harbor-mcp'), inputs: [secret('TIDE_TOKEN', kind)] }];
    expect(cardFor(listed({ packages })).authentication).toEqual({ declared: [declared], outcome: 'declared' });
  });
});

describe('a launch line', () => {
  test.each<[string, Partial<PackageReference>, string | null, string]>([
    ['npm', {}, '1.0.0', 'npx -y harbor-mcp@1.0.0'],
    ['npm without a version', {}, null, 'npx -y harbor-mcp'],
    ['pypi', { ecosystem: 'pypi' }, '1.0.0', 'uvx harbor-mcp==1.0.0'],
    [
      'an image',
      { ecosystem: 'oci', identifier: 'quay.test/harbor' },
      '1.0.0',
      'docker run -i --rm quay.test/harbor:1.0.0',
    ],
    [
      'an image with its tag',
      { ecosystem: 'oci', identifier: 'quay.test/harbor:2' },
      '1.0.0',
      'docker run -i --rm quay.test/harbor:2',
    ],
    ['another runtime', { runtimeHint: 'bunx' }, '1.0.0', 'bunx harbor-mcp@1.0.0'],
    ['a runtime that is a command line', { runtimeHint: 'npx; rm -rf ~' }, null, 'npx -y harbor-mcp'],
    ['a bundle', { ecosystem: 'mcpb' }, null, ''],
    ['a hostile name', { identifier: "x'; rm -rf ~ #" }, null, String.raw`npx -y 'x'\''; rm -rf ~ #'`],
  ])('of %s', (_case, fields, version, line) => {
    expect(launchLine({ ...packageNamed('npm', 'harbor-mcp'), ...fields }, version)).toBe(line);
  });

  test('has the arguments of the record, with what the user fills in', () => {
    const inputs = [
      { ...secret('--root', 'package-argument'), value: '/srv/tide' },
      secret('folder', 'package-argument'),
      { ...secret('-y', 'runtime-argument') },
    ];
    expect(launchLine({ ...packageNamed('npm', 'harbor-mcp'), inputs }, null)).toBe(
      "npx -y harbor-mcp --root /srv/tide '<folder>'",
    );
  });
});

test('a portfolio is counted by registry, and is as old as its oldest entry', () => {
  const entries = [
    indexed('official:io.github.tidewater/a', { publishedAt: '2026-01-02T00:00:00Z' }),
    indexed('official:io.github.Tidewater/b', { publishedAt: '2025-12-01T00:00:00Z' }),
    indexed('official:io.github.tidewater-harbour/c'),
  ];
  expect(portfolioOf(lookupOf(entries), 'io.github.tidewater')).toEqual({
    portfolio: [{ registry: 'official', entries: 2 }],
    since: '2025-12-01T00:00:00Z',
  });
  expect(portfolioOf(lookupOf(entries), null)).toEqual({ portfolio: null, since: null });
});

function secret(name: string, kind: Input['kind'] = 'environment'): Input {
  return {
    at: `/inputs/${kind}/${name}`,
    kind,
    name,
    description: null,
    value: null,
    default: null,
    placeholder: null,
    isSecret: true,
    isRequired: null,
  };
}

function cardFor(subject: Subject, fields: Partial<CardSources> = {}): Card {
  return cardOf({
    tool: 'registry-audit@0.0.0',
    query: 'harbor-mcp',
    asOf: '2026-11-21',
    snapshot: null,
    packagesReadAt: null,
    subject,
    listings: [{ id: 'official:io.github.tidewater/harbor-mcp', registry: 'official', because: [] }],
    alsoNamedBy: [],
    portfolio: null,
    namespaceSince: null,
    gateway: null,
    asked: new Map(),
    assessments: [],
    declarations: new Map(),
    organisation: null,
    recalls: NO_RECALLS,
    unseen: [],
    ...fields,
  });
}
