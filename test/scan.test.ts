import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { resolve } from '../src/evidence/pointer.ts';
import type { Candidate } from '../src/model/candidate.ts';
import type { Json } from '../src/model/place.ts';
import type { Manifest, StoredEntry, StoredPackage } from '../src/model/snapshot.ts';
import { CandidatesReport, CoverageReport } from '../src/report/schema.ts';
import { startRegistries } from './registries/server.ts';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run, temporaryFolder } from './program/run.ts';
import { town } from './program/town.ts';

const DATE = '2026-06-29';

/** A snapshot of the town, captured once for this file. */
let snapshots = '';
beforeAll(async () => {
  const registries = await startRegistries(town());
  snapshots = mkdtempSync(join(tmpdir(), 'registry-audit-town-'));
  const flags = ['--snapshots', snapshots, '--cache', join(snapshots, 'cache'), ...baseUrlFlags(registries)];
  const { code, stderr } = await run(['capture', '--date', DATE, '--no-progress', ...flags], {
    env: CAPTURE_ENVIRONMENT,
  });
  await registries.close();
  if (code !== 0) throw new Error(stderr);
  return () => rmSync(snapshots, { recursive: true });
});

async function scan(out: string, more: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  return run(['scan', '--snapshot', DATE, '--snapshots', snapshots, '--out', out, ...more], { env });
}

