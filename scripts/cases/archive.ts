import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { ArchiveKind } from '../../src/model/source.ts';
import type { CaseFiles, CaseRelease, FileContent, ReconstructedCase } from './case.ts';
import { metadataFiles, pkgInfo, projectFolder } from './python-metadata.ts';
import { tar, type TarEntry } from './tar.ts';
import { zip } from './zip.ts';

export interface Archive {
  readonly filename: string;
  readonly kind: ArchiveKind;
  readonly bytes: Buffer;
  readonly fileCount: number;
  readonly unpackedBytes: number;
}

/** Documents need digests of what is served later, and one payload is of ten megabytes. */
const built = new WeakMap<CaseRelease, readonly Archive[]>();

/** The archives of a release as its registry serves them: a tarball, or a wheel and an sdist. The same bytes on every machine. */
export function archivesOf(of: ReconstructedCase, release: CaseRelease): readonly Archive[] {
  const archives = built.get(release) ?? build(of, release);
  built.set(release, archives);
  return archives;
}

function build(of: ReconstructedCase, release: CaseRelease): readonly Archive[] {
  if (of.ecosystem === 'npm') return [npmTarball(of, release)];
  const { kinds = ['wheel', 'sdist'] } = release.manifest;
  const wanted = Array.isArray(kinds) ? kinds : [];
  return [
    ...(wanted.includes('wheel') ? [wheel(of, release)] : []),
    ...(wanted.includes('sdist') ? [sdist(of, release)] : []),
  ];
}

/** As `dist.integrity` has it. */
export function integrityOf(bytes: Buffer): string {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
}

export function hexDigest(algorithm: 'sha1' | 'sha256', bytes: Buffer): string {
  return createHash(algorithm).update(bytes).digest('hex');
}

function npmTarball({ name }: ReconstructedCase, { version, manifest, files }: CaseRelease): Archive {
  const packageJson = Buffer.from(`${JSON.stringify({ ...manifest, name, version }, null, 2)}\n`);
  const entries = [
    { path: 'package/package.json', content: packageJson },
    ...Object.entries(files).map(([path, content]) => tarEntry(`package/${path}`, content)),
  ];
  return {
    filename: `${name.slice(name.lastIndexOf('/') + 1)}-${version}.tgz`,
    kind: 'npm-tarball',
    bytes: gzip(tar(entries)),
    ...measured(entries),
  };
}

/** Root files of a project are for those who build it; a wheel has the modules and its own description. */
function wheel(of: ReconstructedCase, release: CaseRelease): Archive {
  const installed = Object.entries(release.files).filter(([path]) => path.includes('/') || path.endsWith('.pth'));
  const files = installed.filter(([path]) => !/^(?:tests|docs|examples)\//.test(path));
  const entries = [
    ...files.map(([path, content]) => ({ path, content: bytesOf(content) })),
    ...metadataFiles(of, release, Object.fromEntries(files)),
  ];
  return {
    filename: `${projectFolder(of.name)}-${release.version}-py3-none-any.whl`,
    kind: 'wheel',
    bytes: zip(entries),
    ...measured(entries),
  };
}

function sdist(of: ReconstructedCase, release: CaseRelease): Archive {
  const folder = `${projectFolder(of.name)}-${release.version}`;
  const files: CaseFiles = { ...release.files, 'PKG-INFO': pkgInfo(of, release) };
  const entries = Object.entries(files)
    .filter(([path]) => !path.endsWith('.pth'))
    .map(([path, content]) => tarEntry(`${folder}/${path}`, content));
  return { filename: `${folder}.tar.gz`, kind: 'sdist', bytes: gzip(tar(entries)), ...measured(entries) };
}

function tarEntry(path: string, content: FileContent): TarEntry {
  if (typeof content === 'object' && 'linkTo' in content) return { path, linkTo: content.linkTo };
  return { path, content: bytesOf(content) };
}

function bytesOf(content: FileContent): Buffer {
  if (typeof content === 'string') return Buffer.from(content);
  if (Buffer.isBuffer(content)) return content;
  if ('linkTo' in content) throw new Error(`a zip archive of a case holds no links: ${content.linkTo}`);
  return content.make();
}

function measured(entries: readonly TarEntry[]): Pick<Archive, 'fileCount' | 'unpackedBytes'> {
  const unpackedBytes = entries.reduce((sum, entry) => sum + ('content' in entry ? entry.content.length : 0), 0);
  return { fileCount: entries.length, unpackedBytes };
}

/** Stored, not deflated, and of no named system: what a compressor makes of bytes differs between versions and machines. */
function gzip(bytes: Buffer): Buffer {
  const zipped = gzipSync(bytes, { level: 0 });
  zipped[9] = 0xff;
  return zipped;
}
