import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Json } from '../src/model/place.ts';
import type { Manifest } from '../src/model/snapshot.ts';
import { CardReport } from '../src/report/card-schema.ts';
import { CandidatesReport, CoverageReport } from '../src/report/schema.ts';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run, temporaryFolder } from './program/run.ts';
import { at, isObject } from './registries/at.ts';
import type { Feed } from './registries/feed.ts';
import { githubRepository, githubTag } from './registries/github.ts';
import { harbourFeed, officialRow } from './registries/harbour.ts';
import { startRegistries } from './registries/server.ts';

const DATE = '2026-06-29';
const COMMIT = '5f2d9c0b7a1e4c3d8e6f0a1b2c3d4e5f60718293';
const VERSIONS = ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0'];
const TOKEN = 'token-of-the-harbour';

/** Two servers: one tags every release but its newest, and the login of the other is gone. */
const GITHUB: Feed['github'] = {
  repositories: [
    {
      document: githubRepository('tidewater/harbor'),
      formerly: ['tidewater/harbor-mcp'],
      tags: VERSIONS.slice(0, -1).map((version) => githubTag(`v${version}`, COMMIT)),
    },
  ],
  accounts: [],
};

async function captured(github: Feed['github'], more: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const registries = await startRegistries(
    harbourFeed({
      official: {
        cursorField: 'nextCursor',
        rows: [listing('tidewater', 'harbor-mcp'), listing('quayside', 'ferry-times')],
      },
      npm: (name) => packument(name, name === 'harbor-mcp' ? 'tidewater' : 'quayside'),
      github,
    }),
  );
  onTestFinished(() => registries.close());
  const home = temporaryFolder();
  const folders = ['--snapshots', join(home, 'snapshots'), '--cache', join(home, 'cache')];
  const named = ['--package', 'npm:harbor-mcp', '--package', 'npm:ferry-times', '--source-budget', '0'];
  const ended = await run(
    ['capture', '--date', DATE, '--no-progress', ...folders, ...named, ...baseUrlFlags(registries), ...more],
    { env: { ...CAPTURE_ENVIRONMENT, ...env } },
  );
  expect({ code: ended.code, stderr: ended.stderr }).toEqual({ code: 0, stderr: '' });
  const folder = join(home, 'snapshots', DATE);
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const asked = registries.log.filter(({ url }) => url.startsWith('/github/'));
  return { home, folder, manifest, asked, stdout: ended.stdout };
}

describe('a capture that asks code hosts', () => {
  test('keeps what they say of the repositories and accounts behind packages, and counts what it did not ask', async () => {
    const { folder, manifest, stdout, asked } = await captured(GITHUB, ['--repositories', '2']);
    expect(manifest.repositories).toEqual({
      budget: 2,
      named: 2,
      read: 1,
      absent: 1,
      notRead: {},
      accounts: 1,
      accountsAbsent: 1,
    });
    expect(stdout).toMatch(/repositories +budget +read +not there/);
    expect(asked.map(({ url, status }) => `${status} ${url}`)).toEqual([
      '404 /github/repos/quayside/ferry-times',
      '404 /github/users/quayside',
      '301 /github/repos/tidewater/harbor-mcp',
      '200 /github/repositories/700001',
      '200 /github/repositories/700001/tags?per_page=100&page=1',
    ]);
    const file = manifest.files.find(({ path }) => path === 'repositories/github.ndjson.gz');
    expect(file?.rows).toBe(3);
    const lines = gunzipSync(readFileSync(join(folder, 'repositories/github.ndjson.gz'))).toString();
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line) => [JSON.parse(line).key, JSON.parse(line).outcome]),
    ).toEqual([
      ['github.com/quayside', 'absent'],
      ['github.com/quayside/ferry-times', 'absent'],
      ['github.com/tidewater/harbor-mcp', 'read'],
    ]);
  });

  test('asks about none without a key, unless it is told to', async () => {
    const { manifest, asked } = await captured(GITHUB, []);
    expect(manifest.repositories).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('asks with a key by itself, keeps the key to itself, and counts what is over the budget', async () => {
    const withKey = await captured(GITHUB, [], { GITHUB_TOKEN: TOKEN });
    expect(withKey.manifest.repositories).toMatchObject({ budget: 200, read: 1, absent: 1 });
    expect(readFileSync(join(withKey.folder, 'repositories/github.ndjson.gz')).toString('latin1')).not.toContain(TOKEN);
    const { manifest } = await captured(GITHUB, ['--repositories', '1']);
    expect(manifest.repositories).toMatchObject({
      budget: 1,
      named: 2,
      read: 0,
      absent: 1,
      notRead: { 'over the budget': 1 },
    });
  });

  test('says that the hour’s requests were used up, and ends all the same', async () => {
    const { manifest, asked } = await captured({ ...GITHUB, exhausted: true }, ['--repositories', '2']);
    expect(manifest.repositories).toMatchObject({
      read: 0,
      absent: 0,
      notRead: { 'the request limit of its code host is used up': 2 },
    });
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['a number that is none', ['--repositories', '1.5'], 'whole number'],
    ['another depth', ['--repositories', '5', '--depth', 'package'], 'needs --depth source'],
  ])('refuses %s', async (_case, more, words) => {
    const { code, stderr } = await run(['capture', '--snapshots', temporaryFolder(), ...more]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(words) });
  });
});

