import { pointer } from '../../evidence/pointer.ts';
import type { Purl } from '../../model/entry.ts';
import type { ResourceDescriptor } from '../../model/place.ts';
import type { Packument, Person, Release } from '../../model/release.ts';
import { count, type JsonObject, list, object, text, texts, time } from '../fields.ts';
import { timeline } from '../timeline.ts';
import { INSTALL_HOOKS, type NpmDocument } from './schema.ts';
import { byVersion, contradictsVersions } from './version-order.ts';

/** Keys of `time` that are not versions. */
const NOT_VERSIONS = new Set(['created', 'modified', 'unpublished']);

export interface Source {
  readonly purl: Purl;
  readonly resource: ResourceDescriptor;
}

/**
 * The normal form of a packument. Versions without a time stay, and so do times without a version (as `missing`).
 *
 * The times of a mirror that says when it took each version in are left out: nothing was published then.
 */
export function packumentOf(document: NpmDocument, { purl, resource }: Source): Packument {
  const { name, versions = {}, time: times } = document;
  const manifests = Object.values(versions).map(object);
  const shows = shownBy(manifests);
  const distTags = texts(document['dist-tags']);
  const releases: Release[] = [];
  for (const [index, version] of Object.keys(versions).entries()) {
    const manifest = manifests[index] ?? null;
    if (manifest === null) continue;
    releases.push(releaseOf(manifest, { name, version, publishedAt: time(own(times, version)), shows }));
  }
  const mirrored = times !== undefined && areOfMirror(times, releases);
  return {
    purl,
    ecosystem: 'npm',
    name,
    place: { resource, pointer: '' },
    description: text(document.description),
    distTags,
    ...(mirrored ? byVersion(releases.map(undated), text(own(distTags ?? undefined, 'latest'))) : timeline(releases)),
    createdAt: time(times?.created),
    maintainers: peopleOf(document.maintainers),
    missing: times === undefined || mirrored ? null : missingFrom(versions, times),
    unpublishedAt: releases.length === 0 ? time(object(own(times, 'unpublished'))?.time) : null,
  };
}

/**
 * Whether the times are those of a copy: npm itself always writes `created` and `modified`, and a mirror that leaves both out and
 * has a version before the one that it follows has written when it was first asked for each.
 */
function areOfMirror(times: JsonObject, releases: readonly Release[]): boolean {
  const { created, modified } = times;
  return created === undefined && modified === undefined && contradictsVersions(releases);
}

function undated(release: Release): Release {
  return { ...release, publishedAt: null };
}

/** What this copy of the document carries at all: what no release has may have been left out by a mirror. */
interface Shown {
  readonly scripts: boolean;
  readonly attestations: boolean;
}

function shownBy(manifests: readonly (JsonObject | null)[]): Shown {
  return {
    // A release without scripts has no such field, but the short form, where none has, has no publishers either.
    scripts: manifests.some((each) => object(each?.scripts) !== null || publisherOf(each) !== null),
    attestations: manifests.some((each) => object(object(each?.dist)?.attestations) !== null),
  };
}

interface Published {
  readonly name: string;
  readonly version: string;
  readonly publishedAt: string | null;
  readonly shows: Shown;
}

function releaseOf(manifest: JsonObject, { name, version, publishedAt, shows }: Published): Release {
  const publisher = publisherOf(manifest);
  const dist = object(manifest.dist) ?? {};
  return {
    version,
    at: pointer('versions', version),
    publishedAt,
    publishedBy: personOf(publisher),
    trustedPublisher: publisher === null ? null : object(publisher.trustedPublisher) !== null,
    maintainers: peopleOf(manifest.maintainers),
    installScripts: shows.scripts ? installScriptsOf(manifest) : null,
    dependencies: manifest.dependencies === undefined ? {} : texts(manifest.dependencies),
    optionalDependencies: manifest.optionalDependencies === undefined ? {} : texts(manifest.optionalDependencies),
    bin: binOf(manifest.bin, name),
    repository: text(manifest.repository) ?? text(object(manifest.repository)?.url),
    mcpName: text(manifest.mcpName),
    deprecated: text(manifest.deprecated),
    yanked: null,
    provenance: manifest.dist === undefined ? null : provenanceOf(dist, shows),
    totalBytes: count(dist.unpackedSize),
    fileCount: count(dist.fileCount),
    integrity: text(dist.integrity),
  };
}

function publisherOf(manifest: JsonObject | null): JsonObject | null {
  if (manifest === null) return null;
  const { _npmUser: publisher } = manifest;
  return object(publisher);
}

/** null for a release that says it has an install script and does not show which. */
function installScriptsOf({ scripts, hasInstallScript }: JsonObject): Readonly<Record<string, string>> | null {
  const written = scripts === undefined ? {} : object(scripts);
  if (written === null) return null;
  const hooks: [string, string][] = [];
  for (const hook of INSTALL_HOOKS) {
    const command = own(written, hook);
    if (typeof command === 'string') hooks.push([hook, command]);
  }
  return hooks.length === 0 && hasInstallScript === true ? null : Object.fromEntries(hooks);
}

function provenanceOf(dist: JsonObject, { attestations }: Shown): Release['provenance'] {
  if (object(dist.attestations) !== null) return 'attested';
  return attestations ? 'absent' : null;
}

/** A lone path is an executable of the package's own name, without its scope. */
function binOf(bin: unknown, name: string): Release['bin'] {
  if (bin === undefined) return {};
  const path = text(bin);
  return path === null ? texts(bin) : { [name.slice(name.lastIndexOf('/') + 1)]: path };
}

function peopleOf(value: unknown): readonly Person[] | null {
  const items = list(value);
  if (items === null) return null;
  const people: Person[] = [];
  for (const item of items) {
    const person = personOf(object(item));
    if (person !== null) people.push(person);
  }
  return people;
}

function personOf(value: JsonObject | null): Person | null {
  const name = text(value?.name);
  return name === null ? null : { name, email: text(value?.email) };
}

function missingFrom(versions: JsonObject, times: JsonObject): NonNullable<Packument['missing']> {
  return Object.keys(times)
    .filter((version) => !Object.hasOwn(versions, version) && !NOT_VERSIONS.has(version))
    .flatMap((version) => {
      const publishedAt = time(times[version]);
      return publishedAt === null ? [] : [{ version, publishedAt, at: pointer('time', version) }];
    })
    .sort((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt));
}

/** Versions are whatever was written, `constructor` among them. */
function own(members: JsonObject | undefined, key: string): unknown {
  return members !== undefined && Object.hasOwn(members, key) ? members[key] : undefined;
}
