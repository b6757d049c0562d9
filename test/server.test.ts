import { createHash, hash, sign } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readManifest } from '../src/card/manifest-schema.ts';
import type { Json } from '../src/model/place.ts';
import { CardReport, ChoicesReport, VerifyReport } from '../src/report/card-schema.ts';
import { npmTarball, wheel } from '../src/testing/archives.ts';
import { captureSnapshot } from '../src/commands/capture.ts';
import { authority, COMMIT } from './origin/authority.ts';
import { base64, pair } from './origin/keys.ts';
import { provenanceStatement, publishStatement } from './origin/statements.ts';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run, temporaryFolder, type Run } from './program/run.ts';
import { at, isObject } from './registries/at.ts';
import { githubRepository, githubTag } from './registries/github.ts';
import { harbourFeed, officialRow, smitheryItem } from './registries/harbour.ts';
import { type Registries, startRegistries } from './registries/server.ts';

/** Its archive is served with other bytes than its digest describes. */
const TAMPERED = '1.0.0';
const SERVER = 'io.github.tidewater/harbor-mcp';
const HIDDEN = 'Reads the tide.\u001B[2J\u202E\u0007';
const instance = authority();
const registryKey = { id: 'SHA256:quay', ...pair() };

/** The town's registries, a snapshot of them, and a sigstore instance of its own; once for this file. */
let registries: Registries;
let folder = '';
let isExhausted = false;
let flags: readonly string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'registry-audit-server-'));
  const releases = await Promise.all([
    released(TAMPERED, ''),
    released('1.1.0', "fetch('https://api.tidewater.test/tides');"),
    released(
      '1.2.0',
      "const key = process.env.TIDE_API_KEY; fetch('https://api.tidewater.test/tides', { headers: { key } }); server.tool('send_message', 'Sends.', {}, async () => {});",
    ),
  ]);
  const wheels = new Map([
    [wheelNamed('1.0.0'), await ferryTimes('')],
    [
      wheelNamed('1.1.0'),
      await ferryTimes(
        "import os, requests\nrequests.get('https://api.tidewater.test/', auth=os.environ['FERRY_TOKEN'])\n",
      ),
    ],
  ]);
  const byVersion = new Map(releases.map((each) => [each.version, each]));
  registries = await startRegistries(
    harbourFeed({
      official: {
        cursorField: 'nextCursor',
        rows: [
          listing(SERVER, 'harbor-mcp'),
          listing('io.github.tidewater/ferry-times', null),
          listing('io.github.quayside/ferry-times', null),
          listing('io.github.quayside/claims-harbor', 'harbor-mcp-of-another'),
        ],
      },
      smithery: { items: [smitheryItem('lantern/ferry-times')], details: new Map(), cap: 100 },
      npm: (name, baseUrl) =>
        name === 'harbor-mcp' || name === 'harbor-mcp-of-another' ? packument(name, releases, baseUrl) : undefined,
      npmArchive: (_name, filename) => {
        const found = byVersion.get(filename.replace(/^harbor-mcp-(.*)\.tgz$/, '$1'));
        return found?.version === TAMPERED ? Buffer.concat([found.tarball, Buffer.from([0])]) : found?.tarball;
      },
      pypi: (name, baseUrl) => (name === 'ferry-times' ? project(wheels, baseUrl) : undefined),
      pypiFile: (path) => wheels.get(path.slice('/packages/'.length)),
      npmKeys: [{ keyid: registryKey.id, key: base64(registryKey.spki), expires: null }],
      npmAttestations: (name, version) => {
        const found = name === 'harbor-mcp' ? byVersion.get(version) : undefined;
        return found === undefined ? undefined : attestations(found);
      },
      github: {
        repositories: [
          {
            document: githubRepository('tidewater/harbor', { more: { archived: true } }),
            formerly: ['tidewater/harbor-mcp'],
            tags: [githubTag('v1.2.0', COMMIT), githubTag('v1.1.0', COMMIT)],
          },
        ],
        accounts: [],
        get exhausted() {
          return isExhausted;
        },
      },
    }),
  );
  writeFileSync(join(folder, 'root.json'), JSON.stringify(instance.trustedRoot));
  flags = ['--snapshots', join(folder, 'snapshots'), '--cache', join(folder, 'cache')];
  const { code, stderr } = await run(
    ['capture', '--date', '2026-06-29', '--no-progress', ...flags, ...baseUrlFlags(registries)],
    { env: CAPTURE_ENVIRONMENT },
  );
  if (code !== 0) throw new Error(stderr);
  return async () => {
    await registries.close();
    rmSync(folder, { recursive: true });
  };
}, 600_000);

