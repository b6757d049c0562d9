import { describe, expect, test } from 'vitest';
import { javascriptFacts, saidByJavascript } from '../../../testing/javascript-facts.ts';

const IN_BASE64 = Buffer.from(`console.log('the tide is in')`).toString('base64');

describe('text that is run as code is told', () => {
  test.each([
    [`eval('tide()')`, 'eval | tide()'],
    [`(0, eval)(code)`, 'eval | '],
    [`globalThis['ev' + 'al'](code)`, 'eval | '],
    [`Reflect.get(globalThis, 'eval')(code)`, 'eval | '],
    [`new Function('a', 'return a')`, 'Function | return a'],
    [`Function(code)()`, 'Function | '],
    [`[].constructor.constructor('tide()')()`, 'Function | tide()'],
    [`(() => {}).constructor('tide()')()`, 'Function | tide()'],
    [
      `const AsyncFunction = Object.getPrototypeOf(async function () {}).constructor; new AsyncFunction(code)`,
      'Function | ',
    ],
    [`require('vm').runInThisContext(code)`, 'vm.runInThisContext | '],
    [`import vm from 'node:vm'; new vm.Script(code)`, 'vm.Script | '],
    [`const Module = require('module'); const m = new Module('x'); m._compile(code, '')`, 'module()._compile | '],
    [`setTimeout('tide()', 10)`, 'setTimeout | tide()'],
    [`import { Worker } from 'worker_threads'; new Worker(code, { eval: true })`, 'Worker | '],
    [`import('data:text/javascript,tide()')`, 'import of data | tide()'],
  ])('%s', (code, said) => {
    expect(saidByJavascript(code, 'execution')).toEqual([said]);
  });

  test.each([
    ['a timer with a function', `setTimeout(() => tide(), 10); setTimeout(tide, 10)`],
    ['a method called eval', `redis.eval('return 1')`],
    ['a type', `type Run = Function; let x: Function;`],
    ['comparing a class', `if (value.constructor === Object) tide()`],
  ])('%s is none', (_, code) => {
    expect(saidByJavascript(code, 'execution', 'decoded-execution')).toEqual([]);
  });
});

describe('what is decoded and then run is told', () => {
  test.each([
    ['in one expression', `eval(atob('${IN_BASE64}'))`, 'eval of base64'],
    [
      'through a variable',
      `const code = Buffer.from('${IN_BASE64}', 'base64').toString(); eval(code)`,
      'eval of base64',
    ],
    ['not constant', `eval(Buffer.from(payload, 'base64').toString())`, 'eval of base64'],
    [
      'through a function',
      `function open(x) { return Buffer.from(x, 'hex').toString() } new Function(open(payload))()`,
      'Function of hex',
    ],
    [
      'through a member',
      `class Boat { load() { this.code = atob(payload) } run() { eval(this.code) } }`,
      'eval of base64',
    ],
    ['from character codes', `eval(String.fromCharCode(116, 105, 100, 101, 40, 41))`, 'eval of char-codes'],
    ['compressed', `const z = require('zlib'); eval(z.inflateSync(payload).toString())`, 'eval of compression'],
    [
      'decrypted',
      `const c = require('crypto'); const d = c.createDecipheriv('aes-256-cbc', k, iv); eval(d.update(x) + d.final())`,
      'eval of decryption',
    ],
    ['from a response', `fetch(u).then((r) => r.text()).then((code) => eval(code))`, 'eval of response'],
    [
      'from an awaited one',
      `const r = await fetch(u); const code = await r.text(); (0, eval)(code)`,
      'eval of response',
    ],
    [
      'from one that arrives in parts',
      `require('https').get(u, (r) => { let all = ''; r.on('data', (part) => { all += part; }); r.on('end', () => new Function(all)()); })`,
      'Function of response',
    ],
    [
      'as a command',
      `require('child_process').exec(Buffer.from('${Buffer.from('tide --in').toString('base64')}', 'base64').toString())`,
      'child_process.exec of base64',
    ],
    ['as an imported text', `import('data:text/javascript;base64,${IN_BASE64}')`, 'import of base64'],
  ])('%s', (_, code, by) => {
    expect(javascriptFacts(code, 'decoded-execution').map((fact) => fact.by)).toEqual([by]);
  });

  test.each([
    ['decoding a picture', `const picture = Buffer.from(data, 'base64'); show(picture)`],
    ['running a text of the file', `eval('tide()')`],
    [
      'a command that a response is part of',
      'const { name } = await (await fetch(u)).json(); require("child_process").exec(`git tag ${name}`)',
    ],
    ['compiling WebAssembly that stands in base64', `WebAssembly.compile(Buffer.from(bytes, 'base64'))`],
  ])('%s is not', (_, code) => {
    expect(saidByJavascript(code, 'decoded-execution')).toEqual([]);
  });
});

test('what a constant program does that is run is told as well', () => {
  const inner = `require('child_process').exec('tide --in'); fetch('https://quay.invalid')`;
  const code = `eval(atob('${Buffer.from(inner).toString('base64')}'))`;
  expect(javascriptFacts(code, 'request', 'process')).toMatchObject([
    { kind: 'process', value: 'tide --in', folded: ['base64'], line: 1 },
    { kind: 'request', value: 'https://quay.invalid', folded: ['base64'], line: 1 },
  ]);
});
