import type { Purl } from '../model/entry.ts';

/** No ecosystem has longer names; MCPB identifiers are addresses. */
const MAX_IDENTIFIER_CHARACTERS = 2_000;

const NPM_NAME = /^(?:@[A-Za-z0-9~-][\w.~-]*\/)?[A-Za-z0-9~-][\w.~!'()*-]*$/;
const PYPI_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;
const NUGET_NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const CARGO_NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
const OCI_SEGMENT = /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/;
const OCI_HOST = /^[a-z0-9.-]+(?::[0-9]{1,5})?$/;
const PATH_SEGMENT = /^(?=[.-]*\w)[\w.-]+$/;
/** What follows a repository's path in the address of a release asset. */
const RELEASES = new Map([
  ['github.com', '/releases/'],
  ['gitlab.com', '/-/releases/'],
]);

/**
 * The package-url of a package, without a version and in canonical form; the names let through here hold nothing that has to be
 * escaped but npm's @. null where the ecosystem is not known or would not accept the identifier.
 *
 * `registryBaseUrl` matters for OCI only: until October 2025 the host of an image stood there and not in the identifier.
 */
export function purlOf(ecosystem: string, identifier: string, registryBaseUrl: string | null = null): Purl | null {
  if (identifier.length > MAX_IDENTIFIER_CHARACTERS) return null;
  switch (ecosystem) {
    case 'npm':
      return npm(identifier);
    case 'pypi':
      return pypi(identifier);
    case 'nuget':
      return NUGET_NAME.test(identifier) ? `pkg:nuget/${identifier}` : null;
    case 'cargo':
      return CARGO_NAME.test(identifier) ? `pkg:cargo/${identifier}` : null;
    case 'oci':
      return oci(identifier, registryBaseUrl);
    case 'mcpb':
      return bundle(identifier);
    default:
      return null;
  }
}

/** Case is kept, where the purl rule for npm folds it: names from before 2017 differ by case alone (JSONStream, jsonstream). */
function npm(identifier: string): Purl | null {
  return NPM_NAME.test(identifier) ? `pkg:npm/${identifier.replace('@', '%40')}` : null;
}

/** Folded by PEP 503. */
function pypi(identifier: string): Purl | null {
  return PYPI_NAME.test(identifier) ? `pkg:pypi/${identifier.toLowerCase().replaceAll(/[-_.]+/g, '-')}` : null;
}

/** The image without tag and digest; an image without a host is Docker Hub's. */
function oci(identifier: string, registryBaseUrl: string | null): Purl | null {
  const segments = withoutTag(identifier).toLowerCase().split('/');
  const host = isHost(segments[0]) ? segments.shift() : (hostOf(registryBaseUrl) ?? 'docker.io');
  const name = segments.at(-1);
  if (host === undefined || !OCI_HOST.test(host) || name === undefined) return null;
  if (!segments.every((segment) => OCI_SEGMENT.test(segment))) return null;
  return `pkg:oci/${name}?repository_url=${encodeURIComponent([host, ...segments].join('/'))}`;
}

function withoutTag(identifier: string): string {
  const [image = ''] = identifier.split('@', 1);
  const colon = image.lastIndexOf(':');
  return colon > image.lastIndexOf('/') ? image.slice(0, colon) : image;
}

function isHost(segment: string | undefined): boolean {
  return segment !== undefined && (segment.includes('.') || segment.includes(':') || segment === 'localhost');
}

/**
 * A bundle has no name apart from its address, and the address holds the version, so the bundle is named by the repository
 * that releases it. Null for other addresses: the official registry takes release assets of GitHub and GitLab only.
 */
function bundle(identifier: string): Purl | null {
  const url = URL.parse(identifier);
  const releases = RELEASES.get(url?.host ?? '');
  if (url === null || releases === undefined) return null;
  const segments = url.pathname
    .slice(1, Math.max(1, url.pathname.indexOf(releases)))
    .toLowerCase()
    .split('/');
  if (segments.length < 2 || !segments.every((part) => PATH_SEGMENT.test(part))) return null;
  return `pkg:generic/${url.host}/${segments.join('/')}`;
}

function hostOf(registryBaseUrl: string | null): string | null {
  return registryBaseUrl === null ? null : (URL.parse(registryBaseUrl)?.host ?? null);
}
