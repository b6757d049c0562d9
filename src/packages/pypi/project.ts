import { pointer } from '../../evidence/pointer.ts';
import type { Purl } from '../../model/entry.ts';
import type { ResourceDescriptor } from '../../model/place.ts';
import type { Packument, Release } from '../../model/release.ts';
import { count, flag, type JsonObject, list, object, text, texts, time } from '../fields.ts';
import { timeline } from '../timeline.ts';
import type { PypiDocument } from './schema.ts';

const MAX_REQUIREMENT_CHARACTERS = 2_000;
const REQUIREMENT = /^([A-Za-z0-9][A-Za-z0-9._-]*)(.*)$/s;
/** A label that says "source" and its aliases: https://packaging.python.org/en/latest/specifications/well-known-project-urls/. */
const SOURCE_LABELS = ['source', 'repository', 'sourcecode', 'github'];

/**
 * The normal form of a project.
 *
 * A version whose files were all deleted has nothing to install and no date, and is left out. Who uploaded, what ran at
 * installation and whether it was attested are not in this document: they are null.
 */
export function projectOf(
  { info, releases = {} }: PypiDocument,
  { purl, resource }: { readonly purl: Purl; readonly resource: ResourceDescriptor },
): Packument {
  const uploaded: Release[] = [];
  for (const version of Object.keys(releases)) {
    const files = (list(releases[version]) ?? []).map(object).filter((file) => file !== null);
    if (files.length > 0) uploaded.push(releaseOf(version, files, version === info.version ? info : null));
  }
  const history = timeline(uploaded);
  return {
    purl,
    ecosystem: 'pypi',
    name: info.name,
    place: { resource, pointer: '' },
    description: text(info.summary),
    distTags: { latest: info.version },
    ...history,
    createdAt: history.ordered === 'by time' ? (history.releases[0]?.publishedAt ?? null) : null,
    maintainers: null,
    missing: null,
    unpublishedAt: null,
  };
}

/** `info` is there for the latest release: what it says of the project is only known of that one. */
function releaseOf(version: string, files: readonly JsonObject[], info: JsonObject | null): Release {
  return {
    version,
    at: pointer('releases', version),
    publishedAt: firstUpload(files),
    publishedBy: null,
    trustedPublisher: null,
    maintainers: null,
    installScripts: null,
    dependencies: dependenciesOf(info?.requires_dist),
    optionalDependencies: null,
    bin: null,
    repository: sourceOf(texts(info?.project_urls)),
    mcpName: null,
    deprecated: null,
    yanked: yankedOf(files),
    provenance: null,
    totalBytes: totalBytesOf(files),
    fileCount: null,
    integrity: null,
  };
}

function firstUpload(files: readonly JsonObject[]): string | null {
  let first: string | null = null;
  for (const { upload_time_iso_8601: written } of files) {
    const uploaded = time(written);
    if (uploaded !== null && (first === null || Date.parse(uploaded) < Date.parse(first))) first = uploaded;
  }
  return first;
}

/** PEP 592 yanks file by file; a release counts as yanked when nothing of it is left to choose. */
function yankedOf(files: readonly JsonObject[]): boolean | null {
  let isYanked: boolean | null = true;
  for (const { yanked } of files) {
    const written = flag(yanked);
    if (written === false) return false;
    if (written === null) isYanked = null;
  }
  return isYanked;
}

function totalBytesOf(files: readonly JsonObject[]): number | null {
  let totalBytes = 0;
  for (const { size } of files) {
    const bytes = count(size);
    if (bytes === null) return null;
    totalBytes += bytes;
  }
  return totalBytes;
}

/** null in the document too where an upload did not say; requirements of one name under several markers are joined. */
function dependenciesOf(requiresDist: unknown): Release['dependencies'] {
  const lines = list(requiresDist);
  if (lines === null) return null;
  const byName = new Map<string, string>();
  for (const line of lines) {
    const [, name, rest = ''] = REQUIREMENT.exec((text(line) ?? '').slice(0, MAX_REQUIREMENT_CHARACTERS)) ?? [];
    if (name === undefined) continue;
    const known = byName.get(name);
    byName.set(name, known === undefined ? rest.trim() : `${known} | ${rest.trim()}`);
  }
  return Object.fromEntries(byName);
}

function sourceOf(urls: Readonly<Record<string, string>> | null): string | null {
  if (urls === null) return null;
  const byLabel = new Map(
    Object.entries(urls).map(([label, url]) => [label.toLowerCase().replaceAll(/[\s!-/:-@[-`{-~]/g, ''), url]),
  );
  return SOURCE_LABELS.map((label) => byLabel.get(label)).find((url) => url !== undefined) ?? null;
}
