import { describe, expect, test } from 'vitest';
import { pythonFacts, saidByPython } from '../../../testing/python-facts.ts';

describe('text that is run is an execution', () => {
  test.each([
    ['exec', `exec('boats = 1')`, ['exec | boats = 1']],
    ['eval', `eval(formula)`, ['eval | ']],
    ['builtins', `import builtins\nbuiltins.exec('boats = 1')`, ['exec | boats = 1']],
    ['__builtins__', `__builtins__['exec']('boats = 1')`, ['exec | boats = 1']],
    ['getattr', `getattr(__import__('builtins'), 'ev' + 'al')('1')`, ['eval | 1']],
    ['globals', `globals()['__builtins__']['eval']('1')`, ['eval | 1']],
    ['a compiled text', `exec(compile('boats = 1', '<quay>', 'exec'))`, ['compile | boats = 1']],
    ['a file', `import runpy\nrunpy.run_path('/tmp/quay.py')`, ['runpy.run_path | /tmp/quay.py']],
    ['a library', `import ctypes\nctypes.CDLL('./libquay.so')`, ['ctypes.CDLL | ./libquay.so']],
    [
      'a module of a file',
      `import importlib.util as u\nu.spec_from_file_location('quay', '/tmp/quay.py')`,
      ['importlib.util.spec_from_file_location | /tmp/quay.py'],
    ],
    ['a statement of the older Python', `exec 'boats = 1' in space`, ['exec | boats = 1']],
    [
      'what the network answered',
      `import requests\nexec(requests.get('https://quay.invalid').text)`,
      ['exec |  | from-network'],
    ],
  ])('%s', (_name, code, said) => {
    expect(saidByPython(code, 'execution')).toEqual(said);
    expect(saidByPython(code, 'decoded-execution')).toEqual([]);
  });

  test.each([
    ['a pattern', `import re\nre.compile('[a-z]+')`],
    ['a model', `model.eval()`],
    ['a cursor', `cursor.execute('select 1')`],
    ['a function of the file', `def eval(x):\n    return x\neval('1')`],
    ['literals', `import ast\nast.literal_eval('[1]')`],
  ])('%s is none', (_name, code) => {
    expect(saidByPython(code, 'execution', 'decoded-execution')).toEqual([]);
  });
});

describe('what is run after decoding is told by the technique', () => {
  test.each([
    ['base64', `import base64\nexec(base64.b64decode('Ym9hdHMgPSAx'))`, 'exec of base64 | boats = 1'],
    [
      'base64 through variables',
      `import base64\na = 'Ym9hdHMgPSAx'\nb = base64.b64decode(a)\nc = b.decode()\nexec(c)`,
      'exec of base64 | boats = 1',
    ],
    ['hex', `exec(bytes.fromhex('626f617473203d2031'))`, 'exec of hex | boats = 1'],
    ['rot13', `import codecs\nexec(codecs.decode('obngf = 1', 'rot13'))`, 'exec of rot13 | boats = 1'],
    ['codes', `exec(''.join(chr(c) for c in [98,111,97,116,115,32,61,32,49]))`, 'exec of char-codes | boats = 1'],
    ['backwards', `exec('1 = staob'[::-1])`, 'exec of reversed | boats = 1'],
    [
      'a packer',
      `_ = lambda __ : __import__('zlib').decompress(__import__('base64').b64decode(__[::-1]))\nexec((_)(b'=gsA5ABAEATVwaVKs8kyLxJe'))`,
      'exec of base64 | boats = 1',
    ],
    ['what is not constant', `import base64\nexec(base64.b64decode(blob))`, 'exec of base64 | '],
    [
      'what a file holds',
      `import base64\nblob = open('quay.bin').read()\nexec(base64.b64decode(blob))`,
      'exec of base64 | ',
    ],
    ['compiled code', `import marshal, base64\nexec(marshal.loads(base64.b64decode('YWFhYWFh')))`, 'exec of base64 | '],
    ['compressed beyond reading', `import lzma\nexec(lzma.decompress(blob))`, 'exec of compression | '],
    ['a cipher', `from cryptography.fernet import Fernet\nexec(Fernet(key).decrypt(blob))`, 'exec of cipher | '],
    [
      'a function of the file',
      `import base64\ndef read(s):\n    if s:\n        return base64.b64decode(s)\n    return ''\nexec(read(blob))`,
      'exec of base64 | ',
    ],
    [
      'pickle of what was decoded',
      `import pickle, base64\npickle.loads(base64.b64decode(blob))`,
      'pickle.loads of base64 | ',
    ],
  ])('%s', (_name, code, said) => {
    expect(saidByPython(code, 'decoded-execution')).toContain(said);
  });

  test.each([
    ['pickle of a cache', `import pickle\nwith open('cache.bin', 'rb') as f:\n    pickle.load(f)`],
    ['data that is decoded and not run', `import base64\nimage = base64.b64decode(body)`],
    ['a list that is turned around', `exec(lines[::-1])`],
  ])('%s is none', (_name, code) => {
    expect(saidByPython(code, 'decoded-execution')).toEqual([]);
  });
});

describe('code inside a constant is read', () => {
  const CODE = `import requests\nrequests.post('https://collect.invalid', json=1)`;
  const LAYERS = [1, 2, 5].map((count): [string, string] => {
    let code = CODE;
    for (let layer = 0; layer < count; layer += 1) {
      code = `import base64\nexec(base64.b64decode('${Buffer.from(code).toString('base64')}'))`;
    }
    return [`${count} layers`, code];
  });

  test.each([['as text', `exec(${JSON.stringify(CODE)})`] as [string, string], ...LAYERS])('%s', (_name, code) => {
    const [request] = pythonFacts(`def f():\n    pass\n${code}`, 'request');
    expect(request).toMatchObject({ value: 'https://collect.invalid', scope: 0 });
    expect(request?.line).toBeGreaterThan(2);
  });

  test('it stands where it is run, in its function', () => {
    const [request] = pythonFacts(`def f():\n    exec(${JSON.stringify(CODE)})`, 'request');
    expect(request).toMatchObject({ line: 2, column: 5, scope: 1 });
  });

  test('code that runs itself ends', () => {
    expect(saidByPython(`x = 'exec(x)'\nexec(x)`, 'execution')).toEqual(['exec | exec(x)', 'exec | ']);
  });
});
