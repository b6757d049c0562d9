import type { FileDescription, FileFacts, Language } from '../model/source.ts';
import type { DescribeFile } from './facts/describe.ts';
import { irregularities } from './irregularities.ts';
import { openArchive } from './open.ts';
import { pathsInside } from './paths.ts';
import type { PublishedBytes } from './read-files.ts';
import type { RoledFile } from './roled.ts';

/** An honest package has none. */
const MAX_FILES = 16;

/**
 * Files that are run in another language than their name says, `node setup.txt`, described as what they are run as.
 *
 * Only known once all files are, so the archive is read a second time where there are such files.
 */
export async function describedAsRun(
  { bytes, kind }: PublishedBytes,
  files: readonly RoledFile[],
  describe: DescribeFile,
): Promise<readonly FileFacts[]> {
  const wanted = new Map<string, Language>();
  for (const { file, runsAs } of files) if (runsAs !== null && wanted.size < MAX_FILES) wanted.set(keyOf(file), runsAs);
  if (wanted.size === 0) return files.map(({ file }) => file);
  const ignored = irregularities();
  const inside = pathsInside(kind, ignored);
  const descriptions = new Map<string, FileDescription>();
  for await (const { name, sha256, content } of openArchive(bytes, kind, ignored)) {
    const path = inside(name);
    const language = wanted.get(keyOf({ path, sha256 }));
    if (language !== undefined && Buffer.isBuffer(content)) {
      descriptions.set(keyOf({ path, sha256 }), await describe(content, path, language));
    }
  }
  return files.map(({ file }) => ({ ...file, ...descriptions.get(keyOf(file)) }));
}

function keyOf({ path, sha256 }: { readonly path: string; readonly sha256: string }): string {
  return `${sha256} ${path}`;
}
