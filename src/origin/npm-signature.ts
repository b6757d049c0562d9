import { verify } from 'node:crypto';
import { absent, type Answer, combined, mismatch, undetermined } from './answer.ts';
import { keyOf, type RegistryKey } from './registry-keys.ts';

export interface SignedRelease {
  readonly name: string;
  readonly version: string;
  /** As the registry writes it, several digests included: it is signed as text. */
  readonly integrity: string | null;
  /** RFC 3339. */
  readonly publishedAt: string | null;
}

/** One of `dist.signatures`. */
export interface RegistrySignature {
  readonly keyId: string;
  /** DER in base64. */
  readonly signature: string;
}

/** Which key signed, and who vouches for that key. */
export interface SignedBy {
  readonly keyId: string;
  readonly vouchedBy: RegistryKey['vouchedBy'];
}

/** A registry that changes its key signs with the old and the new one for a while. */
const MAX_SIGNATURES = 8;

/**
 * Whether an npm registry signed this name, version and integrity (https://docs.npmjs.com/about-registry-signatures).
 *
 * A signature carries no time, so the release's publishing time stands for it: a key that had expired by then did not sign it in good
 * time, which leaves the origin undetermined. The beginning of a key's validity is no bound, since a registry may sign its older
 * releases again. A signature that a known key did not make over these texts is a mismatch, whatever the others are.
 */
export function npmSignature(
  release: SignedRelease,
  signatures: readonly RegistrySignature[],
  keys: readonly RegistryKey[],
): Answer<SignedBy> {
  const { integrity } = release;
  if (signatures.length === 0) return absent('its registry signed other releases and not this one');
  if (integrity === null) return undetermined('its registry gives no integrity that could be signed');
  const answers = signatures
    .slice(0, MAX_SIGNATURES)
    .map((signature) => checked({ ...release, integrity }, signature, keys));
  return combined(answers, undetermined('it has no signatures'));
}

function checked(
  { name, version, integrity, publishedAt }: SignedRelease & { readonly integrity: string },
  { keyId, signature }: RegistrySignature,
  keys: readonly RegistryKey[],
): Answer<SignedBy> {
  const found = keyOf(keys, keyId, 'signatures');
  if (found === null) return undetermined('signed with a key that is not known');
  const { key, validUntil, vouchedBy } = found;
  const message = `${name}@${version}:${integrity}`;
  if (!verify('sha256', Buffer.from(message), key, Buffer.from(signature, 'base64'))) {
    return mismatch({ what: 'registry signature', expected: `${keyId} over ${message}`, observed: signature });
  }
  if (validUntil !== null && publishedAt === null) {
    return undetermined('signed with a key that has expired, and the publishing time is not known');
  }
  if (validUntil !== null && publishedAt !== null && Date.parse(publishedAt) >= Date.parse(validUntil)) {
    return undetermined('signed with a key that had expired when it was published');
  }
  return { outcome: 'attested', keyId, vouchedBy };
}
