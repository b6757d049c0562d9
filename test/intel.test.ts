import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Candidate } from '../src/model/candidate.ts';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run, temporaryFolder } from './program/run.ts';
import { town } from './program/town.ts';
import { startRegistries } from './registries/server.ts';

const DATE = '2026-06-29';

let home = '';
beforeAll(async () => {
  const registries = await startRegistries(town());
  home = mkdtempSync(join(tmpdir(), 'registry-audit-recalls-'));
  const flags = ['--snapshots', home, '--cache', join(home, 'cache'), ...baseUrlFlags(registries)];
  const { code, stderr } = await run(['capture', '--date', DATE, '--no-progress', ...flags], {
    env: CAPTURE_ENVIRONMENT,
  });
  await registries.close();
  if (code !== 0) throw new Error(stderr);
  return () => rmSync(home, { recursive: true });
});

/** An organisation's recall of every version of a package of the town. */
function feed(fields: object = {}): string {
  const file = join(temporaryFolder(), 'recalls.json');
  const affected = [
    {
      package: { ecosystem: 'npm', name: 'town-quay-0' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }] }],
    },
  ];
  writeFileSync(file, JSON.stringify({ id: 'quayside-7', modified: '2026-06-20T00:00:00Z', affected, ...fields }));
  return file;
}

async function scanned(file: string) {
  const out = temporaryFolder();
  const { stdout } = await run(
    ['scan', '--snapshot', DATE, '--snapshots', home, '--out', out, '--feed', file, '--format', 'json', 'md'],
    {},
  );
  const recalled = (pipeline: string): Candidate[] =>
    JSON.parse(readFileSync(join(out, `${pipeline}.json`), 'utf8')).candidates.filter(({ fired }: Candidate) =>
      fired.some(({ signal }) => signal === 'intel/known-malicious'),
    );
  return { stdout, lookalike: recalled('lookalike'), rugPull: recalled('rug-pull') };
}

describe('a recall of one’s own', () => {
  test('puts who names the package first in both lists, and the report says which lists there were', async () => {
    const { stdout, lookalike, rugPull } = await scanned(feed());
    for (const [first] of [lookalike, rugPull]) {
      expect(first).toMatchObject({ tier: 'review-first', score: 100 });
      expect(first?.fired.find(({ signal }) => signal === 'intel/known-malicious')?.evidence[0].statement).toContain(
        'quayside-7',
      );
    }
    expect(stdout).toMatch(/recalls: .{1,80} of 2026-06-20, 1 records; /);
  });

  test('that was taken back is no match', async () => {
    const { lookalike, rugPull } = await scanned(feed({ withdrawn: '2026-06-25T00:00:00Z' }));
    expect([...lookalike, ...rugPull]).toEqual([]);
  });
});

test('a file of recalls that is not there ends before any work', async () => {
  const { code, stderr } = await run(['scan', '--snapshot', DATE, '--snapshots', home, '--intel', '/nowhere/x'], {});
  expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('/nowhere/x') });
});
