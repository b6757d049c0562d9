import { expect, test } from 'vitest';
import { authority } from '../../test/origin/authority.ts';
import { embeddedTrustRoot, trustRootIn } from './trust-root.ts';

test('the embedded root has the authorities and logs of the public instance, and is read once', async () => {
  const root = await embeddedTrustRoot();
  expect(root.label).toBe('of 2026-11-05');
  expect(root.material.tlogs.map(({ baseURL }) => baseURL)).toEqual([
    'https://rekor.sigstore.dev',
    'https://log2025-1.rekor.sigstore.dev',
  ]);
  expect(root.material.certificateAuthorities).toHaveLength(2);
  expect(await embeddedTrustRoot()).toBe(root);
});

test("a root of one's own takes its place", () => {
  const { trustedRoot } = authority();
  expect(trustRootIn(trustedRoot, 'of the harbour').material.certificateAuthorities).toHaveLength(1);
});

test.each([null, 7, [[]], {}, { mediaType: 'application/json' }])('%j is no trusted root', (document) => {
  expect(() => trustRootIn(document, 'of the test')).toThrow(new TypeError('this is no trusted root'));
});

test.each([
  { tlogs: [{}] },
  { tlogs: [{ publicKey: { rawBytes: 'AAAA' }, logId: { keyId: 'AAAA' } }] },
  { certificateAuthorities: [{ certChain: { certificates: [{ rawBytes: 'AAAA' }] } }] },
  { certificateAuthorities: 7 },
])('a trusted root of %j cannot be read', (change) => {
  expect(() => trustRootIn({ ...authority().trustedRoot, ...change }, 'of the test')).toThrow(
    new TypeError('the trusted root cannot be read'),
  );
});
