import { crc32 } from 'node:zlib';

/** 1980-01-01, the first day that a zip archive can name. */
const FIRST_DAY = 0x21;
const VERSION = 20;
/** Of the version that made it: its attributes are those of Unix. */
const MADE_BY = 0x0314;
const UTF8_NAMES = 0x0800;

/** A zip archive of stored entries: no clock, no time zone and no compressor has a part in its bytes. */
export function zip(entries: readonly { readonly path: string; readonly content: Buffer }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { path, content } of entries) {
    const name = Buffer.from(path);
    const shared = sharedFields(name, content);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shared, name, content]);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), number16(MADE_BY), shared, tail(offset), name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.concat([
    Buffer.from('PK\x05\x06\0\0\0\0', 'latin1'),
    number16(entries.length),
    number16(entries.length),
    number32(directory.length),
    number32(offset),
    number16(0),
  ]);
  return Buffer.concat([...locals, directory, end]);
}

/** What a local header and the directory both say of an entry. */
function sharedFields(name: Buffer, content: Buffer): Buffer {
  return Buffer.concat([
    number16(VERSION),
    number16(UTF8_NAMES),
    number16(0),
    number16(0),
    number16(FIRST_DAY),
    number32(crc32(content)),
    number32(content.length),
    number32(content.length),
    number16(name.length),
    number16(0),
  ]);
}

/** Comment, disk, attributes (a plain file, rw-r--r--), offset. */
function tail(offset: number): Buffer {
  return Buffer.concat([Buffer.alloc(6), number32(0o100644 * 2 ** 16), number32(offset)]);
}

function number16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function number32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
