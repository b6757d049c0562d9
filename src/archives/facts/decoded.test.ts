import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  base64Bytes,
  decodeBase64,
  decodeHex,
  fromCharCodes,
  inflated,
  readable,
  reversed,
  rot13,
  xored,
} from './decoded.ts';

const SAID = 'curl https://quay.invalid/tide';

describe('decodeBase64', () => {
  it.each([
    ['as it is', Buffer.from(SAID).toString('base64')],
    ['in the URL alphabet', Buffer.from(SAID).toString('base64url')],
    [
      'over several lines',
      (
        Buffer.from(SAID)
          .toString('base64')
          .match(/.{1,10}/g) ?? []
      ).join('\n'),
    ],
    ['of UTF-16, as PowerShell takes it', Buffer.from(SAID, 'utf16le').toString('base64')],
  ])('base64 %s', (_how, text) => {
    expect(decodeBase64(text)).toBe(SAID);
  });

  it.each([
    ['a word', 'password'],
    ['a picture', Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13]).toString('base64')],
    ['a short text', 'dGlkZQ'],
    ['a sentence', 'the tide is high'],
    ['nothing', ''],
  ])('%s says nothing', (_what, text) => {
    expect(decodeBase64(text)).toBeNull();
  });

  it('reads no further than 100,000 characters', () => {
    const text = Buffer.from('tide'.repeat(100_000)).toString('base64');
    expect(decodeBase64(text)).toHaveLength(75_000);
  });
});

it.each([
  [Buffer.from(SAID).toString('hex'), SAID],
  [`0x${Buffer.from(SAID).toString('hex')}`, SAID],
  ['abc', null],
  ['ffffffffffffffff', null],
  ['tidewater', null],
])('hex %s says %s', (text, expected) => {
  expect(decodeHex(text)).toBe(expected);
});

it.each([
  ['zlib', deflateSync(SAID)],
  ['gzip', gzipSync(SAID)],
  ['raw deflate', deflateRawSync(SAID)],
])('%s is taken apart', (_format, bytes) => {
  expect(inflated(bytes)).toBe(SAID);
});

it.each([
  ['a bomb', gzipSync(Buffer.alloc(1_000_000, 97))],
  ['compressed bytes', gzipSync(Buffer.from([0, 255, 0, 255, 1, 2, 3]))],
  ['no archive', Buffer.from('tide')],
  ['nothing', Buffer.alloc(0)],
])('%s says nothing', (_what, bytes) => {
  expect(inflated(bytes)).toBeNull();
});

it.each([
  [[104, 105], 'hi'],
  [[128_031], '\u{1F41F}'],
  [[], null],
  [[-1], null],
  [[1.5], null],
  [[0x11_00_00], null],
])('the codes %j spell %s', (codes, expected) => {
  expect(fromCharCodes(codes)).toBe(expected);
});

it('turns, rotates and joins by a key', () => {
  expect(reversed(reversed(SAID))).toBe(SAID);
  expect(rot13('Uvtu gvqr, 2026')).toBe('High tide, 2026');
  const key = Buffer.from('quay');
  expect(xored(xored(Buffer.from(SAID), key) ?? Buffer.alloc(0), key)?.toString()).toBe(SAID);
  expect(xored(Buffer.from(SAID), Buffer.alloc(0))).toBeNull();
});

it.each([
  ['tide\n\ttable', true],
  ['潮汐表', true],
  ['harbour ⚓️ 🌊', true],
  ['', false],
  ['\u0000\u0001\u0002', false],
  [`${'a'.repeat(95)}${'\u0000'.repeat(5)}`, true],
  [`${'a'.repeat(94)}${'\u0000'.repeat(6)}`, false],
])('%j is readable: %s', (text, expected) => {
  expect(readable(text)).toBe(expected);
});

it('bytes are given where the text is base64, whatever they say', () => {
  expect(base64Bytes('AAECAwQFBgc=')).toEqual(Buffer.from([0, 1, 2, 3, 4, 5, 6, 7]));
  expect(base64Bytes('not base64!')).toBeNull();
});
