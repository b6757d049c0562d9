import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { obfuscationIn } from './obfuscation.ts';

const PROGRAM = `const tide = require('child_process'); tide.exec('echo high'); // ${'tide '.repeat(400)}`;
const escaped = (text: string): string =>
  Array.from(text, (letter) => `\\x${letter.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
const codes = (text: string): string => JSON.stringify(Array.from(text, (letter) => letter.charCodeAt(0)));
const quoted = (bytes: Buffer | string, encoding: 'base64' | 'hex'): string =>
  `x = "${Buffer.from(bytes).toString(encoding)}";`;
const names = (count: number): string =>
  Array.from({ length: count }, (_, index) => `_0x${(0xa1b2 + index).toString(16)}`).join('+');
const ROTATION = `(function(a,b){while(!![]){try{var c=-parseInt(f(1))/1+parseInt(f(2))/2*(parseInt(f(3))/3)+parseInt(f(4))/4;if(c===b)break;else a['push'](a['shift']());}catch(d){a['push'](a['shift']());}}}(g,12345));`;

describe('obfuscationIn', () => {
  it.each([
    ['names in hexadecimal', `const x=${names(10)};`, 'hex-names', '10 of 12 names'],
    [
      'a string array that is turned by a count',
      "(function(a,b){var c=function(d){while(--d){a['push'](a['shift']());}};c(++b);}(e,0x1a3));",
      'string-array',
      'rotated before it is used',
    ],
    ['a rotated string array', ROTATION, 'string-array', 'rotated before it is used'],
    [
      'a string array with an alphabet of its own',
      "function a(){const b=['x'];a=function(){return b;};return a();}const k='abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=';",
      'string-array',
      'decoded by an alphabet of its own',
    ],
    ['letters as escapes', `x = "${escaped('childprocessexecutetides')}"`, 'escapes', '24 letters and digits'],
    [
      'letters as Unicode escapes',
      'x = "\\u0074\\u{0069}'.concat('\\u0064'.repeat(22), '"'),
      'escapes',
      '24 letters and digits',
    ],
    [
      'a packer',
      "eval(function(p,a,c,k,e,d){return p}('0',1,1,''.split('|'),0,{}))".replace('eval', () => 'eval '),
      'packed',
      'p,a,c,k,e',
    ],
    [
      'JSFuck',
      '[][(![]+[])[+[]]'.concat('+(![]+[])[!+[]+!+[]]'.repeat(30)),
      'punctuation',
      '400 and more signs in a row',
    ],
    ['PyArmor', '__pyarmor__(__name__, __file__, b"")', 'packed', 'PyArmor'],
    [
      'names that look alike',
      Array.from({ length: 12 }, (_, index) => `l${index.toString(2).padStart(8, '0').replaceAll('0', 'I')}`).join('='),
      'confusable-names',
      '12 names',
    ],
    [
      'a program in base64',
      quoted(PROGRAM, 'base64'),
      'base64-literal',
      `${Buffer.from(PROGRAM).toString('base64').length} characters that decode to a program`,
    ],
    [
      'a program in hex',
      quoted(PROGRAM, 'hex'),
      'hex-literal',
      `${PROGRAM.length * 2} characters that decode to a program`,
    ],
    [
      'an ELF program in base64',
      quoted(Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.alloc(2_000)]), 'base64'),
      'base64-literal',
      '2672 characters that decode to an ELF program',
    ],
    [
      'character codes of a program',
      `x = ${codes("require('child_process').exec('tide')//....")}`,
      'char-codes',
      '43 codes that spell a program or an address',
    ],
    [
      'character codes of an address',
      `x = [${Array.from('https://quay.invalid/tide/table/of/2026/all', (l) => `0x${l.charCodeAt(0).toString(16)}`).join(', ')}]`,
      'char-codes',
      '43 codes that spell a program or an address',
    ],
  ])('%s', (_what, text, by, value) => {
    expect(obfuscationIn(text, 'javascript')).toEqual([expect.objectContaining({ kind: 'obfuscation', by, value })]);
  });

  it('a literal of 20 MB is read to its end and decoded', () => {
    const program = `const ferry = require('child_process');${' '.repeat(15_000_000)}`;
    const text = `x = "${Buffer.from(program).toString('base64')}"`;
    expect(obfuscationIn(text, 'javascript').map(({ by }) => by)).toContain('base64-literal');
  });

  it.each([
    ['nine names in hexadecimal', `const x=${names(9)};`],
    ['minified code', 'var e=t=>{let r=n(t);return r&&r.a?r.b(c(d)):!1};'.repeat(500)],
    ['a queue', 'while (queue.length > 0) { done.push(queue.shift()); n = parseInt(x, 10); }'],
    ['23 letters as escapes', `x = "${escaped('childprocessexecutetide')}"`],
    ['escapes that tables hold', `x = /[${'\\xaa\\xb5\\u0370\\u037f\\x1b\\x00\\u003c\\u0026\\u2028'.repeat(40)}]/`],
    ['a pattern of letters', `x = /[${'\\u0030-\\u0039\\u0041-\\u005A\\x61-\\x7A'.repeat(30)}]/`],
    ['data in base64', quoted(Buffer.alloc(4_000, 'tides of the harbour, '), 'base64')],
    ['a picture in base64', quoted(Buffer.concat([Buffer.from([137, 80, 78, 71]), Buffer.alloc(3_000, 7)]), 'base64')],
    [
      'WebAssembly in base64',
      quoted(Buffer.concat([Buffer.from([0, 97, 115, 109]), Buffer.alloc(3_000, 7)]), 'base64'),
    ],
    [
      'compressed data',
      quoted(
        deflateSync(Buffer.from(Array.from({ length: 9_000 }, (_, index) => (index * index * 7919) % 251))),
        'base64',
      ),
    ],
    ['a short program in base64', quoted(PROGRAM.slice(0, 1_000), 'base64')],
    ['a table of numbers', `x = ${JSON.stringify(Array.from({ length: 300 }, (_, index) => index % 128))}`],
    ['codes of a text', `x = ${codes('the tide is high and the harbour is wide and')}`],
    ['a line of signs', `x = ${'([])'.repeat(90)}`],
    ['binary numbers', '00001111 1111000 '.repeat(50)],
    ['nothing', ''],
  ])('%s is not obfuscated', (_what, text) => {
    expect(obfuscationIn(text, 'javascript')).toEqual([]);
  });

  it('a compressed program is taken apart', () => {
    const random = Array.from({ length: 3_000 }, (_, index) => ((index * index * 7919) % 65_521).toString(36)).join('');
    const text = quoted(deflateSync(`import os\nos.system("echo tide")\n# ${random}`), 'base64');
    expect(obfuscationIn(text, 'python')).toEqual([expect.objectContaining({ by: 'base64-literal' })]);
  });

  it.each([
    ['[1,'.repeat(300_000)],
    [`[${'1,'.repeat(500_000)}`],
    ['"'.repeat(1_000_000)],
    ['a.push('.repeat(150_000)],
    ['_0x'.repeat(300_000)],
    ['\\u{00'.repeat(200_000)],
    ['l1'.repeat(500_000)],
    [`"${'A'.repeat(1_000_000)}`],
    [`shift parseInt ${'.push( a'.repeat(100_000)}`],
  ])('a hostile text takes no long time', (text) => {
    expect(() => obfuscationIn(text, 'javascript')).not.toThrow();
  });
});
