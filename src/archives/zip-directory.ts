import type { Irregularities } from './irregularities.ts';

/** Signatures and lengths of PKWARE's APPNOTE 6.3.10, §4.3.12 to §4.3.16. */
const END_SIGNATURE = Buffer.from('PK\x05\x06', 'latin1');
const END_BYTES = 22;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_BYTES = 20;
const RECORD = 0x02014b50;
const RECORD_BYTES = 46;
const MAX_COMMENT_BYTES = 65_535;

export interface ZipDirectory {
  /** The bytes from the first entry to the end record, with nothing before or after. */
  readonly archive: Buffer;
  /** How many entries the directory holds, whatever is said of it; null for ZIP64, where only what is said is known. */
  readonly entries: number | null;
}

/**
 * Finds a zip's directory as Python's zipfile does, which is what installs wheels: behind bytes that stand before the archive, in
 * front of bytes that follow it, and for as long as there are records.
 *
 * yauzl would refuse the first two and stop at the number given, so that an entry could hide. null where there is no end record.
 */
export function zipDirectory(bytes: Buffer, found: Irregularities): ZipDirectory | null {
  const from = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES);
  const at = from + bytes.subarray(from).lastIndexOf(END_SIGNATURE);
  if (at < from || at + END_BYTES > bytes.length) return null;
  const whole = withoutRest(bytes, at, found);
  if (at >= ZIP64_LOCATOR_BYTES && bytes.readUInt32LE(at - ZIP64_LOCATOR_BYTES) === ZIP64_LOCATOR) {
    return { archive: whole, entries: null };
  }
  const offset = bytes.readUInt32LE(at + 16);
  const before = at - bytes.readUInt32LE(at + 12) - offset;
  if (before > 0) found.add('trailing-data', '', `${before} bytes stand before the archive.`);
  const archive = before > 0 ? whole.subarray(before) : whole;
  const end = at - Math.max(0, before);
  const said = bytes.readUInt16LE(at + 10);
  const entries = recordsIn(archive, offset, end);
  if (entries !== said) found.add('damaged', '', `Its directory says ${said} entries and holds ${entries}.`);
  return { archive, entries };
}

/** The comment ends the archive; where its length does not fit, it is left out. */
function withoutRest(bytes: Buffer, at: number, found: Irregularities): Buffer {
  const rest = bytes.length - at - END_BYTES - bytes.readUInt16LE(at + 20);
  if (rest === 0) return bytes;
  if (rest > 0) found.add('trailing-data', '', `${rest} bytes follow the archive.`);
  else found.add('truncated', '', `Its comment lacks ${-rest} bytes.`);
  return Buffer.concat([bytes.subarray(0, at + END_BYTES - 2), Buffer.alloc(2)]);
}

function recordsIn(archive: Buffer, offset: number, end: number): number {
  let records = 0;
  let at = offset;
  while (at + RECORD_BYTES <= end && archive.readUInt32LE(at) === RECORD) {
    at += RECORD_BYTES + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    records += 1;
  }
  return records;
}
