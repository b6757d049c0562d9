import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { SearchReport } from '../src/search/report.ts';
import { officialRow } from './registries/harbour.ts';
import { startRegistries } from './registries/server.ts';
import { baseUrlFlags, CAPTURE_ENVIRONMENT, run, temporaryFolder } from './program/run.ts';
import { town } from './program/town.ts';

const DATE = '2026-06-29';

/** A snapshot of the town, captured once for this file. */
let snapshots = '';
/** A cache with its lookup. */
let cache = '';
beforeAll(async () => {
  const registries = await startRegistries(town());
  snapshots = mkdtempSync(join(tmpdir(), 'registry-audit-town-'));
  cache = join(snapshots, 'cache');
  const flags = ['--snapshots', snapshots, '--cache', join(snapshots, 'responses'), ...baseUrlFlags(registries)];
  const { code, stderr } = await run(['capture', '--date', DATE, '--no-progress', ...flags], {
    env: CAPTURE_ENVIRONMENT,
  });
  await registries.close();
  if (code !== 0) throw new Error(stderr);
  await search(['ferry']);
  return () => rmSync(snapshots, { recursive: true });
});

async function search(args: readonly string[], more: { readonly cache?: string; readonly cwd?: string } = {}) {
  const flags = ['--snapshots', snapshots, '--snapshot', DATE, '--cache', more.cache ?? cache];
  return run(['search', ...args, ...flags], more.cwd === undefined ? {} : { cwd: more.cwd });
}

async function found(args: readonly string[], more: { readonly cwd?: string } = {}): Promise<SearchReport> {
  const { code, stdout, stderr } = await search([...args, '--json'], more);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return SearchReport.parse(JSON.parse(stdout));
}

function lookups(folder: string): readonly string[] {
  return readdirSync(join(folder, 'lookup')).toSorted();
}

/** Where the pieces of single entries end, by the table of contents before the last 24 bytes. */
function firstSection(whole: Buffer): number {
  const bytes = whole.readUInt32LE(whole.length - 24);
  const { sections }: { sections: { at: number }[] } = JSON.parse(
    whole.toString('utf8', whole.length - 24 - bytes, whole.length - 24),
  );
  return Math.min(...sections.map(({ at }) => at));
}

describe('a search', () => {
  test('shows whose a server is and what fired, without asking anybody', async () => {
    const { code, stdout, stderr } = await search(['stripe']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/io\.github\.tidewater\/stripe-mcp\s+unofficial Stripe\s+none\s.*review-first lookalike/);
    expect(stdout).toContain('Glama API Data License');
  });

  test('prints the published shape, with facts of all that list a server', async () => {
    const { hits, snapshot } = await found(['lantern', '--registry', 'official', '--limit', '3']);
    expect(snapshot?.date).toBe(DATE);
    expect(hits).toHaveLength(3);
    expect(hits[0]).toMatchObject({ rank: 1, brand: null, repository: 'none' });
  });

  test('finds what was misspelt, and says how it was read', async () => {
    const { hits, readAs } = await found(['chandlr']);
    expect(readAs).toEqual([{ word: 'chandlr', as: 'chandler' }]);
    expect(hits[0]?.name).toMatch(/chandler/);
  });

  test('finds nothing without failing', async () => {
    const { hits, counts } = await found(['zeppelinwerft']);
    expect([hits, counts.entries]).toEqual([[], 0]);
  });

  test.each([
    ['no word', ['!!'], /at least one letter or digit/],
    ['an age that is none', ['ferry', '--min-age', 'old'], /--min-age "old" is no age/],
    ['too many hits', ['ferry', '--limit', '0'], /--limit is a whole number from 1 to 200/],
    ['a date that is none', ['ferry', '--snapshot', '2026-13-01'], /--snapshot "2026-13-01" is not a date/],
    ['a configuration that is not there', ['ferry', '--config', '/nonexistent/x.json'], /There is no file/],
  ])('refuses %s', async (_what, args, said) => {
    const { code, stderr } = await run(['search', ...args, '--snapshots', snapshots, '--cache', cache]);
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
  });

  test('goes by the lists of the folder it is asked in', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'deep'));
    const rules = 'block:\n  - name: "*tidewater/stripe*"\n    reason: not the vendor\n';
    writeFileSync(join(cwd, 'registry-audit.config.yaml'), rules);
    const { hits, config } = await found(['stripe'], { cwd: join(cwd, 'deep') });
    expect(config).toBe(join(cwd, 'registry-audit.config.yaml'));
    expect(hits.at(-1)?.listed).toEqual({ list: 'block', reason: 'not the vendor' });
  });

  test('names line and key of a configuration that it cannot follow', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'registry-audit.config.toml'), '[[allow]]\nhots = "a"\n');
    const { code, stderr } = await search(['ferry'], { cwd });
    expect([code, stderr.includes('line 2, allow[0].hots: no such key')]).toEqual([2, true]);
  });
});

