import { hash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { describe, expect, it, test } from 'vitest';

import { pack, unpack, type CachedResponse } from './envelope.ts';

function response(text: string, fields: Partial<CachedResponse> = {}): CachedResponse {
  const body = Buffer.from(text);
  return {
    status: 200,
    etag: '"tide-1"',
    lastModified: null,
    contentType: 'application/json',
    retrievedAt: '2026-06-29T12:00:00.000Z',
    sha256: hash('sha256', body),
    body,
    ...fields,
  };
}

const LONG = JSON.stringify(Array.from({ length: 500 }, (_, berth) => ({ name: 'io.github.tidewater/harbor', berth })));

describe('an envelope', () => {
  test.each([
    ['an empty body', response('')],
    ['a small body', response('{"high":"06:12"}')],
    ['a body with line breaks', response('{\n"high"\n:1}\n')],
    ['a large body', response(LONG)],
    ['an absence', response('not found', { status: 404, etag: null, contentType: null })],
  ])('gives back %s', (_case, kept) => {
    expect(unpack(pack(kept))).toEqual(kept);
  });

  it.each([
    ['gzip', gzipSync(LONG)],
    ['br', brotliCompressSync(LONG)],
  ] as const)('keeps a body as it came over the wire in %s, and gives it back decoded', (coding, bytes) => {
    const packed = pack(response(LONG, { encoded: { coding, bytes } }));
    expect(packed.includes(bytes)).toBe(true);
    expect(unpack(packed)).toEqual(response(LONG));
  });

  it('does not keep a body as it came where that is larger', () => {
    const packed = pack(response('tide', { encoded: { coding: 'gzip', bytes: gzipSync('tide') } }));
    expect(packed.length).toBeLessThan(pack(response('tide')).length + 1);
    expect(unpack(packed)).toEqual(response('tide'));
  });

  it('is a miss where it is larger than it says', () => {
    const bomb = { coding: 'gzip', bytes: gzipSync(Buffer.alloc(1_000_000)) } as const;
    expect(unpack(pack(response(LONG, { encoded: bomb })))).toBeNull();
  });

  it('is much smaller than a large body', () => {
    expect(pack(response(LONG)).length).toBeLessThan(LONG.length / 10);
  });

  it('is never larger than a header more, however random the body', () => {
    const noise = Buffer.from(Array.from({ length: 9_000 }, (_, index) => (index * 7919 * (index % 251)) % 256));
    const packed = pack(response('', { body: noise, sha256: hash('sha256', noise) }));
    expect(packed.length).toBeLessThan(noise.length + 400);
    expect(unpack(packed)?.body).toEqual(noise);
  });

  it.each([pack(response('{"high":"06:12"}')), pack(response(LONG))])(
    'is a miss with any one bit flipped',
    (packed) => {
      const misses = Array.from({ length: Math.min(packed.length, 400) }, (_, index) => {
        const damaged = Buffer.from(packed);
        damaged.writeUInt8(damaged.readUInt8(index) ^ 0x04, index);
        return unpack(damaged);
      });
      expect(misses.every((each) => each === null)).toBe(true);
    },
  );

  it('is a miss where it is cut anywhere', () => {
    const packed = pack(response('{"high":"06:12"}'));
    const cuts = Array.from({ length: packed.length }, (_, length) => unpack(packed.subarray(0, length)));
    expect(cuts.every((each) => each === null)).toBe(true);
  });

  it('is a miss where the digest is of another body', () => {
    expect(unpack(pack(response('{"high":"06:12"}', { sha256: hash('sha256', 'something else') })))).toBeNull();
  });

  it('is a miss where a header field has another shape', () => {
    expect(unpack(pack(response('{}', { retrievedAt: 'yesterday' })))).toBeNull();
  });
});
