/** A release history as an npm packument, in the fields that are read of it. */
import type { Json } from '../../src/model/place.ts';
import type { Account } from './model.ts';
import { written } from './moments.ts';
import { letters, stream } from './random.ts';
import type { PackageHistory, PackageRelease } from './releases.ts';

/** Tarballs lie under a reserved host: nothing here can be fetched. */
const HOST = 'https://packages.example';

export function packument(history: PackageHistory): Json {
  const first = history.releases[0];
  const last = history.releases.at(-1);
  const times = [...history.releases, ...history.missing].sort((a, b) => a.atMs - b.atMs);
  const time = {
    created: written((times[0]?.atMs ?? 0) - 40, 3),
    modified: written((times.at(-1)?.atMs ?? 0) + 900, 3),
    ...Object.fromEntries(times.map(({ version, atMs }) => [version, written(atMs, 3)])),
  };
  if (history.unpublishedMs !== null) {
    const versions = history.releases.map(({ version }) => version);
    return {
      _id: history.name,
      name: history.name,
      time: { ...time, unpublished: { time: written(history.unpublishedMs, 3), versions } },
    };
  }
  return {
    _id: history.name,
    name: history.name,
    description: history.description,
    'dist-tags': history.distTags,
    versions: Object.fromEntries(
      history.releases.map((release) => [release.version, versionOf(history.name, release)]),
    ),
    time,
    maintainers: (last ?? first)?.maintainers.map(person) ?? [],
  };
}

function versionOf(name: string, release: PackageRelease): Json {
  const hooks = ['preinstall', 'install', 'postinstall'].some((hook) => Object.hasOwn(release.scripts, hook));
  return {
    name,
    version: release.version,
    ...(release.mcpName === null ? {} : { mcpName: release.mcpName }),
    scripts: release.scripts,
    dependencies: release.dependencies,
    bin: release.bin,
    ...(release.repositoryUrl === null ? {} : { repository: { type: 'git', url: release.repositoryUrl } }),
    ...(release.deprecated === null ? {} : { deprecated: release.deprecated }),
    ...(hooks ? { hasInstallScript: true } : {}),
    _npmUser: publisherOf(name, release.publisher),
    maintainers: release.maintainers.map(person),
    dist: {
      integrity: integrity(name, release.version),
      tarball: `${HOST}/${name}/-/${name.split('/').at(-1) ?? name}-${release.version}.tgz`,
      fileCount: release.fileCount,
      unpackedSize: release.unpackedBytes,
      ...(release.attested ? attestations(name, release.version) : {}),
    },
  };
}

function person({ name, email }: Account): Json {
  return { name, email };
}

/** Trusted publishing shows the CI and not the account. */
function publisherOf(name: string, account: Account): Json {
  if (account.throughCi !== true) return person(account);
  const oidcConfigId = `oidc:${letters(stream(name, 'oidc'), 16)}`;
  return {
    name: 'GitHub Actions',
    email: 'npm-oidc-no-reply@github.com',
    trustedPublisher: { id: 'github', oidcConfigId },
  };
}

function attestations(name: string, version: string): { readonly [field: string]: Json } {
  const url = `${HOST}/-/npm/v1/attestations/${encodeURIComponent(name)}@${version}`;
  return { attestations: { url, provenance: { predicateType: 'https://slsa.dev/provenance/v1' } } };
}

/** Shaped like SHA-512 in base64; eight letters over and over, so that a snapshot of them stays small. */
function integrity(name: string, version: string): string {
  return `sha512-${letters(stream(name, version, 'integrity'), 8)
    .repeat(11)
    .slice(0, 86)}==`;
}
