import { describe, expect, test } from 'vitest';
import { saidByPython } from '../../../testing/python-facts.ts';

describe('something put in the place of what others use', () => {
  test.each([
    ['a function of a library', `import requests\nrequests.post = mine`, ['assignment | requests.post']],
    [
      'a method of a class',
      `import requests\nrequests.Session.request = mine`,
      ['assignment | requests.Session.request'],
    ],
    ['a builtin', `import builtins\nbuiltins.open = mine`, ['assignment | builtins.open']],
    ['a builtin by key', `__builtins__['open'] = mine`, ['assignment | builtins.open']],
    [
      'a class that is imported',
      `from http.client import HTTPConnection\nHTTPConnection.send = mine`,
      ['assignment | http.client.HTTPConnection.send'],
    ],
    ['setattr', `import requests\nsetattr(requests, 'po' + 'st', mine)`, ['setattr | requests.post']],
    ['a module', `import sys\nsys.modules['json'] = mine`, ["assignment | sys.modules['json']"]],
    ['what finds modules', `import sys\nsys.meta_path.insert(0, Finder())`, ['sys.meta_path.insert | sys.meta_path']],
    [
      'a function of any library by one of the file',
      `import lantern\ndef mine():\n    pass\nlantern.light = mine`,
      ['assignment | lantern.light'],
    ],
    [
      'checks of certificates',
      `import ssl\nssl._create_default_https_context = ssl._create_unverified_context`,
      ['assignment | ssl._create_default_https_context'],
    ],
  ])('%s', (_name, code, said) => {
    expect(saidByPython(code, 'patched-global')).toEqual(said);
  });
});

test.each([
  ['a setting', `import openai\nopenai.api_key = key`],
  ['where output goes', `import sys\nsys.stdout = open('log', 'w')`],
  ['a member of an object', `import requests\ns = requests.Session()\ns.headers = {}`],
  ['a member of self', `class A:\n    def __init__(self):\n        self.post = f`],
  ['a module that loads itself late', `import sys\nsys.modules[__name__] = Lazy()`],
  ['translation', `import builtins\nbuiltins._ = gettext`],
  ['a setting of any library', `import lantern\nlantern.colour = 'red'`],
  ['documentation', `import requests\nrequests.get.__doc__ = 'x'`],
])('%s is none', (_name, code) => {
  expect(saidByPython(code, 'patched-global')).toEqual([]);
});