test('a scan of such a snapshot sees the login that is gone and the release without a tag', async () => {
  const { home } = await captured(GITHUB, ['--repositories', '5']);
  const out = join(home, 'reports');
  const flags = ['--snapshots', join(home, 'snapshots'), '--out', out, '--no-progress'];
  expect((await run(['scan', '--snapshot', DATE, ...flags])).code).toBe(0);
  const report = CandidatesReport.parse(JSON.parse(readFileSync(join(out, 'rug-pull.json'), 'utf8')));
  const fired = report.candidates.map(({ entry, fired: all }) => [entry.name, all.map(({ signal }) => signal)]);
  expect(new Map(fired.map(([name, signals]) => [String(name), signals]))).toEqual(
    new Map([
      ['io.github.quayside/ferry-times', expect.arrayContaining(['rug-pull/namespace-orphaned'])],
      ['io.github.tidewater/harbor-mcp', expect.arrayContaining(['rug-pull/version-without-tag'])],
    ]),
  );
  const coverage = CoverageReport.parse(JSON.parse(readFileSync(join(out, 'coverage.json'), 'utf8')));
  expect(coverage.repositories).toMatchObject({ named: 2, read: 1, absent: 1 });
  expect(readFileSync(join(out, 'summary.md'), 'utf8')).toMatch(/\| repositories +\|/);
});

test('the card shows what the snapshot has, where the code host cannot be asked now', async () => {
  const { home } = await captured(GITHUB, ['--repositories', '5']);
  const flags = [
    '--snapshots',
    join(home, 'snapshots'),
    '--cache',
    join(home, 'another'),
    '--offline',
    '--no-progress',
  ];
  const { code, stdout } = await run(['info', 'io.github.tidewater/harbor-mcp', '--json', ...flags], {
    env: CAPTURE_ENVIRONMENT,
  });
  expect(code).toBe(0);
  const card = CardReport.parse(JSON.parse(stdout));
  expect(card.repository.host).toMatchObject({ fullName: 'tidewater/harbor', renamed: true });
  expect(card.findings.flatMap(({ fired }) => fired.map(({ id }) => id))).toContain('rug-pull/version-without-tag');
});

function listing(login: string, name: string): Json {
  const row = officialRow(`io.github.${login}/${name}`, '1.4.0');
  const server = at(row, 'server');
  if (!isObject(row) || !isObject(server)) return row;
  const repository = { url: `https://github.com/${login}/${name}`, source: 'github' };
  const packages = [{ registryType: 'npm', identifier: name, version: '1.4.0', transport: { type: 'stdio' } }];
  return { ...row, server: { ...server, repository, packages } };
}

function packument(name: string, login: string): Json {
  const times = VERSIONS.map((version, index): [string, string] => [version, `2026-0${index + 1}-01T09:00:00Z`]);
  const versions = VERSIONS.map((version): [string, Json] => [
    version,
    { name, version, scripts: {}, repository: { url: `git+https://github.com/${login}/${name}.git` }, dist: {} },
  ]);
  return {
    name,
    'dist-tags': { latest: '1.4.0' },
    time: { created: '2026-01-01T09:00:00Z', modified: '2026-05-01T09:00:00Z', ...Object.fromEntries(times) },
    versions: Object.fromEntries(versions),
  };
}
