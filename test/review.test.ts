import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Candidate } from '../src/model/candidate.ts';
import { CandidatesReport } from '../src/report/schema.ts';
import { SuppressedReport } from '../src/report/suppressed-schema.ts';
import { startRegistries } from './registries/server.ts';
import { sarifOffences } from './sarif/schema.ts';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run, temporaryFolder } from './program/run.ts';
import { town } from './program/town.ts';

const CLAIM = 'official:io.github.tidewater/stripe-mcp';
const [DATE, NEXT, LATER] = ['2026-06-29', '2026-07-02', '2026-07-06'];
const FORMATS = ['--format', 'md', '--format', 'json', '--format', 'csv', '--format', 'sarif'];
const NASTY = 'tide\u202Ewater\u001B[2J</script> =cmd() [a](https://lantern.invalid)';

/** The same town a week apart, in which one entry now says something else of itself; captured and scanned once for this file. */
let home = '';
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'registry-audit-review-'));
  await captured(DATE, town());
  const changed: ReturnType<typeof town>['official'] = JSON.parse(
    JSON.stringify(town().official).replace('The official Stripe MCP server', 'The official Stripe MCP server for all'),
  );
  await captured(LATER, { ...town(), official: changed });
  await scanned(DATE, join(home, `reports-${DATE}`), []);
  return () => rmSync(home, { recursive: true });
});

async function captured(date: string, feed: ReturnType<typeof town>) {
  const registries = await startRegistries(feed);
  const flags = [
    '--snapshots',
    join(home, 'snapshots'),
    '--cache',
    join(home, `cache-${date}`),
    ...baseUrlFlags(registries),
  ];
  const { code, stderr } = await run(['capture', '--date', date, '--no-progress', '--depth', 'metadata', ...flags], {
    env: CAPTURE_ENVIRONMENT,
  });
  await registries.close();
  if (code !== 0) throw new Error(stderr);
}

async function scanned(date: string, out: string, more: readonly string[]) {
  const { code, stdout, stderr } = await run(
    ['scan', '--snapshot', date, '--snapshots', join(home, 'snapshots'), '--out', out, ...FORMATS, ...more],
    { cwd: home },
  );
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

const review = (folder: string, ...args: readonly string[]) =>
  run(['review', '--reviews', join(folder, 'reviews'), '--report', join(home, `reports-${DATE}`), ...args], {
    cwd: folder,
    env: { SOURCE_DATE_EPOCH: CAPTURE_ENVIRONMENT.SOURCE_DATE_EPOCH, USER: 'Pilot' },
  });

const DISMISS = ['--dismiss', CLAIM, '--pipeline', 'lookalike', '--reason', 'our own shop'];

function listOf(out: string): readonly Candidate[] {
  const json: unknown = JSON.parse(readFileSync(join(out, 'lookalike.json'), 'utf8'));
  expect(CandidatesReport.safeParse(json).error).toBe(undefined);
  return JSON.parse(readFileSync(join(out, 'lookalike.json'), 'utf8')).candidates;
}

const ids = (out: string) => listOf(out).map(({ entry }) => entry.id);

describe('a dismissed candidate', () => {
  test('is hidden from every list of the next scan, says why, and is back when its evidence changes', async () => {
    const folder = temporaryFolder();
    const told = await review(folder, ...DISMISS);
    expect(told).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(join(folder, 'reviews')).toSorted()).toEqual(['.gitattributes', 'pilot.ndjson']);

    const out = join(folder, 'out');
    const stdout = await scanned(DATE, out, ['--reviews', join(folder, 'reviews')]);
    expect(ids(join(home, `reports-${DATE}`))).toContain(CLAIM);
    expect(ids(out)).not.toContain(CLAIM);
    expect(stdout).toContain('1 hidden as dismissed');
    expect(readFileSync(join(out, 'summary.md'), 'utf8')).toContain('1 hidden as dismissed');
    expect(readFileSync(join(out, 'lookalike.csv'), 'utf8')).not.toContain('tidewater/stripe-mcp');
    const suppressed = SuppressedReport.parse(JSON.parse(readFileSync(join(out, 'suppressed.json'), 'utf8')));
    expect(suppressed.candidates).toMatchObject([
      { entry: { id: CLAIM }, verdict: { reason: 'our own shop', reviewer: 'Pilot', date: '2026-06-29' } },
    ]);
    const log: unknown = JSON.parse(readFileSync(join(out, 'registry-audit.sarif'), 'utf8'));
    expect(sarifOffences(log)).toEqual([]);
    expect(JSON.stringify(log)).toContain('"justification":"our own shop (Pilot, 2026-06-29)"');

    const again = join(folder, 'again');
    await scanned(DATE, again, ['--reviews', join(folder, 'reviews')]);
    for (const name of readdirSync(out)) expect(readFileSync(join(again, name))).toEqual(readFileSync(join(out, name)));

    const later = join(folder, 'later');
    await scanned(LATER, later, ['--reviews', join(folder, 'reviews')]);
    expect(listOf(later).find(({ entry }) => entry.id === CLAIM)?.lapsed?.because).toBe('evidence changed');
  });

  test('stays hidden where only the capture is a later one', async () => {
    const folder = temporaryFolder();
    await review(folder, ...DISMISS);
    const out = join(folder, 'out');
    await captured(NEXT, town());
    await scanned(NEXT, out, ['--reviews', join(folder, 'reviews')]);
    const { candidates } = SuppressedReport.parse(JSON.parse(readFileSync(join(out, 'suppressed.json'), 'utf8')));
    expect(candidates.map(({ entry }) => entry.id)).toEqual([CLAIM]);
    expect(ids(out)).not.toContain(CLAIM);
  });

  test('can be dismissed by importing what the page exported, once or twice', async () => {
    const folder = temporaryFolder();
    await review(folder, ...DISMISS);
    const exported = join(folder, 'verdicts.ndjson');
    writeFileSync(exported, readFileSync(join(folder, 'reviews', 'pilot.ndjson')));
    rmSync(join(folder, 'reviews'), { recursive: true });
    expect((await review(folder, '--import', exported)).stdout).toContain('1 added, 0 replaced, 0 known already');
    expect((await review(folder, '--import', exported)).stdout).toContain('0 added, 0 replaced, 1 known already');
    expect((await review(folder, '--list')).stdout).toMatch(
      /^dismissed +hides +lookalike +official:io\.github\.tidewater/m,
    );
  });
});