describe('info', () => {
  test('shows a card in one command: what it is, where its secret goes, and what came with the release', async () => {
    const { code, stdout, stderr } = await ask('info', SERVER);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    // oxlint-disable-next-line no-control-regex -- what hides or moves the cursor must not be there
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F\u202A-\u202E]/);
    for (const words of [
      `${SERVER} 1.2.0`,
      'npx -y harbor-mcp@1.2.0',
      '* TIDE_API_KEY',
      '→ api.tidewater.test, asked where its code reads it',
      'Changed in 1.2.0  since 1.1.0',
      'send_message',
      'A person decides.',
    ]) {
      expect(stdout).toContain(words);
    }
  });

  test('prints JSON of its schema, and what is hostile in it is escaped', async () => {
    const { stdout } = await ask('info', `npm:harbor-mcp`, '--json');
    const card = CardReport.parse(JSON.parse(stdout));
    expect(card).toMatchObject({
      name: SERVER,
      description: HIDDEN,
      packages: [{ version: '1.2.0' }],
      changes: [{ from: '1.1.0', capabilities: { secrets: { added: ['TIDE_API_KEY'] } } }],
    });
    expect(stdout).not.toContain('\u202E');
  });

  test('of a version shows that version, and not what came later', async () => {
    const { stdout } = await ask('info', 'npm:harbor-mcp@1.1.0', '--json');
    const card = CardReport.parse(JSON.parse(stdout));
    expect(card.packages).toMatchObject([{ version: '1.1.0' }]);
    expect(card.capabilities).toMatchObject({ secrets: [], tools: [] });
  });

  test('answers offline from what was read before', async () => {
    const asked = registries.log.length;
    const { code, stdout } = await ask('info', SERVER, '--offline', '--markdown');
    expect(code).toBe(0);
    expect(stdout).toContain('asked where its code reads it');
    expect(stdout).not.toContain('\u202E');
    expect(registries.log).toHaveLength(asked);
  });

  test('says of its repository what its code host has', async () => {
    const { stdout } = await ask('info', SERVER);
    expect(stdout).toMatch(/called tidewater\/harbor now · ARCHIVED · made 2025-03-01/);
    const card = CardReport.parse(JSON.parse((await ask('info', SERVER, '--json')).stdout));
    expect(card.repository.host).toMatchObject({ id: '700001', renamed: true, ownerType: 'User', stars: 12 });
    expect(card.unseen.map(({ what }) => what)).not.toContain('its repository');
  });

  test('emits a manifest that a reader accepts, and holds one against the code', async () => {
    const { stdout } = await ask('info', SERVER, '--manifest');
    expect(readManifest(stdout)).toEqual({
      manifestVersion: 1,
      server: 'npm:harbor-mcp',
      version: '1.2.0',
      permissions: ['network-out', 'reads-environment', 'sends-messages'],
      hosts: ['tidewater.test'],
      secrets: [{ name: 'TIDE_API_KEY', to: ['tidewater.test'] }],
      tools: ['send_message'],
      installHooks: [],
    });
    const file = join(temporaryFolder(), 'mcp-capabilities.json');
    writeFileSync(file, JSON.stringify({ ...JSON.parse(stdout), hosts: [] }));
    expect(await ask('info', SERVER, '--check', file)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('host: api.tidewater.test (index.js:1)'),
    });
    writeFileSync(file, '{}');
    expect(await ask('info', SERVER, '--check', file)).toMatchObject({ code: 2 });
  });

  test('of a name that several servers have prints the choice, and ends with 2', async () => {
    const { code, stdout } = await ask('info', 'ferry-times');
    expect(code).toBe(2);
    expect(stdout).toContain('"ferry-times" names 3 servers');
    for (const id of ['official:io.github.quayside/ferry-times', 'smithery:lantern/ferry-times']) {
      expect(stdout).toContain(id);
    }
  });

  test('of an unknown name prints near spellings, and ends with 2', async () => {
    const { code, stdout } = await ask('info', 'io.github.tidewater/habor-mcp', '--json');
    expect(code).toBe(2);
    expect(ChoicesReport.parse(JSON.parse(stdout))).toMatchObject({
      outcome: 'unknown',
      snapshot: { date: '2026-06-29', origin: 'captured' },
      near: [{ id: `official:${SERVER}` }],
    });
  });

  test('goes by the lists of the folder it is asked in, and says which rule holds', async () => {
    const cwd = temporaryFolder();
    const file = join(cwd, 'registry-audit.config.json');
    writeFileSync(file, '{ "block": [{ "namespace": "io.github.tidewater", "reason": "ticket 12" }] }');
    const { stdout } = await run(['info', SERVER, ...common()], { env: ENVIRONMENT, cwd });
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      `organisation BLOCKED: ticket 12 (namespace io.github.tidewater; ${file})`,
    );
  });

  test('of a package of PyPI shows what its newest release started to do', async () => {
    const { stdout } = await ask('info', 'pypi:Ferry_Times', '--json');
    const card = CardReport.parse(JSON.parse(stdout));
    expect(card).toMatchObject({
      packages: [{ ecosystem: 'pypi', version: '1.1.0', notRead: null }],
      undeclaredSecrets: [{ name: 'FERRY_TOKEN' }],
      changes: [{ from: '1.0.0', to: '1.1.0', capabilities: { secrets: { added: ['FERRY_TOKEN'] } } }],
    });
    expect(card.capabilities?.hosts).toMatchObject([{ host: 'api.tidewater.test', how: 'asked' }]);
  });

  test.each([
    ['a version that is not there', ['npm:harbor-mcp@9.9.9'], 2, 'has no release 9.9.9; its newest is 1.2.0'],
    ['a package that is not there', ['npm:no-such-harbor'], 4, 'not found'],
    ['a package that is misspelt', ['npm:habor-mcp'], 4, 'Spelt like it in the snapshot: npm:harbor-mcp'],
    ['a package that could not exist', ['npm:../../etc/passwd'], 2, 'names no package that npm could have'],
    ['two forms at once', [SERVER, '--json', '--markdown'], 2, 'three forms of one answer'],
  ])('of %s says what is wrong', async (_case, args, code, words) => {
    const ended = await ask('info', ...args);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(words);
  });
});

