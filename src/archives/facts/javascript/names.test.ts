import { describe, expect, test } from 'vitest';
import { saidByJavascript } from '../../../testing/javascript-facts.ts';

const RUN = ['child_process.exec | tide'];

describe('a process start is known by whatever name', () => {
  test.each([
    ['a default import', `import cp from 'node:child_process'; cp.exec('tide')`],
    ['all of a module', `import * as cp from 'child_process'; cp.exec('tide')`],
    ['an import under another name', `import { exec as go } from 'child_process'; go('tide')`],
    ['require', `require('child_process').exec('tide')`],
    ['require, taken apart', `const { exec: go } = require('child_process'); go('tide')`],
    ['a variable of a variable', `const a = require('child_process'); const b = a; const go = b.exec; go('tide')`],
    ['a computed member', `require('child_process')['ex' + 'ec']('tide')`],
    ['a computed module', `require('child' + '_process').exec('tide')`],
    ['a module in base64', `require(atob('${Buffer.from('child_process').toString('base64')}')).exec('tide')`],
    ['a dynamic import', `const { exec } = await import('node:child_process'); exec('tide')`],
    ['a dynamic import with then', `import('child_process').then(({ exec }) => exec('tide'))`],
    [
      'createRequire',
      `import { createRequire } from 'module'; const load = createRequire(import.meta.url); load('child_process').exec('tide')`,
    ],
    ['process.mainModule', `process.mainModule.require('child_process').exec('tide')`],
    ['Module._load', `module.constructor._load('child_process').exec('tide')`],
    ['the module module', `require('module')._load('child_process').exec('tide')`],
    ['the global object', `globalThis.require('child_process').exec('tide')`],
    ['a sequence', `(0, require('child_process').exec)('tide')`],
    ['call', `require('child_process').exec.call(null, 'tide')`],
    ['bind', `const go = require('child_process').exec.bind(null); go('tide')`],
    ['promisify', `const { promisify } = require('util'); promisify(require('child_process').exec)('tide')`],
    ['an object of its own', `const boat = { go: require('child_process').exec }; boat.go('tide')`],
    [
      'a member of a class',
      `class Boat { constructor() { this.cp = require('child_process') } go() { this.cp.exec('tide') } }`,
    ],
    ['a parameter of a function called in place', `((cp) => { cp.exec('tide') })(require('child_process'))`],
    ['a choice', `const cp = maybe || require('child_process'); cp.exec('tide')`],
    [
      'esbuild’s wrapper',
      `var __toESM = (a) => a; var import_cp = __toESM(require('child_process')); (0, import_cp.exec)('tide')`,
    ],
    ['esbuild’s wrapper, renamed', `var q = (a, b) => b; var z = q(require('child_process'), 1); z.exec('tide')`],
    [
      'esbuild’s require',
      `var __require = ((x) => typeof require !== 'undefined' ? require : x)(function () {}); __require('child_process').exec('tide')`,
    ],
    [
      'webpack’s table',
      `(() => { var t = { 81: (e) => { e.exports = require('child_process') } }; function n(i) { return t[i] } const c = n(81); c.exec('tide') })()`,
    ],
    [
      'browserify’s parameter',
      `({ 1: [function (require, module, exports) { require('child_process').exec('tide') }] })`,
    ],
    ['TypeScript’s import', `import cp = require('child_process'); cp.exec('tide')`],
    ['a cast', `(require('child_process') as any).exec('tide')`],
    ['optional chaining', `require('child_process')?.exec?.('tide')`],
  ])('%s', (_, code) => {
    expect(saidByJavascript(code, 'process')).toEqual(RUN);
  });
});

test.each([
  ['an import of the same name', `import { exec } from './harbor.js'; exec('tide')`],
  ['a function of the same name', `const cp = { exec() {} }; cp.exec('tide')`],
  ['a name that is shadowed', `import cp from 'child_process'; function go(cp) { cp.exec('tide') }`],
  ['a name that leads back to itself', `const a = b; const b = a; a.exec('tide')`],
  ['a require of the file’s own', `const require = (name) => ({ exec() {} }); require('child_process').exec('tide')`],
])('%s is no process start', (_, code) => {
  expect(saidByJavascript(code, 'process')).toEqual([]);
});

test('names are looked up where they stand', () => {
  const code = `
    function ask(e) { e.post('https://one.invalid') }
    function go() { const e = require('axios'); e.post('https://two.invalid') }`;
  expect(saidByJavascript(code, 'request')).toEqual(['axios.post | https://two.invalid']);
});
