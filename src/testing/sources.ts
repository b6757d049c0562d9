import { hash } from 'node:crypto';
import type { Packument, Release } from '../model/release.ts';
import type { ArchiveFacts, ArchiveManifest, FileFacts, ReleaseFacts } from '../model/source.ts';
import type { PackageSource, Subject } from '../model/subject.ts';
import { listed, packaged, packument, published, release, type Listing } from './subjects.ts';

/**
 * Releases whose archives were read, for tests: what stands in them is written down, nothing is packed or parsed.
 *
 * `sourced(read('1.0.15', runs('index.js', request('https://api.tidewater.example'))), read('1.0.16', …))` is a subject; evidence
 * about it points at `/index.js:1:1`, the first line for the first fact.
 */
export interface ReadRelease {
  readonly facts: ReleaseFacts;
  /** As the registry's document lists it. */
  readonly listed: Release;
}

/** The default server with one npm package of these releases, the archive of each of them read. */
export function sourced(...releases: readonly [ReadRelease, ...ReadRelease[]]): Subject {
  return sourcedAs({}, ...releases);
}

export interface Circumstances {
  readonly listing?: Listing;
  readonly packument?: Partial<Packument>;
  /** Releases before those given whose archives were never asked for. */
  readonly older?: readonly Release[];
  readonly notRead?: PackageSource['notRead'];
}

export function sourcedAs(
  { listing = {}, packument: fields = {}, older = [], notRead = [] }: Circumstances,
  ...releases: readonly [ReadRelease, ...ReadRelease[]]
): Subject {
  const history = packument({ releases: [...older, ...releases.map((each) => each.listed)], ...fields });
  const subject = published(listing, history);
  if (subject.depth !== 'package') throw new Error('a published server is as deep as its packages');
  const [first, ...rest] = releases;
  const source = { packument: history, releases: [first.facts, ...rest.map(({ facts }) => facts)], notRead } as const;
  return { ...subject, depth: 'source', sources: [source] };
}

/** A release with one archive of these files, and a document that lists what the archive's manifest says. */
export function read(version: string, ...files: readonly FileFacts[]): ReadRelease {
  return {
    facts: { purl: `pkg:npm/harbor-mcp@${version}`, version, archives: [archive(version, files)] },
    listed: release(version),
  };
}

/** What is different about its archive. */
export function packed(of: ReadRelease, fields: Partial<ArchiveFacts>): ReadRelease {
  const [first, ...others] = of.facts.archives;
  return { ...of, facts: { ...of.facts, archives: [{ ...first, ...fields }, ...others] } };
}

/** What its archive's manifest says, and its registry's document as well unless `document` says otherwise. */
export function declaring(
  of: ReadRelease,
  fields: Partial<ArchiveManifest>,
  document: Partial<Release> = listedOf(fields),
): ReadRelease {
  const { manifest } = of.facts.archives[0];
  const changed = packed(of, { manifest: { ...(manifest ?? plainManifest(of.facts.version)), ...fields } });
  return { ...changed, listed: { ...of.listed, ...document } };
}

/** What else the registry's document says of it. */
export function listedAs(of: ReadRelease, fields: Partial<Release>): ReadRelease {
  return { ...of, listed: { ...of.listed, ...fields } };
}

/** A Python release: a wheel, or with `sdist` also the archive that is built when it is installed. */
export function wheel(version: string, files: readonly FileFacts[], sdist?: readonly FileFacts[]): ReadRelease {
  const built = {
    ...archive(version, files),
    filename: `harbor_mcp-${version}-py3-none-any.whl`,
    kind: 'wheel',
  } as const;
  const source =
    sdist === undefined
      ? []
      : [{ ...archive(version, sdist), filename: `harbor_mcp-${version}.tar.gz`, kind: 'sdist' } as const];
  return {
    facts: { purl: `pkg:pypi/harbor-mcp@${version}`, version, archives: [built, ...source] },
    listed: release(version, { installScripts: null, optionalDependencies: null, bin: null }),
  };
}

/** What no signal about archives can see, for the last rows of its table. */
export const shallow: Readonly<Record<string, Subject>> = {
  'a registry entry alone': listed(),
  'a history whose archives were not read': packaged(release('1.0.0'), release('1.0.1')),
};

function archive(version: string, files: readonly FileFacts[]): ArchiveFacts {
  const filename = `harbor-mcp-${version}.tgz`;
  const unpackedBytes = files.reduce((sum, { bytes }) => sum + bytes, 1_000);
  return {
    filename,
    kind: 'npm-tarball',
    resource: {
      uri: `https://npm.example/harbor-mcp/-/${filename}`,
      sha256: hash('sha256', filename),
      retrievedAt: '2026-06-29T00:00:00Z',
    },
    bytes: Math.ceil(unpackedBytes / 4),
    unpackedBytes,
    digest: { outcome: 'matches', algorithm: 'sha512' },
    irregularities: [],
    manifest: plainManifest(version),
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

function plainManifest(version: string): ArchiveManifest {
  return {
    path: 'package.json',
    name: 'harbor-mcp',
    version,
    installScripts: {},
    dependencies: {},
    optionalDependencies: {},
    bin: {},
    main: 'index.js',
    mcpName: null,
    gypfile: null,
  };
}

function listedOf({
  installScripts,
  dependencies,
  optionalDependencies,
  bin,
}: Partial<ArchiveManifest>): Partial<Release> {
  return {
    ...(installScripts === undefined ? {} : { installScripts }),
    ...(dependencies === undefined ? {} : { dependencies }),
    ...(optionalDependencies === undefined ? {} : { optionalDependencies }),
    ...(bin === undefined ? {} : { bin }),
  };
}
