import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { javascriptFacts } from '../../../testing/javascript-facts.ts';

const URL = 'https://tidewater.invalid/t';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const hex = (text: string) => Buffer.from(text).toString('hex');
const codes = (text: string, key = 0) => [...text].map((letter) => letter.charCodeAt(0) ^ key).join(', ');
const backwards = (text: string) => [...text].toReversed().join('');
const escaped = (text: string) => [...text].map((letter) => `\\x${letter.charCodeAt(0).toString(16)}`).join('');
const wide = (text: string) => [...text].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join('');
const percent = (text: string) => [...text].map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
const xored = (text: string, key: string) =>
  hex(
    [...text].map((letter, at) => String.fromCharCode(letter.charCodeAt(0) ^ key.charCodeAt(at % key.length))).join(''),
  );

describe('a destination is seen through', () => {
  test.each([
    ['concatenation', `fetch('https://' + 'tide' + 'water.invalid' + '/t')`],
    ['concatenation', `const a = 'https://tide', b = 'water.invalid'; fetch(a + b + '/t')`],
    ['concatenation', `let u = 'https'; u += '://tide'; u += 'water.invalid/t'; fetch(u)`],
    ['concatenation', 'const host = "tidewater" + ".invalid"; fetch(`https://${host}/t`)'],
    ['array-join', `fetch(['https:', '', 'tidewater.invalid', 't'].join('/'))`],
    [
      'array-join',
      `const parts = []; parts.push('https://'); parts.push('tidewater.invalid/t'); fetch(parts.join(''))`,
    ],
    ['char-codes', `fetch(String.fromCharCode(${codes(URL)}))`],
    ['char-codes', `fetch(String.fromCharCode(...[${codes(URL)}]))`],
    ['char-codes', `fetch(String.fromCharCode.apply(null, [${codes(URL)}]))`],
    ['char-codes', `const c = [${codes(URL)}]; fetch(c.map((x) => String.fromCharCode(x)).join(''))`],
    ['char-codes', `fetch([${codes(URL)}].map((x) => String.fromCodePoint(x)).join(''))`],
    ['char-codes', `fetch(Array.from([${codes(URL)}], (x) => String.fromCharCode(x)).join(''))`],
    ['char-codes', `fetch([${codes(URL)}].reduce((text, x) => text + String.fromCharCode(x), ''))`],
    ['char-codes', `fetch(new TextDecoder().decode(new Uint8Array([${codes(URL)}])))`],
    ['char-codes', `fetch(Buffer.from([${codes(URL)}]).toString())`],
    ['xor', `const k = 42; fetch([${codes(URL, 42)}].map((x) => String.fromCharCode(x ^ k)).join(''))`],
    [
      'xor',
      `function open(text, key) { const bytes = Buffer.from(text, 'hex'); let out = ''; for (let i = 0; i < bytes.length; i++) { out += String.fromCharCode(bytes[i] ^ key.charCodeAt(i % key.length)); } return out; }
       fetch(open('${xored(URL, 'quay')}', 'quay'))`,
    ],
    ['base64', `fetch(atob('${base64(URL)}'))`],
    ['base64', `fetch(Buffer.from('${base64(URL)}', 'base64').toString('utf8'))`],
    ['base64', `const open = (x) => Buffer.from(x, 'base64').toString(); fetch(open('${base64(URL)}'))`],
    ['base64', `class Chart { open(x) { return atob(x) } }; const enc = '${base64(URL)}'; fetch(window.atob(enc))`],
    ['base64', `fetch(atob(atob('${base64(base64(URL))}')))`],
    ['hex', `fetch(Buffer.from('${hex(URL)}', 'hex').toString())`],
    ['char-codes', `fetch('${hex(URL)}'.match(/.{1,2}/g).map((x) => String.fromCharCode(parseInt(x, 16))).join(''))`],
    [
      'char-codes',
      `const open = (x) => { let out = ''; for (let i = 0; i < x.length; i += 2) out += String.fromCharCode(parseInt(x.substr(i, 2), 16)); return out }; fetch(open('${hex(URL)}'))`,
    ],
    ['escapes', `fetch('${escaped(URL)}')`],
    ['escapes', `fetch('${wide(URL)}')`],
    ['percent-encoding', `fetch(decodeURIComponent('${percent(URL)}'))`],
    ['percent-encoding', `fetch(unescape('${percent(URL)}'))`],
    ['reversed', `fetch('${backwards(URL)}'.split('').reverse().join(''))`],
    ['reversed', `fetch([...'${backwards(URL)}'].reverse().join(''))`],
    ['reversed', `fetch('${backwards(URL)}'['split']('')['reverse']()['join'](''))`],
    ['replacement', `fetch('${[...URL].join('#')}'.replace(/#/g, ''))`],
    ['replacement', `fetch('${URL.replace('tidewater', 'XX')}'.replace('XX', 'tidewater'))`],
    [
      'compression',
      `fetch(require('zlib').inflateSync(Buffer.from('${deflateSync(URL).toString('base64')}', 'base64')).toString())`,
    ],
    ['array-join', `(function (fetch_, parts) { fetch_(parts.join('')) })(fetch, ['https://tidewater', '.invalid/t'])`],
  ])('%s: %s', (technique, code) => {
    const [request, ...more] = javascriptFacts(code, 'request');
    expect(request).toMatchObject({ value: URL });
    expect(request?.folded).toContain(technique);
    expect(more).toEqual([]);
  });
});

