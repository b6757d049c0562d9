import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { registries } from '../src/registries/index.ts';
import { run, temporaryFolder } from './program/run.ts';

describe('a request that cannot be carried out', () => {
  test.each([
    ['no command', [], 'Name a command'],
    ['an unknown command', ['scam'], 'Did you mean scan'],
    ['an unknown option', ['scan', '--snapshots-dir', 'x'], '--snapshots-dir: not known here'],
    ['an option without its value', ['scan', '--snapshot'], '--snapshot needs a value'],
    ['a date that is none', ['scan', '--snapshot', '2026-02-30'], '"2026-02-30" is not a date'],
    ['a snapshot that is not there', ['scan', '--snapshot', '2001-01-01'], 'There is no snapshot "2001-01-01"'],
    [
      'a baseline that is not there',
      ['scan', '--snapshot', '2026-06-29', '--baseline', '2001-01-01'],
      'no snapshot "2001-01-01"',
    ],
    ['an unknown tier', ['scan', '--fail-on', 'bad'], 'review-first'],
    ['an unknown registry', ['capture', '--registry', 'nowhere'], 'official'],
    ['a base URL without an id', ['capture', '--base-url', 'https://mirror.example'], 'not ID=URL'],
    ['a base URL in clear text', ['capture', '--base-url', 'npm=http://mirror.example'], 'only https'],
    ['a base URL with a password', ['capture', '--base-url', 'npm=https://u:hush@mirror.example'], 'never sent'],
    [
      'what to capture beside what is captured',
      ['scan', '--snapshot', '2026-06-29', '--registry', 'glama'],
      'do not go together',
    ],
    ['a time that is none', ['capture', '--updated-since', 'yesterday'], '"yesterday" is not a time'],
    ['a signal that is not there', ['signals', 'lookalike/nothing'], 'there is no signal'],
    ['a project that is not there', ['status', '--project', 'nowhere'], '--project "nowhere" is no folder'],
    ['a list of packages that is not there', ['scan', '--packages', 'none.txt'], '"none.txt": there is no such file'],
    ['a hostile date', ['scan', '--snapshot', '\u001B[2J\u202E'], '\\u{1B}'],
  ])('%s: says what is wrong and what to do, without a stack', async (_name, args, words) => {
    const { code, stdout, stderr } = await run(args, { cwd: temporaryFolder() });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stderr).not.toContain('\u001B');
  });

  test.each([
    ['search', ['search', '--base-url', 'official=http://127.0.0.1:9', 'ferry'], 'is asked with --live'],
    ['info', ['info', '--base-url', 'npm=http://mirror.example', 'npm:ferry'], 'only https'],
    ['verify', ['verify', '--base-url', 'npm=http://mirror.example', 'npm:ferry'], 'only https'],
    ['intel', ['intel', '--base-url', 'osv=nowhere', 'update'], '"nowhere" is not an address'],
    ['search, of a feed', ['search', '--limit', '0', '--feed', 'recalls.json', 'ferry'], '--limit is a whole number'],
    [
      'capture, which takes no words',
      ['capture', '--base-url', 'npm=https://mirror.example', 'ferry'],
      '"ferry": not known',
    ],
  ])('%s: a word after an address is no second address', async (_name, args, words) => {
    const { code, stderr } = await run(args, { cwd: temporaryFolder() });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('Not enough non-option arguments');
  });

  test('an unknown snapshot: names the ones there are', async () => {
    const { stderr } = await run(['scan', '--snapshot', '2001-01-01']);
    expect(stderr).toContain('2026-06-29');
    expect(stderr).toContain('capture');
  });

  test.each([
    ['scan', ['scan', '--snapshot', '2026-06-29']],
    ['diff', ['diff', '2026-06-22', '2026-06-29']],
    ['trend', ['trend']],
    ['search', ['search', 'ferry']],
    ['evaluate', ['evaluate', '--snapshot', '2026-06-29']],
  ])('%s: a folder that is not there is not answered for by the shipped snapshot', async (_name, args) => {
    const missing = join(temporaryFolder(), 'snapshosts');
    const { code, stdout, stderr } = await run([...args, '--snapshots', missing]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`--snapshots "${missing}" is not there.`);
  });

  test('audit: a file for --snapshots is refused, and not taken for no snapshot', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'harbour.txt'), '');
    const { code, stderr } = await run(['audit', '--project', folder, '--snapshots', join(folder, 'harbour.txt')]);
    expect(code).toBe(2);
    expect(stderr).toContain('is a file; --snapshots names a folder');
  });

  test('a slip beside --replace costs no finished snapshot', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '2026-06-29'));
    writeFileSync(join(folder, '2026-06-29', 'manifest.json'), '{}');
    const args = ['capture', '--replace', '--date', '2026-06-29', '--snapshots', folder, '--base-url', 'nope=x'];
    expect((await run(args)).code).toBe(2);
    expect(existsSync(join(folder, '2026-06-29', 'manifest.json'))).toBe(true);
  });

  test('an output folder that is a file: says so before any work', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'taken'), '');
    const { code, stderr } = await run(['scan', '--snapshot', '2026-06-29', '--out', join(folder, 'taken')]);
    expect(code).toBe(2);
    expect(stderr).toContain(`"${join(folder, 'taken')}" is in the way`);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test.skipIf(process.getuid?.() === 0)('an output folder without permission: says so before any work', async () => {
    const folder = join(temporaryFolder(), 'closed');
    mkdirSync(folder);
    chmodSync(folder, 0o500);
    const { code, stderr } = await run(['scan', '--snapshot', '2026-06-29', '--out', folder]);
    expect(code).toBe(2);
    expect(stderr).toContain('not allowed');
  });
});

describe('help', () => {
  test.each([
    ['of the program', ['--help'], ['scan', 'capture', 'signals', 'GLAMA_API_KEY', 'Exit codes']],
    ['of scan', ['scan', '--help'], ['--snapshot', '--fail-on', 'Examples', 'scan --snapshot 2026-06-29']],
    ['of capture', ['capture', '--help'], ['--base-url', '--offline', 'Examples']],
    ['of signals', ['signals', '--help'], ['rug-pull/install-script-added']],
  ])('%s shows options and examples', async (_name, args, words) => {
    const { code, stdout } = await run(args);
    expect(code).toBe(0);
    for (const word of words) expect(stdout).toContain(word);
  });
});

test('the registries that can be named are the registries there are', async () => {
  const { stderr } = await run(['capture', '--registry', 'nowhere']);
  expect(stderr).toContain(`is not one of ${registries.map(({ id }) => `"${id}"`).join(', ')}`);
});

describe('the catalogue', () => {
  test('lists every signal with what it weighs', async () => {
    const { stdout } = await run(['signals']);
    expect(
      stdout.split('\n').filter((line) => /^(lookalike|rug-pull|intel|hygiene)\//.test(line)).length,
    ).toBeGreaterThan(40);
    expect(stdout).toMatch(/rug-pull\/install-script-added\s+45 to 60\s+package/);
  });

  test('explains one signal', async () => {
    const { stdout } = await run(['signals', 'lookalike/official-claim']);
    for (const word of ['Why', 'When innocent', 'base rate', 'References']) expect(stdout).toContain(word);
  });

  test('is there as JSON', async () => {
    const { stdout } = await run(['signals', '--json']);
    expect(JSON.parse(stdout)).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'lookalike/brand-token' })]),
    );
  });
});