function files(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

function candidatesOf(out: string, pipeline: string): Candidate[] {
  return JSON.parse(readFileSync(join(out, `${pipeline}.json`), 'utf8')).candidates;
}

describe('a scan', () => {
  test('ranks what there is to find in the town, with the pointers of what it saw', async () => {
    const out = temporaryFolder();
    const { code, stdout, stderr } = await scan(out);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('official:io.github.tidewater/stripe-mcp');
    expect(readFileSync(join(out, 'summary.md'), 'utf8')).toContain('Glama API Data License');

    const [first] = candidatesOf(out, 'lookalike');
    expect(first).toMatchObject({
      rank: 1,
      tier: 'review-first',
      entry: { id: 'official:io.github.tidewater/stripe-mcp' },
    });
    expect(first?.fired.map(({ signal }) => signal)).toContain('lookalike/official-claim');

    const hooks = candidatesOf(out, 'rug-pull').filter(({ fired }) =>
      fired.some(({ signal }) => signal === 'rug-pull/install-script-added'),
    );
    expect(hooks.length).toBeGreaterThan(0);
    expect(hooks[0]?.fired[0]?.evidence[0].at.pointer).toBe('/versions/1.0.1/scripts/postinstall');
  });

  test('writes reports of the published shape', async () => {
    const out = temporaryFolder();
    await scan(out);
    const json = (name: string): unknown => JSON.parse(readFileSync(join(out, name), 'utf8'));
    expect(CandidatesReport.safeParse(json('lookalike.json')).error).toBe(undefined);
    expect(CandidatesReport.safeParse(json('rug-pull.json')).error).toBe(undefined);
    expect(CoverageReport.safeParse(json('coverage.json')).error).toBe(undefined);
  });

  test('gives the same bytes again, also under another time zone and locale', async () => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    await scan(first);
    await scan(second, [], { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' });
    expect(files(second)).toEqual(files(first));
    expect(Object.keys(files(first))).toEqual([
      'coverage.csv',
      'coverage.json',
      'gateways.csv',
      'gateways.json',
      'lookalike.csv',
      'lookalike.json',
      'registry-audit.sarif',
      'report.html',
      'rug-pull.csv',
      'rug-pull.json',
      'summary.md',
      'suppressed.json',
    ]);
  });

  test('cites places that hold what it says', async () => {
    const out = temporaryFolder();
    await scan(out);
    const documents = citable();
    let resolved = 0;
    for (const { fired, cleared, facts } of [...candidatesOf(out, 'lookalike'), ...candidatesOf(out, 'rug-pull')]) {
      for (const { at, statement } of [...fired, ...cleared, ...facts].flatMap(({ evidence }) => evidence)) {
        const found = documents.flatMap(({ sha256, pointer, document }) =>
          sha256 === at.resource.sha256 && at.pointer.startsWith(pointer)
            ? [resolve(document, at.pointer.slice(pointer.length))]
            : [],
        );
        expect({ statement, pointer: at.pointer, found: found.some((value) => value !== undefined) }).toMatchObject({
          found: true,
        });
        resolved += 1;
      }
    }
    expect(resolved).toBeGreaterThan(8);
  });

  test.each([
    ['a gate that candidates meet', ['--fail-on', 'review-first'], 1],
    ['coverage that was there', ['--require-coverage', 'official'], 0],
    ['coverage that was not', ['--require-coverage', 'official', 'smithery'], 3],
  ])('ends after %s with its own exit code', async (_name, flags, code) => {
    expect((await scan(temporaryFolder(), flags)).code).toBe(code);
  });

  test('without a snapshot captures today’s first, and scores it again without asking anybody', async () => {
    const registries = await startRegistries(town());
    onTestFinished(() => registries.close());
    const home = temporaryFolder();
    const flags = ['--snapshots', join(home, 'snapshots'), '--cache', join(home, 'cache'), ...baseUrlFlags(registries)];
    const args = ['scan', '--no-progress', '--out', join(home, 'out'), ...flags];
    const first = await run(args, { env: CAPTURE_ENVIRONMENT });
    expect({ code: first.code, stderr: first.stderr }).toEqual({ code: 0, stderr: '' });
    expect(readdirSync(join(home, 'snapshots'))).toEqual(['2026-06-29']);
    const asked = registries.log.length;
    const again = await run(args, { env: CAPTURE_ENVIRONMENT });
    expect({ code: again.code, asked: registries.log.length, stdout: again.stdout }).toEqual({
      code: 0,
      asked,
      stdout: first.stdout,
    });
  });

  test('without a snapshot refuses today’s where it was captured for another question, and says how to have it', async () => {
    const registries = await startRegistries(town());
    onTestFinished(() => registries.close());
    const home = temporaryFolder();
    const flags = ['--snapshots', join(home, 'snapshots'), '--cache', join(home, 'cache'), ...baseUrlFlags(registries)];
    const args = ['scan', '--no-progress', '--out', join(home, 'out'), ...flags];
    const asked = (...more: string[]) => run([...args, ...more], { env: CAPTURE_ENVIRONMENT });
    expect((await asked('--registry', 'official', 'glama', '--depth', 'metadata')).code).toBe(0);

    const others = await asked('--depth', 'metadata');
    expect(others).toMatchObject({ code: 2, stderr: expect.stringContaining('was captured without') });
    const fewer = await asked('--registry', 'official', '--depth', 'metadata');
    expect(fewer).toMatchObject({ code: 2, stderr: expect.stringContaining('holds glama too') });
    const deeper = await asked('--registry', 'official', 'glama', '--depth', 'package');
    expect(deeper).toMatchObject({ code: 2, stderr: expect.stringContaining('at depth metadata, not package') });
    expect(deeper.stderr).toContain('scan --snapshot 2026-06-29');
  });

  test('prints one JSON document with --json', async () => {
    const { stdout } = await scan(temporaryFolder(), ['--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      snapshot: { date: DATE, origin: 'captured' },
      files: expect.any(Array),
    });
  });
});

/** Everything a pointer may lead into: rows as they stand in their pages, and package documents. */
function citable(): { sha256: string; pointer: string; document: Json }[] {
  const folder = join(snapshots, DATE);
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return manifest.files.flatMap(({ path }) => {
    const lines = gunzipSync(readFileSync(join(folder, path)))
      .toString()
      .split('\n')
      .filter(Boolean);
    if (path.startsWith('entries/')) {
      return lines.flatMap((line) => {
        const { latest, earlier = [] }: StoredEntry = JSON.parse(line);
        return [latest, ...earlier].map(({ record, resource, pointer }) => ({
          sha256: resource.sha256,
          pointer,
          document: record,
        }));
      });
    }
    if (!path.startsWith('packages/')) return [];
    return lines.flatMap((line) => {
      const stored: StoredPackage = JSON.parse(line);
      return stored.outcome === 'read'
        ? [{ sha256: stored.resource.sha256, pointer: '', document: stored.document }]
        : [];
    });
  });
}

/** The town's snapshot with the official entries' file changed. */
function damagedCopy(change: (bytes: Buffer) => Buffer): string {
  const copy = temporaryFolder();
  const from = join(snapshots, DATE);
  for (const each of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!each.isFile()) continue;
    const path = join(each.parentPath, each.name).slice(from.length + 1);
    mkdirSync(dirname(join(copy, DATE, path)), { recursive: true });
    const bytes = readFileSync(join(from, path));
    writeFileSync(join(copy, DATE, path), path === 'entries/official.ndjson.gz' ? change(bytes) : bytes);
  }
  return copy;
}

describe('a damaged snapshot', () => {
  test.each([
    ['a flipped bit', (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 900 ? byte ^ 8 : byte)))],
    ['a file cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['an empty file', () => Buffer.alloc(0)],
  ])('by %s is named with file and line, and nothing is reported', async (_name, change) => {
    const copy = damagedCopy(change);
    const out = temporaryFolder();
    const { code, stderr } = await run(['scan', '--snapshot', DATE, '--snapshots', copy, '--out', out]);
    expect(code).toBe(4);
    expect(stderr).toMatch(/entries\/official\.ndjson\.gz.*line/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(out)).toEqual([]);
  });
});
