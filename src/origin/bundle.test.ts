import { describe, expect, test } from 'vitest';
import { authority, type Signing, SIGNED_AT } from '../../test/origin/authority.ts';
import type { Bundle } from '../../test/origin/bundle.ts';
import { base64, pair } from '../../test/origin/keys.ts';
import { HARBOR, provenanceStatement, publishStatement } from '../../test/origin/statements.ts';
import { openBundle } from './bundle.ts';
import { registryKeysIn } from './registry-keys.ts';
import { trustRootIn } from './trust-root.ts';

const instance = authority();
const root = trustRootIn(instance.trustedRoot, 'of the test');
const registry = { id: 'SHA256:quay', ...pair() };
const key = { keyId: registry.id, keyUsage: 'npm:attestations', publicKey: { rawBytes: base64(registry.spki) } };
const keys = registryKeysIn({ keys: [key] }, 'program');

describe('a bundle', () => {
  test('signed under a certificate opens, with the time that the log confirms', () => {
    expect(opened(instance.certified(provenanceStatement()))).toMatchObject({
      outcome: 'opened',
      statement: { predicateType: 'https://slsa.dev/provenance/v1' },
      key: null,
      signedAt: SIGNED_AT.toISOString(),
    });
  });

  test('signed with a key opens, without an identity', () => {
    expect(opened(instance.keyed(publishStatement(), registry))).toMatchObject({
      outcome: 'opened',
      certificate: null,
      key: { id: 'SHA256:quay' },
    });
  });

  test('with the certificates above it, as before version 0.3, opens too', () => {
    const { verificationMaterial, ...rest } = instance.certified(provenanceStatement());
    const { certificate, ...material } = verificationMaterial;
    const x509CertificateChain = { certificates: [certificate] };
    const mediaType = 'application/vnd.dev.sigstore.bundle+json;version=0.1';
    expect(opened({ ...rest, mediaType, verificationMaterial: { ...material, x509CertificateChain } }).outcome).toBe(
      'opened',
    );
  });
});

describe('a bundle that was changed', () => {
  test('its statement is about something else', () => {
    const forged = instance.certified(provenanceStatement());
    forged.dsseEnvelope.payload = base64(
      Buffer.from(JSON.stringify(provenanceStatement({ ...HARBOR, purl: 'pkg:npm/ferry@1.0.0' }))),
    );
    expect(opened(forged)).toMatchObject({
      outcome: 'mismatch',
      compared: {
        what: 'signature of the statement',
        expected: 'the key of its certificate over a statement about pkg:npm/ferry@1.0.0',
      },
    });
  });

  test('it is signed by another key than it says', () => {
    const forged = instance.keyed(publishStatement(), { ...pair(), id: registry.id });
    expect(opened(forged)).toMatchObject({
      outcome: 'mismatch',
      compared: { expected: 'SHA256:quay over a statement about pkg:npm/harbor-mcp@1.2.0' },
    });
  });

  test('its log entry is that of another statement', () => {
    const forged = instance.certified(provenanceStatement());
    forged.verificationMaterial.tlogEntries = instance.certified(publishStatement()).verificationMaterial.tlogEntries;
    expect(opened(forged)).toMatchObject({ outcome: 'mismatch', compared: { what: 'log entry' } });
  });

  test('its log entry says another time', () => {
    const forged = instance.certified(provenanceStatement());
    for (const entry of forged.verificationMaterial.tlogEntries) entry.integratedTime = '1777885260';
    expect(opened(forged)).toEqual({
      outcome: 'undetermined',
      reason: 'the trusted root of the test does not confirm that it was logged',
    });
  });
});

