import { createHash } from 'node:crypto';
import { MAX_ENTRIES, MAX_READ_BYTES } from './bounds.ts';
import { type ByteReader, byteReader } from './byte-reader.ts';
import { type ArchiveEntry, entryOf } from './entry.ts';
import type { Irregularities } from './irregularities.ts';
import { paddedBytes, type TarMember, tarMembers } from './tar-members.ts';

const DEVICES: ReadonlyMap<string, string> = new Map([
  ['3', 'a character device'],
  ['4', 'a block device'],
  ['6', 'a pipe'],
]);
const LINKS: ReadonlyMap<string, string> = new Map([
  ['1', 'a hard link'],
  ['2', 'a symbolic link'],
]);
/** Plain and contiguous files. */
const FILES: ReadonlySet<string> = new Set(['0', '7']);
const FOLDER = '5';
const SHOWN_TARGET_CHARACTERS = 200;

/** Whose reading of odd headers is followed: where they differ, another one would not see what is installed. */
export type TarExtractor = 'npm' | 'pip';

interface Reading {
  readonly extractor: TarExtractor;
  readonly found: Irregularities;
}

/**
 * The files of a tar, one at a time, in its order; what is odd about it goes to `found`. Never throws.
 *
 * npm is node-tar 7, pip is Python's tarfile. Ends where the bytes or the bounds do.
 */
export async function* readTar(
  pieces: AsyncGenerator<Buffer, void>,
  reading: Reading,
): AsyncGenerator<ArchiveEntry, void> {
  const reader = byteReader(pieces);
  const { found } = reading;
  let members = 0;
  try {
    for await (const member of tarMembers(reader, found)) {
      if (members === MAX_ENTRIES) {
        found.add('too-many-entries', '', `Entries after the first ${MAX_ENTRIES} were not read.`);
        return;
      }
      members += 1;
      const content = contentOf(member, reading);
      if (content.isFile) yield await fileOf(member.name, content.bytes, { reader, found });
      else await reader.pass(paddedBytes(content.bytes), () => undefined);
    }
  } finally {
    await pieces.return();
  }
}

/** What lies between a header and the next one. */
interface Content {
  readonly isFile: boolean;
  readonly bytes: number;
}

const NOTHING: Content = { isFile: false, bytes: 0 };

function contentOf(member: TarMember, { extractor, found }: Reading): Content {
  const { name, type, sizeBytes: bytes } = member;
  if (type === FOLDER) return NOTHING;
  if (LINKS.has(type) || DEVICES.has(type)) return contentOfNoFile(member, { extractor, found });
  if (!FILES.has(type)) found.add('damaged', name, `It is of the unknown type "${type}" and was read as a file.`);
  if (type === '0' && name.endsWith('/')) {
    if (bytes > 0) found.add('wrong-size', name, `It is a folder and gives a size of ${bytes} bytes.`);
    return extractor === 'npm' || bytes === 0 ? NOTHING : { isFile: true, bytes };
  }
  if (member.linkName === '') return { isFile: true, bytes };
  found.add('damaged', name, 'It is a file and names a target like a link: npm leaves it out, pip does not.');
  // node-tar goes on with the next block, so it takes the content for headers and installs what they tell of.
  return extractor === 'npm' ? NOTHING : { isFile: true, bytes };
}

function contentOfNoFile({ name, type, sizeBytes, linkName }: TarMember, { extractor, found }: Reading): Content {
  const link = LINKS.get(type);
  if (link === undefined) found.add('device', name, `It is ${DEVICES.get(type) ?? 'a device'}.`);
  else found.add('link', name, `It is ${link} to "${linkName.slice(0, SHOWN_TARGET_CHARACTERS)}".`);
  if (sizeBytes > 0) found.add('wrong-size', name, `It is no file and gives a size of ${sizeBytes} bytes.`);
  // node-tar steps over that many; tarfile looks for the next header in them.
  return extractor === 'npm' ? { isFile: false, bytes: sizeBytes } : NOTHING;
}

async function fileOf(
  name: string,
  sizeBytes: number,
  { reader, found }: { readonly reader: ByteReader; readonly found: Irregularities },
): Promise<ArchiveEntry> {
  const isRead = sizeBytes <= MAX_READ_BYTES;
  const entry = isRead ? entryOf(name, await reader.take(sizeBytes)) : await digested(name, sizeBytes, reader);
  if (entry.bytes < sizeBytes) found.add('truncated', name, `Only ${entry.bytes} of its ${sizeBytes} bytes are there.`);
  await reader.pass(paddedBytes(sizeBytes) - sizeBytes, () => undefined);
  return entry;
}

async function digested(name: string, sizeBytes: number, reader: ByteReader): Promise<ArchiveEntry> {
  const digest = createHash('sha256');
  const bytes = await reader.pass(sizeBytes, (piece) => digest.update(piece));
  return {
    name,
    bytes,
    sha256: digest.digest('hex'),
    content: { notRead: `it has more than ${MAX_READ_BYTES} bytes` },
  };
}
