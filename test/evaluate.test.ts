import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { EvaluationReport } from '../src/evaluate/schema.ts';
import { CandidatesReport } from '../src/report/schema.ts';
import { verdictLine } from '../src/review/verdict.ts';
import { startRegistries } from './registries/server.ts';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run, temporaryFolder } from './program/run.ts';
import { town } from './program/town.ts';

const DATE = '2026-06-29';
const CLAIM = 'official:io.github.tidewater/stripe-mcp';
const LABELS = [
  {
    id: CLAIM,
    pipeline: 'lookalike',
    truth: 'positive',
    pattern: 'official-claim',
    expects: ['lookalike/official-claim'],
    note: '',
  },
  {
    id: 'official:io.github.tidewater/ferry-0',
    pipeline: 'lookalike',
    truth: 'twin',
    pattern: 'official-claim',
    expects: [],
  },
  {
    id: 'official:io.github.tidewater/pilot-1',
    pipeline: 'rug-pull',
    truth: 'positive',
    pattern: 'quiet',
    expects: ['rug-pull/new-host'],
  },
];

/** The town captured once, with labels beside it. */
let snapshots = '';
let snapshot = '';
beforeAll(async () => {
  const registries = await startRegistries(town());
  snapshots = mkdtempSync(join(tmpdir(), 'registry-audit-evaluate-'));
  snapshot = join(snapshots, DATE);
  const flags = ['--snapshots', snapshots, '--cache', join(snapshots, 'cache'), ...baseUrlFlags(registries)];
  const { code, stderr } = await run(['capture', '--date', DATE, '--no-progress', ...flags], {
    env: CAPTURE_ENVIRONMENT,
  });
  await registries.close();
  if (code !== 0) throw new Error(stderr);
  writeFileSync(join(snapshot, 'labels.json'), JSON.stringify(LABELS));
  return () => rmSync(snapshots, { recursive: true });
}, 600_000);

async function evaluated(...more: readonly string[]) {
  const { code, stdout, stderr } = await run(['evaluate', '--corpus', snapshot, '--no-progress', '--json', ...more]);
  if (code !== 0 && code !== 1) throw new Error(stderr);
  return { code, stderr, report: EvaluationReport.parse(JSON.parse(stdout)) };
}

