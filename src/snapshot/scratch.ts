import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwritable } from './snapshot-error.ts';

/** Lines kept on disk instead of in memory, but for the last that a buffer holds, and read back by where they stand. */
export interface Scratch {
  /** Returns the position to read the line back by. */
  append(line: string | Uint8Array): number;
  read(position: number): string;
  /** A copy of the line's bytes. */
  readBytes(position: number): Buffer;
  /** Frees the disk space; the file is gone with the process in any case. */
  close(): void;
}

const BUFFER_BYTES = 1 << 20;
/**
 * For lines that are read back: fewer and larger writes, and the newest lines cost no system call. More than this saves nothing that
 * can be measured, and a scan has four of them.
 */
export const READ_BACK_BUFFER_BYTES = 4 << 20;
/** Read at once with a line's length, so that most lines cost one system call. */
const GUESS_BYTES = 4 << 10;
const LENGTH_BYTES = 4;
/** UTF-8 needs at most three bytes for a UTF-16 code unit. */
const MAX_BYTES_PER_UNIT = 3;

/**
 * Opens an anonymous temporary file: it has no name as soon as it is open, so nothing is left behind however the process ends.
 *
 * Each line is stored behind its length. Throws SnapshotError UNWRITABLE where the folder takes no file or is full.
 */
export function openScratch(folder: string = tmpdir(), bufferBytes: number = BUFFER_BYTES): Scratch {
  const file = openAnonymous(folder);
  const waiting = Buffer.allocUnsafe(bufferBytes);
  const guess = Buffer.allocUnsafe(GUESS_BYTES);
  let waitingBytes = 0;
  let writtenBytes = 0;

  function flush(): void {
    writeAll(folder, file, waiting.subarray(0, waitingBytes));
    writtenBytes += waitingBytes;
    waitingBytes = 0;
  }

  function appendLong(line: string | Uint8Array): void {
    flush();
    const bytes = typeof line === 'string' ? Buffer.from(line) : line;
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32LE(bytes.length);
    writeAll(folder, file, length);
    writeAll(folder, file, bytes);
    writtenBytes += LENGTH_BYTES + bytes.length;
  }

  /** Of the line's bytes, until the next call of anything. */
  function viewOf(position: number): Buffer {
    if (position >= writtenBytes) return lineAt(waiting, position - writtenBytes);
    const gotBytes = readAt(file, guess, position);
    const lineBytes = guess.readUInt32LE(0);
    if (LENGTH_BYTES + lineBytes <= gotBytes) return lineAt(guess, 0);
    const whole = Buffer.allocUnsafe(lineBytes);
    readAt(file, whole, position + LENGTH_BYTES);
    return whole;
  }

  return {
    append(line) {
      const boundBytes = LENGTH_BYTES + line.length * (typeof line === 'string' ? MAX_BYTES_PER_UNIT : 1);
      if (waitingBytes + boundBytes > bufferBytes) flush();
      const position = writtenBytes + waitingBytes;
      if (boundBytes > bufferBytes) {
        appendLong(line);
        return position;
      }
      const lineBytes = put(waiting, line, waitingBytes + LENGTH_BYTES);
      waiting.writeUInt32LE(lineBytes, waitingBytes);
      waitingBytes += LENGTH_BYTES + lineBytes;
      return position;
    },

    read: (position) => viewOf(position).toString('utf8'),
    readBytes: (position) => Buffer.from(viewOf(position)),

    close() {
      closeSync(file);
    },
  };
}

function openAnonymous(folder: string): number {
  try {
    const home = mkdtempSync(join(folder, '.registry-audit-'));
    const file = openSync(join(home, 'scratch'), 'wx+', 0o600);
    rmSync(home, { recursive: true });
    return file;
  } catch (error) {
    throw unwritable(folder, error);
  }
}

function put(target: Buffer, line: string | Uint8Array, offset: number): number {
  if (typeof line === 'string') return target.write(line, offset);
  target.set(line, offset);
  return line.length;
}

function lineAt(bytes: Buffer, offset: number): Buffer {
  const start = offset + LENGTH_BYTES;
  return bytes.subarray(start, start + bytes.readUInt32LE(offset));
}

/** A nearly full disk takes a part and says so only in the count. */
function writeAll(folder: string, file: number, bytes: Uint8Array): void {
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
  } catch (error) {
    throw unwritable(folder, error);
  }
}

function readAt(file: number, into: Buffer, position: number): number {
  let done = 0;
  while (done < into.length) {
    const got = readSync(file, into, done, into.length - done, position + done);
    if (got === 0) break;
    done += got;
  }
  return done;
}
