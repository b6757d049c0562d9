import type { Entry, PackageReference, Purl, Remote, Repository, ScalarField, ServerRecord } from '../model/entry.ts';
import type { Place, Pointer } from '../model/place.ts';
import type { Packument, Release } from '../model/release.ts';
import type { Subject } from '../model/subject.ts';

/**
 * Subjects for tests: an invented harbour town's servers, with every field settable.
 *
 * Records point into themselves as `/description`, packuments as the npm document does, so that `citing` in a test reads like
 * the path a reviewer would follow.
 */
export interface Listing extends Partial<Omit<Entry, 'place'>>, Partial<Omit<ServerRecord, 'place' | 'title'>> {
  readonly earlier?: readonly ServerRecord[];
}

export function named(listing: Listing = {}): Subject {
  const { uses = null } = listing;
  return { depth: 'name', entry: entry(listing), notRead: [], ...(uses === null ? {} : { uses }) };
}

export function listed(listing: Listing = {}): Subject {
  return {
    depth: 'metadata',
    entry: entry(listing),
    notRead: [],
    record: record(listing),
    earlier: listing.earlier ?? [],
  };
}

/** The default server with one npm package of these releases. */
export function packaged(...releases: readonly Release[]): Subject {
  return published({}, packument({ releases }));
}

/** A listed server and the histories of its packages. */
export function published(listing: Listing, first: Packument, ...others: readonly Packument[]): Subject {
  return {
    depth: 'package',
    entry: entry(listing),
    notRead: [],
    record: record({
      packages: [first, ...others].map(({ ecosystem, name }) => packageNamed(ecosystem, name)),
      ...listing,
    }),
    earlier: listing.earlier ?? [],
    packuments: [first, ...others],
  };
}

export function entry(listing: Listing = {}): Entry {
  const { registry = 'official', name = 'io.github.tidewater/harbor-mcp', title = null } = listing;
  const slash = name.lastIndexOf('/');
  const { leaf = name.slice(slash + 1), id = `${registry}:${name}` } = listing;
  const { namespace = slash < 0 ? null : name.slice(0, slash).replace(/^@/, '') } = listing;
  return { id, registry, name, leaf, title, namespace, place: place(`https://${registry}.example/servers`, '/name') };
}

export function record(fields: Listing = {}): ServerRecord {
  const { title = null, packages = [], remotes = [], repository = 'none' } = fields;
  const scalars = {
    title,
    description: fields.description === undefined ? 'Reads the tide tables of the harbour.' : fields.description,
    version: fields.version === undefined ? '1.0.0' : fields.version,
    status: fields.status === undefined ? 'active' : fields.status,
    statusMessage: fields.statusMessage ?? null,
    publishedAt: fields.publishedAt === undefined ? '2026-05-04T09:00:00Z' : fields.publishedAt,
    updatedAt: fields.updatedAt === undefined ? '2026-05-04T09:00:00Z' : fields.updatedAt,
    websiteUrl: fields.websiteUrl ?? null,
    repository,
  };
  return {
    ...scalars,
    place: place('https://official.example/servers', ''),
    packages,
    remotes,
    inputs: fields.inputs ?? null,
    tools: fields.tools ?? null,
    uses: fields.uses ?? null,
    marks: fields.marks ?? [],
    at: fields.at ?? pointersOf(scalars),
  };
}

export function repositoryAt(url: string): Repository {
  return { url, subfolder: null, id: null };
}

export function packageNamed(
  ecosystem: string,
  identifier: string,
  fields: Partial<PackageReference> = {},
): PackageReference {
  const purl: Purl = `pkg:${ecosystem}/${identifier.replace('@', '%40')}`;
  return {
    at: '/packages/0',
    ecosystem,
    identifier,
    version: null,
    purl,
    fileSha256: null,
    runtimeHint: null,
    transport: null,
    inputs: [],
    ...fields,
  };
}

export function remoteAt(url: string, fields: Partial<Remote> = {}): Remote {
  return { at: '/remotes/0', type: 'streamable-http', url, inputs: [], ...fields };
}

export function packument(fields: Partial<Packument> = {}): Packument {
  const { ecosystem = 'npm', name = 'harbor-mcp', releases = [release('1.0.0')] } = fields;
  const latest = releases.at(-1);
  return {
    purl: `pkg:${ecosystem}/${name.replace('@', '%40')}`,
    ecosystem,
    name,
    place: place(`https://${ecosystem}.example/${name}`, ''),
    description: null,
    distTags: latest === undefined ? {} : { latest: latest.version },
    releases,
    ordered: 'by time',
    createdAt: releases[0]?.publishedAt ?? null,
    maintainers: [{ name: 'tidewater', email: 'post@tidewater.example' }],
    missing: [],
    unpublishedAt: null,
    ...fields,
  };
}

/** Attested or not is unknown unless said, as it is where a registry does not serve attestations. */
export function release(version: string, fields: Partial<Release> = {}): Release {
  return {
    version,
    at: `/versions/${version}`,
    publishedAt: '2026-05-04T09:00:00Z',
    publishedBy: { name: 'tidewater', email: 'post@tidewater.example' },
    trustedPublisher: false,
    maintainers: [{ name: 'tidewater', email: 'post@tidewater.example' }],
    installScripts: {},
    dependencies: {},
    optionalDependencies: {},
    bin: {},
    repository: 'https://github.com/tidewater/harbor-mcp',
    mcpName: null,
    deprecated: null,
    yanked: null,
    provenance: null,
    totalBytes: 20_000,
    fileCount: 12,
    integrity: null,
    ...fields,
  };
}

function place(uri: string, pointer: Pointer): Place {
  return { resource: { uri, sha256: '0'.repeat(64), retrievedAt: '2026-06-29T00:00:00Z' }, pointer };
}

function pointersOf(scalars: object): Partial<Record<ScalarField, Pointer>> {
  const present = Object.entries(scalars).filter(([, value]) => value !== null && value !== 'none');
  return Object.fromEntries(present.map(([field]) => [field, `/${field}`]));
}
