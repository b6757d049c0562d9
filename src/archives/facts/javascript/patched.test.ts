import { describe, expect, test } from 'vitest';
import { saidByJavascript } from '../../../testing/javascript-facts.ts';

describe('replacing what others call is told', () => {
  test.each([
    [`globalThis.fetch = async () => {}`, 'assignment | globalThis.fetch'],
    [`window['fet' + 'ch'] = mine`, 'assignment | globalThis.fetch'],
    [`fetch = mine`, 'assignment | globalThis.fetch'],
    [`XMLHttpRequest.prototype.send = mine`, 'assignment | XMLHttpRequest.prototype.send'],
    [`const https = require('https'); https.request = mine`, 'assignment | https.request'],
    [`require('module')._load = mine`, 'assignment | module._load'],
    [`const Module = require('module'); Module.prototype.require = mine`, 'assignment | module.prototype.require'],
    [`JSON.parse = mine`, 'assignment | JSON.parse'],
    [`process.stdout.write = mine`, 'assignment | process.stdout.write'],
    [`window.ethereum.request = mine`, 'assignment | ethereum.request'],
    [`Object.defineProperty(globalThis, 'fetch', { value: mine })`, 'defineProperty | globalThis.fetch'],
    [`Object.assign(globalThis, { fetch: mine })`, 'assignment | globalThis.fetch'],
    [`Reflect.set(globalThis, 'fetch', mine)`, 'assignment | globalThis.fetch'],
  ])('%s', (code, said) => {
    expect(saidByJavascript(code, 'patched-global')).toEqual([said]);
  });
});

test.each([
  ['what a module exports', `module.exports = { fetch: mine }; exports.fetch = mine`],
  ['a member of the file’s own', `class Boat { constructor(options) { this.fetch = options.fetch ?? fetch } }`],
  ['a variable of the file’s own', `let fetch; fetch = mine`],
  ['a method for all lists', `Array.prototype.last = mine`],
  ['a prototype of its own', `const req = Object.create(require('http').IncomingMessage.prototype); req.get = mine`],
])('%s replaces nothing', (_, code) => {
  expect(saidByJavascript(code, 'patched-global')).toEqual([]);
});
