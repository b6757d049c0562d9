import type { Signer } from '@sigstore/verify';
import { type Comparison } from './answer.ts';
import type { BuildClaim } from './statement.ts';

type CertificateIdentity = NonNullable<Signer['identity']>;

/**
 * Who signed, as the certificate authority saw it: https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md.
 *
 * null is not in the certificate: a person has no workflow, and certificates before 2023 have no numeric ids. All texts were chosen by
 * the signer's platform or by the signer, and are cut to 2,000 characters.
 */
export interface Identity {
  /** Of the token with which it was asked for: which platform or mail provider vouches for the subject. */
  readonly issuer: string;
  /** The workflow that signed, with the ref it ran on, or a mail address. */
  readonly subject: string;
  /** Address of the source repository. */
  readonly repository: string | null;
  /** Numeric at GitHub and GitLab: it stays when a repository is renamed, and another repository of that name has another. */
  readonly repositoryId: string | null;
  readonly ownerId: string | null;
  /** Address of the workflow that was started, without the ref; a reusable workflow that signs for it is the subject. */
  readonly workflow: string | null;
  readonly ref: string | null;
  /** Hex, as git names it. */
  readonly commit: string | null;
  /** `github-hosted`, `self-hosted`. */
  readonly runner: string | null;
}

const MAX_CHARACTERS = 2_000;
const FULCIO = '1.3.6.1.4.1.57264.1';

/** null where the certificate does not say who it is for, or who vouches for that. */
export function identityOf({ subjectAlternativeName, extensions, oids = [] }: CertificateIdentity): Identity | null {
  const issuer = extensions?.issuer;
  if (subjectAlternativeName === undefined || subjectAlternativeName === '' || issuer === undefined) return null;
  const values = new Map(oids.map(({ oid, value }) => [oid?.id.join('.'), value]));
  const said = (extension: number) => utf8StringIn(values.get(`${FULCIO}.${extension}`));
  /** The first six extensions are text without an envelope. */
  const saidBefore2023 = (extension: number) => bounded(values.get(`${FULCIO}.${extension}`)?.toString('utf8'));
  const subject = bounded(subjectAlternativeName) ?? '';
  const earlierRepository = saidBefore2023(5);
  const workflow = said(18) ?? (earlierRepository === null ? null : subject);
  return {
    issuer: bounded(issuer) ?? '',
    subject,
    repository: said(12) ?? (earlierRepository === null ? null : absolute(earlierRepository, subject)),
    repositoryId: said(15),
    ownerId: said(17),
    workflow: workflow === null ? null : withoutRef(workflow),
    ref: said(14) ?? saidBefore2023(6),
    commit: said(13) ?? saidBefore2023(3),
    runner: said(11),
  };
}

/**
 * Where the provenance that a build wrote of itself differs from what the certificate says of that build; null where nothing does.
 *
 * The certificate is the witness: a build can write what it likes into its own provenance.
 */
export function sourceDisagrees({ repository, commit }: Identity, claim: BuildClaim): Comparison | null {
  if (repository !== null && claim.repository !== null && !isSameRepository(repository, claim.repository)) {
    return { what: 'source repository', expected: repository, observed: claim.repository };
  }
  if (commit !== null && claim.commit !== null && commit !== claim.commit) {
    return { what: 'source commit', expected: commit, observed: claim.commit };
  }
  return null;
}

/** Addresses of one repository in the spellings of certificates, package manifests and SLSA: `git+https://host/owner/name.git@ref`. */
export function isSameRepository(a: string, b: string): boolean {
  return repositoryIn(a) === repositoryIn(b);
}

function repositoryIn(address: string): string {
  return withoutRef(address.slice(0, MAX_CHARACTERS))
    .toLowerCase()
    .replace(/^git\+/, '')
    .replace(/\/$/, '')
    .replace(/\.git$/, '');
}

/** Tags have `@` in them too: `@refs/tags/harbor-mcp@1.2.0`. */
function withoutRef(address: string): string {
  return address.split('@refs/', 1)[0] ?? address;
}

/** `owner/name` at the host that the subject's address names. */
function absolute(repository: string, subject: string): string {
  const url = URL.parse(subject);
  return url === null || url.host === '' ? repository : `${url.origin}/${repository}`;
}

/** DER: tag 12, a length of one to three octets, the text. */
function utf8StringIn(value: Buffer | undefined): string | null {
  const [tag, length = 0] = value ?? [];
  if (value === undefined || tag !== 12) return null;
  const lengthOctets = length < 0x80 ? 0 : length - 0x80;
  return lengthOctets > 2 ? null : bounded(value.toString('utf8', 2 + lengthOctets));
}

function bounded(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text.slice(0, MAX_CHARACTERS);
}
