import { deflateSync } from 'node:zlib';
import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describedPython, pythonFacts } from '../../../testing/python-facts.ts';
import type { Fact } from '../../../model/source.ts';
import { loadPython } from './describe.ts';

describe('a file says how far it was understood', () => {
  test('read', () => {
    expect(describedPython(`import os\n`)).toEqual({
      language: 'python',
      reading: { how: 'parsed' },
      measures: { lines: 1, longestLine: 9 },
      facts: [{ kind: 'import', value: 'os', by: 'import', line: 1, column: 8, snippet: 'import os', scope: 0 }],
      tools: [],
    });
  });

  test('recovered, with what stands around the error', () => {
    const { reading, facts } = describedPython(`import os\nx = = 1\nos.system('id')\n`);
    expect(reading).toMatchObject({ how: 'recovered' });
    expect(facts.map(({ value }) => value)).toEqual(['os', 'id']);
  });

  test('as text, where the grammar is too much work', () => {
    const lambdas = 'lambda x:x+'.repeat(40_000);
    const { reading, facts } = describedPython(`# see https://quay.invalid\nx = ${lambdas}x`);
    expect(reading).toMatchObject({ how: 'fallback' });
    expect(facts).toMatchObject([{ kind: 'address', value: 'https://quay.invalid', by: 'text' }]);
  });

  test('an empty file holds nothing', () => {
    expect(describedPython('')).toMatchObject({ reading: { how: 'parsed' }, facts: [], tools: [] });
  });
});

test('facts stand in the order of the file', () => {
  const lines = pythonFacts(`import os\nexec('import json')\nos.system('a')\nos.getenv('B')\n`).map(({ line }) => line);
  expect(lines).toEqual(lines.toSorted((a, b) => a - b));
});

test('code after hundreds of blanks is told, in a text it is none', () => {
  const blanks = ' '.repeat(400);
  expect(pythonFacts(`import os;${blanks}os.system('id')`, 'hidden-code')).toHaveLength(1);
  expect(pythonFacts(`TEXT = '''a;${blanks}os.system('id')'''`, 'hidden-code')).toEqual([]);
  expect(pythonFacts(`x = 1 # a;${blanks}os.system('id')`, 'hidden-code')).toEqual([]);
});

function pair(text: string): readonly Partial<Fact>[] {
  return pythonFacts(text, 'request').map(({ kind, value, by }) => ({ kind, value, by }));
}

test('a value does not depend on where the code stands', () => {
  const code = `import requests\ndef go(client):\n    requests.post('https://quay.invalid')\n    client.post('https://quay.invalid')\n`;
  expect(pair(`${'\n'.repeat(50)}class Harbour:\n${code.replaceAll(/^/gm, '    ')}`)).toEqual(pair(code));
});

describe('work is bounded', () => {
  test.each([
    ['a sum of itself', `a = 'x'\n${'a = a + a\n'.repeat(2_000)}exec(a)`],
    ['two names of each other', `a = b + b\nb = a + a\n`.repeat(500)],
    ['a function of itself', `f = lambda x: f(x + x) + f(x)\nexec(f('a'))`],
    ['loops over ranges', `x = ''.join(chr(i) for i in range(100000))\n`.repeat(100)],
    ['loops in loops', `exec(''.join([c for c in [c for c in 'a' * 2000] * 2000]))\n`.repeat(20)],
    ['large powers of texts', `x = 'x' * 1000 * 1000 * 1000\nexec(x)\n`.repeat(100)],
    [
      'lists of lists',
      `x0 = [1]\n${Array.from({ length: 30 }, (_, i) => `x${i + 1} = [${`x${i}, `.repeat(20)}]`).join('\n')}\nTool(name='a', inputSchema=x30)`,
    ],
    [
      'models of models',
      `class A(B):\n${Array.from({ length: 40 }, (_, i) => `    f${i}: A`).join('\n')}\n@mcp.tool()\ndef f(a: A): pass`,
    ],
    ['bombs', `import zlib, base64\nexec(zlib.decompress(base64.b64decode('${bomb()}')))`],
    [
      'patterns',
      `x = '${'%s'.repeat(5_000)}' % (${'1,'.repeat(5_000)})\ny = '${'{}'.repeat(5_000)}'.format(${'1,'.repeat(5_000)})`,
    ],
    ['code in code', `exec("exec('x = 1')")\n`.repeat(3_000)],
  ])('%s', (_name, code) => {
    expect(describedPython(code).language).toBe('python');
  });

  test('a loop that is not followed to its end is told', () => {
    const junk = `x = ''.join(chr(i ^ 1) for i in range(100000))\n`.repeat(20);
    expect(pythonFacts(junk, 'obfuscation').map(({ by }) => by)).toEqual(['too-much-to-fold']);
    expect(pythonFacts(`x = ''.join(chr(i ^ 1) for i in (1, 2, 3))`, 'obfuscation')).toEqual([]);
  });
});

test('any sequence of words of Python is described, the same each time', async () => {
  const describeAgain = await loadPython();
  const word = constantFrom(
    ...`import from os . ( ) [ ] { } : , ' " """ f' r" b' \\ \n \t + * ** % / = += == := @ lambda def class return for in if else with as try except
    exec eval open getattr __import__ globals base64 b64decode requests post self x y 'a' 'aHR0cHM6Ly9x' 1 -1 0x41 [::-1] ''.join chr ord .format
    await async global not None True os.environ dict zlib \\x41 {x} {{ }} # ; -> ... ⚓ 𝓮 \u202E`.split(/ +/),
  );
  assert(
    property(array(word, { maxLength: 60 }), string({ maxLength: 5 }), (words, end) => {
      const code = words.join(' ') + end;
      const once = describedPython(code);
      expect(describeAgain(code, 'quay.py')).toEqual(once);
    }),
    { numRuns: 1_500 },
  );
});

/** 40 MB of zeros. */
function bomb(): string {
  return deflateSync(Buffer.alloc(40_000_000)).toString('base64');
}