describe('a destination stands there without being hidden', () => {
  test.each([
    ['a text', `fetch('${URL}')`],
    ['a template', `fetch(\`${URL}\`)`],
    ['a variable', `const url = '${URL}'; fetch(url)`],
    ['a member', `const harbor = { api: { url: '${URL}' } }; fetch(harbor.api.url)`],
    ['a computed member', `const harbor = { url: '${URL}' }; fetch(harbor['url'])`],
    ['an element', `const urls = ['a', '${URL}']; fetch(urls[1])`],
    ['a member of an enumeration', `enum Harbor { Url = '${URL}' } fetch(Harbor.Url)`],
    ['a member of a class', `class Harbor { url = '${URL}'; go() { fetch(this.url) } }`],
    ['a default', `function go(url = '${URL}') { fetch(url) }`],
    ['a default of an option', `const { url = '${URL}' } = options; fetch(url)`],
    ['a function that returns it', `const url = () => '${URL}'; fetch(url())`],
    ['a frozen object', `const harbor = Object.freeze({ url: '${URL}' }); fetch(harbor.url)`],
  ])('%s', (_, code) => {
    expect(javascriptFacts(code, 'request')).toMatchObject([{ value: URL }]);
    expect(javascriptFacts(code, 'request')[0]?.folded).toBeUndefined();
  });
});

test.each([
  ['is put together from what a caller gives', `function go(host) { fetch('https://' + host) }`],
  ['is begun by one of two values', `var url = 'https://one.invalid'; url = other(); fetch(url + '/t')`],
  ['is taken from a list that is turned', `const l = ['a', '${URL}']; l.push(l.shift()); fetch(l[1])`],
  ['is made of itself', `const a = b + 'x'; const b = a; fetch(a)`],
  ['comes of a pattern that is run', `fetch('aaaa'.replace(/(a+)+$/, '${URL}'))`],
])('a destination that %s is not constant', (_, code) => {
  expect(javascriptFacts(code, 'request')).toMatchObject([{ value: '' }]);
});

describe('what was made unreadable is told as decoded', () => {
  test.each([
    [`atob('${base64('the tide is in')}')`, 'base64', 'the tide is in'],
    [`const x = Buffer.from('${hex('the tide is in')}', 'hex').toString()`, 'hex', 'the tide is in'],
    [`String.fromCharCode(${codes('the tide is in')})`, 'char-codes', 'the tide is in'],
    [`x = '${escaped('the tide is in')}'`, 'escapes', 'the tide is in'],
    [`x = '${backwards(URL)}'`, 'reversed', URL],
    [`x = '${base64(URL)}'`, 'base64', URL],
    [`x = '${hex(URL)}'`, 'hex', URL],
  ])('%s', (code, by, value) => {
    expect(javascriptFacts(code, 'decoding')).toMatchObject([{ by, value }]);
  });

  test.each([
    ['a line break by its code', `String.fromCharCode(13, 10)`],
    ['a few signs', `x = '\\x1b[0m\\u2026'`],
    ['what is not constant', `atob(value)`],
    ['bytes that say nothing', `Buffer.from('/////////w==', 'base64').toString()`],
    ['a text that stands there', `['the', 'tide', 'is in'].join(' ')`],
    ['a word that happens to be base64', `x = 'abcdefghijklmnopqrstuvwx'`],
  ])('%s is not', (_, code) => {
    expect(javascriptFacts(code, 'decoding')).toEqual([]);
  });

  test('and where it leads is told with it', () => {
    expect(javascriptFacts(`send(atob('${base64(URL)}'))`, 'address')).toMatchObject([
      { value: URL, folded: ['base64'] },
    ]);
  });
});
