import { describe, expect, test } from 'vitest';
import { saidByPython } from '../../../testing/python-facts.ts';

describe('a file that is read', () => {
  test.each([
    ['open', `open('boats.csv').read()`, ['open | boats.csv']],
    [
      'a place of credentials',
      `import os\nopen(os.path.expanduser('~/.ssh/id_rsa'), 'rb')`,
      ['open | ~/.ssh/id_rsa | credentials'],
    ],
    [
      'joined',
      `import os\nopen(os.path.join(os.path.expanduser('~'), '.aws', 'credentials'))`,
      ['open | ~/.aws/credentials | credentials'],
    ],
    [
      'a home folder of the environment',
      `import os\nopen(os.environ['HOME'] + '/.netrc')`,
      ['open | ~/.netrc | credentials'],
    ],
    [
      'a path object',
      `from pathlib import Path\n(Path.home() / '.ssh' / 'id_ed25519').read_text()`,
      ['pathlib.Path.read_text | ~/.ssh/id_ed25519 | credentials'],
    ],
    [
      'a path object that is opened',
      `from pathlib import Path\np = Path('~/.npmrc').expanduser()\nwith p.open() as f:\n    pass`,
      ['pathlib.Path.open | ~/.npmrc | credentials'],
    ],
    [
      'joinpath',
      `import pathlib\npathlib.Path.home().joinpath('.kube', 'config').read_bytes()`,
      ['pathlib.Path.read_bytes | ~/.kube/config | credentials'],
    ],
    ['a user that is not known', `open(f'/home/{user}/.ssh/id_rsa')`, ['open | /home/*/.ssh/id_rsa | credentials']],
    [
      'each of a loop',
      `import os\nfor p in ('~/.netrc', '~/.pgpass'):\n    open(os.path.expanduser(p))`,
      ['open | ~/.netrc | credentials', 'open | ~/.pgpass | credentials'],
    ],
    [
      'a browser’s database',
      `import os, sqlite3\nsqlite3.connect(os.path.join(os.environ['LOCALAPPDATA'], 'Google', 'Chrome', 'User Data', 'Default', 'Login Data'))`,
      ['sqlite3.connect | ~/AppData/Local/Google/Chrome/User Data/Default/Login Data | browser-profile'],
    ],
    [
      'a folder that matters',
      `import os\nos.listdir(os.path.expanduser('~/.ssh'))`,
      ['os.listdir | ~/.ssh | credentials'],
    ],
    ['a path that something else made', `def f(where):\n    return where.read_text()`, ['where.read_text | ']],
    ['nothing constant', `open(name)`, ['open | ']],
  ])('%s', (_name, code, said) => {
    expect(saidByPython(code, 'file-read')).toEqual(said);
    expect(saidByPython(code, 'file-write', 'path')).toEqual([]);
  });
});

describe('a file that is written', () => {
  test.each([
    ['open', `open('boats.csv', 'w')`, ['open | boats.csv']],
    ['a mode by name', `open('boats.csv', mode='ab')`, ['open | boats.csv']],
    ['a start-up file', `import os\nopen(os.path.expanduser('~/.bashrc'), 'a')`, ['open | ~/.bashrc | shell-startup']],
    [
      'a path object',
      `from pathlib import Path\nPath('boats.csv').write_text('x')`,
      ['pathlib.Path.write_text | boats.csv'],
    ],
    ['removed', `import os\nos.remove('boats.csv')`, ['os.remove | boats.csv']],
    ['a tree that is removed', `import shutil\nshutil.rmtree('boats')`, ['shutil.rmtree | boats']],
    [
      'opened for writing by flags',
      `import os\nos.open('boats.csv', os.O_WRONLY | os.O_CREAT)`,
      ['os.open | boats.csv'],
    ],
  ])('%s', (_name, code, said) => {
    expect(saidByPython(code, 'file-write')).toEqual(said);
    expect(saidByPython(code, 'file-read')).toEqual([]);
  });

  test('a copy reads one and writes another', () => {
    expect(saidByPython(`import shutil\nshutil.copy('boats.csv', 'old.csv')`, 'file-read', 'file-write')).toEqual([
      'shutil.copy | boats.csv',
      'shutil.copy | old.csv',
    ]);
  });

  test('r+ does both', () => {
    expect(saidByPython(`open('boats.csv', 'r+')`, 'file-read', 'file-write')).toHaveLength(2);
  });
});

test.each([
  ['a folder of no matter', `import os\nos.listdir('boats')`],
  ['a function of the file', `def open(name):\n    pass\nopen('~/.ssh/id_rsa.txt')`],
  ['an image library', `image.open('boat.png')`],
])('%s is no access', (_name, code) => {
  expect(saidByPython(code, 'file-read', 'file-write')).toEqual([]);
});

describe('a constant that names a sensitive place is a path', () => {
  test.each([
    ['a text', `WHERE = '~/.ssh/id_rsa'`, ['literal | ~/.ssh/id_rsa | credentials']],
    [
      'a list',
      `WHERE = ['.bashrc', '~/.aws/credentials', 'boats']`,
      ['literal | .bashrc | shell-startup', 'literal | ~/.aws/credentials | credentials'],
    ],
    ['joined', `import os\nsteal(os.path.join(home, '.ssh', 'id_rsa'))`, ['literal | */.ssh/id_rsa | credentials']],
  ])('%s', (_name, code, said) => {
    expect(saidByPython(code, 'path')).toEqual(said);
  });

  test.each([
    ['documentation', `"""Reads ~/.ssh/id_rsa."""`],
    ['a comment', `# ~/.ssh/id_rsa`],
    ['one that is opened', `WHERE = '~/.ssh/id_rsa'\nopen(WHERE)`],
    ['an ordinary one', `WHERE = 'boats/lantern.csv'`],
  ])('%s is none', (_name, code) => {
    expect(saidByPython(code, 'path')).toEqual([]);
  });
});
