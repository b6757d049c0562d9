import { describe, expect, test } from 'vitest';
import { saidByJavascript } from '../../../testing/javascript-facts.ts';

describe('a call that asks the network says where it goes', () => {
  test.each([
    [`fetch('https://tidewater.invalid/tides')`, 'fetch | https://tidewater.invalid/tides'],
    [
      `await globalThis.fetch(new URL('/tides', 'https://tidewater.invalid'))`,
      'fetch | https://tidewater.invalid/tides',
    ],
    [`fetch(new Request('https://tidewater.invalid'))`, 'fetch | https://tidewater.invalid'],
    ['fetch(`https://tidewater.invalid/${place}/tides`)', 'fetch | https://tidewater.invalid/*/tides'],
    [`const HOST = 'tidewater.invalid'; fetch('https://' + HOST + '/a')`, 'fetch | https://tidewater.invalid/a'],
    [`fetch(process.env.HARBOR_URL ?? 'https://tidewater.invalid')`, 'fetch | https://tidewater.invalid'],
    [`fetch(url)`, 'fetch | '],
    [`fetch('/api/tides')`, 'fetch | '],
    [`import axios from 'axios'; axios.post('https://tidewater.invalid', x)`, 'axios.post | https://tidewater.invalid'],
    [
      `const axios = require('axios'); axios({ url: 'https://tidewater.invalid' })`,
      'axios | https://tidewater.invalid',
    ],
    [
      `import axios from 'axios'; const api = axios.create({ baseURL: 'https://tidewater.invalid' });`,
      'axios.create | https://tidewater.invalid',
    ],
    [
      `import axios from 'axios'; class Harbor { api = axios.create(); go() { this.api.get('https://tidewater.invalid') } }`,
      'axios.get | https://tidewater.invalid',
    ],
    [`import got from 'got'; got.post('https://tidewater.invalid')`, 'got.post | https://tidewater.invalid'],
    [`import nf from 'node-fetch'; nf('https://tidewater.invalid')`, 'node-fetch | https://tidewater.invalid'],
    [
      `import { request } from 'undici'; request('https://tidewater.invalid')`,
      'undici.request | https://tidewater.invalid',
    ],
    [`require('superagent').post('https://tidewater.invalid')`, 'superagent.post | https://tidewater.invalid'],
    [`require('https').get('https://tidewater.invalid', done)`, 'https.get | https://tidewater.invalid'],
    [
      `const https = require('node:https'); https.request({ hostname: 'tidewater.invalid', path: '/a', method: 'POST' }, done)`,
      'https.request | https://tidewater.invalid/a',
    ],
    [
      `const options = { host: 'tidewater.invalid', port: 8443 }; require('https').request(options)`,
      'https.request | https://tidewater.invalid:8443',
    ],
    [
      `const options = {}; options.hostname = 'tidewater.invalid'; require('http').request(options)`,
      'http.request | http://tidewater.invalid',
    ],
    [
      `const x = new XMLHttpRequest(); x.open('POST', 'https://tidewater.invalid')`,
      'XMLHttpRequest().open | https://tidewater.invalid',
    ],
    [`new WebSocket('wss://tidewater.invalid/live')`, 'WebSocket | wss://tidewater.invalid/live'],
    [`import WebSocket from 'ws'; new WebSocket('wss://tidewater.invalid')`, 'ws | wss://tidewater.invalid'],
    [`new EventSource('https://tidewater.invalid')`, 'EventSource | https://tidewater.invalid'],
    [`navigator.sendBeacon('https://tidewater.invalid', x)`, 'navigator.sendBeacon | https://tidewater.invalid'],
    ['require("dns").lookup(`${secret}.tidewater.invalid`, done)', 'dns.lookup | *.tidewater.invalid'],
    [
      `import { promises as dns } from 'dns'; dns.resolveTxt('x.tidewater.invalid')`,
      'dns.promises.resolveTxt | x.tidewater.invalid',
    ],
  ])('%s', (code, said) => {
    expect(saidByJavascript(code, 'request')).toEqual([said]);
  });
});

test('each destination that a call may have is told', () => {
  const code = `const url = test ? 'https://quay.invalid' : 'https://tidewater.invalid'; fetch(url)`;
  expect(saidByJavascript(code, 'request')).toEqual([
    'fetch | https://quay.invalid',
    'fetch | https://tidewater.invalid',
  ]);
});

test.each([
  ['a method of the same name on something else', `cache.get('https://tidewater.invalid')`],
  ['a function of the file’s own', `function fetch(url) {} fetch('https://tidewater.invalid')`],
  ['a parameter', `function go(fetch) { fetch('https://tidewater.invalid') }`],
  ['a comment', `// fetch('https://tidewater.invalid')`],
  ['a type', `declare function fetch(url: 'https://tidewater.invalid'): void;`],
])('%s asks nothing', (_, code) => {
  expect(saidByJavascript(code, 'request')).toEqual([]);
});

test('an address in a recognised call is told once, elsewhere as an address', () => {
  expect(saidByJavascript(`fetch('https://tidewater.invalid')`, 'address')).toEqual([]);
  expect(saidByJavascript(`cache.get('https://tidewater.invalid')`, 'address')).toEqual([
    'literal | https://tidewater.invalid',
  ]);
});
