import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { DriftReport } from '../src/report/drift-schema.ts';
import { TrendReport } from '../src/report/trend-schema.ts';
import { feedFromDumps } from './registries/dumps.ts';
import { startRegistries } from './registries/server.ts';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run, temporaryFolder } from './program/run.ts';

const DUMPS = join(import.meta.dirname, '..', '..', 'shared', 'data');
const present = existsSync(DUMPS);
if (!present) console.warn(`skipped: no recorded listings in ${DUMPS}`);

const DATES = [
  '2025-09-15',
  '2025-09-21',
  '2025-09-30',
  '2025-10-07',
  '2025-10-14',
  '2025-10-21',
  '2025-12-11',
  '2025-12-12',
  '2026-01-14',
  '2026-03-14',
  '2026-05-03',
  '2026-05-23',
];

describe.skipIf(!present)('drift of recorded listings', () => {
  /** Snapshots of the official registry alone, captured once for this file. */
  let snapshots = '';
  beforeAll(async () => {
    snapshots = mkdtempSync(join(tmpdir(), 'registry-audit-drift-'));
    for (const date of DATES) await captured(snapshots, date);
    return () => rmSync(snapshots, { recursive: true });
  }, 600_000);

  /** Each pair is compared once for this file. */
  const compared = new Map<string, ReturnType<typeof diffOnce>>();
  function diff(before: string, after: string) {
    const known = compared.get(`${before} ${after}`) ?? diffOnce(before, after);
    compared.set(`${before} ${after}`, known);
    return known;
  }

  async function diffOnce(before: string, after: string) {
    const { code, stdout, stderr } = await run([
      'diff',
      before,
      after,
      '--snapshots',
      snapshots,
      '--no-progress',
      '--json',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return DriftReport.parse(JSON.parse(stdout));
  }

  test('a day changes sixteen of 1,055 servers and brings seven', async () => {
    const report = await diff('2025-12-11', '2025-12-12');
    expect(report.registries).toMatchObject([
      { paired: 1055, changed: 16, unchanged: 1039, new: 7, gone: 0, renamed: 0 },
    ]);
    expect(linesOf(report)).toEqual([
      'inputs/secret-added 1',
      'inputs/added 1',
      'inputs/text 1',
      'inputs/dropped 2',
      'entry/new 7',
      'packages/version 11',
      'version/released 16',
    ]);
  });

  test('a migration of 114 rows is one line', async () => {
    const report = await diff('2025-10-14', '2025-10-21');
    const [migration, ...others] = report.lines.filter((line) => line.migration);
    expect(others).toEqual([]);
    expect(migration).toMatchObject({ kind: 'packages/version-field-dropped', rows: 114, entries: 51, publishers: 44 });
    expect(migration?.changes).toHaveLength(114);
    expect(report.lines.filter(({ scope, migration: wide }) => scope === 'in place' && !wide)).toEqual([]);
    expect(report.registries).toMatchObject([{ paired: 632, new: 43, gone: 0 }]);
  });

  test('a listing cut short after one page is incomplete coverage and no delisting', async () => {
    const cut = await diff('2025-09-21', '2025-09-30');
    expect(cut.registries).toMatchObject([
      { after: { enumeration: { ended: 'exhausted' }, complete: false }, gone: null, notSeen: { after: 300 } },
    ]);
    expect(linesOf(cut).some((line) => /^(entry\/gone|version\/withdrawn) /.test(line))).toBe(false);

    const next = await diff('2025-09-30', '2025-10-07');
    expect(next.registries).toMatchObject([
      { before: { complete: false }, paired: 64, new: null, gone: null, notSeen: { before: 503 } },
    ]);
    expect(linesOf(next).some((line) => line.startsWith('entry/'))).toBe(false);
  });

  test.each([
    ['2025-09-21', 0],
    ['2025-10-07', 1],
    ['2025-12-12', 1],
  ])('three shapes from 2025-09-15 to %s make no change of their own', async (date, gone) => {
    const report = await diff('2025-09-15', date);
    const [row] = report.registries;
    expect(row?.gone).toBe(gone);
    // What is rewritten in place is the registry's migration of October, and nothing else.
    const inPlace = report.lines.filter(({ scope, kind }) => scope === 'in place' && kind !== 'version/withdrawn');
    expect(inPlace.every(({ kind, migration }) => migration && kind === 'packages/version-field-dropped')).toBe(true);
    expect(row?.changed).toBeLessThanOrEqual(47);
  });

  test.each([
    ['2026-01-14', '2026-03-14'],
    ['2026-03-14', '2026-05-03'],
    ['2026-05-03', '2026-05-23'],
  ])('of the index from %s to %s the counts are those of the files', async (before, after) => {
    const report = await diff(before, after);
    const counted = countedIn(before, after);
    const [row] = report.registries;
    expect(row).toMatchObject({
      paired: counted.paired + (row?.renamed ?? 0),
      new: counted.came - (row?.renamed ?? 0),
      gone: counted.gone - (row?.renamed ?? 0),
    });
    const found = (...kinds: string[]) =>
      report.lines
        .filter(({ kind }) => kinds.includes(kind))
        .flatMap(({ changes }) => changes)
        .filter(({ was }) => was === null).length;
    expect({
      version: found('version/released', 'version/rolled-back'),
      description: found('description/changed'),
      status: found('status/changed'),
      owner: found('repository/other-owner', 'repository/other-host'),
      added: found('repository/added'),
      removed: found('repository/removed'),
    }).toEqual(counted.changes);
  });

  test('entries that moved to a domain of their publisher’s are renamed and neither new nor gone', async () => {
    const renamed = (await diff('2026-05-03', '2026-05-23')).lines.find(({ kind }) => kind === 'entry/renamed');
    expect(renamed?.changes.map(({ before, after }) => [before, after])).toEqual([
      ['com.projectpaced.www/timeline', 'com.projectpaced/timeline'],
      ['io.github.vboykoCTO/agentic-shelf', 'ai.agenticshelf/mcp'],
    ]);
  });

  test('a scan with a baseline writes the same drift beside its reports', async () => {
    const out = temporaryFolder();
    const { code, stdout } = await run(
      ['scan', '--snapshot', '2025-10-21', '--baseline', '2025-10-14', '--snapshots', snapshots, '--out', out].concat([
        '--format',
        'md',
        '--format',
        'json',
        '--format',
        'csv',
        '--no-progress',
      ]),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('registry-wide: version of a package no longer in its own field');
    expect(readFileSync(join(out, 'summary.md'), 'utf8')).toContain('## Drift');
    const written = DriftReport.parse(JSON.parse(readFileSync(join(out, 'drift.json'), 'utf8')));
    expect(written.lines).toEqual((await diff('2025-10-14', '2025-10-21')).lines);
    expect(readFileSync(join(out, 'drift.csv'), 'utf8').split('\n').length).toBeGreaterThan(114);
  });

  test('a trend over all of them says what each listing shows, and nothing new after the one that was cut short', async () => {
    const { code, stdout } = await run(['trend', '--snapshots', snapshots, '--no-signals', '--no-progress', '--json']);
    expect(code).toBe(0);
    const { dates, series } = TrendReport.parse(JSON.parse(stdout));
    const valuesOf = (measure: string) => series.find((each) => each.measure === measure)?.values;
    expect(dates).toEqual(DATES);
    expect(valuesOf('entries')).toEqual([212, 352, 64, 567, 632, 675, 1055, 1062, 1323, 3642, 7421, 9554]);
    expect(valuesOf('new')).toEqual([null, 140, 12, null, 65, 43, 380, 7, 261, 2319, 3876, 2136]);
    expect(valuesOf('gone')).toEqual([null, 0, null, null, 0, 0, 0, 0, 0, 0, 97, 3]);
    expect(valuesOf('declared authentication')?.[4]).toBeCloseTo(0.538, 3);
  });
});

async function captured(snapshots: string, date: string): Promise<void> {
  const feed = feedFromDumps(DUMPS, { date });
  if (feed === undefined) throw new Error(`no dumps in ${DUMPS}`);
  const registries = await startRegistries(feed);
  const flags = ['--snapshots', snapshots, '--cache', join(snapshots, `cache-${date}`), ...baseUrlFlags(registries)];
  const { code, stderr } = await run(
    ['capture', '--registry', 'official', '--depth', 'metadata', '--date', date, '--no-progress', ...flags],
    { env: CAPTURE_ENVIRONMENT },
  );
  await registries.close();
  if (code !== 0) throw new Error(stderr);
}

/** In the order in which a report shows them. */
function linesOf({ lines }: z.infer<typeof DriftReport>): string[] {
  return lines.map(({ kind, entries }) => `${kind} ${entries}`);
}

/** The same by hand from the files, paired by name: what drift is held against. */
function countedIn(before: string, after: string) {
  const [was, is] = [indexOf(before), indexOf(after)];
  const pairs = [...was].flatMap(([name, row]) => {
    const other = is.get(name);
    return other === undefined ? [] : [[row, other] as const];
  });
  const count = (differs: (a: IndexRow, b: IndexRow) => boolean) => pairs.filter(([a, b]) => differs(a, b)).length;
  const url = ({ repository }: IndexRow) => repository?.url ?? '';
  const owner = (row: IndexRow) => url(row).toLowerCase().split('/').slice(0, 4).join('/');
  return {
    paired: pairs.length,
    gone: was.size - pairs.length,
    came: is.size - pairs.length,
    changes: {
      version: count((a, b) => a.version !== b.version),
      description: count((a, b) => a.description !== b.description),
      status: count((a, b) => a.status !== b.status),
      owner: count((a, b) => url(a) !== '' && url(b) !== '' && owner(a) !== owner(b)),
      added: count((a, b) => url(a) === '' && url(b) !== ''),
      removed: count((a, b) => url(a) !== '' && url(b) === ''),
    },
  };
}

interface IndexRow {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly status: string;
  readonly repository: { readonly url?: string } | null;
}

function indexOf(date: string): ReadonlyMap<string, IndexRow> {
  const text = gunzipSync(readFileSync(join(DUMPS, 'official-index', `${date}.ndjson.gz`))).toString();
  const rows: IndexRow[] = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return new Map(rows.map((row) => [row.name, row]));
}
