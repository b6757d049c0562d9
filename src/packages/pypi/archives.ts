import { type JsonObject, list, object, text } from '../fields.ts';
import type { ArchiveReference } from '../port.ts';
import type { PypiDocument } from './schema.ts';

const FILE_PATH = /^\/[\w.~%/!+@-]{1,600}$/;
const SDIST = /\.(?:tar\.gz|tgz|zip)$/;

export interface FilesAt {
  readonly baseUrl: string;
  /** Where PyPI itself keeps files. */
  readonly filesUrl: string;
  /** Whether the base address is PyPI's own. */
  readonly isOwn: boolean;
}

/**
 * A wheel and the sdist of a release, where it has them.
 *
 * Of many wheels the one for every platform is taken, else the first by name: they are built from one source, and what differs is
 * native code. Behind a mirror a file is asked for at the mirror, under the path that it has at PyPI.
 */
export function archivesOf(document: PypiDocument, version: string, at: FilesAt): readonly ArchiveReference[] {
  const releases = document.releases ?? {};
  const files = (Object.hasOwn(releases, version) ? list(releases[version]) : null) ?? [];
  const found = files.flatMap((file) => referenceOf(object(file) ?? {}, at)).toSorted(byName);
  const wheels = found.filter(({ kind }) => kind === 'wheel');
  const wheel = wheels.find(({ filename }) => filename.endsWith('-none-any.whl')) ?? wheels[0];
  const sdist = found.find(({ kind }) => kind === 'sdist');
  return [wheel, sdist].filter((each) => each !== undefined);
}

function referenceOf(file: JsonObject, at: FilesAt): readonly ArchiveReference[] {
  const filename = text(file.filename);
  const written = text(file.url);
  if (filename === null || written === null) return [];
  const kind = filename.endsWith('.whl') ? 'wheel' : SDIST.test(filename) ? 'sdist' : null;
  const url = askedUrl(written, at);
  if (kind === null || url === null) return [];
  const digests = { integrity: null, shasum: null, sha256: text(object(file.digests)?.sha256) };
  return [{ url, filename, kind, digests }];
}

function askedUrl(written: string, { baseUrl, filesUrl, isOwn }: FilesAt): string | null {
  const url = URL.parse(written);
  if (url === null || url.search !== '' || !FILE_PATH.test(url.pathname)) return null;
  const base = new URL(baseUrl);
  if (url.origin === base.origin) return url.href;
  if (url.origin !== new URL(filesUrl).origin) return null;
  return isOwn ? url.href : `${baseUrl}${url.pathname}`;
}

function byName(a: ArchiveReference, b: ArchiveReference): number {
  return a.filename < b.filename ? -1 : 1;
}
