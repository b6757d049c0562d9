import type { ArchiveKind, ArchiveManifest } from '../model/source.ts';
import { npmManifest } from './npm-manifest.ts';
import { isPythonManifestPart, pythonManifest } from './python-manifest.ts';

/** A manifest, and what of it tells which files run. */
export interface ReadManifest {
  readonly manifest: ArchiveManifest;
  /** All of npm's scripts, which its install scripts can call. */
  readonly scripts: ReadonlyMap<string, string>;
  /** Paths that a loader takes first: npm's main, bin and exports. */
  readonly launched: readonly string[];
  /** Modules that are called on launch, `harbor.cli`; of console scripts. */
  readonly launchedModules: readonly string[];
  /** Paths that a build runs by itself: an in-tree build backend. */
  readonly built: readonly string[];
}

/** Whether the file at this path says what the package is; its bytes have to be kept until all files are seen. */
export function isManifestPart(kind: ArchiveKind, path: string): boolean {
  return kind === 'npm-tarball' ? path === 'package.json' : isPythonManifestPart(kind, path);
}

/** What the parts say, by path; null where there is none that can be read. */
export function manifestOf(kind: ArchiveKind, parts: ReadonlyMap<string, Buffer>): ReadManifest | null {
  if (kind !== 'npm-tarball') return pythonManifest(kind, parts);
  const content = parts.get('package.json');
  return content === undefined ? null : npmManifest(content);
}