describe('the prepared snapshot', () => {
  test('is made once, and opened after that', async () => {
    const [name = ''] = lookups(cache);
    const before = statSync(join(cache, 'lookup', name)).mtimeMs;
    expect((await search(['ferry'])).stderr).toBe('');
    expect(lookups(cache)).toEqual([name]);
    expect(statSync(join(cache, 'lookup', name)).mtimeMs).toBe(before);
  });

  test('is made anew where it is cut short, by two at once if need be, and both answer the same', async () => {
    const own = temporaryFolder();
    mkdirSync(join(own, 'lookup'));
    const [name = ''] = lookups(cache);
    const whole = readFileSync(join(cache, 'lookup', name));
    writeFileSync(join(own, 'lookup', name), whole.subarray(0, whole.length / 2));
    const [one, other] = await Promise.all([search(['ferry'], { cache: own }), search(['ferry'], { cache: own })]);
    expect([one.code, other.code, one.stdout === other.stdout]).toEqual([0, 0, true]);
    expect(one.stderr + other.stderr).toContain('Preparing the snapshot');
    expect(lookups(own)).toEqual([name]);
  });

  test('whose entries are damaged is not believed, and the next run makes it anew', async () => {
    const own = temporaryFolder();
    const [name = ''] = lookups(cache);
    const whole = readFileSync(join(cache, 'lookup', name));
    mkdirSync(join(own, 'lookup'));
    writeFileSync(join(own, 'lookup', name), whole.fill('x', 0, firstSection(whole)));
    const first = await search(['stripe'], { cache: own });
    expect([first.code, first.stderr]).toEqual([2, expect.stringContaining('was damaged and has been removed')]);
    expect((await search(['stripe'], { cache: own })).code).toBe(0);
  });

  test('whose tables are damaged is made anew at once', async () => {
    const own = temporaryFolder();
    const [name = ''] = lookups(cache);
    const whole = readFileSync(join(cache, 'lookup', name));
    mkdirSync(join(own, 'lookup'));
    writeFileSync(join(own, 'lookup', name), whole.fill('x', firstSection(whole), firstSection(whole) + 100));
    const { code, stderr } = await search(['stripe'], { cache: own });
    expect([code, stderr]).toEqual([0, expect.stringContaining('Preparing the snapshot')]);
  });

  test('does not answer for another snapshot of that date, and stays beside its own', async () => {
    const [other, own] = [temporaryFolder(), temporaryFolder()];
    cpSync(join(snapshots, DATE), join(other, DATE), { recursive: true });
    cpSync(join(cache, 'lookup'), join(own, 'lookup'), { recursive: true });
    const manifest = join(other, DATE, 'manifest.json');
    writeFileSync(manifest, `${readFileSync(manifest, 'utf8')}\n`);
    const flags = ['--snapshots', other, '--snapshot', DATE, '--cache', own];
    expect((await run(['search', 'ferry', ...flags])).stderr).toContain('Preparing the snapshot');
    expect(lookups(own)).toHaveLength(2);
    expect(lookups(own)).toContain(lookups(cache)[0]);
  });

  test('is made for one run where it cannot be kept', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { code, stderr, stdout } = await search(['ferry'], { cache: join(file, 'cache') });
    expect([code, stderr]).toEqual([0, expect.stringContaining('It cannot be kept in')]);
    expect(stdout).toContain('ferry');
  });

  test('is made anew where that is asked for', async () => {
    const own = temporaryFolder();
    cpSync(join(cache, 'lookup'), join(own, 'lookup'), { recursive: true });
    const { stderr } = await search(['ferry', '--refresh'], { cache: own });
    expect([stderr.includes('Preparing the snapshot'), lookups(own)]).toEqual([true, lookups(cache)]);
  });
});