describe('verify', () => {
  test('of a package that could not exist says why', async () => {
    const { code, stdout, stderr } = await ask('verify', 'pypi:[[');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('names no package that pypi could have');
  });

  const root = () => ['--trusted-root', join(folder, 'root.json')];

  test('of a release that is signed and attested: every check holds', async () => {
    const { code, stdout, stderr } = await ask('verify', SERVER, '--json', ...root());
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { packages } = VerifyReport.parse(JSON.parse(stdout));
    expect(packages[0]?.checks.filter(({ outcome }) => outcome !== 'holds')).toEqual([]);
    expect(packages[0]?.checks.find(({ id }) => id === 'provenance-attestation')?.said).toBe(
      'built from https://github.com/tidewater/harbor-mcp at 5f2d9c0b7a1e (refs/tags/v1.2.0) by .github/workflows/release.yml on a github-hosted runner',
    );
  });

  test('asks its code host about the tag, also under a name that it had before', async () => {
    const { stdout } = await ask('verify', SERVER, ...root());
    expect(stdout).toMatch(
      /repository tag +holds +it was built from the tag v1\.2\.0, which is at that commit,\s+5f2d9c0b7a1e/,
    );
    expect(registries.log).toContainEqual({ method: 'GET', url: '/github/repos/tidewater/harbor-mcp', status: 301 });
    expect(registries.log.filter(({ url }) => url.startsWith('/github/'))).not.toContainEqual(
      expect.objectContaining({ status: 404 }),
    );
  });

  test('of a code host whose hour is used up: says so, and ends with 0', async () => {
    isExhausted = true;
    try {
      const cache = ['--snapshots', join(folder, 'snapshots'), '--cache', temporaryFolder(), ...addresses()];
      const { code, stdout } = await run(['verify', 'npm:harbor-mcp', '--json', ...cache, ...root()], {
        env: ENVIRONMENT,
      });
      expect(code).toBe(0);
      const { packages } = VerifyReport.parse(JSON.parse(stdout));
      const tag = packages[0]?.checks.find(({ id }) => id === 'repository-tag');
      expect(tag?.said).toMatch(
        /was built from the tag v1\.2\.0; where that is now was not seen: the request limit of its code host is used up/,
      );
    } finally {
      isExhausted = false;
    }
  });

  test('without the authority that signed: says that it could not be followed, and ends with 0', async () => {
    const { code, stdout } = await ask('verify', 'npm:harbor-mcp');
    expect(code).toBe(0);
    expect(stdout).toMatch(/provenance +not seen +the trusted root of/);
  });

  test('of a package that names another server than the one listed: contradicts, and ends with 1', async () => {
    const { code, stdout } = await ask('verify', 'io.github.quayside/claims-harbor');
    expect(code).toBe(1);
    expect(stdout).toMatch(/ownership marker +CONTRADICTS +the package names/);
  });

  test('of an archive that is not what its registry describes: contradicts, and ends with 1', async () => {
    const { code, stdout } = await ask('verify', `npm:harbor-mcp@${TAMPERED}`);
    expect(code).toBe(1);
    expect(stdout).toMatch(/archive digest +CONTRADICTS/);
  });

  test('of a package of PyPI: its archive is what its registry describes, and what nobody attested is not seen', async () => {
    const { code, stdout } = await ask('verify', 'pypi:ferry-times@1.1.0');
    expect(code).toBe(0);
    expect(stdout).toMatch(/provenance +not seen/);
    expect(stdout).toMatch(/archive digest +holds +its archive is what its registry’s sha256 describes/);
  });

  test('of a server without packages: says that there is nothing to verify', async () => {
    const { code, stderr } = await ask('verify', 'io.github.tidewater/ferry-times');
    expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringContaining('nothing to verify') });
  });

  test('with a trusted root that is none: says so', async () => {
    const file = join(temporaryFolder(), 'root.json');
    writeFileSync(file, '{}');
    const { code, stderr } = await ask('verify', SERVER, '--trusted-root', file);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('this is no trusted root') });
  });
});

