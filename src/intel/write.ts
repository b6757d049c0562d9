import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { feedLines } from './feed-file.ts';
import { IntelError } from './intel-error.ts';
import type { Feed } from './port.ts';

/** Where a gzip header names the operating system, and the value for "unknown" (RFC 1952 §2.3.1). */
const OS_OFFSET = 9;
const OS_UNKNOWN = 255;

/** The file appears whole or not at all, and depends on the list alone. Throws IntelError UNWRITABLE. */
export function writeFeedFile(path: string, { head, all }: Feed): void {
  const bytes = gzipSync(`${feedLines(head, [...all()]).join('\n')}\n`);
  bytes[OS_OFFSET] = OS_UNKNOWN;
  const partial = `${path}.partial`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const file = openSync(partial, 'w');
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(partial, path);
  } catch (error) {
    if (existsSync(partial)) rmSync(partial);
    const why = error instanceof Error ? error.message : String(error);
    throw new IntelError('UNWRITABLE', `The list of recalls cannot be written to "${path}": ${why}.`, error);
  }
}
