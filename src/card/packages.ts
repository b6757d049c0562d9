import { taggedVersion } from '../evidence/dist-tag.ts';
import { ageDays, gapDays } from '../evidence/time.ts';
import type { PackageReference } from '../model/entry.ts';
import type { Packument, Release } from '../model/release.ts';
import type { ReleaseFacts } from '../model/source.ts';
import type { Subject } from '../model/subject.ts';
import { capabilitiesOf } from './capabilities.ts';
import type { CardChanges, CardPackage, CardProvenance } from './card.ts';
import { capabilityChanges } from './changes.ts';
import { launchLine } from './launch.ts';

const MAX_PACKAGES = 50;

/** The release of a package that a card is about, the one before it in its line, and what their archives hold. */
export interface Shown {
  readonly packument: Packument;
  readonly release: Release;
  readonly facts: ReleaseFacts | null;
  readonly before: { readonly release: Release; readonly facts: ReleaseFacts } | null;
}

/** The releases that a card is about: those asked for, else those that the record names, else the newest. */
export function shownReleases(subject: Subject, asked: ReadonlyMap<string, string>): readonly Shown[] {
  if (!('packuments' in subject)) return [];
  const sources = subject.depth === 'source' ? subject.sources : [];
  return subject.packuments.flatMap((packument) => {
    const named = subject.record.packages?.find(({ purl }) => purl === packument.purl)?.version ?? null;
    const release = releaseShown(packument, asked.get(packument.purl) ?? null, named);
    if (release === null) return [];
    const read = sources.find((each) => each.packument.purl === packument.purl)?.releases ?? [];
    const place = packument.releases.indexOf(release);
    const earlier = new Map(packument.releases.slice(0, place).map((each) => [each.version, each]));
    const last = read.findLast(({ version }) => earlier.has(version));
    const before = last === undefined ? undefined : earlier.get(last.version);
    return [
      {
        packument,
        release,
        facts: read.find(({ version }) => version === release.version) ?? null,
        before: last === undefined || before === undefined ? null : { release: before, facts: last },
      },
    ];
  });
}

/** The version asked for, else the one named where there is such a release, else what an installation takes; null for none at all. */
export function releaseShown(packument: Packument, asked: string | null, named: string | null): Release | null {
  const { releases } = packument;
  const latest = taggedVersion(packument, 'latest');
  for (const wanted of [asked, named, latest]) {
    const found = releases.find(({ version }) => version === wanted);
    if (found !== undefined) return found;
    if (asked !== null) return null;
  }
  return releases.at(-1) ?? null;
}

export function packagesOf(subject: Subject, shown: readonly Shown[], asOf: string): readonly CardPackage[] | null {
  if (!('record' in subject) || subject.record.packages === null) return null;
  const byPurl = new Map(shown.map((each) => [each.packument.purl, each]));
  const histories = 'packuments' in subject ? subject.packuments : [];
  return subject.record.packages.slice(0, MAX_PACKAGES).map((reference) => {
    const { ecosystem, identifier, purl } = reference;
    const packument = histories.find((each) => each.purl === purl);
    const reason = subject.notRead.find(
      (each) => each.ecosystem === ecosystem && each.identifier === identifier,
    )?.reason;
    const notRead = packument === undefined ? (reason ?? 'its history was not read') : null;
    return packageOf(reference, purl === null ? undefined : byPurl.get(purl), { packument, notRead, asOf });
  });
}

interface About {
  readonly packument: Packument | undefined;
  readonly notRead: string | null;
  readonly asOf: string;
}

function packageOf(
  reference: PackageReference,
  shown: Shown | undefined,
  { packument, notRead, asOf }: About,
): CardPackage {
  const { ecosystem, identifier, purl, version: named, transport } = reference;
  const release = shown?.release;
  const version = release?.version ?? null;
  const unpacked = shown?.facts?.archives[0].unpackedBytes ?? release?.totalBytes ?? null;
  const newest = packument === undefined ? null : (releaseShown(packument, null, null)?.version ?? null);
  return {
    ecosystem,
    identifier,
    purl,
    named,
    version,
    newest,
    publishedAt: release?.publishedAt ?? null,
    ageDays: ageDays(release?.publishedAt ?? null, asOf),
    firstPublishedAt: packument?.createdAt ?? packument?.releases[0]?.publishedAt ?? null,
    releases: packument?.releases.length ?? null,
    bytes: unpacked,
    deprecated: release?.deprecated ?? null,
    yanked: release?.yanked ?? null,
    transport: transport?.type ?? null,
    launch: launchLine(reference, version ?? named),
    notRead,
  };
}

/** What documents and archives say of where releases come from; the signatures themselves are `verify`'s. */
export function provenanceOf(shown: readonly Shown[]): readonly CardProvenance[] {
  return shown.map(({ packument: { purl }, release, facts }) => {
    const digests = (facts?.archives ?? []).map(({ digest }) => digest.outcome);
    const archive =
      digests.find((each) => each === 'differs') ?? digests.find((each) => each === 'matches') ?? digests[0];
    return {
      purl,
      version: release.version,
      attestation: release.provenance === 'attested' ? 'named' : (release.provenance ?? 'unseen'),
      trustedPublisher: release.trustedPublisher,
      archive: archive ?? 'unseen',
    };
  });
}

/** What came and went with the releases shown. [] where no earlier archive of the line was read. */
export function changesOf(shown: readonly Shown[]): readonly CardChanges[] {
  return shown.flatMap(({ packument: { purl }, release, facts, before }) => {
    const [was, is] = [
      before === null ? null : capabilitiesOf([before.facts]),
      facts === null ? null : capabilitiesOf([facts]),
    ];
    if (before === null || facts === null || was === null || is === null) return [];
    const from = before.release.publishedBy?.name;
    const to = release.publishedBy?.name;
    const days = gapDays(before.release.publishedAt, release.publishedAt);
    return [
      {
        purl,
        from: before.release.version,
        to: release.version,
        days: days === null ? null : Math.floor(days),
        capabilities: capabilityChanges(was, is),
        dependencies: dependencyChanges(before.facts, facts),
        publisherChanged: from !== undefined && to !== undefined && from !== to ? { from, to } : null,
      },
    ];
  });
}

function dependencyChanges(before: ReleaseFacts, after: ReleaseFacts): CardChanges['dependencies'] {
  const [was, is] = [before, after].map(
    ({ archives }) => new Set(archives.flatMap(({ manifest }) => Object.keys(manifest?.dependencies ?? {}))),
  );
  return {
    added: [...(is?.difference(was ?? new Set()) ?? [])].toSorted(),
    removed: [...(was?.difference(is ?? new Set()) ?? [])].toSorted(),
  };
}