describe('a synthetic snapshot', () => {
  const made = () => ['--no-progress', '--snapshots', join(folder, 'invented'), '--cache', join(folder, 'cache')];

  beforeAll(async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', ENVIRONMENT.SOURCE_DATE_EPOCH);
    const settings = {
      snapshots: join(folder, 'invented'),
      cache: join(folder, 'cache-of-the-invented'),
      baseUrl: Object.entries(registries.baseUrls).map(([id, url]) => `${id}=${url}`),
      depth: 'package',
      versions: 'latest',
      offline: false,
      progress: false,
      verbose: false,
    } as const;
    await captureSnapshot('2026-06-30', settings, { origin: 'synthetic' });
    return () => vi.unstubAllEnvs();
  });

  test('says nothing of a package that is published', async () => {
    const { code, stdout } = await run(['info', 'npm:harbor-mcp', ...made(), ...addresses()], { env: ENVIRONMENT });
    expect(code).toBe(0);
    expect(stdout).toContain('harbor-mcp 1.2.0');
    expect(stdout).toContain('not looked up: there is no captured snapshot');
    expect(stdout).not.toContain(SERVER);
  });

  test.each([
    ['its name', SERVER, []],
    ['a package, where the snapshot is named', 'npm:harbor-mcp', ['--snapshot', '2026-06-30']],
  ])('a server asked for by %s is invented, and nobody is asked about it', async (_name, name, more) => {
    const asked = registries.log.length;
    const { code, stdout } = await run(['info', name, ...more, ...made(), ...addresses()], { env: ENVIRONMENT });
    expect(code).toBe(0);
    expect(stdout).toContain('Invented: an entry of the synthetic snapshot of 2026-06-30.');
    expect(registries.log).toHaveLength(asked);
  });

  test('that has no server of a name says nothing of registries', async () => {
    const none = ['info', 'io.github.tidewater/lighthouse', ...made(), ...addresses()];
    const { code, stdout } = await run(none, { env: ENVIRONMENT });
    expect({ code, stdout }).toMatchObject({
      code: 2,
      stdout: expect.stringContaining('says nothing of what registries list'),
    });
  });

  test('has nothing to verify', async () => {
    const { code, stderr } = await run(['verify', SERVER, ...made(), ...addresses()], { env: ENVIRONMENT });
    expect({ code, stderr }).toMatchObject({ code: 4, stderr: expect.stringContaining('is invented') });
  });

  test('is not held against what is installed', async () => {
    const inHere = ['--project', join(folder, 'invented')];
    const { stdout } = await run(['status', '--security', '--json', ...inHere, ...made()], { env: ENVIRONMENT });
    expect(JSON.parse(stdout)).toMatchObject({ snapshot: null });
  });

  test('is left to itself where an earlier one was captured', async () => {
    const both = temporaryFolder();
    symlinkSync(join(folder, 'snapshots', '2026-06-29'), join(both, '2026-06-29'));
    symlinkSync(join(folder, 'invented', '2026-06-30'), join(both, '2026-06-30'));
    const inBoth = ['--json', '--no-progress', '--snapshots', both, '--cache', join(folder, 'cache')];
    const card = await run(['info', SERVER, ...inBoth, ...addresses()], { env: ENVIRONMENT });
    const found = await run(['search', 'harbor', ...inBoth], { env: ENVIRONMENT });
    for (const { stdout } of [card, found]) {
      expect(JSON.parse(stdout)).toMatchObject({ snapshot: { date: '2026-06-29', origin: 'captured' } });
    }
  });
});

