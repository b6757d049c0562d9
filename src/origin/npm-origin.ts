import type { Get } from '../fetch/port.ts';
import { type Absent, absent, type Answer, undetermined, type Undetermined } from './answer.ts';
import { ask, pathSegment } from './ask.ts';
import type { NpmAttestations } from './npm-attestations.ts';
import { npmSignature, type SignedBy } from './npm-signature.ts';
import { embeddedKeys, keyOf, type RegistryKey, registryKeysIn } from './registry-keys.ts';
import type { NpmClaim } from './release-claim.ts';
import type { OriginOptions } from './options.ts';

export interface NpmOrigin extends NpmAttestations {
  readonly ecosystem: 'npm';
  /** The registry's signature over name, version and integrity. */
  readonly signature: Answer<SignedBy>;
}

/**
 * One or two GETs: the attestations, where the document does not say that there are none, and the registry's own keys, where the
 * embedded ones do not hold the one it signed with.
 */
export async function npmOrigin(get: Get, release: NpmClaim, options: OriginOptions): Promise<NpmOrigin> {
  const embedded = options.keys ?? (await embeddedKeys());
  const asked = isSignedByOther(release, embedded) ? await ask(get, `${options.baseUrl}/-/npm/v1/keys`) : null;
  const keys = asked?.outcome === 'answered' ? [...embedded, ...registryKeysIn(asked.document, 'registry')] : embedded;
  const signature = signatureOf(release, keys, asked?.outcome === 'undetermined' ? asked.reason : null);
  return { ecosystem: 'npm', signature, ...(await attestationsOf(get, release, { ...options, keys, signature })) };
}

/** Registries other than npm sign with keys of their own. */
function isSignedByOther({ signatures }: NpmClaim, keys: readonly RegistryKey[]): boolean {
  if (signatures === null || signatures.length === 0) return false;
  return signatures.every(({ keyId }) => keyOf(keys, keyId, 'signatures') === null);
}

function signatureOf(release: NpmClaim, keys: readonly RegistryKey[], keysNotRead: string | null): Answer<SignedBy> {
  if (release.signatures === null) return undetermined('its registry shows no signatures');
  if (keysNotRead !== null) return undetermined(`signed with a key that is not embedded; ${keysNotRead}`);
  return npmSignature(release, release.signatures, keys);
}

interface Known extends OriginOptions {
  readonly keys: readonly RegistryKey[];
  readonly signature: Answer<SignedBy>;
}

async function attestationsOf(get: Get, release: NpmClaim, known: Known): Promise<NpmAttestations> {
  if (release.attestations === 'absent') return both(absent('its registry names attestations of other releases only'));
  const name = pathSegment(release.name);
  const version = pathSegment(release.version);
  if (name === null || version === null) return both(undetermined('its name cannot be asked for'));
  const asked = await ask(get, `${known.baseUrl}/-/npm/v1/attestations/${name}@${version}`);
  if (asked.outcome === 'not-found') return both(withoutAny(release, known));
  if (asked.outcome === 'undetermined') return both(asked);
  // Loaded when there is something to check: they take a tenth of a second and some ten megabytes.
  const [{ npmAttestations }, { embeddedTrustRoot }] = await Promise.all([
    import('./npm-attestations.ts'),
    import('./trust-root.ts'),
  ]);
  const root = known.root ?? (await embeddedTrustRoot());
  return npmAttestations(asked.document, release, { root, keys: known.keys });
}

/** A 404 says that there are none only where it comes from a registry that has them of others. */
function withoutAny({ attestations }: NpmClaim, { signature }: Known): Absent | Undetermined {
  if (attestations === 'named') return undetermined('its document names attestations that its registry does not have');
  // A document with npm's signatures in it is npm's own, and would have named attestations.
  if (signature.outcome === 'attested' && signature.vouchedBy === 'program') return absent('its registry has none');
  return undetermined('nothing shows that its registry serves attestations');
}

function both(answer: Absent | Undetermined): NpmAttestations {
  return { publish: answer, provenance: answer };
}
