import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Manifest } from '../src/model/snapshot.ts';
import type { Rule } from './registries/misbehave.ts';
import { startRegistries, type Registries } from './registries/server.ts';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run, temporaryFolder, type RunOptions } from './program/run.ts';
import { town, TOWN_ROWS } from './program/town.ts';

const DATE = '2026-06-29';

async function townRegistries(): Promise<Registries> {
  const registries = await startRegistries(town());
  onTestFinished(() => registries.close());
  return registries;
}

function captureArgs(registries: Registries, home: string, more: readonly string[] = []): string[] {
  const folders = ['--snapshots', join(home, 'snapshots'), '--cache', join(home, 'cache')];
  return ['capture', '--date', DATE, '--no-progress', ...folders, ...baseUrlFlags(registries), ...more];
}

async function capture(registries: Registries, home: string, options: RunOptions = {}) {
  return run(captureArgs(registries, home), { ...options, env: { ...CAPTURE_ENVIRONMENT, ...options.env } });
}

function manifestOf(home: string): Manifest {
  return JSON.parse(readFileSync(join(home, 'snapshots', DATE, 'manifest.json'), 'utf8'));
}

function coverageOf(home: string, registry: string) {
  const row = manifestOf(home).coverage.find((each) => each.registry === registry);
  if (row === undefined) throw new Error(`no coverage of ${registry}`);
  return row;
}

/** Path to digest of every file of a snapshot. */
function digests(home: string): Record<string, string> {
  const folder = join(home, 'snapshots', DATE);
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => join(each.parentPath, each.name))
      .toSorted()
      .map((path) => [path.slice(folder.length), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

describe('a capture', () => {
  test('accounts for every row that was served, asks by GET only, and keeps no key', async () => {
    const registries = await townRegistries();
    const home = temporaryFolder();
    const { code, stdout, stderr } = await capture(registries, home);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });

    for (const [registry, rows] of Object.entries(TOWN_ROWS)) {
      const { distinct, earlierVersions, repeats, quarantined, enumeration, ...row } = coverageOf(home, registry);
      expect({ registry, rows: row.rows }).toEqual({ registry, rows });
      expect(distinct + earlierVersions + repeats + quarantined).toBe(rows);
      expect(enumeration).toEqual({ ended: 'exhausted' });
    }
    expect(coverageOf(home, 'official')).toMatchObject({ distinct: 241, earlierVersions: 24, quarantined: 1 });
    expect(coverageOf(home, 'official').byDepth).toEqual({ name: 0, metadata: 161, package: 80, source: 0 });
    expect(coverageOf(home, 'smithery')).toMatchObject({ advertised: 240, enumeration: { ended: 'capped' } });
    expect(manifestOf(home).packages.map(({ ecosystem, named, read }) => [ecosystem, named, read])).toEqual([
      ['npm', 40, 40],
      ['pypi', 40, 40],
    ]);

    expect([...new Set(registries.log.map(({ method }) => method))]).toEqual(['GET']);
    const kept = readdirSync(join(home, 'snapshots', DATE), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile())
      .map((each) => readFileSync(join(each.parentPath, each.name)))
      .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString());
    const cached = readdirSync(join(home, 'cache')).map((name) => readFileSync(join(home, 'cache', name), 'latin1'));
    expect([...kept, ...cached, stdout, stderr].join('\n')).not.toContain('key-of-the-harbour');
  });

  test('of the same bytes makes the same files, whatever the time zone and the locale', async () => {
    const registries = await townRegistries();
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    await capture(registries, first);
    await capture(registries, second, { env: { TZ: 'Pacific/Chatham', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } });
    expect(digests(second)).toEqual(digests(first));
    expect(Object.keys(digests(first))).toContain('/entries/official.ndjson.gz');
  });

  test('that is killed at any moment and run again makes the snapshot of an undisturbed run', async () => {
    const registries = await townRegistries();
    const undisturbed = temporaryFolder();
    await capture(registries, undisturbed);
    const total = registries.log.length;

    const home = temporaryFolder();
    // The last few answers before a kill are lost; of a hundred most are kept, however fast the machine.
    for (const requests of [2, 10, 100]) {
      const until = registries.log.length + requests;
      const { code } = await capture(registries, home, {
        onStart: (child) => {
          const watch = setInterval(() => registries.log.length >= until && child.kill('SIGKILL'), 1);
          child.once('close', () => clearInterval(watch));
        },
      });
      expect(code).toBe(null);
    }
    const before = registries.log.length;
    expect((await capture(registries, home)).code).toBe(0);
    expect(registries.log.length - before).toBeLessThan(total - 20);
    expect(digests(home)).toEqual(digests(undisturbed));
  });

  test('runs again offline from what it kept, and asks nobody', async () => {
    const registries = await townRegistries();
    const home = temporaryFolder();
    await capture(registries, home);
    const first = digests(home);
    rmSync(join(home, 'snapshots'), { recursive: true });
    const asked = registries.log.length;
    const { code } = await run(captureArgs(registries, home, ['--offline']), { env: CAPTURE_ENVIRONMENT });
    expect({ code, asked: registries.log.length }).toEqual({ code: 0, asked });
    expect(digests(home)).toEqual(first);
  });

  test('without keys says which ones, and takes names where they can be had', async () => {
    const registries = await townRegistries();
    const home = temporaryFolder();
    await run(captureArgs(registries, home), { env: { SOURCE_DATE_EPOCH: CAPTURE_ENVIRONMENT.SOURCE_DATE_EPOCH } });
    expect(coverageOf(home, 'pulsemcp')).toMatchObject({ rows: 0, enumeration: { ended: 'auth' } });
    expect(JSON.stringify(coverageOf(home, 'pulsemcp').enumeration)).toContain('PULSEMCP_API_KEY');
    expect(coverageOf(home, 'glama').byDepth.name).toBe(coverageOf(home, 'glama').distinct);
    expect(coverageOf(home, 'official').enumeration).toEqual({ ended: 'exhausted' });
  });
});