test('a confirmed one stays, marked, and counts for precision', async () => {
  const folder = temporaryFolder();
  await review(folder, '--confirm', CLAIM, '--pipeline', 'lookalike', '--reason', NASTY, '--reviewer', NASTY);
  const out = join(folder, 'out');
  const stdout = await scanned(DATE, out, ['--reviews', join(folder, 'reviews')]);
  expect(listOf(out)[0]?.verdict?.verdict).toBe('confirmed');
  expect(stdout).toMatch(/^ +20 +\d+ +1 +1 +100\.0 % +2\.5 % to 100\.0 %$/m);
  const { stdout: listed } = await review(folder, '--list', '--json');
  expect(JSON.parse(listed)).toMatchObject({
    verdicts: [{ state: 'marks' }],
    precision: [
      { pipeline: 'lookalike', precision: [{ top: 20, judged: 1, confirmed: 1, share: 1 }, { top: 100 }] },
      {},
    ],
  });
  const plain = (await review(folder, '--list')).stdout;
  for (const text of [
    stdout,
    plain,
    listed,
    ...readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8')),
  ]) {
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  }
  expect(readFileSync(join(out, 'summary.md'), 'utf8')).not.toMatch(/(?<!`)\[a\]\(https/);
});

describe('what cannot be done is said', () => {
  test.each<[string, readonly string[], string]>([
    ['without a reason', ['--dismiss', CLAIM], 'A verdict needs its reason'],
    ['of an entry that is no candidate', ['--dismiss', 'official:tide', '--reason', 'x'], 'is no candidate in'],
    ['of part of a name', ['--dismiss', 'stripe-mcp', '--reason', 'x'], `There is "${CLAIM}"`],
    ['with a day that is none', [...DISMISS, '--expires', '2026-02-30'], '--expires "2026-02-30" is not a date'],
    ['that ends before it begins', [...DISMISS, '--expires', '2026-06-29'], 'expires is not after the day'],
    [
      'with a blank reason',
      ['--confirm', CLAIM, '--pipeline', 'lookalike', '--reason', ' '],
      'A verdict needs its reason',
    ],
    ['both ways', [...DISMISS, '--confirm', CLAIM], 'do not go together'],
    ['from a file that is not there', ['--import', 'nowhere.ndjson'], 'there is no such file'],
    ['without a terminal', [], 'Without a terminal, say what to do'],
  ])('%s', async (_, args, said) => {
    const folder = temporaryFolder();
    const { code, stderr } = await review(folder, ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(existsSync(join(folder, 'reviews'))).toBe(false);
  });

  test('about reports that are not there', async () => {
    const { code, stderr } = await run(['review', ...DISMISS, '--report', 'nowhere'], { cwd: temporaryFolder() });
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('has no lookalike.json') });
    const none = await run(['review', ...DISMISS], { cwd: temporaryFolder() });
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('There are no reports to decide about') });
  });

  test('of a damaged line, by scan and review alike, and nothing is written', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'reviews'));
    writeFileSync(join(folder, 'reviews', 'pilot.ndjson'), '<<<<<<< HEAD\n');
    const { code, stderr } = await review(folder, ...DISMISS);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('pilot.ndjson, line 1: is a conflict'),
    });
    expect(readFileSync(join(folder, 'reviews', 'pilot.ndjson'), 'utf8')).toBe('<<<<<<< HEAD\n');
    await expect(scanned(DATE, join(folder, 'out'), ['--reviews', join(folder, 'reviews')])).rejects.toThrow('line 1');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  test('of a folder of verdicts that is not there', async () => {
    await expect(scanned(DATE, join(temporaryFolder(), 'out'), ['--reviews', 'nowhere'])).rejects.toThrow(
      'is no folder',
    );
  });
});

test('--format writes only what was asked for, and always what says what is missing', async () => {
  const out = join(temporaryFolder(), 'out');
  const args = ['scan', '--snapshot', DATE, '--snapshots', join(home, 'snapshots'), '--out', out];
  expect((await run([...args, '--format', 'sarif'], { cwd: home })).code).toBe(0);
  expect(readdirSync(out).toSorted()).toEqual(['coverage.json', 'registry-audit.sarif', 'suppressed.json']);
});
