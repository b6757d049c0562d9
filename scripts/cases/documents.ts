/** What npm and PyPI say of a case: full documents in the shape in which the registries write them. */
import type { Json } from '../../src/model/place.ts';
import { type Archive, archivesOf, hexDigest, integrityOf } from './archive.ts';
import type { Account, CaseRelease, ReconstructedCase } from './case.ts';

/** A packument whose tarballs lie under the base address. */
export function packumentOf(of: ReconstructedCase, baseUrl: string): Json {
  const { name, description, releases } = of;
  const last = releases.at(-1) ?? releases[0];
  const { repository = null, homepage = null, license = 'MIT' } = last.manifest;
  return {
    _id: name,
    _rev: `${releases.length}-${hexDigest('sha1', Buffer.from(name)).slice(0, 32)}`,
    name,
    description,
    'dist-tags': { latest: last.version },
    versions: Object.fromEntries(releases.map((release) => [release.version, versionOf(of, release, baseUrl)])),
    time: {
      created: releases[0].publishedAt,
      modified: last.publishedAt,
      ...Object.fromEntries(releases.map(({ version, publishedAt }) => [version, publishedAt])),
    },
    maintainers: last.maintainers.map(person),
    repository,
    homepage,
    license,
    readme: readmeOf(last),
    readmeFilename: 'README.md',
  };
}

function versionOf(of: ReconstructedCase, release: CaseRelease, baseUrl: string): Json {
  const { name } = of;
  const { version, manifest, registrySide, publisher, maintainers, attested } = release;
  const said = { ...manifest, ...registrySide };
  const { scripts } = said;
  const hooks = ['preinstall', 'install', 'postinstall'].some(
    (hook) => isObject(scripts) && Object.hasOwn(scripts, hook),
  );
  return {
    ...said,
    name,
    version,
    _id: `${name}@${version}`,
    _nodeVersion: '22.14.0',
    _npmVersion: '11.2.0',
    _npmUser: person(publisher),
    maintainers: maintainers.map(person),
    directories: {},
    _hasShrinkwrap: false,
    ...(hooks ? { hasInstallScript: true } : {}),
    dist: {
      ...distOf(archivesOf(of, release)[0]),
      tarball: `${baseUrl}/${name}/-/${name.slice(name.lastIndexOf('/') + 1)}-${version}.tgz`,
      ...(attested ? attestations(`${baseUrl}/-/npm/v1/attestations/${name.replace('/', '%2f')}@${version}`) : {}),
    },
  };
}

function distOf(archive: Archive | undefined): { readonly [field: string]: Json } {
  if (archive === undefined) return {};
  const { bytes, fileCount, unpackedBytes } = archive;
  return { integrity: integrityOf(bytes), shasum: hexDigest('sha1', bytes), fileCount, unpackedSize: unpackedBytes };
}

function attestations(url: string): { readonly [field: string]: Json } {
  return { attestations: { url, provenance: { predicateType: 'https://slsa.dev/provenance/v1' } } };
}

/** A project's JSON whose files lie under the base address. */
export function projectOf(of: ReconstructedCase, baseUrl: string): Json {
  const last = of.releases.at(-1) ?? of.releases[0];
  const { requires = [], repository = null } = last.manifest;
  return {
    info: {
      name: of.name,
      version: last.version,
      summary: of.description,
      description: readmeOf(last),
      description_content_type: 'text/markdown',
      author: last.publisher.name,
      author_email: last.publisher.email,
      project_urls: repository === null ? null : { Repository: repository },
      requires_dist: requires,
      requires_python: '>=3.10',
      yanked: false,
      yanked_reason: null,
    },
    last_serial: of.releases.length,
    releases: Object.fromEntries(of.releases.map((release) => [release.version, filesOf(of, release, baseUrl)])),
    urls: filesOf(of, last, baseUrl),
    vulnerabilities: [],
  };
}

function filesOf(of: ReconstructedCase, release: CaseRelease, baseUrl: string): Json {
  return archivesOf(of, release).map(({ filename, kind, bytes }) => ({
    filename,
    url: `${baseUrl}${pypiPath(bytes, filename)}`,
    packagetype: kind === 'wheel' ? 'bdist_wheel' : 'sdist',
    python_version: kind === 'wheel' ? 'py3' : 'source',
    requires_python: '>=3.10',
    size: bytes.length,
    upload_time: release.publishedAt.slice(0, 19),
    upload_time_iso_8601: release.publishedAt,
    digests: { sha256: hexDigest('sha256', bytes) },
    has_sig: false,
    yanked: false,
    yanked_reason: null,
  }));
}

/** Below the registry's address; PyPI itself takes BLAKE2 for the folders. */
export function pypiPath(bytes: Buffer, filename: string): string {
  const digest = hexDigest('sha256', bytes);
  return `/packages/${digest.slice(0, 2)}/${digest.slice(2, 4)}/${digest.slice(4)}/${filename}`;
}

function readmeOf({ files }: CaseRelease): string {
  const readme = files['README.md'];
  return typeof readme === 'string' ? readme : '';
}

function person({ name, email }: Account): Json {
  return { name, email };
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