describe('a search of the registries as they are now', () => {
  const NEW = 'io.github.mallard/lantern-repairs';

  /** The town a day later: one server more, and all else as the snapshot has it. */
  async function asking(args: readonly string[], more: { readonly snapshots?: string } = {}) {
    const feed = town();
    const later = {
      ...feed,
      official: { ...feed.official, rows: [...feed.official.rows, officialRow(NEW, '1.0.0')] },
    };
    const registries = await startRegistries(later);
    onTestFinished(() => registries.close());
    const folder = more.snapshots ?? snapshots;
    const { official, smithery } = registries.baseUrls;
    const flags = ['--snapshots', folder, '--cache', cache, ...baseUrlFlags({ baseUrls: { official, smithery } })];
    const ended = await run(['search', '--live', ...flags, ...args], { env: CAPTURE_ENVIRONMENT });
    return { ...ended, asked: registries.log.map(({ method, url }) => `${method} ${url}`) };
  }

  test('finds what no snapshot has, and says that nobody assessed it', async () => {
    const { code, stdout, stderr, asked } = await asking(['lantern', 'repairs', '--snapshot', DATE, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { hits, live, snapshot } = SearchReport.parse(JSON.parse(stdout));
    expect(hits[0]).toMatchObject({
      id: `official:${NEW}`,
      depth: 'metadata',
      provenance: null,
      fired: [],
      assessed: null,
    });
    expect(snapshot?.date).toBe(DATE);
    expect(live?.asked.map(({ registry, outcome }) => `${registry} ${outcome}`)).toEqual([
      'official answered',
      'smithery answered',
    ]);
    expect(
      asked.every((each) => /^GET \/(?:official\/v0\.1\/servers\?\S*search=|smithery\/servers\?q=)/.test(each)),
    ).toBe(true);
  });

  test('shows what the snapshot says of the same entry beside it, with its date', async () => {
    const { stdout } = await asking(['stripe', '--snapshot', DATE]);
    expect(stdout).toMatch(/io\.github\.tidewater\/stripe-mcp .*review-first lookalike/);
    expect(stdout).toContain(`Findings of the snapshot of ${DATE}`);
    expect(stdout).not.toContain('nothing fired');
  });

  test('without a snapshot assesses nothing, and never reads as silent', async () => {
    const { code, stdout, stderr } = await asking(['stripe'], { snapshots: temporaryFolder() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('not assessed');
    expect(stdout).not.toMatch(/nothing fired|none by/);
  });

  test.each([
    ['a registry that has no search', ['--registry', 'glama'], 2, 'glama cannot be searched'],
    ['a fresh snapshot', ['--refresh'], 2, '--live does not search'],
    ['no network', ['--offline'], 2, 'offline'],
  ])('refuses %s', async (_what, args, code, said) => {
    const ended = await asking(['ferry', ...args]);
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(said);
  });

  test('ends with 4 where no registry answers', async () => {
    const flags = ['official', 'smithery'].flatMap((id) => ['--base-url', `${id}=http://127.0.0.1:9`]);
    const { code, stderr } = await search(['ferry', '--live', ...flags]);
    expect(code).toBe(4);
    expect(stderr).toContain('no registry could be asked');
  });

  test.each([
    [
      'npm, which has no search for servers',
      ['--base-url', 'npm=http://127.0.0.1:9'],
      'the IDs are official, smithery.',
    ],
    ['a registry without a search', ['--base-url', 'glama=http://127.0.0.1:9'], 'the IDs are official, smithery.'],
    [
      'a registry that was left out',
      ['--registry', 'official', '--base-url', 'smithery=http://127.0.0.1:9'],
      'the IDs are official.',
    ],
  ])('refuses an address of %s', async (_what, args, said) => {
    const { code, stderr } = await search(['ferry', '--live', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });

  test('asks nobody without --live, whatever the address', async () => {
    const { code, stderr } = await search(['ferry', '--base-url', 'official=http://127.0.0.1:9']);
    expect(code).toBe(2);
    expect(stderr).toContain('--base-url is asked with --live');
  });
});
