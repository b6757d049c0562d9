import type { Entry, EntryId, Purl, ServerRecord } from '../model/entry.ts';
import { pointer } from '../evidence/pointer.ts';
import type { Evidence } from '../model/finding.ts';
import type { Packument } from '../model/release.ts';
import type { StoredRelease } from '../model/source.ts';
import type { Subject } from '../model/subject.ts';
import { withSources } from './subjects.ts';

/** A package that was named, without any registry's record of it. */
export interface AskedPackage {
  readonly packument: Packument;
  readonly releases: readonly StoredRelease[];
  /** Only what this release started to do is asked for; null for all of them. */
  readonly version: string | null;
}

/** `npm:@tidewater/harbor-mcp@1.0.16`. */
export function packageId({ packument: { ecosystem, name }, version }: AskedPackage): EntryId {
  return `${ecosystem}:${name}${version === null ? '' : `@${version}`}`;
}

/**
 * The package as an entry of its ecosystem.
 *
 * Its history ends with the release asked for: what came later is another question. No registry's record stands behind it, so
 * everything that only a record says is unknown.
 */
export function packageSubject(asked: AskedPackage): Subject {
  const { version } = asked;
  const packument = version === null ? asked.packument : until(asked.packument, version);
  const { place, purl } = packument;
  const entry: Entry = { ...named(asked), place: { resource: place.resource, pointer: `${place.pointer}/name` } };
  return withSources(
    { entry, notRead: [], record: recordOf(packument, purl, version), earlier: [], packuments: [packument] },
    () => asked.releases,
  );
}

/** Whether evidence is about one release: in its part of the history, or in its archives. */
export function isAbout({ releases }: AskedPackage, version: string): (evidence: Evidence) => boolean {
  const places = ['versions', 'releases', 'time'].map((part) => pointer(part, version));
  const archives = new Set(
    releases.flatMap((each) =>
      each.outcome === 'read' && each.facts.version === version
        ? each.facts.archives.map(({ resource }) => resource.uri)
        : [],
    ),
  );
  return ({ at }) =>
    archives.has(at.resource.uri) || places.some((place) => at.pointer === place || at.pointer.startsWith(`${place}/`));
}

function named(asked: AskedPackage): Omit<Entry, 'place'> {
  const { ecosystem, name } = asked.packument;
  const slash = name.lastIndexOf('/');
  return {
    id: packageId(asked),
    registry: ecosystem,
    name,
    leaf: name.slice(slash + 1),
    title: null,
    namespace: slash < 0 ? null : name.slice(0, slash).replace(/^@/, ''),
  };
}

function until(packument: Packument, version: string): Packument {
  const last = packument.releases.findIndex((each) => each.version === version);
  return { ...packument, releases: packument.releases.slice(0, last + 1) };
}

function recordOf(
  { ecosystem, name, place, description }: Packument,
  purl: Purl,
  version: string | null,
): ServerRecord {
  return {
    place,
    title: null,
    description,
    version,
    status: null,
    statusMessage: null,
    publishedAt: null,
    updatedAt: null,
    websiteUrl: null,
    repository: null,
    packages: [
      {
        at: '',
        ecosystem,
        identifier: name,
        version,
        purl,
        fileSha256: null,
        runtimeHint: null,
        transport: null,
        inputs: [],
      },
    ],
    remotes: null,
    inputs: null,
    tools: null,
    uses: null,
    marks: [],
    at: description === null ? {} : { description: '/description' },
  };
}
