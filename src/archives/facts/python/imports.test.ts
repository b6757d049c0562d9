import { expect, test } from 'vitest';
import { pythonFacts, saidByPython } from '../../../testing/python-facts.ts';

test.each([
  ['import', `import os, json as j`, ['import | os', 'import | json']],
  ['a module of a package', `import urllib.request`, ['import | urllib.request']],
  ['from', `from os.path import join as j, exists`, ['import | os.path']],
  ['a neighbour', `from . import quay\nfrom ..harbor import boats`, ['import | .', 'import | ..harbor']],
  ['everything', `from socket import *`, ['import | socket']],
  ['__import__', `__import__('so' + 'cket')`, ['dynamic import | socket']],
  [
    'importlib',
    `import importlib\nimportlib.import_module('quay.boats')`,
    ['import | importlib', 'dynamic import | quay.boats'],
  ],
  ['what is not constant', `__import__(name)`, ['dynamic import | ']],
  ['the future', `from __future__ import annotations`, []],
])('%s', (_name, code, said) => {
  expect(saidByPython(code, 'import')).toEqual(said);
});

test('a hidden name is said to be', () => {
  expect(pythonFacts(`__import__('tekcos'[::-1])`, 'import')[0]).toMatchObject({
    value: 'socket',
    folded: ['reversed'],
  });
});