describe('a bundle that the trusted root does not lead to', () => {
  test('it was signed under another authority of the same name', () => {
    expect(opened(authority().certified(provenanceStatement()))).toEqual({
      outcome: 'undetermined',
      reason: 'the trusted root of the test does not lead to the certificate that signed it',
    });
  });

  test('the embedded root does not lead to an authority of a test', async () => {
    const { embeddedTrustRoot } = await import('./trust-root.ts');
    const answer = openBundle(instance.certified(provenanceStatement()), { root: await embeddedTrustRoot(), keys: [] });
    expect(answer).toMatchObject({ outcome: 'undetermined', reason: expect.stringContaining('of 2026-11-05') });
  });

  test.each([
    ['2026-05-04T08:59:59Z', 'undetermined'],
    ['2026-05-04T09:00:00Z', 'opened'],
  ])('an authority that ended at %s is %s for what was signed at 09:00:00', (end, outcome) => {
    const written = JSON.parse(JSON.stringify(instance.trustedRoot));
    written.certificateAuthorities[0].validFor.end = end;
    const ended = trustRootIn(written, 'of the test');
    expect(openBundle(instance.certified(provenanceStatement()), { root: ended, keys: [] }).outcome).toBe(outcome);
  });

  test.each([
    [{ isLoggedCertificate: false }, 'does not lead to the certificate that signed it'],
    [{ loggedAt: new Date('2026-05-04T09:10:01Z') }, 'does not lead to the certificate that signed it'],
  ] satisfies [Partial<Signing>, string][])('signed with %j', (signing, reason) => {
    expect(opened(instance.certified(provenanceStatement(), signing))).toEqual({
      outcome: 'undetermined',
      reason: `the trusted root of the test ${reason}`,
    });
  });

  test('a certificate still holds in its tenth minute', () => {
    const loggedAt = new Date('2026-05-04T09:10:00Z');
    expect(opened(instance.certified(provenanceStatement(), { loggedAt })).outcome).toBe('opened');
  });

  test('nothing shows when it was signed', () => {
    const unlogged = instance.certified(provenanceStatement());
    unlogged.verificationMaterial.tlogEntries = [];
    expect(opened(unlogged)).toMatchObject({
      outcome: 'undetermined',
      reason: 'the trusted root of the test does not confirm when it was signed',
    });
  });

  test.each([
    ['a key that is not known', [], 'signed with a key that is not known'],
    [
      'a key that ended before',
      [validFor({ end: '2026-05-04T09:00:00.000Z' })],
      'its key was not valid when it was signed',
    ],
    [
      'a key that came later',
      [validFor({ start: '2026-05-04T09:00:00.001Z' })],
      'its key was not valid when it was signed',
    ],
  ])('signed with %s', (_which, written, reason) => {
    const answer = openBundle(instance.keyed(publishStatement(), registry), {
      root,
      keys: registryKeysIn({ keys: written }, 'program'),
    });
    expect(answer).toMatchObject({ outcome: 'undetermined', reason: expect.stringContaining(reason) });
  });

  test('a key opens until the last millisecond and from the first', () => {
    const written = [validFor({ start: '2026-05-04T09:00:00.000Z', end: '2026-05-04T09:00:00.001Z' })];
    const fitting = registryKeysIn({ keys: written }, 'program');
    expect(openBundle(instance.keyed(publishStatement(), registry), { root, keys: fitting }).outcome).toBe('opened');
  });
});

describe('what is no bundle', () => {
  test.each([null, 7, 'bundle', [[]], {}, { mediaType: 'text/plain' }, { mediaType: 7, verificationMaterial: [] }])(
    '%j',
    (json) => {
      expect(opened(json)).toEqual({ outcome: 'undetermined', reason: 'its bundle cannot be read' });
    },
  );

  test.each<[string, (bundle: Bundle) => void]>([
    [
      'a certificate that is none',
      ({ verificationMaterial }) => (verificationMaterial.certificate = { rawBytes: 'bGFudGVybg==' }),
    ],
    [
      'a certificate nested too deep',
      ({ verificationMaterial }) => (verificationMaterial.certificate = { rawBytes: nested(9_000) }),
    ],
    ['no envelope', (bundle) => Reflect.deleteProperty(bundle, 'dsseEnvelope')],
    ['two signatures', ({ dsseEnvelope }) => dsseEnvelope.signatures.push(...dsseEnvelope.signatures)],
    ['a payload of another type', ({ dsseEnvelope }) => (dsseEnvelope.payloadType = 'text/plain')],
    ['a payload that is no statement', ({ dsseEnvelope }) => (dsseEnvelope.payload = 'e30=')],
    [
      'more log entries than are looked at',
      ({ verificationMaterial }) =>
        (verificationMaterial.tlogEntries = Array.from({ length: 9 }, () => verificationMaterial.tlogEntries).flat()),
    ],
    [
      'a checkpoint of a million digits',
      ({ verificationMaterial }) => {
        for (const { inclusionProof } of verificationMaterial.tlogEntries) {
          inclusionProof.checkpoint.envelope = `log\n${'9'.repeat(1_000_000)}\nAA==\n\n— log AAAAAAAA\n`;
        }
      },
    ],
    [
      'a proof of more hashes than any tree has levels',
      ({ verificationMaterial }) => {
        for (const { inclusionProof } of verificationMaterial.tlogEntries) {
          inclusionProof.hashes = Array.from({ length: 65 }, () => 'AAAA');
        }
      },
    ],
    [
      'timestamps that are none',
      ({ verificationMaterial }) =>
        (verificationMaterial.timestampVerificationData.rfc3161Timestamps = [{ signedTimestamp: 'AAAA' }]),
    ],
  ])('one with %s', (_which, change) => {
    const changed = instance.certified(provenanceStatement());
    change(changed);
    expect(opened(changed)).toEqual({ outcome: 'undetermined', reason: 'its bundle cannot be read' });
  });
});

function opened(json: unknown) {
  return openBundle(json, { root, keys });
}

function validFor(bounds: { readonly start?: string; readonly end?: string }) {
  return { ...key, publicKey: { ...key.publicKey, validFor: bounds } };
}

/** A DER sequence in a sequence in a sequence. */
function nested(depth: number): string {
  return base64(Buffer.concat(Array.from({ length: depth }, () => Buffer.from([0x30, 0x80]))));
}
