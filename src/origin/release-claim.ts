import type { StoredPackage } from '../model/snapshot.ts';
import { type JsonObject, list, object, text, time } from '../packages/fields.ts';
import type { RegistrySignature, SignedRelease } from './npm-signature.ts';
import type { PypiFile } from './pypi-attestations.ts';

/** What a registry's document says of a release that its origin is compared with. */
export type ReleaseClaim = NpmClaim | PypiClaim;

export interface NpmClaim extends SignedRelease {
  readonly ecosystem: 'npm';
  /** `[]` where the document shows signatures of other releases only; null where it shows none, as a mirror's may. */
  readonly signatures: readonly RegistrySignature[] | null;
  /** Whether the document names attestations: `absent` where it does for other releases only, null where it does for none. */
  readonly attestations: 'named' | 'absent' | null;
}

export interface PypiClaim {
  readonly ecosystem: 'pypi';
  /** Folded by PEP 503. */
  readonly name: string;
  readonly version: string;
  readonly files: readonly PypiFile[];
}

/** null where the document does not have this version, or is of another ecosystem. */
export function releaseClaimIn(
  { purl, document }: StoredPackage & { outcome: 'read' },
  version: string,
): ReleaseClaim | null {
  const written = object(document) ?? {};
  if (purl.startsWith('pkg:npm/')) return npmClaim(written, version);
  if (purl.startsWith('pkg:pypi/')) return pypiClaim(written, purl.slice('pkg:pypi/'.length), version);
  return null;
}

function npmClaim(document: JsonObject, version: string): NpmClaim | null {
  const versions = object(document.versions) ?? {};
  const name = text(document.name);
  const dist = object(object(own(versions, version))?.dist);
  if (name === null || dist === null) return null;
  const all = Object.values(versions).map((each) => object(object(each)?.dist));
  const shows = (field: 'signatures' | 'attestations') => all.some((each) => each?.[field] !== undefined);
  return {
    ecosystem: 'npm',
    name,
    version,
    integrity: text(dist.integrity),
    publishedAt: time(own(object(document.time) ?? {}, version)),
    signatures: dist.signatures === undefined && !shows('signatures') ? null : signaturesIn(dist.signatures),
    attestations: object(dist.attestations) === null ? (shows('attestations') ? 'absent' : null) : 'named',
  };
}

/** A signature without its key's id or its bytes is one that no known key made, and is kept as that. */
function signaturesIn(written: unknown): readonly RegistrySignature[] {
  return (list(written) ?? []).map(object).map((each) => ({
    keyId: text(each?.keyid) ?? '',
    signature: text(each?.sig) ?? '',
  }));
}

function pypiClaim(document: JsonObject, name: string, version: string): PypiClaim | null {
  const files = list(own(object(document.releases) ?? {}, version));
  if (files === null) return null;
  return {
    ecosystem: 'pypi',
    name,
    version,
    files: files.flatMap((each) => {
      const file = object(each);
      const filename = text(file?.filename);
      return filename === null ? [] : [{ filename, sha256: text(object(file?.digests)?.sha256) }];
    }),
  };
}

/** Versions are whatever was written, `constructor` among them. */
function own(members: JsonObject, key: string): unknown {
  return Object.hasOwn(members, key) ? members[key] : undefined;
}
