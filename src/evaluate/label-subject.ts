import type { Entry, PackageReference, Purl, Remote, Repository, ServerRecord } from '../model/entry.ts';
import type { Place } from '../model/place.ts';
import type { Subject } from '../model/subject.ts';

/** What a label says of a server; what it does not say is unknown. */
export interface Labelled {
  /** A registry, or the ecosystem of a package that is judged by itself. */
  readonly registry: string;
  readonly name: string;
  /** null where the label does not say whose it is. */
  readonly namespace?: string | null;
  readonly description?: string | null;
  readonly repository?: string | null;
  /** null: the registry does not name packages. */
  readonly packages?:
    | readonly { readonly ecosystem: string; readonly name: string; readonly version: string | null }[]
    | null;
  readonly remotes?: readonly string[] | null;
}

/** Nothing was retrieved: evidence on labels points into the label. */
const PLACE: Place = {
  resource: { uri: 'label:', sha256: '0'.repeat(64), retrievedAt: '1970-01-01T00:00:00Z' },
  pointer: '',
};

/** The entry as a registry that lists names alone would show it. */
export function byName(labelled: Labelled): Subject {
  return { depth: 'name', entry: entryOf(labelled), notRead: [] };
}

/** The entry with the record that follows from its label. */
export function byRecord(labelled: Labelled): Subject {
  return { depth: 'metadata', entry: entryOf(labelled), notRead: [], record: recordOf(labelled), earlier: [] };
}

/** npm shows whose a package is only where it has a scope. */
export function scopeOf(name: string): string | null {
  return name.startsWith('@') ? (name.slice(1).split('/')[0] ?? null) : null;
}

function entryOf({ registry, name, namespace }: Labelled): Entry {
  const slash = name.lastIndexOf('/');
  return {
    id: `${registry}:${name}`,
    registry,
    name,
    leaf: name.slice(slash + 1),
    title: null,
    namespace: namespace === undefined ? (slash < 0 ? null : name.slice(0, slash).replace(/^@/, '')) : namespace,
    place: { ...PLACE, pointer: '/name' },
  };
}

function recordOf({ description = null, repository, packages = null, remotes = null }: Labelled): ServerRecord {
  const at = { ...(description === null ? {} : { description: '/description' }), repository: '/repository' };
  return {
    place: PLACE,
    title: null,
    description,
    version: null,
    status: null,
    statusMessage: null,
    publishedAt: null,
    updatedAt: null,
    websiteUrl: null,
    repository: repositoryOf(repository),
    packages: packages?.map(referenceOf) ?? null,
    remotes: remotes?.map(remoteOf) ?? null,
    inputs: null,
    tools: null,
    uses: null,
    marks: [],
    at,
  };
}

function repositoryOf(url: string | null | undefined): Repository | 'none' | null {
  if (url === undefined) return null;
  return url === null ? 'none' : { url, subfolder: null, id: null };
}

function referenceOf(
  { ecosystem, name, version }: { ecosystem: string; name: string; version: string | null },
  at: number,
): PackageReference {
  const purl: Purl = `pkg:${ecosystem}/${name.replace('@', '%40')}`;
  return {
    at: `/packages/${at}`,
    ecosystem,
    identifier: name,
    version,
    purl,
    fileSha256: null,
    runtimeHint: null,
    transport: null,
    inputs: [],
  };
}

function remoteOf(url: string, at: number): Remote {
  return { at: `/remotes/${at}`, type: 'streamable-http', url, inputs: [] };
}
