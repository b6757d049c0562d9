import { MAX_ENTRIES, MAX_EXTENDED_HEADER_BYTES } from './bounds.ts';
import type { ByteReader } from './byte-reader.ts';
import type { Irregularities } from './irregularities.ts';
import { BLOCK_BYTES, extendedFields, type TarHeader, tarHeader } from './tar-header.ts';
import { isZeros } from './zeros.ts';

/** A header with what extended headers before it say instead. */
export type TarMember = TarHeader & { readonly is: 'member' };

/** What extended headers say of the member after them; null where they do not. */
interface Extended {
  readonly path: string | null;
  readonly sizeBytes: number | null;
}

const NOTHING: Extended = { path: null, sizeBytes: null };
/** pax, Solaris' pax, pax for all that follows; GNU's long path in two spellings, and its long link. */
const EXTENDED_HEADERS: ReadonlySet<string> = new Set(['x', 'X', 'g', 'L', 'N', 'K']);

/**
 * The headers of a tar. Their content is to be taken from the reader before the next one is asked for.
 *
 * A header that cannot be read costs its block and not the rest, as it does for npm: a reader that stopped there would not see what
 * an installation lays down.
 */
export async function* tarMembers(reader: ByteReader, found: Irregularities): AsyncGenerator<TarMember, void> {
  let extended = NOTHING;
  let emptyBlocks = 0;
  let unreadable = 0;
  for (;;) {
    const block = await reader.view(BLOCK_BYTES);
    if (block.length < BLOCK_BYTES) {
      if (block.length > 0) found.add('truncated', '', `It ends ${block.length} bytes into a header.`);
      return;
    }
    const header = tarHeader(block);
    if (header.is === 'empty') {
      emptyBlocks += 1;
      if (emptyBlocks < 2) continue;
      await lookBehind(reader, found);
      return;
    }
    if (emptyBlocks > 0)
      found.add('damaged', '', 'An empty block stands before more entries, where some readers stop.');
    emptyBlocks = 0;
    if (header.is === 'unreadable') {
      unreadable += 1;
      if (unreadable > MAX_ENTRIES) {
        found.add(
          'too-many-entries',
          '',
          `More than ${MAX_ENTRIES} headers cannot be read, and the rest was not tried.`,
        );
        return;
      }
      if (header.why === 'checksum') found.add('bad-checksum', header.name, 'The checksum of its header differs.');
      else found.add('wrong-size', header.name, 'Its size is no number.');
    } else if (EXTENDED_HEADERS.has(header.type)) {
      extended = await extendedBy(header, extended, { reader, found });
    } else {
      yield memberOf(header, extended, found);
      extended = NOTHING;
    }
  }
}

/** Content fills whole blocks. */
export function paddedBytes(bytes: number): number {
  return Math.ceil(bytes / BLOCK_BYTES) * BLOCK_BYTES;
}

/** For every reader an archive ends with two empty blocks; writers of tapes fill up with more. */
async function lookBehind(reader: ByteReader, found: Irregularities): Promise<void> {
  let isFill = true;
  let bytes = 0;
  await reader.pass(Number.POSITIVE_INFINITY, (piece) => {
    isFill &&= isZeros(piece);
    bytes += piece.length;
  });
  if (!isFill) found.add('trailing-data', '', `${bytes} bytes follow the end of the tar.`);
}

async function extendedBy(
  { name, type, sizeBytes }: TarMember,
  before: Extended,
  { reader, found }: { readonly reader: ByteReader; readonly found: Irregularities },
): Promise<Extended> {
  if (sizeBytes > MAX_EXTENDED_HEADER_BYTES) {
    found.add('too-large', name, `An extended header of ${sizeBytes} bytes was not read.`);
    await reader.pass(paddedBytes(sizeBytes), () => undefined);
    return before;
  }
  const body = (await reader.view(paddedBytes(sizeBytes))).subarray(0, sizeBytes);
  if (body.length < sizeBytes) found.add('truncated', name, `Only ${body.length} of its ${sizeBytes} bytes are there.`);
  if (type === 'K') return before;
  if (type === 'L' || type === 'N') return { ...before, path: body.toString('utf8').split('\0', 1)[0] ?? null };
  const fields = extendedFields(body);
  const path = fields.get('path') ?? null;
  const size = fields.get('size') ?? '';
  if (fields.has('GNU.sparse.major')) found.add('damaged', name, 'It is a sparse file, and was read as it is stored.');
  if (type === 'g') {
    if (path !== null || size !== '') found.add('damaged', name, 'A header for all entries gives a path or a size.');
    return before;
  }
  return { path: path ?? before.path, sizeBytes: /^\d{1,15}$/.test(size) ? Number(size) : before.sizeBytes };
}

function memberOf(header: TarMember, { path, sizeBytes }: Extended, found: Irregularities): TarMember {
  const name = path ?? header.name;
  // Writers give the second one where the first has no room for it, and then the first is 0.
  if (sizeBytes !== null && sizeBytes !== header.sizeBytes && header.sizeBytes !== 0) {
    found.add('wrong-size', name, `Two sizes are given, ${header.sizeBytes} and ${sizeBytes} bytes.`);
  }
  return { ...header, name, sizeBytes: sizeBytes ?? header.sizeBytes };
}
