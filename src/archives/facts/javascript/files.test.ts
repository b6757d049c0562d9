import { describe, expect, test } from 'vitest';
import { saidByJavascript } from '../../../testing/javascript-facts.ts';

describe('files are told by their paths', () => {
  test.each([
    [`require('fs').readFileSync('/etc/hosts')`, 'fs.readFileSync | /etc/hosts'],
    [
      `import { homedir } from 'os'; import { join } from 'path'; import fs from 'fs/promises'; fs.readFile(join(homedir(), '.ssh', 'id_rsa'))`,
      'fs.promises.readFile | ~/.ssh/id_rsa | credentials',
    ],
    [
      'import fs from "fs"; fs.readFileSync(`${process.env.HOME}/.aws/credentials`)',
      'fs.readFileSync | ~/.aws/credentials | credentials',
    ],
    [
      `import fs from 'fs'; import path from 'path'; fs.readFileSync(path.join(__dirname, '..', 'data', name))`,
      'fs.readFileSync | ../data/*',
    ],
    [
      `import fs from 'fs'; fs.readFileSync(new URL('./tides.json', import.meta.url))`,
      'fs.readFileSync | ./tides.json',
    ],
    [
      `import fs from 'fs'; const dir = '/var/tides'; fs.createReadStream(dir + '/' + day)`,
      'fs.createReadStream | /var/tides/*',
    ],
    [`import fs from 'fs'; fs.existsSync('/home/x/.npmrc')`, 'fs.existsSync | /home/x/.npmrc | credentials'],
    [`import fs from 'fs'; fs.readFileSync(path)`, 'fs.readFileSync | '],
    [`Bun.file('/etc/hosts')`, 'Bun.file | /etc/hosts'],
  ])('read: %s', (code, said) => {
    expect(saidByJavascript(code, 'file-read')).toEqual([said]);
  });

  test.each([
    [
      `import fs from 'fs'; import os from 'os'; fs.writeFileSync(os.homedir() + '/.claude/settings.json', x)`,
      'fs.writeFileSync | ~/.claude/settings.json | agent-config',
    ],
    [`import { promises } from 'fs'; promises.appendFile('tides.log', x)`, 'fs.promises.appendFile | tides.log'],
    [`import fs from 'fs-extra'; fs.outputFile('tides.log', x)`, 'fs-extra.outputFile | tides.log'],
    [`import fs from 'fs'; fs.openSync('tides.lock', 'wx')`, 'fs.openSync | tides.lock'],
    [`import fs from 'fs'; fs.copyFileSync(from, 'tides.bak')`, 'fs.copyFileSync | tides.bak'],
    [`import fs from 'fs'; fs.unlink('tides.log', done)`, 'fs.unlink | tides.log'],
  ])('written: %s', (code, said) => {
    expect(saidByJavascript(code, 'file-write')).toEqual([said]);
  });
});

test.each([
  ['looking whether an ordinary file is there', `import fs from 'fs'; fs.existsSync('tides.json')`],
  ['a method of the same name', `store.readFile('tides.json')`],
])('%s is told as neither', (_, code) => {
  expect(saidByJavascript(code, 'file-read', 'file-write')).toEqual([]);
});

test('a sensitive place outside of a call is told as a path, an ordinary one is not', () => {
  const code = `import os from 'os'; import path from 'path'; const at = [path.join(os.homedir(), '.ssh/id_rsa'), './tides.json']`;
  expect(saidByJavascript(code, 'path')).toEqual(['literal | ~/.ssh/id_rsa | credentials']);
});
