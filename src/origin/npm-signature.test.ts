import { sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { base64, pair } from '../../test/origin/keys.ts';
import { HARBOR } from '../../test/origin/statements.ts';
import { npmSignature } from './npm-signature.ts';
import { registryKeysIn } from './registry-keys.ts';

const signer = pair();
const other = pair();
const key = { keyid: 'SHA256:quay', key: base64(signer.spki), expires: null };
const keys = registryKeysIn({ keys: [key] }, 'program');
const signature = signed(HARBOR);

describe("a registry's signature", () => {
  test('over name, version and integrity is attested, with the key and who vouches for it', () => {
    expect(npmSignature(HARBOR, [signature], keys)).toEqual({
      outcome: 'attested',
      keyId: 'SHA256:quay',
      vouchedBy: 'program',
    });
  });

  test.each([
    ['name', { name: 'harbor-mpc' }],
    ['version', { version: '1.2.1' }],
    ['integrity', { integrity: `sha512-${base64(Buffer.alloc(64))}` }],
  ])('does not fit another %s, and what was compared is shown', (_which, change) => {
    const release = { ...HARBOR, ...change };
    expect(npmSignature(release, [signature], keys)).toEqual({
      outcome: 'mismatch',
      compared: {
        what: 'registry signature',
        expected: `SHA256:quay over ${release.name}@${release.version}:${release.integrity}`,
        observed: signature.signature,
      },
    });
  });

  test.each(['', 'lantern', base64(Buffer.from([0x30, 0x02, 0x02, 0x00]))])('"%s" is none', (text) => {
    expect(npmSignature(HARBOR, [{ keyId: 'SHA256:quay', signature: text }], keys).outcome).toBe('mismatch');
  });

  test('under an unknown key leaves it undetermined', () => {
    expect(npmSignature(HARBOR, [{ ...signature, keyId: 'SHA256:pier' }], keys)).toEqual({
      outcome: 'undetermined',
      reason: 'signed with a key that is not known',
    });
  });

  test('by the wrong key of two under one id contradicts', () => {
    expect(npmSignature(HARBOR, [signed(HARBOR, other)], keys).outcome).toBe('mismatch');
  });

  test.each([
    ['2026-05-04T09:00:02.000Z', 'undetermined'],
    ['2026-05-04T09:00:02.001Z', 'attested'],
  ])('with a key that ends at %s, for a release of 09:00:02.000, is %s', (expires, outcome) => {
    expect(npmSignature(HARBOR, [signature], registryKeysIn({ keys: [{ ...key, expires }] }, 'program')).outcome).toBe(
      outcome,
    );
  });

  test('with a key that has ended, for a release of an unknown day, is undetermined', () => {
    const ended = registryKeysIn({ keys: [{ ...key, expires: '2027-01-01T00:00:00.000Z' }] }, 'program');
    expect(npmSignature({ ...HARBOR, publishedAt: null }, [signature], ended).outcome).toBe('undetermined');
    expect(npmSignature({ ...HARBOR, publishedAt: null }, [signature], keys).outcome).toBe('attested');
  });

  test('with a key that came later is attested: a registry may sign its older releases again', () => {
    const publicKey = { rawBytes: base64(signer.spki), validFor: { start: '2026-06-01T00:00:00.000Z' } };
    const later = registryKeysIn(
      { keys: [{ keyId: 'SHA256:quay', keyUsage: 'npm:signatures', publicKey }] },
      'program',
    );
    expect(npmSignature(HARBOR, [signature], later).outcome).toBe('attested');
  });
});

describe('several signatures', () => {
  const unknown = { ...signature, keyId: 'SHA256:pier' };

  test('one that holds is enough beside one of an unknown key', () => {
    expect(npmSignature(HARBOR, [unknown, signature], keys).outcome).toBe('attested');
  });

  test('one that contradicts outweighs one that holds', () => {
    expect(npmSignature(HARBOR, [signature, signed(HARBOR, other)], keys).outcome).toBe('mismatch');
  });

  test('none, where others have some, is absent', () => {
    expect(npmSignature(HARBOR, [], keys).outcome).toBe('absent');
  });

  test('without an integrity there is nothing that was signed', () => {
    expect(npmSignature({ ...HARBOR, integrity: null }, [signature], keys).outcome).toBe('undetermined');
  });
});

function signed({ name, version, integrity }: typeof HARBOR, { privateKey } = signer) {
  return {
    keyId: 'SHA256:quay',
    signature: base64(sign('sha256', Buffer.from(`${name}@${version}:${integrity}`), privateKey)),
  };
}
