import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { CacheError } from '../fetch/cache-error.ts';

/**
 * A file of many pieces that are read by where they stand, and of a few named sections. It ends in a table of contents, so that
 * opening it reads nothing else; every piece is held against its checksum when it is read.
 */
export interface PreparedFile {
  /** What was given when the file was finished, as text. */
  readonly head: string;
  /** Throws CacheError where the section is missing or damaged. */
  section(name: string): Buffer;
  /** Throws CacheError where what stands there is not what was written. */
  piece(where: Piece): Buffer;
  /** Pieces that were written one after the other, read at once. Throws as `piece`. */
  run(pieces: readonly Piece[]): readonly Buffer[];
  close(): void;
}

export interface Piece {
  readonly at: number;
  readonly bytes: number;
  readonly crc: number;
}

export interface PreparedWriter {
  piece(bytes: Uint8Array): Piece;
  section(name: string, bytes: Uint8Array): void;
  /** Puts the file in its place, whole, whatever stood there. */
  finish(head: string): void;
  /** What was written so far goes; a file that is finished stays. */
  discard(): void;
}

interface Contents {
  readonly head: string;
  readonly sections: readonly (Piece & { readonly name: string })[];
}

const MAGIC = 'registry-audit 1';
/** Length and checksum of the contents, and the magic. */
const TAIL_BYTES = 8 + MAGIC.length;
const BUFFER_BYTES = 1 << 20;

/** Begins a file beside its later place, under a name that no other process uses. Throws what the file system says. */
export function writePrepared(path: string): PreparedWriter {
  const partial = `${path}.${process.pid}-${randomBytes(6).toString('hex')}.partial`;
  const file = openSync(partial, 'wx', 0o600);
  const sections: (Piece & { name: string })[] = [];
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let end = 0;
  let isOpen = true;

  function flush(): void {
    const all = Buffer.concat(waiting);
    for (let done = 0; done < all.length;) done += writeSync(file, all, done);
    waiting = [];
    waitingBytes = 0;
  }
  function piece(bytes: Uint8Array): Piece {
    const where = { at: end, bytes: bytes.length, crc: crc32(bytes) };
    waiting.push(bytes);
    waitingBytes += bytes.length;
    end += bytes.length;
    if (waitingBytes >= BUFFER_BYTES) flush();
    return where;
  }
  return {
    piece,
    section(name, bytes) {
      sections.push({ name, ...piece(bytes) });
    },
    finish(head) {
      const contents = Buffer.from(JSON.stringify({ head, sections } satisfies Contents));
      piece(Buffer.concat([contents, tailOf(contents)]));
      flush();
      fsyncSync(file);
      closeSync(file);
      isOpen = false;
      renameSync(partial, path);
    },
    discard() {
      if (isOpen) closeSync(file);
      isOpen = false;
      rmSync(partial, { force: true });
    },
  };
}

/** null where there is no such file, or none that this program finished: cut short, foreign or damaged at its end. */
export function readPrepared(path: string): PreparedFile | null {
  const file = opened(path);
  if (file === null) return null;
  const contents = contentsOf(file);
  if (contents === null) {
    closeSync(file);
    return null;
  }
  const { head, sections } = contents;
  const piece = (where: Piece) => checked(file, where, path);
  return {
    head,
    section(name) {
      const found = sections.find((each) => each.name === name);
      if (found === undefined) throw damaged(path);
      return piece(found);
    },
    piece,
    run: (pieces) => checkedRun(file, pieces, path),
    close: () => closeSync(file),
  };
}

function tailOf(contents: Buffer): Buffer {
  const tail = Buffer.alloc(TAIL_BYTES);
  tail.writeUInt32LE(contents.length, 0);
  tail.writeUInt32LE(crc32(contents), 4);
  tail.write(MAGIC, 8, 'latin1');
  return tail;
}

function opened(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch {
    return null;
  }
}

function contentsOf(file: number): Contents | null {
  const { size } = fstatSync(file);
  if (size < TAIL_BYTES) return null;
  const tail = readAt(file, size - TAIL_BYTES, TAIL_BYTES);
  const bytes = tail.readUInt32LE(0);
  if (tail.toString('latin1', 8) !== MAGIC || bytes > size - TAIL_BYTES) return null;
  const text = readAt(file, size - TAIL_BYTES - bytes, bytes);
  if (crc32(text) !== tail.readUInt32LE(4)) return null;
  const contents: Contents = JSON.parse(text.toString('utf8'));
  return contents;
}

function checked(file: number, { at, bytes, crc }: Piece, path: string): Buffer {
  const found = readAt(file, at, bytes);
  if (crc32(found) !== crc) throw damaged(path);
  return found;
}

function checkedRun(file: number, pieces: readonly Piece[], path: string): readonly Buffer[] {
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = readAt(file, first.at, last.at + last.bytes - first.at);
  return pieces.map(({ at, bytes, crc }) => {
    const found = all.subarray(at - first.at, at - first.at + bytes);
    if (crc32(found) !== crc) throw damaged(path);
    return found;
  });
}

/** What stands there is thrown away at once, so that the next run makes it anew. */
function damaged(path: string): CacheError {
  rmSync(path, { force: true });
  return new CacheError(
    `The prepared snapshot "${path}" was damaged and has been removed. Run the same command again.`,
  );
}

/** Fewer bytes than asked for where the file ends before; the checksum tells. */
function readAt(file: number, at: number, bytes: number): Buffer {
  const into = Buffer.alloc(bytes);
  for (let done = 0; done < bytes;) {
    const got = readSync(file, into, done, bytes - done, at + done);
    if (got === 0) break;
    done += got;
  }
  return into;
}
