import { X509Certificate, type KeyObject } from 'node:crypto';
import { type Bundle, bundleFromJSON, isBundleWithDsseEnvelope } from '@sigstore/bundle';
import { type SignedEntity, type Signer, toSignedEntity, VerificationError, Verifier } from '@sigstore/verify';
import { type Mismatch, mismatch, undetermined, type Undetermined } from './answer.ts';
import { keyOf, type RegistryKey } from './registry-keys.ts';
import { PAYLOAD_TYPE, type Statement, statementIn } from './statement.ts';
import type { TrustRoot } from './trust-root.ts';

export interface Trust {
  readonly root: TrustRoot;
  /** For bundles that are signed with a key and not with a certificate: npm's publish attestations. */
  readonly keys: readonly RegistryKey[];
}

/** A statement, and who signed it. */
export interface Opened {
  readonly outcome: 'opened';
  readonly statement: Statement;
  /** null where a key signed. */
  readonly certificate: NonNullable<Signer['identity']> | null;
  /** null where a certificate signed. */
  readonly key: RegistryKey | null;
  /** RFC 3339, as the transparency log or a timestamp authority confirms it. */
  readonly signedAt: string | null;
}

/** Real bundles have one or two entries and timestamps and a proof of some thirty hashes, in pieces of up to five kilobytes. */
const MAX_PIECES = 8;
const MAX_HASHES = 64;
const MAX_PIECE_BYTES = 65_536;

/** Codes of the library to what it could not do. */
const REASONS: Readonly<Record<VerificationError['code'], string>> = {
  CERTIFICATE_ERROR: 'does not lead to the certificate that signed it',
  PUBLIC_KEY_ERROR: 'holds, but its key was not valid when it was signed',
  SIGNATURE_ERROR: 'does not confirm its signature',
  TIMESTAMP_ERROR: 'does not confirm when it was signed',
  TLOG_BODY_ERROR: 'holds, but its log entry is of an unknown kind',
  TLOG_ERROR: 'holds, but it has too few log entries',
  TLOG_INCLUSION_PROMISE_ERROR: 'does not confirm that it was logged',
  TLOG_INCLUSION_PROOF_ERROR: 'does not confirm that it was logged',
  TLOG_MISSING_INCLUSION_ERROR: 'holds, but nothing shows that it was logged',
  NOT_IMPLEMENTED_ERROR: 'holds, but it uses what is not supported',
};

/**
 * Checks a sigstore bundle offline: signature, certificate chain, certificate log, transparency log, time of signing.
 *
 * A signature over another payload and a log entry of another statement are mismatches. What the trusted root does not lead to is
 * undetermined: whether it was forged or signed under an authority that is not known here cannot be told apart. Never throws.
 */
export function openBundle(json: unknown, { root, keys }: Trust): Opened | Mismatch | Undetermined {
  const read = readBundle(json);
  if (read === null) return undetermined('its bundle cannot be read');
  const { bundle, entity, statement } = read;
  const signer = signerOf(bundle, keys);
  if (signer === null) return undetermined('signed with a key that is not known');
  if (!entity.signature.verifySignature(signer.publicKey)) {
    return mismatch({
      what: 'signature of the statement',
      expected: `${signer.key?.id ?? 'the key of its certificate'} over a statement about ${statement.subject.name}`,
      observed: entity.signature.signature.toString('base64'),
    });
  }
  try {
    const { identity } = new Verifier({ ...root.material, publicKey: () => constrained(signer) }).verify(entity);
    const certificate = signer.key === null ? (identity ?? {}) : null;
    return { outcome: 'opened', statement, certificate, key: signer.key, signedAt: signingTime(entity) };
  } catch (error) {
    return refusal(error, root);
  }
}

interface ReadBundle {
  readonly bundle: Bundle;
  readonly entity: SignedEntity;
  readonly statement: Statement;
}

function readBundle(json: unknown): ReadBundle | null {
  try {
    const bundle = bundleFromJSON(json);
    if (!isBundleWithDsseEnvelope(bundle) || !isBounded(bundle)) return null;
    const { payload, payloadType } = bundle.content.dsseEnvelope;
    const statement = payloadType === PAYLOAD_TYPE ? statementIn(payload) : null;
    return statement === null ? null : { bundle, entity: toSignedEntity(bundle), statement };
  } catch {
    // Parsers of JSON, ASN.1 and certificates, each with errors of its own, and all of them over a stranger's bytes.
    return null;
  }
}

/** Checking takes milliseconds a piece, and some of what parses a piece grows with the square of its size. */
function isBounded({ verificationMaterial: { content, tlogEntries, timestampVerificationData } }: Bundle): boolean {
  const timestamps = timestampVerificationData?.rfc3161Timestamps ?? [];
  if (tlogEntries.length > MAX_PIECES || timestamps.length > MAX_PIECES) return false;
  const proofs = tlogEntries.map(({ inclusionProof }) => inclusionProof);
  const pieces = [
    ...timestamps.map(({ signedTimestamp }) => signedTimestamp),
    ...proofs.map((proof) => proof?.checkpoint?.envelope ?? ''),
    leafOf(content) ?? '',
  ];
  return (
    proofs.every((proof) => (proof?.hashes ?? []).length <= MAX_HASHES) &&
    pieces.every(({ length }) => length <= MAX_PIECE_BYTES)
  );
}

interface BundleSigner {
  readonly publicKey: KeyObject;
  /** null for a certificate's. */
  readonly key: RegistryKey | null;
}

function signerOf({ verificationMaterial: { content } }: Bundle, keys: readonly RegistryKey[]): BundleSigner | null {
  if (content.$case !== 'publicKey') return ofCertificate(leafOf(content));
  const key = keyOf(keys, content.publicKey.hint, 'attestations');
  return key === null ? null : { publicKey: key.key, key };
}

/** The certificate of the signer, in DER. */
function leafOf(content: Bundle['verificationMaterial']['content']): Buffer | undefined {
  if (content.$case === 'publicKey') return undefined;
  const [leaf] = content.$case === 'certificate' ? [content.certificate] : content.x509CertificateChain.certificates;
  return leaf?.rawBytes;
}

function ofCertificate(der: Buffer | undefined): BundleSigner | null {
  if (der === undefined) return null;
  try {
    return { publicKey: new X509Certificate(der).publicKey, key: null };
  } catch {
    return null;
  }
}

function constrained({ publicKey, key }: BundleSigner) {
  const from = key?.validFrom ?? null;
  const until = key?.validUntil ?? null;
  return {
    publicKey,
    validFor: (date: Date) =>
      (from === null || Date.parse(from) <= date.getTime()) && (until === null || date.getTime() < Date.parse(until)),
  };
}

/** Of what has been verified: a log entry with an inclusion promise, else a timestamp. */
function signingTime({ timestamps }: SignedEntity): string | null {
  const times = timestamps.flatMap((each) => {
    if (each.$case === 'timestamp-authority') return [each.timestamp.signingTime];
    const { inclusionPromise, integratedTime } = each.tlogEntry;
    return inclusionPromise === undefined ? [] : [new Date(Number(integratedTime) * 1_000)];
  });
  return times[0]?.toISOString() ?? null;
}

function refusal(error: unknown, { label }: TrustRoot): Mismatch | Undetermined {
  if (!(error instanceof VerificationError)) return undetermined('its bundle cannot be read');
  if (error.code === 'TLOG_BODY_ERROR' && error.message.includes('mismatch')) {
    return mismatch({ what: 'log entry', expected: 'the entry of this statement', observed: error.message });
  }
  return undetermined(`the trusted root ${label} ${REASONS[error.code]}`);
}
