import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { SnapshotFile } from '../model/snapshot.ts';
import { blocks, type Blocks } from './blocks.ts';
import { unwritable } from './snapshot-error.ts';

const CHUNK_BYTES = 256 << 10;
const NEWLINE = 0x0a;
/** Where a gzip header names the operating system, and the value for "unknown" (RFC 1952 §2.3.1). */
const OS_OFFSET = 9;
const OS_UNKNOWN = 255;

/**
 * Writes lines as a gzipped file that depends on the lines alone: no time, no operating system.
 *
 * The file appears whole or not at all. Throws SnapshotError UNWRITABLE.
 */
export async function writeLines(
  folder: string,
  path: string,
  lines: Iterable<string | Buffer>,
): Promise<SnapshotFile> {
  const target = join(folder, path);
  const partial = `${target}.partial`;
  const seen = { rows: 0, blocks: blocks() };
  const wire = { sha256: createHash('sha256'), bytes: 0 };
  try {
    await mkdir(dirname(target), { recursive: true });
    await pipeline(
      chunksOf(lines, seen),
      createGzip({ level: 9, chunkSize: CHUNK_BYTES }),
      (chunks: AsyncIterable<Buffer>) => measured(chunks, wire),
      createWriteStream(partial, { flush: true }),
    );
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw unwritable(folder, error);
  }
  return {
    path,
    sha256: wire.sha256.digest('hex'),
    bytes: wire.bytes,
    rows: seen.rows,
    blocks: seen.blocks.digests(),
  };
}

function* chunksOf(
  lines: Iterable<string | Buffer>,
  seen: { rows: number; readonly blocks: Blocks },
): Generator<Buffer> {
  let chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let bytes = 0;
  for (const line of lines) {
    const written = typeof line === 'string' ? Buffer.from(line) : line;
    const lineBytes = written.length + 1;
    if (bytes + lineBytes > chunk.length) {
      if (bytes > 0) yield chunk.subarray(0, bytes);
      chunk = Buffer.allocUnsafe(Math.max(CHUNK_BYTES, lineBytes));
      bytes = 0;
    }
    chunk.set(written, bytes);
    chunk[bytes + lineBytes - 1] = NEWLINE;
    seen.rows += 1;
    seen.blocks.add(chunk.subarray(bytes, bytes + lineBytes));
    bytes += lineBytes;
  }
  if (bytes > 0) yield chunk.subarray(0, bytes);
}

async function* measured(
  chunks: AsyncIterable<Buffer>,
  wire: { readonly sha256: ReturnType<typeof createHash>; bytes: number },
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const offset = OS_OFFSET - wire.bytes;
    if (offset >= 0 && offset < chunk.length) chunk[offset] = OS_UNKNOWN;
    wire.sha256.update(chunk);
    wire.bytes += chunk.length;
    yield chunk;
  }
}
