import { object, text } from '../fields.ts';
import type { ArchiveReference } from '../port.ts';
import type { NpmDocument } from './schema.ts';

/** A path that npm's registry could serve; what else stands in `dist.tarball` is never asked for. */
const TARBALL_PATH = /^\/[\w.~@%/!'()*+-]{1,600}\.tgz$/;

/**
 * The one tarball of a release.
 *
 * Always asked for at the registry's own address: where `dist.tarball` names another host, as behind a mirror, its file is asked
 * for under the name that npm gives it.
 */
export function archivesOf(document: NpmDocument, version: string, baseUrl: string): readonly ArchiveReference[] {
  const versions = document.versions ?? {};
  const dist = Object.hasOwn(versions, version) ? object(object(versions[version])?.dist) : null;
  if (dist === null) return [];
  const { name } = document;
  const filename = `${name.slice(name.lastIndexOf('/') + 1)}-${version}.tgz`;
  const conventional = `${baseUrl}/${name}/-/${encodeURIComponent(filename.toWellFormed())}`;
  const url = ownUrl(text(dist.tarball), baseUrl) ?? conventional;
  const digests = { integrity: text(dist.integrity), shasum: text(dist.shasum), sha256: null };
  return [{ url, filename, kind: 'npm-tarball', digests }];
}

function ownUrl(tarball: string | null, baseUrl: string): string | null {
  const url = tarball === null ? null : URL.parse(tarball);
  if (url === null || url.origin !== new URL(baseUrl).origin) return null;
  return url.search === '' && TARBALL_PATH.test(url.pathname) ? url.href : null;
}
