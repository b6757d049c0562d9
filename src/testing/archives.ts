import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { ZipFile } from 'yazl';
import type { PublishedArchive } from '../archives/describe.ts';
import type { DescribeFile } from '../archives/facts/describe.ts';
import type { ArchiveKind } from '../model/source.ts';

export type Files = Readonly<Record<string, string | Buffer>>;

/** An npm tarball as npm packs it: everything in `package/`. */
export async function npmTarball(files: Files): Promise<Buffer> {
  return gzipSync(await tarOf(files, 'package/'));
}

export async function sdist(files: Files, folder = 'lantern-bakery-1.0.0/'): Promise<Buffer> {
  return gzipSync(await tarOf(files, folder));
}

export async function wheel(files: Files): Promise<Buffer> {
  const packed = new ZipFile();
  for (const [path, content] of Object.entries(files)) packed.addBuffer(Buffer.from(content), path);
  packed.end();
  return buffer(packed.outputStream);
}

async function tarOf(files: Files, folder: string): Promise<Buffer> {
  const entries = Object.entries(files).map(([path, content]) => {
    const body = Buffer.from(content);
    return { header: { name: `${folder}${path}`, size: body.length, mtime: new Date(0) }, body };
  });
  return Buffer.from(await packTar(entries));
}

/** A member of a hand-made tar; what is left out is as it should be. */
export interface TarPart {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  readonly type?: string;
  readonly linkName?: string;
  readonly sizeBytes?: number;
  readonly checksum?: number;
}

/** Hand-made, with its end unless `end` is false. */
export function tar(parts: readonly TarPart[], { end = true } = {}): Buffer {
  const blocks = parts.map((part) => Buffer.concat([headerOf(part), padded(Buffer.from(part.content ?? ''))]));
  return Buffer.concat(end ? [...blocks, Buffer.alloc(1_024)] : blocks);
}

function headerOf({ name, content = '', type = '0', linkName = '', ...odd }: TarPart): Buffer {
  const header = Buffer.alloc(512);
  Buffer.from(name).copy(header, 0, 0, 100);
  header.write('0000644\0', 100, 'latin1');
  const sizeBytes = odd.sizeBytes ?? Buffer.from(content).length;
  if (sizeBytes < 8 ** 11) header.write(`${sizeBytes.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  else Buffer.from(`80${sizeBytes.toString(16).padStart(22, '0')}`, 'hex').copy(header, 124);
  header.write('00000000000\0', 136, 'latin1');
  header.write(type, 156, 'latin1');
  header.write(linkName.slice(0, 100), 157, 'latin1');
  header.write('ustar\u000000', 257, 'latin1');
  header.fill(' ', 148, 156);
  const sum = odd.checksum ?? header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

function padded(content: Buffer): Buffer {
  return Buffer.concat([content, Buffer.alloc(-content.length & 511)]);
}

/** A pax header for the member after it. */
export function pax(fields: Readonly<Record<string, string>>, type = 'x'): TarPart {
  const content = Object.entries(fields)
    .map(([key, value]) => recordOf(`${key}=${value}\n`))
    .join('');
  return { name: 'PaxHeader/member', type, content };
}

/** The length of a record counts its own digits. */
function recordOf(record: string): string {
  const length = Buffer.byteLength(record) + 1;
  const whole = length + String(length + String(length).length).length;
  return `${whole} ${record}`;
}

/** An entry of a hand-made zip; what is left out is as it should be. */
export interface ZipPart {
  readonly name: string | Buffer;
  readonly content?: string | Buffer;
  /** As it lies in the archive, compressed. */
  readonly stored?: Buffer;
  readonly method?: number;
  readonly flags?: number;
  readonly sizeBytes?: number;
  readonly checksum?: number;
  readonly mode?: number;
  /** Before its content, where it is to differ from the one in the directory. */
  readonly localName?: string;
  /** Not in the directory. */
  readonly isHidden?: boolean;
  /** In the directory without bytes of its own: all but its name is that of the record of this number. */
  readonly sharesWith?: number;
}

/** Hand-made; `entries` and `comment` are what its end record says. */
export function zip(
  parts: readonly ZipPart[],
  { entries, comment = '' }: { readonly entries?: number; readonly comment?: string } = {},
): Buffer {
  const bodies: Buffer[] = [];
  const records: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const shared = part.sharesWith === undefined ? undefined : records[part.sharesWith];
    if (shared !== undefined) {
      records.push(renamed(shared, part.name));
      continue;
    }
    const { local, record } = zipEntry(part);
    record.writeUInt32LE(offset, 42);
    if (part.isHidden !== true) records.push(record);
    bodies.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries ?? records.length, 8);
  end.writeUInt16LE(entries ?? records.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...bodies, directory, end, Buffer.from(comment)]);
}

function renamed(record: Buffer, name: string | Buffer): Buffer {
  const other = Buffer.concat([record.subarray(0, 46), Buffer.from(name)]);
  other.writeUInt16LE(Buffer.from(name).length, 28);
  return other;
}

function zipEntry(part: ZipPart): { readonly local: Buffer; readonly record: Buffer } {
  const content = Buffer.from(part.content ?? '');
  const method = part.method ?? 8;
  const stored = part.stored ?? (method === 8 ? deflateRawSync(content) : content);
  const name = Buffer.from(part.name);
  const localName = part.localName === undefined ? name : Buffer.from(part.localName);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(part.flags ?? 0x800, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(part.checksum ?? crc32(content), 10);
  fields.writeUInt32LE(stored.length, 14);
  fields.writeUInt32LE(part.sizeBytes ?? content.length, 18);
  fields.writeUInt16LE(localName.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, localName, stored]);
  fields.writeUInt16LE(name.length, 22);
  const record = Buffer.alloc(46);
  record.write('PK\x01\x02', 0, 'latin1');
  record.writeUInt16LE(0x314, 4);
  fields.copy(record, 6);
  record.writeUInt32LE(((part.mode ?? 0o100_644) << 16) >>> 0, 38);
  return { local, record: Buffer.concat([record, name]) };
}

export function published(kind: ArchiveKind, bytes: Buffer): PublishedArchive {
  return {
    bytes,
    filename: 'tidewater-1.0.0',
    kind,
    resource: {
      uri: 'https://registry.example/tidewater',
      sha256: '0'.repeat(64),
      retrievedAt: '2026-06-29T00:00:00Z',
    },
    digests: { integrity: null, shasum: null, sha256: null },
  };
}

/** Reads nothing. */
export const describedAsText: DescribeFile = async (content, _path, language) => ({
  language,
  reading: { how: 'text' },
  measures: { lines: content.toString('latin1').split('\n').length, longestLine: 0 },
  facts: [],
  tools: [],
});
