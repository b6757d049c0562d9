import { crc32 } from 'node:zlib';
import { MAX_GZIP_MEMBERS } from './bounds.ts';
import { inflate } from './inflate.ts';
import type { Irregularities } from './irregularities.ts';
import { isTooLarge } from './too-large.ts';
import { isZeros } from './zeros.ts';

const TRAILER_BYTES = 8;
const FLAGS = { headerChecksum: 2, extra: 4, name: 8, comment: 16 } as const;

/** Whether bytes begin like gzip: its magic number and its one method (RFC 1952 §2.3.1). */
export function isGzip(bytes: Buffer): boolean {
  return bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

/**
 * What gzip members one after the other hold, piece by piece, up to the bounds on bytes and ratio.
 *
 * zlib's own gunzip loses the last piece where a checksum differs or something follows the archive, and a reader that stops at the
 * end of the tar, as pip's does, never notices either. Here the member is inflated and its trailer looked at afterwards.
 */
export async function* gunzip(archive: Buffer, found: Irregularities): AsyncGenerator<Buffer, void> {
  let offset = 0;
  let members = 0;
  let unpackedBytes = 0;
  while (offset < archive.length) {
    const start = isGzip(archive.subarray(offset)) ? deflatedFrom(archive, offset) : null;
    members += 1;
    if (members > MAX_GZIP_MEMBERS) {
      found.add(
        'too-many-entries',
        '',
        `It is more than ${MAX_GZIP_MEMBERS} gzip files one after the other, and the rest was not read.`,
      );
      return;
    }
    if (start === null) {
      leftOver(archive.subarray(offset), found);
      return;
    }
    let checksum = 0;
    let memberBytes = 0;
    const { ended, consumedBytes } = yield* inflate(archive.subarray(start), (piece) => {
      checksum = crc32(piece, checksum);
      memberBytes += piece.length;
      unpackedBytes += piece.length;
      return !isTooLarge(unpackedBytes, archive.length, found);
    });
    if (ended === 'stopped') return;
    const end = start + consumedBytes;
    const isWhole = ended === 'whole' && end + TRAILER_BYTES <= archive.length;
    if (ended === 'damaged') found.add('damaged', '', 'Its compressed bytes are damaged, and the rest was not read.');
    else if (!isWhole) found.add('truncated', '', 'Its compressed bytes end early.');
    if (!isWhole) return;
    if (archive.readUInt32LE(end) !== checksum) {
      found.add('bad-checksum', '', 'The checksum of its compressed bytes differs.');
    }
    if (archive.readUInt32LE(end + 4) !== memberBytes % 2 ** 32) {
      found.add('wrong-size', '', 'Its compressed bytes give another size than they have.');
    }
    offset = end + TRAILER_BYTES;
  }
}

/** Where the compressed bytes of a member begin (RFC 1952 §2.3); null where its header does not end. */
function deflatedFrom(archive: Buffer, offset: number): number | null {
  const flags = archive[offset + 3] ?? 0;
  let at = offset + 10;
  if ((flags & FLAGS.extra) !== 0) {
    if (at + 2 > archive.length) return null;
    at += 2 + archive.readUInt16LE(at);
  }
  for (const flag of [FLAGS.name, FLAGS.comment]) {
    if ((flags & flag) === 0) continue;
    const end = archive.indexOf(0, at);
    if (end === -1) return null;
    at = end + 1;
  }
  if ((flags & FLAGS.headerChecksum) !== 0) at += 2;
  return at <= archive.length ? at : null;
}

/** Writers of tapes fill up with zeros. */
function leftOver(rest: Buffer, found: Irregularities): void {
  if (!isZeros(rest)) found.add('trailing-data', '', `${rest.length} bytes follow the compressed ones.`);
}
