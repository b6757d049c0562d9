import type { Answer } from '../origin/answer.ts';
import type { Identity } from '../origin/identity.ts';
import type { ReleaseOrigin } from '../origin/index.ts';
import type { Json } from '../model/place.ts';
import type { Release } from '../model/release.ts';
import type { CodeHostFacts } from '../model/repository.ts';
import type { ReleaseFacts } from '../model/source.ts';
import { attestedRepository } from './attested-repository.ts';
import { contradicts, doesNotHold, holds, unseen } from './check-outcomes.ts';
import { repositoryTag } from './repository-tag.ts';

/** One thing that can be checked of a release without running it. */
export interface Check {
  readonly id: CheckId;
  readonly outcome: 'holds' | 'does-not-hold' | 'unseen';
  /** Two things that cannot both be true, and not only one that is missing. Never where the outcome is another. */
  readonly contradicts: boolean;
  /** One sentence; of `unseen`, why it could not be looked at. */
  readonly said: string;
  readonly facts: Json;
}

/** In the order in which they are shown. */
export const CHECK_IDS = [
  'registry-signature',
  'publish-attestation',
  'provenance-attestation',
  'attested-repository',
  'repository-tag',
  'ownership-marker',
  'archive-digest',
  'archive-manifest',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** What was read of a release beforehand. */
export interface CheckedRelease {
  readonly ecosystem: 'npm' | 'pypi';
  readonly packageName: string;
  readonly release: Release;
  /** All of the package, this one among them. */
  readonly versions: readonly string[];
  /** null where its document does not have the release in a form that could be signed. */
  readonly origin: ReleaseOrigin | null;
  readonly facts: ReleaseFacts | null;
  /** Why its archive was not read; '' where it was. */
  readonly notRead: string;
  /** Names of the entries that list the package at registries that ask for a marker. */
  readonly listedAs: readonly string[];
  /** Of the record; null where it names none or there is no record. */
  readonly repository: string | null;
  /** What code hosts say of the repositories that are named. */
  readonly codeHost: CodeHostFacts;
  /** What the archive's manifest says otherwise than the registry's document; null where the two cannot be compared. */
  readonly differences: readonly { readonly kind: string; readonly name: string }[] | null;
}

/** All checks of a release, each with its outcome, in the order of `CHECK_IDS`. */
export function checksOf(checked: CheckedRelease): readonly Check[] {
  const identity = identityIn(checked.origin);
  return [
    registrySignature(checked),
    publishAttestation(checked),
    provenanceAttestation(checked.origin),
    attestedRepository(checked, identity),
    repositoryTag(checked, identity),
    ownershipMarker(checked),
    archiveDigest(checked),
    archiveManifest(checked),
  ];
}

function registrySignature({ origin, ecosystem }: CheckedRelease): Check {
  const id = 'registry-signature';
  if (ecosystem === 'pypi') return unseen(id, 'PyPI signs no releases; it attests files');
  if (origin?.ecosystem !== 'npm') return unseen(id, 'its document cannot be read for what is signed');
  return ofAnswer(id, origin.signature, ({ keyId, vouchedBy }) => ({
    said:
      vouchedBy === 'program'
        ? `its registry signed name, version and integrity with the key ${keyId}, which comes with this program`
        : `its registry signed name, version and integrity with the key ${keyId}, which only that registry vouches for`,
    facts: { keyId, vouchedBy },
  }));
}

function publishAttestation({ origin, ecosystem }: CheckedRelease): Check {
  const id = 'publish-attestation';
  if (ecosystem === 'pypi') return unseen(id, 'PyPI’s statement of publication is part of its provenance');
  if (origin?.ecosystem !== 'npm') return unseen(id, 'its document cannot be read for what is attested');
  return ofAnswer(id, origin.publish, ({ keyId, signedAt }) => ({
    said: `its registry stated that it published this archive${signedAt === null ? '' : `, on ${signedAt.slice(0, 10)}`}`,
    facts: { keyId, signedAt },
  }));
}

function provenanceAttestation(origin: ReleaseOrigin | null): Check {
  const id = 'provenance-attestation';
  if (origin === null) return unseen(id, 'its document cannot be read for what is attested');
  const answer: Answer<{ readonly identity: Identity; readonly signedAt: string | null }> = origin.provenance;
  return ofAnswer(id, answer, ({ identity, signedAt }) => ({
    said: identitySaid(identity),
    facts: { ...identity, signedAt },
  }));
}

/** npm: `mcpName` in package.json. PyPI: `mcp-name:` in the README. */
function ownershipMarker({ release, facts: read, notRead, listedAs }: CheckedRelease): Check {
  const id = 'ownership-marker';
  const inArchive =
    read?.archives.map(({ manifest }) => manifest?.mcpName ?? null).find((name) => name !== null) ?? null;
  const marker = inArchive ?? release.mcpName;
  const facts = { marker, listedAs };
  if (listedAs.length === 0) {
    const found = marker === null ? '' : `; the package names ${marker}`;
    return { ...unseen(id, `no entry of a registry that asks for a marker lists it${found}`), facts };
  }
  if (marker === null) {
    if (read === null) return { ...unseen(id, `its archive was not read: ${notRead}`), facts };
    return doesNotHold(id, 'the package names no server, so nothing shows that who listed it may speak for it', facts);
  }
  if (listedAs.includes(marker)) return holds(id, `the package names ${marker}, as it is listed`, facts);
  const folded = new Set(listedAs.map((name) => name.toLowerCase()));
  if (folded.has(marker.toLowerCase()))
    return holds(id, `the package names ${marker}, as it is listed but for capitals`, facts);
  return contradicts(id, `the package names ${marker}, and it is listed as ${listedAs.join(', ')}`, facts);
}

function archiveDigest({ facts: read, notRead }: CheckedRelease): Check {
  const id = 'archive-digest';
  if (read === null) return unseen(id, `its archive was not read: ${notRead}`);
  const facts = read.archives.map(({ filename, digest }) => ({ filename, ...digest }));
  const differs = read.archives.find(({ digest }) => digest.outcome === 'differs');
  if (differs !== undefined)
    return contradicts(id, `${differs.filename} is not what its registry’s digest describes`, facts);
  const without = read.archives.find(({ digest }) => digest.outcome === 'not given');
  if (without !== undefined) return { ...unseen(id, `its registry gives no digest of ${without.filename}`), facts };
  const algorithms = [
    ...new Set(read.archives.flatMap(({ digest }) => ('algorithm' in digest ? [digest.algorithm] : []))),
  ];
  return holds(
    id,
    `${read.archives.length === 1 ? 'its archive is' : 'its archives are'} what its registry’s ${algorithms.join(', ')} describes`,
    facts,
  );
}

function archiveManifest({ facts: read, notRead, differences, ecosystem }: CheckedRelease): Check {
  const id = 'archive-manifest';
  if (read === null) return unseen(id, `its archive was not read: ${notRead}`);
  if (ecosystem === 'pypi')
    return unseen(id, 'PyPI’s document is made from the archive, and shows nothing to compare of each release');
  if (differences === null)
    return unseen(id, 'there is no manifest in the archive, or nothing of it in the registry’s document');
  const facts = differences.map(({ kind, name }) => ({ kind, name }));
  if (differences.length === 0)
    return holds(id, 'what an installation does is the same by the archive and by the registry’s document', facts);
  const said = differences.slice(0, 3).map(({ kind, name }) => `${kind} ${name}`);
  return contradicts(id, `the archive and the registry’s document differ in ${said.join(', ')}`, facts);
}

function ofAnswer<Attested>(
  id: CheckId,
  answer: Answer<Attested>,
  shown: (attested: Attested) => { readonly said: string; readonly facts: Json },
): Check {
  switch (answer.outcome) {
    case 'attested': {
      const { said, facts } = shown(answer);
      return holds(id, said, facts);
    }
    case 'absent':
      return doesNotHold(id, answer.reason, null);
    case 'undetermined':
      return unseen(id, answer.reason);
    case 'mismatch': {
      const { what, expected, observed } = answer.compared;
      return contradicts(id, `the ${what} is about something else`, { what, expected, observed });
    }
  }
}

function identitySaid({ subject, repository, workflow, commit, ref, runner }: Identity): string {
  if (repository === null) return `signed by ${subject}`;
  return [
    `built from ${repository}`,
    ...(commit === null ? [] : [`at ${commit.slice(0, 12)}`]),
    ...(ref === null ? [] : [`(${ref})`]),
    ...(workflow === null ? [] : [`by ${workflow.slice(workflow.indexOf('/.github/') + 1)}`]),
    ...(runner === null ? [] : [`on a ${runner} runner`]),
  ].join(' ');
}

function identityIn(origin: ReleaseOrigin | null): Identity | null {
  return origin?.provenance.outcome === 'attested' ? origin.provenance.identity : null;
}
