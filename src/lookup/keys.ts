import { crc32 } from 'node:zlib';
import { repositoryPath } from '../text/repository-path.ts';
import type { IndexedEntry } from './port.ts';

const MAX_URL_CHARACTERS = 500;

export function idKey(id: string): string {
  return `id ${id}`;
}

/** Whatever the version, which a purl has behind an `@` that is no scope's. */
export function packageKey(purl: string): string {
  const version = purl.indexOf('@', purl.lastIndexOf('/'));
  const [name = ''] = (version < 0 ? purl : purl.slice(0, version)).split('#', 1);
  return `package ${name}`;
}

/** Host and path, without what the user puts behind `?`; null where it is no address. */
export function remoteKey(url: string): string | null {
  if (url.length > MAX_URL_CHARACTERS) return null;
  const parsed = URL.parse(url);
  if (parsed === null || parsed.host === '') return null;
  return `remote ${parsed.host}${parsed.pathname.replace(/\/$/, '')}`;
}

/** null where the address names no repository. */
export function repositoryKey(address: string): string | null {
  const place = repositoryPath(address);
  return place === null ? null : `repository ${place.repository}`;
}

/** What people call a server by: whole name or its last part, title, package; in any case, with or without an owner's @. */
export function nameKey(name: string): string {
  return `name ${withoutAt(name).toLowerCase()}`;
}

export function namespaceKey(namespace: string): string {
  return `namespace ${namespace.toLowerCase()}`;
}

/** Owners are written with and without it. */
export function withoutAt(name: string): string {
  return name.startsWith('@') ? name.slice(1) : name;
}

export function leafOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

type Keyed = Pick<IndexedEntry, 'id' | 'name' | 'title' | 'namespace' | 'packages' | 'remotes' | 'repository'>;

/** Everything by which an entry is found, each once. */
export function keysOf({ id, name, title, namespace, packages, remotes, repository }: Keyed): readonly string[] {
  const found = [
    idKey(id),
    nameKey(name),
    nameKey(leafOf(name)),
    ...(title === null ? [] : [nameKey(title)]),
    ...(packages ?? []).map(({ identifier }) => nameKey(identifier)),
    ...(namespace === null ? [] : [namespaceKey(namespace)]),
    ...(packages ?? []).flatMap(({ purl }) => (purl === null ? [] : [packageKey(purl)])),
    ...(remotes ?? []).map(({ url }) => remoteKey(url)),
    repository === null ? null : repositoryKey(repository),
  ];
  return [...new Set(found.filter((key) => key !== null))];
}

/** Keys by their checksum, so that a table of numbers finds them; different keys may share one. */
export function hashOf(key: string): number {
  return crc32(key);
}
