import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

import { describe, expect, it, test } from 'vitest';

import { decode, excerptOf } from './decode.ts';

const tides = Buffer.from(JSON.stringify({ high: '06:12', low: '12:30' }));

describe('decode', () => {
  test.each([
    ['no coding', tides, null],
    ['identity', tides, 'identity'],
    ['gzip', gzipSync(tides), 'gzip'],
    ['gzip in capitals', gzipSync(tides), 'GZIP'],
    ['x-gzip', gzipSync(tides), 'x-gzip'],
    ['br', brotliCompressSync(tides), 'br'],
    ['deflate', deflateSync(tides), 'deflate'],
    ['deflate without its wrapper', deflateRawSync(tides), 'deflate'],
    ['two codings, the last one outermost', brotliCompressSync(gzipSync(tides)), 'gzip, br'],
  ])('gives the same bytes for %s', (_coding, body, contentEncoding) => {
    expect(decode(body, contentEncoding, 1_000)).toMatchObject({ outcome: 'decoded', body: tides });
  });

  test.each([
    ['gzip', gzipSync(Buffer.alloc(1_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(1_000_000))],
    ['deflate', deflateSync(Buffer.alloc(1_000_000))],
    ['deflate', deflateRawSync(Buffer.alloc(1_000_000))],
  ])('stops a %s bomb at the bound', (coding, bomb) => {
    expect(bomb.length).toBeLessThan(5_000);
    expect(decode(bomb, coding, 999_999)).toEqual({ outcome: 'too-large' });
    expect(decode(bomb, coding, 1_000_000).outcome).toBe('decoded');
  });

  test.each([
    ['a cut body', gzipSync(tides).subarray(0, 20), 'gzip'],
    ['another coding than it says', tides, 'gzip'],
    ['a coding we do not know', tides, 'compress'],
    ['more codings than anyone means', tides, 'gzip, gzip, gzip'],
  ])('does not guess at %s', (_case, body, contentEncoding) => {
    expect(decode(body, contentEncoding, 1_000).outcome).toBe('undecodable');
  });
});

describe('excerptOf', () => {
  it('gives the first 4,096 characters of a long refusal', () => {
    expect(excerptOf(Buffer.from('ä'.repeat(10_000)), null)).toBe('ä'.repeat(4_096));
  });

  it('reads a compressed refusal', () => {
    expect(excerptOf(gzipSync('closed on Sundays'), 'gzip')).toBe('closed on Sundays');
  });

  it('is empty where the refusal cannot be decoded', () => {
    expect(excerptOf(Buffer.from('x'), 'gzip')).toBe('');
  });
});