describe('an evaluation', () => {
  let whole: Awaited<ReturnType<typeof evaluated>>;
  beforeAll(async () => {
    whole = await evaluated('--ablation');
  }, 600_000);

  test('finds the labelled entry, and says of the other what looked and what could not', () => {
    const { report } = whole;
    const [lookalikes, rugPulls] = report.recall;
    expect(lookalikes).toMatchObject({
      pipeline: 'lookalike',
      cases: 1,
      detected: { raised: { hits: 1, of: 1 }, first: { hits: 1 } },
    });
    expect(rugPulls).toMatchObject({ pipeline: 'rug-pull', detected: { raised: { hits: 0, of: 1 } } });
    expect(rugPulls?.missed[0]).toMatchObject({ tier: null, silent: [], unseen: ['rug-pull/new-host'] });
    expect(report.depths.map(({ depth, raised }) => [depth, raised.hits]).slice(0, 4)).toEqual([
      ['name', 0],
      ['metadata', 1],
      ['package', 1],
      ['source', 1],
    ]);
    expect(report.ablation?.map(({ signal }) => signal)).toContain('lookalike/official-claim');
    expect(report.alarms.map(({ corpus }) => corpus)).toContain('honest twins of the labels');
    expect(
      report.density.find(({ pipeline, tier }) => pipeline === 'lookalike' && tier === 'review-first')?.candidates,
    ).toBe(1);
  });

  test('fails where a signal fires more often than it may, and names it', () => {
    const { code, stderr, report } = whole;
    const over = report.budgets.filter(({ standing }) => standing === 'over');
    // Half of the town's packages came by an install script.
    expect(over.map(({ signal }) => signal)).toContain('rug-pull/install-script-added');
    expect(code).toBe(1);
    for (const { signal } of over) expect(stderr).toContain(`  ${signal}: fired with`);
  });

  test('leaves lists out where it is asked to, and never counts them as detection', async () => {
    const { report } = await evaluated('--intel', 'off');
    expect(report.lists).toEqual([]);
    expect(report.recall.map(({ withLists }) => withLists)).toEqual([null, null]);
  });

  test('as of a day before anything was published has nothing to find', async () => {
    const { report } = await evaluated('--as-of', '2020-01-01');
    expect(report.asOf).toBe('2020-01-01');
    expect(report.recall).toEqual([]);
  });

  test('takes a folder of ground truth, any of its files', async () => {
    const folder = temporaryFolder();
    const disclosed = {
      name: 'mcp-server-git',
      ecosystem: 'npm',
      kind: 'canary-or-poc',
      campaign: 'squats',
      firstMalicious: '2026-06',
      maliciousVersions: ['0.0.1'],
      expectedSignals: ['known-name-squat'],
    };
    writeFileSync(join(folder, 'malicious.json'), JSON.stringify({ entries: [disclosed] }));
    const answered = {
      id: 'npm:tides@1.0.1',
      before: '1.0.0',
      tier: 'review',
      score: 30,
      fired: ['rug-pull/new-sink'],
    };
    const releases = { date: '2026-06-30', tool: 'x@1', read: 4, pairs: [answered] };
    writeFileSync(join(folder, 'release-pairs.json'), JSON.stringify(releases));
    const { report } = await evaluated('--labels', folder);
    expect(report.alarms.find(({ corpus }) => corpus.includes('2026-06-30'))?.raised).toMatchObject({ hits: 1, of: 4 });
    const named = report.recall.filter(({ labels }) => labels.includes('by name'));
    expect(named.map(({ detected }) => detected.raised)).toEqual(
      named.map(() => expect.objectContaining({ hits: 1, of: 1 })),
    );
    expect(
      (await evaluated('--labels', folder, '--as-of', '2026-05-31')).report.recall.filter(({ labels }) =>
        labels.includes('by name'),
      ),
    ).toEqual([]);
  });

  test('takes what people decided, of the first candidates', async () => {
    const [out, reviews] = [temporaryFolder(), temporaryFolder()];
    await run(['scan', '--snapshot', DATE, '--snapshots', snapshots, '--no-progress', '--out', out]);
    const { candidates } = CandidatesReport.parse(JSON.parse(readFileSync(join(out, 'lookalike.json'), 'utf8')));
    const verdict = {
      schemaVersion: 1,
      fingerprint: candidates[0]?.fingerprint ?? '',
      entry: CLAIM,
      pipeline: 'lookalike',
      verdict: 'confirmed',
      reason: 'not the vendor',
      reviewer: 'the harbour master',
      date: DATE,
      expires: null,
    } as const;
    writeFileSync(join(reviews, 'harbour.ndjson'), `${verdictLine(verdict)}\n`);
    const { report } = await evaluated('--reviews', reviews);
    expect(report.byVerdicts.find(({ pipeline }) => pipeline === 'lookalike')).toMatchObject({
      judged: 1,
      confirmed: 1,
    });
    expect(report.notMeasured.join()).not.toContain('verdicts');
  });

  test('reads as Markdown, with what was not measured and why', async () => {
    const { stdout } = await run(['evaluate', '--corpus', snapshot, '--no-progress', '--long']);
    expect(stdout).toMatch(/^### Recall$/m);
    expect(stdout).toMatch(/^\| official-claim +\| +1 \| +1 \| +1 \|/m);
    expect(stdout).toContain('- precision by verdicts: there is no folder of reviews');
    expect(stdout).not.toMatch(/\b(safe|clean|verified|trusted)\b/i);
  });
});

describe('what cannot be evaluated is said in a line', () => {
  const folder = (): string => {
    const made = temporaryFolder();
    mkdirSync(join(made, 'empty'));
    writeFileSync(join(made, 'list.json'), '{"entries": 7}');
    writeFileSync(join(made, 'text.json'), 'tides');
    return made;
  };
  test.each([
    ['a folder without a snapshot', ['--corpus', 'empty'], 'has no manifest.json'],
    ['a folder that is not there', ['--corpus', 'nowhere'], 'is not there'],
    ['labels that are not there', ['--labels', 'nowhere'], 'is not there'],
    ['a folder without labels', ['--labels', 'empty'], 'has neither labels.json nor'],
    ['labels of another shape', ['--labels', 'list.json'], 'does not have the shape of labels'],
    ['labels that are no JSON', ['--labels', 'text.json'], 'is not JSON'],
    ['a day that is none', ['--as-of', '2026-06-31'], 'is not a date'],
    ['two lengths at once', ['--short', '--long'], 'short'],
  ])('%s', async (_case, args, message) => {
    const { code, stderr } = await run(['evaluate', '--no-progress', ...args], { cwd: folder() });
    expect({ code, said: stderr }).toEqual({ code: 2, said: expect.stringContaining(message) });
    expect(stderr).not.toContain('    at ');
  });
});
