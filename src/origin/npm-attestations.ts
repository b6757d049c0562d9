import { list, object, text } from '../packages/fields.ts';
import { type Absent, absent, type Answer, combined, mismatch, undetermined, type Undetermined } from './answer.ts';
import { openBundle, type Opened, type Trust } from './bundle.ts';
import { type Identity, identityOf, sourceDisagrees } from './identity.ts';
import type { SignedBy } from './npm-signature.ts';
import { buildClaimOf } from './statement.ts';

/** What attestations have to be about. */
export interface NpmSubject {
  readonly name: string;
  readonly version: string;
  /** Subresource Integrity as the registry writes it. */
  readonly integrity: string | null;
}

/** The registry's own statement that this was published there. */
export interface Published extends SignedBy {
  /** RFC 3339, as the log confirms it. */
  readonly signedAt: string | null;
}

/** The build's statement of where it was built, and who the certificate authority saw building. */
export interface Provenance {
  readonly identity: Identity;
  readonly buildType: string | null;
  readonly signedAt: string | null;
}

export interface NpmAttestations {
  readonly publish: Answer<Published>;
  readonly provenance: Answer<Provenance>;
}

const PUBLISH = /^https:\/\/github\.com\/npm\/attestation\/tree\/main\/specs\/publish\/v\d/;
const PROVENANCE = /^https:\/\/slsa\.dev\/provenance\/v\d/;
/** npm serves two for a release. */
const MAX_ATTESTATIONS = 16;

/**
 * The attestations in the answer of `/-/npm/v1/attestations/name@version`, checked offline.
 *
 * Attested provenance names an identity and judges nothing: whether that is the workflow one expects is for the caller to compare, and
 * valid provenance never lowers a score, since a stolen account or workflow gets it too. A document whose one kind holds and that does
 * not have the other shows that the other is absent. Never throws.
 */
export function npmAttestations(document: unknown, subject: NpmSubject, trust: Trust): NpmAttestations {
  const items = list(object(document)?.attestations)?.map(object);
  if (items === undefined) {
    const unread = undetermined('its attestations cannot be read');
    return { publish: unread, provenance: unread };
  }
  const publish: Answer<Published>[] = [];
  const provenance: Answer<Provenance>[] = [];
  for (const item of items.slice(0, MAX_ATTESTATIONS)) {
    const opened = openBundle(item?.bundle, trust);
    // What was signed says which kind it is; the unsigned label stands in only where nothing was opened.
    const kind = opened.outcome === 'opened' ? opened.statement.predicateType : text(item?.predicateType);
    if (kind === null) continue;
    if (PUBLISH.test(kind)) publish.push(opened.outcome === 'opened' ? publishedIn(opened, subject) : opened);
    if (PROVENANCE.test(kind)) provenance.push(opened.outcome === 'opened' ? provenanceIn(opened, subject) : opened);
  }
  return {
    publish: combined(publish, withoutKind(provenance, 'its attestations hold none of its publication')),
    provenance: combined(provenance, withoutKind(publish, 'its attestations hold no provenance')),
  };
}

function withoutKind(others: readonly Answer<object>[], reason: string): Absent | Undetermined {
  const isGenuine = others.some(({ outcome }) => outcome === 'attested');
  return isGenuine ? absent(reason) : undetermined('its attestations hold none that can be read');
}

function publishedIn({ statement, key, signedAt }: Opened, subject: NpmSubject): Answer<Published> {
  // Anybody can have a certificate, so one of these says nothing of the registry.
  if (key === null) return undetermined('signed by somebody else than its registry');
  const unlike = subjectDisagrees(statement.subject, subject);
  if (unlike !== null) return unlike;
  return { outcome: 'attested', keyId: key.id, vouchedBy: key.vouchedBy, signedAt };
}

function provenanceIn({ statement, certificate, signedAt }: Opened, subject: NpmSubject): Answer<Provenance> {
  const unlike = subjectDisagrees(statement.subject, subject);
  if (unlike !== null) return unlike;
  const identity = certificate === null ? null : identityOf(certificate);
  if (identity === null) return undetermined('signed by nobody that its certificate names');
  const claim = buildClaimOf(statement);
  const compared = sourceDisagrees(identity, claim);
  return compared === null
    ? { outcome: 'attested', identity, buildType: claim.buildType, signedAt }
    : mismatch(compared);
}

function subjectDisagrees(attested: Opened['statement']['subject'], { name, version, integrity }: NpmSubject) {
  const expected = `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
  if (purlIn(attested.name) !== expected) return mismatch({ what: 'subject', expected, observed: attested.name });
  const sha512 = sha512In(integrity);
  if (sha512 === null) return undetermined('its registry gives no SHA-512 to compare with');
  const observed = text(attested.digests.sha512)?.toLowerCase() ?? '';
  return observed === sha512 ? null : mismatch({ what: 'SHA-512', expected: sha512, observed });
}

/** Registries other than npm's own are named behind a `?`, and some writers leave the scope's `@` as it is. */
function purlIn(name: string): string {
  return (name.split('?', 1)[0] ?? name).replace(/^pkg:npm\/@/, 'pkg:npm/%40');
}

/** In hex, as statements write it. */
function sha512In(integrity: string | null): string | null {
  const found = integrity
    ?.slice(0, 2_000)
    .split(/\s/)
    .find((each) => each.startsWith('sha512-'));
  const digest = Buffer.from(found?.slice('sha512-'.length).split('?', 1)[0] ?? '', 'base64');
  return digest.length === 64 ? digest.toString('hex') : null;
}
