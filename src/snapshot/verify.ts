import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { SnapshotFile } from '../model/snapshot.ts';
import { blocks, LINES_PER_BLOCK } from './blocks.ts';
import { linesOf } from './lines.ts';
import { damaged, isSystemError } from './snapshot-error.ts';

const CHUNK_BYTES = 1 << 20;

/**
 * Compares a file with the manifest, byte for byte.
 *
 * Throws SnapshotError DAMAGED: for a missing file, and for one that differs with the first lines that do.
 */
export async function verifyFile(folder: string, file: SnapshotFile): Promise<void> {
  const { sha256, bytes } = await digestOf(folder, file);
  if (sha256 === file.sha256) return;
  const sizes = bytes === file.bytes ? '' : ` (${bytes} bytes, and the manifest says ${file.bytes})`;
  throw damaged(folder, file.path, `${await firstDifference(folder, file)}${sizes}`);
}

async function digestOf(folder: string, { path }: SnapshotFile): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(join(folder, path), { highWaterMark: CHUNK_BYTES })) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') throw damaged(folder, path, 'the file is missing', error);
    throw error;
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** Only asked for a file that is known to differ, so it may take its time. */
async function firstDifference(folder: string, file: SnapshotFile): Promise<string> {
  const seen = blocks();
  let lines = 0;
  let block = 0;
  try {
    for await (const batch of linesOf(join(folder, file.path))) {
      for (const line of batch) {
        lines += 1;
        const digest = seen.add(Buffer.concat([line, NEWLINE]));
        if (digest === null) continue;
        if (digest !== file.blocks[block]) return blockRange(block, lines);
        block += 1;
      }
    }
  } catch {
    return `line ${lines + 1} cannot be decompressed`;
  }
  if (seen.digests()[block] !== file.blocks[block]) return blockRange(block, lines);
  return lines === file.rows ? 'all lines are as written, yet the file differs' : `it ends after line ${lines}`;
}

const NEWLINE = Buffer.from('\n');

function blockRange(block: number, lastLine: number): string {
  const first = block * LINES_PER_BLOCK + 1;
  return lastLine < first ? `it ends before line ${first}` : `something in lines ${first} to ${lastLine} differs`;
}
