import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSnapshotWriter } from '../src/snapshot/write.ts';
import { resourceOf, wholeEnd } from '../src/testing/snapshots.ts';
import { rowOf } from '../src/testing/drift.ts';
import { run, temporaryFolder } from './program/run.ts';

/** Snapshots of a town in which one entry's remote moves. */
async function snapshots(): Promise<string> {
  const home = temporaryFolder();
  await written(home, '2026-06-22', 'https://mcp.tidewater.example');
  await written(home, '2026-06-29', 'https://mcp.driftwood.example');
  mkdirSync(join(home, '2026-06-30'));
  return home;
}

async function written(home: string, date: string, url: string): Promise<void> {
  const head = { date, origin: 'captured', tool: 'registry-audit@0.0.0', startedAt: `${date}T00:00:00Z` } as const;
  const writer = createSnapshotWriter({ ...head, folder: join(home, date) });
  const name = 'io.github.tidewater/harbor';
  const { record } = rowOf({ name, remotes: [{ type: 'streamable-http', url }] });
  const stored = { record, resource: resourceOf(1), pointer: '/servers/0' };
  writer.addRow('official', { kind: 'row', name, version: '1.0.0', order: '1', stored });
  await writer.finish(wholeEnd());
}

test('diff says what changed between two snapshots and writes it where it is asked to', async () => {
  const [home, out] = [await snapshots(), temporaryFolder()];
  const { code, stdout, stderr } = await run(['diff', '2026-06-22', '2026-06-29', '--snapshots', home, '--out', out]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('from 2026-06-22 (captured) to 2026-06-29 (captured)');
  expect(stdout).toContain('remote moved to another host, without a new version: 1 of 1 entry, 1 publisher');
  expect(stdout).toContain('https://mcp.tidewater.example → https://mcp.driftwood.example');
  expect(readFileSync(join(out, 'drift.csv'), 'utf8')).toContain('remotes/other-host');
  expect(JSON.parse(readFileSync(join(out, 'drift.json'), 'utf8'))).toMatchObject({ report: 'drift' });
});

test.each([
  ['one date', ['2026-06-29'], 'Something is missing after "diff"'],
  ['the same date twice', ['2026-06-29', '2026-06-29'], 'name two snapshots'],
  ['the later one first', ['2026-06-29', '2026-06-22'], 'name the earlier snapshot first'],
  ['no date', ['yesterday', '2026-06-29'], 'the first date "yesterday" is not a date'],
  ['a date of which there is no snapshot', ['2026-06-01', '2026-06-29'], 'There is no snapshot "2026-06-01"'],
  ['an unfinished snapshot', ['2026-06-29', '2026-06-30'], 'did not finish'],
])('diff with %s says what is wrong', async (_case, dates, message) => {
  const { code, stderr } = await run(['diff', ...dates, '--snapshots', await snapshots()]);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test('trend writes a page with charts beside what it prints, and its text is data in it', async () => {
  const page = join(temporaryFolder(), 'weekly', 'trend.html');
  const { code, stdout } = await run(['trend', '--snapshots', await snapshots(), '--no-signals', '--html', page]);
  expect(code).toBe(0);
  expect(stdout).toContain(`Reports\n  ${page}`);
  const block = readFileSync(page, 'utf8').split('id="trend">')[1]?.split('</script>')[0] ?? '';
  expect(JSON.parse(block)).toMatchObject({
    dates: ['2026-06-22', '2026-06-29'],
    registries: [{ registry: 'official', series: [{ measure: 'entries', values: [1, 1] }, {}, {}, {}, {}, {}, {}] }],
    signals: { notice: 'signals: not scored' },
  });
});

test('trend says at once that its page cannot be written', async () => {
  const taken = join(await snapshots(), '2026-06-29', 'manifest.json', 'trend.html');
  const { code, stdout, stderr } = await run(['trend', '--snapshots', await snapshots(), '--html', taken]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('manifest.json');
});

test('trend shows the snapshots of a folder with the signals’ rates, and passes over an unfinished one', async () => {
  const { code, stdout, stderr } = await run(['trend', '--snapshots', await snapshots(), '--no-progress']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('trend over 2 snapshots');
  expect(stdout).toMatch(/2026-06-29 +1 +1 +0 +0 +0\.00 % +1 +0 +unknown/);
  expect(stdout).toContain('signals');
});
