import { type JsonObject, list, object, text } from '../packages/fields.ts';
import { type Answer, combined, type Comparison, mismatch, undetermined } from './answer.ts';
import { openBundle, type Opened } from './bundle.ts';
import { type Identity, identityOf, isSameRepository, sourceDisagrees } from './identity.ts';
import { buildClaimOf, PAYLOAD_TYPE } from './statement.ts';
import type { TrustRoot } from './trust-root.ts';

export interface PypiFile {
  readonly filename: string;
  /** Hex. */
  readonly sha256: string | null;
}

export interface FileProvenance {
  readonly identity: Identity;
  /** What was signed: PyPI's statement of publication, or a SLSA provenance. */
  readonly predicateType: string;
  /** RFC 3339, as the log confirms it. */
  readonly signedAt: string | null;
}

const PUBLISH = 'https://docs.pypi.org/attestations/publish/v1';
const PROVENANCE = /^https:\/\/slsa\.dev\/provenance\/v\d/;
const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
/** PyPI takes at most two of a file, in one bundle of one publisher. */
const MAX_BUNDLES = 8;
const MAX_ATTESTATIONS = 8;

/**
 * The attestations in the answer of PyPI's integrity API for one file (PEP 740, https://docs.pypi.org/api/integrity/), checked offline.
 *
 * Both kinds are signed by the publisher's workflow and name its identity, which is compared with the publisher that the index shows.
 * An attested identity judges nothing and never lowers a score: see `Answer`. Never throws.
 */
export function pypiAttestations(document: unknown, file: PypiFile, root: TrustRoot): Answer<FileProvenance> {
  const bundles = list(object(document)?.attestation_bundles) ?? [];
  const answers = bundles.slice(0, MAX_BUNDLES).flatMap((bundle) => {
    const publisher = object(object(bundle)?.publisher) ?? {};
    const attestations = list(object(bundle)?.attestations) ?? [];
    return attestations
      .slice(0, MAX_ATTESTATIONS)
      .map((attestation) => attestedIn(object(attestation) ?? {}, { file, publisher, root }));
  });
  return combined(answers, undetermined('its provenance holds no attestations that can be read'));
}

interface Attested {
  readonly file: PypiFile;
  readonly publisher: JsonObject;
  readonly root: TrustRoot;
}

function attestedIn(attestation: JsonObject, { file, publisher, root }: Attested): Answer<FileProvenance> {
  const opened = openBundle(bundleOf(attestation), { root, keys: [] });
  if (opened.outcome !== 'opened') return opened;
  const { statement, certificate, signedAt } = opened;
  const { predicateType } = statement;
  if (predicateType !== PUBLISH && !PROVENANCE.test(predicateType)) {
    return undetermined('its attestation is of an unknown kind');
  }
  if (file.sha256 === null) return undetermined('its registry gives no SHA-256 to compare with');
  const identity = certificate === null ? null : identityOf(certificate);
  if (identity === null) return undetermined('signed by nobody that its certificate names');
  const compared =
    subjectDisagrees(opened, { ...file, sha256: file.sha256 }) ??
    sourceDisagrees(identity, buildClaimOf(statement)) ??
    publisherDisagrees(publisher, identity);
  return compared === null ? { outcome: 'attested', identity, predicateType, signedAt } : mismatch(compared);
}

/** PEP 740 keeps of a sigstore bundle what is not the same in all of them. */
function bundleOf({ verification_material: material, envelope }: JsonObject): unknown {
  const { certificate, transparency_entries: tlogEntries, timestamps } = object(material) ?? {};
  const { statement, signature } = object(envelope) ?? {};
  return {
    mediaType: MEDIA_TYPE,
    verificationMaterial: {
      certificate: { rawBytes: certificate },
      tlogEntries,
      timestampVerificationData: {
        rfc3161Timestamps: (list(timestamps) ?? []).map((signedTimestamp) => ({ signedTimestamp })),
      },
    },
    dsseEnvelope: { payload: statement, payloadType: PAYLOAD_TYPE, signatures: [{ sig: signature, keyid: '' }] },
  };
}

function subjectDisagrees(
  { statement: { subject } }: Opened,
  { filename, sha256 }: { readonly filename: string; readonly sha256: string },
): Comparison | null {
  if (folded(subject.name) !== folded(filename)) return { what: 'subject', expected: filename, observed: subject.name };
  const observed = text(subject.digests.sha256)?.toLowerCase() ?? '';
  return observed === sha256.toLowerCase() ? null : { what: 'SHA-256', expected: sha256, observed };
}

/** Build tools have spelled one name in several ways, also between signing and uploading; the digest pins the bytes. */
function folded(filename: string): string {
  return filename
    .slice(0, 500)
    .toLowerCase()
    .replaceAll(/[-_.]+/g, '-');
}

/** The publisher as the index shows it; what of other kinds of publishers could be compared is not known. */
function publisherDisagrees({ kind, repository, email }: JsonObject, identity: Identity): Comparison | null {
  const shown = text(repository);
  const host = kind === 'GitHub' ? 'https://github.com' : kind === 'GitLab' ? 'https://gitlab.com' : null;
  if (host !== null && shown !== null) {
    const address = `${host}/${shown}`;
    if (identity.repository !== null && isSameRepository(identity.repository, address)) return null;
    return { what: 'publisher', expected: address, observed: identity.repository ?? identity.subject };
  }
  if (kind === 'Google' && text(email) !== null && email !== identity.subject) {
    return { what: 'publisher', expected: String(email), observed: identity.subject };
  }
  return null;
}