function ask(verb: string, ...args: readonly string[]): Promise<Run> {
  return run([verb, ...args, ...common()], { env: ENVIRONMENT });
}

const ENVIRONMENT = { SOURCE_DATE_EPOCH: '1782691200' };

function common(): readonly string[] {
  return ['--no-progress', ...flags, ...addresses()];
}

function addresses(): readonly string[] {
  const urls = (['npm', 'pypi', 'github'] as const).flatMap((id) => ['--base-url', `${id}=${registries.baseUrls[id]}`]);
  return urls;
}

function wheelNamed(version: string): string {
  return `ferry_times-${version}-py3-none-any.whl`;
}

function ferryTimes(code: string): Promise<Buffer> {
  return wheel({
    'ferry_times/__init__.py': code,
    'ferry_times-1.0.0.dist-info/METADATA': 'Metadata-Version: 2.1\nName: ferry-times\nVersion: 1.0.0\n\n',
    'ferry_times-1.0.0.dist-info/entry_points.txt': '[console_scripts]\nferry-times = ferry_times:main\n',
  });
}

function project(wheels: ReadonlyMap<string, Buffer>, baseUrl: string): Json {
  const file = (version: string, day: string): Json => {
    const filename = wheelNamed(version);
    const bytes = wheels.get(filename) ?? Buffer.alloc(0);
    return [
      {
        filename,
        url: `${baseUrl}/packages/${filename}`,
        packagetype: 'bdist_wheel',
        size: bytes.length,
        upload_time_iso_8601: `${day}T08:00:00Z`,
        digests: { sha256: hash('sha256', bytes) },
        yanked: false,
      },
    ];
  };
  return {
    info: { name: 'ferry-times', version: '1.1.0', summary: 'of the harbour', requires_dist: [] },
    releases: { '1.0.0': file('1.0.0', '2026-03-01'), '1.1.0': file('1.1.0', '2026-05-01') },
  };
}

