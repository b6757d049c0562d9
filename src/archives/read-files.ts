import type { ArchiveKind, FileDescription, FileFacts, Language } from '../model/source.ts';
import { atOnce } from './at-once.ts';
import { MAX_MANIFEST_BYTES } from './bounds.ts';
import type { ArchiveEntry } from './entry.ts';
import type { DescribeFile } from './facts/describe.ts';
import { FIRST_BYTES, languageOf } from './facts/language.ts';
import type { Irregularities } from './irregularities.ts';
import { isManifestPart } from './manifest.ts';
import { nestedArchive } from './nested.ts';
import { openArchive } from './open.ts';
import { pathsInside } from './paths.ts';

/** A file without what only its manifest and the others tell. */
export type ReadFile = Omit<FileFacts, 'role' | 'entry'>;

export interface ReadFiles {
  /** In the order of the archive. */
  readonly files: readonly ReadFile[];
  /** Bytes of what says what the package is, the last of each path. */
  readonly manifestParts: ReadonlyMap<string, Buffer>;
  readonly unpackedBytes: number;
}

export interface PublishedBytes {
  readonly bytes: Buffer;
  readonly kind: ArchiveKind;
}

/** Besides those at the root; an archive may be full of folders that are called like them. */
const MAX_NESTED_MANIFEST_PARTS = 10;
const NOTHING = Buffer.alloc(0);

/**
 * All files of an archive, each described as it comes, several at once, and its bytes let go.
 *
 * Throws ArchiveError as openArchive does, and what `describe` throws.
 */
export async function readFiles(
  { bytes, kind }: PublishedBytes,
  found: Irregularities,
  describe: DescribeFile,
): Promise<ReadFiles> {
  const entries = openArchive(bytes, kind, found);
  const inside = pathsInside(kind, found);
  const describing = atOnce();
  const files: ReadFile[] = [];
  const manifestParts = new Map<string, Buffer>();
  let unpackedBytes = 0;
  for await (const { name, content, ...measured } of entries) {
    const file = { path: inside(name), ...measured };
    unpackedBytes += file.bytes;
    const index = files.push({ ...file, ...unread(file.path, content) }) - 1;
    if (!Buffer.isBuffer(content)) continue;
    const nested = nestedArchive(content);
    if (nested !== null) found.add('nested-archive', name, `It is ${nested}, which was not opened.`);
    if (isManifestPart(kind, file.path)) keep(manifestParts, file.path, content);
    const language = languageOf(file.path, content.subarray(0, FIRST_BYTES));
    await describing.begin(content.length, async () => {
      files[index] = { ...file, ...(await described(content, { path: file.path, language }, describe)) };
    });
  }
  await describing.ended();
  return { files, manifestParts, unpackedBytes };
}

function unread(path: string, content: ArchiveEntry['content']): FileDescription {
  const reason = Buffer.isBuffer(content) ? 'it was not described' : content.notRead;
  return {
    language: languageOf(path, NOTHING),
    reading: { how: 'not-read', reason },
    measures: null,
    facts: [],
    tools: [],
  };
}

/** The last one of a path is the one that an installation leaves there. */
function keep(parts: Map<string, Buffer>, path: string, content: Buffer): void {
  if (content.length > MAX_MANIFEST_BYTES) return;
  if (path.includes('/') && !parts.has(path) && parts.size >= MAX_NESTED_MANIFEST_PARTS) return;
  parts.set(path, Buffer.from(content));
}

/** Machine code and pictures are no text, and an empty file has nothing to ask for, of which some packages have thousands. */
async function described(
  content: Buffer,
  { path, language }: { readonly path: string; readonly language: Language },
  describe: DescribeFile,
): Promise<FileDescription> {
  const isText = language !== 'native' && language !== 'wasm' && language !== 'binary';
  if (isText && content.length > 0) return describe(content, path, language);
  return {
    language,
    reading: { how: 'text' },
    measures: isText ? { lines: 0, longestLine: 0 } : null,
    facts: [],
    tools: [],
  };
}
