import { createHash, hash } from 'node:crypto';
import { crc32, inflateRawSync } from 'node:zlib';
import type { Entry } from 'yauzl';
import { MAX_READ_BYTES } from './bounds.ts';
import { type ArchiveEntry, entryOf } from './entry.ts';
import { inflate } from './inflate.ts';
import type { Irregularities } from './irregularities.ts';

const STORED = 0;
const DEFLATED = 8;
/** The smallest that zlib takes. */
const MIN_CHUNK_BYTES = 64;
const MAX_CHUNK_BYTES = 262_144;

export interface ZipFileBytes {
  readonly entry: Entry;
  readonly name: string;
  /** As they lie in the archive. */
  readonly stored: Buffer;
}

/** Counts what is unpacked; false where the archive's bounds are met. */
export type Account = (moreBytes: number) => boolean;

/** A file's content, whatever its header says of its size; null where the archive's bounds are met. */
export async function zipContent(
  file: ZipFileBytes,
  found: Irregularities,
  account: Account,
): Promise<ArchiveEntry | null> {
  const { entry, name, stored } = file;
  const refusal = refusalOf(entry);
  if (refusal !== null) {
    found.add('damaged', name, `It was not read: ${refusal}.`);
    const notRead = `${refusal}, so its digest is of the bytes as they are stored`;
    return account(stored.length)
      ? { name, bytes: stored.length, sha256: hash('sha256', stored), content: { notRead } }
      : null;
  }
  const read =
    entry.compressionMethod === STORED ? storedContent(file, account) : await inflatedContent(file, found, account);
  if (read === null) return null;
  if (read.entry.bytes !== entry.uncompressedSize) {
    found.add('wrong-size', name, `It gives a size of ${entry.uncompressedSize} bytes and has ${read.entry.bytes}.`);
  }
  if (read.checksum !== entry.crc32) found.add('bad-checksum', name, 'The checksum of its content differs.');
  return read.entry;
}

interface Read {
  readonly entry: ArchiveEntry;
  readonly checksum: number;
}

/** pip reads two more methods, which PyPI does not take. */
function refusalOf(entry: Entry): string | null {
  if (entry.isEncrypted()) return 'it is encrypted';
  const { compressionMethod } = entry;
  return compressionMethod === STORED || compressionMethod === DEFLATED
    ? null
    : `it is compressed by method ${compressionMethod}`;
}

function storedContent({ name, stored }: ZipFileBytes, account: Account): Read | null {
  if (!account(stored.length)) return null;
  const checksum = crc32(stored);
  if (stored.length <= MAX_READ_BYTES) return { entry: entryOf(name, stored), checksum };
  return { entry: { name, bytes: stored.length, sha256: hash('sha256', stored), content: beyond() }, checksum };
}

/** At once where it is whole and within the bound, as nearly all are: a stream takes a hundred times as long for a small file. */
async function inflatedContent(file: ZipFileBytes, found: Irregularities, account: Account): Promise<Read | null> {
  const { entry, name, stored } = file;
  if (entry.uncompressedSize > MAX_READ_BYTES) return inflatedInPieces(file, found, account);
  try {
    const content = inflateRawSync(stored, {
      maxOutputLength: Math.max(1, entry.uncompressedSize),
      // With room for all at once nothing is put together afterwards.
      chunkSize: Math.min(Math.max(MIN_CHUNK_BYTES, entry.uncompressedSize + 1), MAX_CHUNK_BYTES),
    });
    return account(content.length) ? { entry: entryOf(name, content), checksum: crc32(content) } : null;
  } catch {
    return inflatedInPieces(file, found, account);
  }
}

async function inflatedInPieces(
  { name, stored }: ZipFileBytes,
  found: Irregularities,
  account: Account,
): Promise<Read | null> {
  const digest = createHash('sha256');
  const kept: Buffer[] = [];
  let checksum = 0;
  let bytes = 0;
  const pieces = inflate(stored, ({ length }) => account(length));
  let step = await pieces.next();
  for (; step.done !== true; step = await pieces.next()) {
    const piece = step.value;
    digest.update(piece);
    checksum = crc32(piece, checksum);
    bytes += piece.length;
    if (bytes <= MAX_READ_BYTES) kept.push(piece);
    else kept.length = 0;
  }
  const { ended } = step.value;
  if (ended === 'stopped') return null;
  if (ended !== 'whole')
    found.add(ended, name, `Its compressed bytes ${ended === 'damaged' ? 'are damaged' : 'end early'}.`);
  const content = bytes <= MAX_READ_BYTES ? Buffer.concat(kept) : beyond();
  return { entry: { name, bytes, sha256: digest.digest('hex'), content }, checksum };
}

function beyond(): { readonly notRead: string } {
  return { notRead: `it has more than ${MAX_READ_BYTES} bytes` };
}
