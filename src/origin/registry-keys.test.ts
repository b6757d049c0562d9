import { describe, expect, test } from 'vitest';
import { base64, pair } from '../../test/origin/keys.ts';
import { embeddedKeys, keyOf, registryKeysIn } from './registry-keys.ts';

const spki = base64(pair().spki);
const written = { keyid: 'SHA256:quay', keytype: 'ecdsa-sha2-nistp256', scheme: 'ecdsa-sha2-nistp256', key: spki };

describe("a registry's list of keys", () => {
  test('a key is for signatures and attestations, without a beginning', () => {
    const [key] = registryKeysIn({ keys: [{ ...written, expires: '2027-01-29T00:00:00.000Z' }] }, 'registry');
    expect(key).toMatchObject({
      id: 'SHA256:quay',
      uses: ['signatures', 'attestations'],
      validFrom: null,
      validUntil: '2027-01-29T00:00:00.000Z',
      vouchedBy: 'registry',
    });
  });

  test.each([
    ['that never expires', { expires: null }, 1],
    ['that does not say whether it expires', {}, 1],
    ['whose end is no time', { expires: 'soon' }, 0],
    ['without an id', { keyid: undefined }, 0],
    ['that is no key', { key: 'bGFudGVybg==' }, 0],
    ['that is longer than any', { key: 'A'.repeat(2_001) }, 0],
    ['on another curve', { key: base64(pair('P-384').spki) }, 0],
  ])('a key %s', (_which, change, count) => {
    expect(registryKeysIn({ keys: [{ ...written, ...change }] }, 'registry')).toHaveLength(count);
  });

  test.each([null, [[]], 'keys', { keys: 'none' }, { keys: [null, 7] }])('%j holds no keys', (document) => {
    expect(registryKeysIn(document, 'registry')).toEqual([]);
  });
});

describe("the program's own keys", () => {
  test('npm has had two, each for both uses, and the first has ended', async () => {
    const keys = await embeddedKeys();
    expect(
      keys.map(({ id, uses, validUntil }) => [id.slice(0, 11), ...uses, validUntil?.slice(0, 10) ?? null]),
    ).toEqual([
      ['SHA256:jl3b', 'signatures', '2025-01-29'],
      ['SHA256:jl3b', 'attestations', '2025-01-29'],
      ['SHA256:DhQ8', 'signatures', null],
      ['SHA256:DhQ8', 'attestations', null],
    ]);
    expect(keys.every(({ vouchedBy }) => vouchedBy === 'program')).toBe(true);
  });

  test('no registry replaces one of them under its id', () => {
    const own = registryKeysIn({ keys: [written] }, 'program');
    const served = registryKeysIn({ keys: [{ ...written, key: base64(pair().spki) }] }, 'registry');
    expect(keyOf([...served, ...own], 'SHA256:quay', 'signatures')).toBe(own[0]);
    expect(keyOf(served, 'SHA256:quay', 'signatures')).toBe(served[0]);
    expect(keyOf(served, 'SHA256:pier', 'signatures')).toBeNull();
  });

  test('a key for one use is not taken for the other', () => {
    const publicKey = { rawBytes: spki, validFor: { start: '2026-01-01T00:00:00.000Z' } };
    const keys = registryKeysIn(
      { keys: [{ keyId: 'SHA256:quay', keyUsage: 'npm:attestations', publicKey }] },
      'program',
    );
    expect(keyOf(keys, 'SHA256:quay', 'attestations')).toMatchObject({ validFrom: '2026-01-01T00:00:00.000Z' });
    expect(keyOf(keys, 'SHA256:quay', 'signatures')).toBeNull();
  });
});
