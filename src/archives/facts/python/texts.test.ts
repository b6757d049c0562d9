import { describe, expect, test } from 'vitest';
import { pythonFacts, saidByPython } from '../../../testing/python-facts.ts';

describe('an address that stands in the file', () => {
  test.each([
    ['a URL', `HOME = 'https://quay.invalid/a'`, ['literal | https://quay.invalid/a']],
    ['an address with a port', `WHERE = '203.0.113.7:4433'`, ['literal | 203.0.113.7:4433']],
    [
      'several in a text',
      `TEXT = 'see https://a.invalid or https://b.invalid'`,
      ['literal | https://a.invalid', 'literal | https://b.invalid'],
    ],
    ['what is handed to a function of nobody', `go(f'https://{x}.quay.invalid')`, ['literal | https://*.quay.invalid']],
    [
      'one in the parts of what is not constant',
      `x = 'a/' + go('https://quay.invalid')`,
      ['literal | https://quay.invalid'],
    ],
    [
      'one that is decoded',
      `import base64\nx = base64.b64decode('aHR0cHM6Ly9xdWF5LmludmFsaWQ=')`,
      ['literal | https://quay.invalid'],
    ],
  ])('%s', (_name, code, said) => {
    expect(saidByPython(code, 'address')).toEqual(said);
  });

  test.each([
    ['documentation', `"""See https://quay.invalid."""\ndef f():\n    'See https://quay.invalid.'`],
    ['a comment', `# https://quay.invalid`],
    ['what is asked', `import requests\nURL = 'https://quay.invalid'\nrequests.get(URL)`],
    ['a version', `VERSION = '1.2.3.4'`],
  ])('%s is none', (_name, code) => {
    expect(saidByPython(code, 'address')).toEqual([]);
  });
});

test('what is decoded and not run is told by its technique', () => {
  expect(pythonFacts(`import base64\nx = base64.b64decode('bGFudGVybiBiYWtlcnk=')`, 'decoding')).toMatchObject([
    { value: 'lantern bakery', by: 'base64', folded: ['base64'], line: 2 },
  ]);
});

test.each([
  ['UTF-7', `# -*- coding: utf-7 -*-\n# +AAo-import os`, ['source-encoding | utf-7']],
  ['escapes', `#!/usr/bin/python\n# coding=raw_unicode_escape\n`, ['source-encoding | raw-unicode-escape']],
  ['UTF-8', `# -*- coding: utf-8 -*-`, []],
  ['Latin-1', `# vim: set fileencoding=latin-1 :`, []],
  ['a third line', `\n\n# coding: utf-7`, []],
])('an encoding that makes other code of a file is obfuscation: %s', (_name, code, said) => {
  expect(saidByPython(code, 'obfuscation')).toEqual(said);
});