interface Released {
  readonly version: string;
  readonly tarball: Buffer;
  readonly integrity: string;
  readonly sha512: string;
}

async function released(version: string, code: string): Promise<Released> {
  const manifest = { name: 'harbor-mcp', version, main: 'index.js', mcpName: SERVER };
  const tarball = await npmTarball({ 'package.json': JSON.stringify(manifest), 'index.js': code });
  const digest = createHash('sha512').update(tarball).digest();
  return { version, tarball, integrity: `sha512-${digest.toString('base64')}`, sha512: digest.toString('hex') };
}

function packument(name: string, releases: readonly Released[], baseUrl: string): Json {
  const versions = releases.map(({ version, integrity }): [string, Json] => {
    const signature = sign('sha256', Buffer.from(`${name}@${version}:${integrity}`), registryKey.privateKey);
    return [
      version,
      {
        name,
        version,
        mcpName: SERVER,
        scripts: { test: 'node test.js' },
        repository: { url: 'git+https://github.com/tidewater/harbor-mcp.git' },
        dist: {
          tarball: `${baseUrl}/harbor-mcp/-/harbor-mcp-${version}.tgz`,
          integrity,
          signatures: [{ keyid: registryKey.id, sig: base64(signature) }],
          attestations: { url: `${baseUrl}/-/npm/v1/attestations/${name}@${version}` },
        },
      },
    ];
  });
  return {
    name,
    'dist-tags': { latest: releases.at(-1)?.version ?? '' },
    time: {
      created: '2026-03-01T09:00:00Z',
      modified: '2026-05-04T09:00:02Z',
      '1.0.0': '2026-03-01T09:00:00Z',
      '1.1.0': '2026-04-01T09:00:00Z',
      '1.2.0': '2026-05-04T09:00:02Z',
    },
    versions: Object.fromEntries(versions),
  };
}

function attestations({ version, integrity, sha512 }: Released): Json {
  const about = {
    name: 'harbor-mcp',
    version,
    integrity,
    sha512,
    purl: `pkg:npm/harbor-mcp@${version}`,
    publishedAt: '2026-05-04T09:00:02.000Z',
  };
  const items = [
    [publishStatement(about), instance.keyed(publishStatement(about), registryKey)],
    [provenanceStatement(about), instance.certified(provenanceStatement(about))],
  ] as const;
  return JSON.parse(
    JSON.stringify({ attestations: items.map(([{ predicateType }, bundle]) => ({ predicateType, bundle })) }),
  );
}

function listing(name: string, identifier: string | null): Json {
  const row = officialRow(name, '1.2.0');
  const server = at(row, 'server');
  if (!isObject(row) || !isObject(server)) return row;
  const repository = { url: 'https://github.com/tidewater/harbor-mcp', source: 'github' };
  const environmentVariables = [{ name: 'TIDE_API_KEY', isSecret: true, isRequired: true }];
  const named = {
    registryType: 'npm',
    identifier,
    version: '1.2.0',
    transport: { type: 'stdio' },
    environmentVariables,
  };
  return identifier === null
    ? { ...row, server }
    : { ...row, server: { ...server, description: HIDDEN, repository, packages: [named] } };
}
