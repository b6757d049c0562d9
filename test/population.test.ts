import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildFeed } from '../scripts/population/population.ts';
import type { Label } from '../scripts/population/labels.ts';
import type { Candidate } from '../src/model/candidate.ts';
import { startRegistries } from './registries/server.ts';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run } from './program/run.ts';

const AS_OF = '2026-06-29';
const WEEK_BEFORE = '2026-06-22';
const SCALE = 0.02;

/**
 * The whole program over a small population with every planted pattern and its honest twin, and over the same world a week before:
 * captured, scored against that baseline, compared with the labels that the scan never opened.
 */
let home = '';
let labels: readonly Label[] = [];
const candidates = new Map<string, Candidate>();

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'registry-audit-population-'));
  for (const date of [WEEK_BEFORE, AS_OF]) {
    const feed = buildFeed({ seed: 'a test', scale: SCALE, asOf: AS_OF, seenOn: date });
    const registries = await startRegistries(feed);
    writeFileSync(join(home, 'archived.txt'), feed.archived.join('\n'));
    // Archives are read once; the week before is there for what registries overwrite.
    const depth =
      date === AS_OF ? ['--packages', join(home, 'archived.txt'), '--source-budget', '0'] : ['--depth', 'package'];
    const flags = ['--snapshots', home, '--cache', join(home, `cache-${date}`), ...depth, ...baseUrlFlags(registries)];
    const { code, stderr } = await run(['capture', '--date', date, '--no-progress', ...flags], {
      env: CAPTURE_ENVIRONMENT,
    });
    await registries.close();
    if (code !== 0) throw new Error(stderr);
    labels = feed.labels;
  }
  const out = join(home, 'out');
  const args = ['scan', '--snapshot', AS_OF, '--baseline', WEEK_BEFORE, '--snapshots', home, '--out', out];
  const { code, stderr } = await run(args);
  if (code !== 0) throw new Error(stderr);
  for (const pipeline of ['lookalike', 'rug-pull']) {
    const report: { candidates: Candidate[] } = JSON.parse(readFileSync(join(out, `${pipeline}.json`), 'utf8'));
    for (const each of report.candidates) candidates.set(`${pipeline} ${each.entry.id}`, each);
  }
  return () => rmSync(home, { recursive: true });
}, 600_000);

function patterns(truth: Label['truth']): ReadonlySet<string> {
  return new Set(labels.filter((each) => each.truth === truth).map(({ pattern }) => pattern));
}

function firedOn({ id, pipeline }: Label): string[] {
  return candidates.get(`${pipeline} ${id}`)?.fired.map(({ signal }) => signal) ?? [];
}

describe('the planted cases', () => {
  test('are of every pattern, each with its twin', () => {
    expect(patterns('positive').size).toBeGreaterThanOrEqual(26);
    expect(patterns('twin')).toEqual(patterns('positive'));
  });

  test('fire the signals that their pattern shows', () => {
    const missed = labels
      .filter(({ truth, expects }) => truth === 'positive' && expects.length > 0)
      .map((label) => ({ id: label.id, missed: label.expects.filter((signal) => !firedOn(label).includes(signal)) }))
      .filter(({ missed: signals }) => signals.length > 0);
    expect(missed).toEqual([]);
  });

  test('leave their honest twins below review', () => {
    const risen = labels
      .filter(({ truth }) => truth === 'twin')
      .map(({ id, pipeline }) => candidates.get(`${pipeline} ${id}`))
      .filter((each) => each !== undefined && ['review-first', 'review'].includes(each.tier));
    expect(risen).toEqual([]);
  });

  test('fire nothing on a twin that its label does not allow', () => {
    const strayed = labels
      .filter(({ truth }) => truth === 'twin')
      .map((label) => ({
        id: label.id,
        fired: firedOn(label).filter((signal) => !label.expects.some((allowed) => allowed === signal)),
      }))
      .filter(({ fired }) => fired.length > 0);
    expect(strayed).toEqual([]);
  });
});