test('a capture that could read nothing says why, and does not take the date', async () => {
  const registries = await townRegistries();
  registries.misbehave({ url: /./, does: { kind: 'status', status: 403 } });
  const home = temporaryFolder();
  const { code, stderr } = await capture(registries, home);
  expect(code).toBe(4);
  for (const registry of ['official', 'glama', 'smithery', 'mcp-so', 'pulsemcp'])
    expect(stderr).toContain(`${registry}: `);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(Object.keys(digests(home))).not.toContain('/manifest.json');
});

describe('a registry that misbehaves for a while', () => {
  const passing: Record<string, Rule['does']> = {
    'a rate limit with Retry-After': { kind: 'status', status: 429, headers: { 'retry-after': '0' } },
    'a server error': { kind: 'status', status: 503 },
    'a reset connection': { kind: 'reset' },
    'a wrong Content-Length': { kind: 'wrong-length', byBytes: 50 },
  };
  test.each(Object.entries(passing))('by %s costs nothing', async (_name, does) => {
    const registries = await townRegistries();
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    await capture(registries, first);
    registries.misbehave({ url: '/official/v0.1/servers', after: 1, times: 1, does });
    registries.misbehave({ url: '/npm/', times: 2, does });
    await capture(registries, second);
    expect(digests(second)).toEqual(digests(first));
  });

  const lasting: Record<string, Rule['does']> = {
    'HTML with status 200': { kind: 'html' },
    'truncated JSON': { kind: 'truncated-json' },
    'a repeated cursor': { kind: 'repeated-cursor' },
    'a redirect to another host': { kind: 'redirect', to: 'https://elsewhere.invalid/servers' },
    'a body without end': { kind: 'huge-body', bytes: 40_000_000 },
    'a gzip bomb': { kind: 'gzip-bomb', bytes: 400_000_000 },
    'a refusal': { kind: 'status', status: 403 },
  };
  test.each(Object.entries(lasting))('by %s loses only its own later rows, with the reason', async (_name, does) => {
    const registries = await townRegistries();
    const home = temporaryFolder();
    registries.misbehave({ url: '/official/v0.1/servers', after: 1, does });
    const { code, stderr } = await capture(registries, home);
    expect({ code, bug: stderr.includes('bug') }).toEqual({ code: 0, bug: false });
    const { rows, enumeration } = coverageOf(home, 'official');
    expect(rows).toBeGreaterThanOrEqual(100);
    expect(rows).toBeLessThan(TOWN_ROWS.official);
    expect(enumeration).toMatchObject({ ended: 'failed', reason: expect.stringMatching(/.{10,}/) });
    expect(coverageOf(home, 'mcp-so')).toMatchObject({
      rows: TOWN_ROWS['mcp-so'],
      enumeration: { ended: 'exhausted' },
    });
  });
});
