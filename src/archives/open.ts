import type { ArchiveKind } from '../model/source.ts';
import { ArchiveError } from './archive-error.ts';
import { MAX_ARCHIVE_BYTES } from './bounds.ts';
import type { ArchiveEntry } from './entry.ts';
import { gunzip, isGzip } from './gunzip.ts';
import type { Irregularities } from './irregularities.ts';
import { readTar } from './tar.ts';
import { BLOCK_BYTES, tarHeader } from './tar-header.ts';
import { readZip } from './zip.ts';

const ZIP_SIGNATURES = new Set(['PK\x03\x04', 'PK\x05\x06']);
const END_OF_ZIP = Buffer.from('PK\x05\x06', 'latin1');
const MAX_END_BYTES = 65_557;
const PIECE_BYTES = 262_144;

/**
 * The files of an archive, one at a time; what is odd about it goes to `found`.
 *
 * Throws ArchiveError for what is no archive of that kind, and for more than 200 MB; nothing after that.
 */
export function openArchive(
  bytes: Buffer,
  kind: ArchiveKind,
  found: Irregularities,
): AsyncGenerator<ArchiveEntry, void> {
  if (bytes.length > MAX_ARCHIVE_BYTES) {
    throw new ArchiveError(
      'TOO_LARGE',
      `The archive has ${bytes.length} bytes, of which ${MAX_ARCHIVE_BYTES} are read.`,
    );
  }
  const extractor = kind === 'npm-tarball' ? 'npm' : 'pip';
  if (kind !== 'wheel' && isGzip(bytes)) return readTar(gunzip(bytes, found), { extractor, found });
  if (kind !== 'npm-tarball' && isZip(bytes)) return readZip(bytes, found);
  if (kind !== 'wheel' && isTar(bytes)) {
    found.add('damaged', '', 'It is a tar without compression, which its installer takes too.');
    return readTar(piecesOf(bytes), { extractor, found });
  }
  const expected = { 'npm-tarball': 'a gzip of a tar', wheel: 'a zip', sdist: 'a gzip of a tar or a zip' }[kind];
  throw new ArchiveError('NOT_AN_ARCHIVE', `The ${bytes.length} bytes are not ${expected}.`);
}

/** By its start or, since Python does not ask for that, by its end. */
function isZip(bytes: Buffer): boolean {
  const isAtStart = ZIP_SIGNATURES.has(bytes.toString('latin1', 0, 4));
  return isAtStart || bytes.subarray(Math.max(0, bytes.length - MAX_END_BYTES)).includes(END_OF_ZIP);
}

function isTar(bytes: Buffer): boolean {
  return bytes.length >= BLOCK_BYTES && tarHeader(bytes.subarray(0, BLOCK_BYTES)).is === 'member';
}

async function* piecesOf(bytes: Buffer): AsyncGenerator<Buffer, void> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
