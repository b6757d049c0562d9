import { MAX_EXTENDED_RECORDS } from './bounds.ts';

/** Fields of a header block (POSIX.1-2024 pax, "ustar Interchange Format"): offset and length. */
const NAME = [0, 100] as const;
const SIZE = [124, 12] as const;
const CHECKSUM = [148, 8] as const;
const TYPE = 156;
const LINK_NAME = [157, 100] as const;
const MAGIC = [257, 6] as const;
const PREFIX = [345, 155] as const;
const SPACE = 0x20;

export const BLOCK_BYTES = 512;

export type TarHeader =
  | { readonly is: 'empty' }
  | { readonly is: 'unreadable'; readonly name: string; readonly why: 'checksum' | 'size' }
  | {
      readonly is: 'member';
      readonly name: string;
      readonly sizeBytes: number;
      /** One character; '0' for what older writers leave empty. */
      readonly type: string;
      readonly linkName: string;
    };

/** What one block of 512 bytes says. */
export function tarHeader(block: Buffer): TarHeader {
  const sums = sumsOf(block);
  if (sums.unsigned === SPACE * CHECKSUM[1] && block[CHECKSUM[0]] === 0) return { is: 'empty' };
  const name = nameOf(block);
  const checksum = numberIn(block, CHECKSUM);
  // Writers of the eighties summed signed characters, and readers still take both.
  if (checksum === null || (checksum !== sums.unsigned && checksum !== sums.signed)) {
    return { is: 'unreadable', name, why: 'checksum' };
  }
  const sizeBytes = numberIn(block, SIZE);
  if (sizeBytes === null) return { is: 'unreadable', name, why: 'size' };
  const type = block[TYPE] === 0 ? '0' : block.toString('latin1', TYPE, TYPE + 1);
  return { is: 'member', name, sizeBytes, type, linkName: textIn(block, LINK_NAME) };
}

/** The first 1,000 records of an extended header (`length key=value` and a line break), the last of each key, up to an odd one. */
export function extendedFields(body: Buffer): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let offset = 0;
  for (let records = 0; offset < body.length && records < MAX_EXTENDED_RECORDS; records += 1) {
    const space = body.indexOf(SPACE, offset);
    const digits = space === -1 || space - offset > 10 ? '' : body.toString('latin1', offset, space);
    const length = /^\d+$/.test(digits) ? Number(digits) : 0;
    if (length <= digits.length + 1 || offset + length > body.length) break;
    const record = body.toString('utf8', space + 1, offset + length - 1);
    const equals = record.indexOf('=');
    if (equals > 0) fields.set(record.slice(0, equals), record.slice(equals + 1));
    offset += length;
  }
  return fields;
}

/** The checksum counts its own field as spaces. */
function sumsOf(block: Buffer): { readonly unsigned: number; readonly signed: number } {
  const [start, length] = CHECKSUM;
  let unsigned = SPACE * length;
  let high = 0;
  // Indexed: this is the one loop over every header, and an iterator takes five times as long.
  for (let index = 0; index < BLOCK_BYTES; index += 1) {
    if (index >= start && index < start + length) continue;
    const byte = block[index] ?? 0;
    unsigned += byte;
    if (byte > 127) high += 1;
  }
  return { unsigned, signed: unsigned - high * 256 };
}

function nameOf(block: Buffer): string {
  const name = textIn(block, NAME);
  // GNU's older format, `ustar` and two spaces, keeps times where the prefix would be.
  if (block.toString('latin1', MAGIC[0], MAGIC[0] + MAGIC[1]) !== 'ustar\0') return name;
  const prefix = textIn(block, PREFIX);
  return prefix === '' ? name : `${prefix}/${name}`;
}

function textIn(block: Buffer, [start, length]: readonly [number, number]): string {
  const end = block.indexOf(0, start);
  return block.toString('utf8', start, end === -1 ? start + length : Math.min(end, start + length));
}

/** Octal digits, or GNU's base 256 where the first bit is set; null for anything else, and for what is below 0 or inexact. */
function numberIn(block: Buffer, [start, length]: readonly [number, number]): number | null {
  const field = block.subarray(start, start + length);
  const first = field[0] ?? 0;
  if (first < 0x80) {
    const digits = field.toString('latin1').split('\0', 1)[0]?.trim() ?? '';
    return /^[0-7]*$/.test(digits) ? Number.parseInt(`0${digits}`, 8) : null;
  }
  let value = first & 0x7f;
  for (const byte of field.subarray(1)) value = value * 256 + byte;
  return Number.isSafeInteger(value) ? value : null;
}
