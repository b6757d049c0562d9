import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from './exit.ts';

/** Gathered before it is written; one system call for each chunk of a report would dominate. */
const BUFFER_CHARACTERS = 1 << 20;

/** Writes a file that appears whole or not at all: a full disk leaves what stood there before. Returns its path. */
export function writeWhole(path: string, chunks: Iterable<string>): string {
  const temporary = `${path}.partial`;
  try {
    const file = openSync(temporary, 'w');
    try {
      for (const chunk of gathered(chunks)) writeAll(file, Buffer.from(chunk));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return path;
}

/** Makes the folder and proves that it can be written to, before minutes of work depend on it. */
export function prepareOutputFolder(folder: string): void {
  makeFolder(folder);
  if (!statSync(folder).isDirectory()) {
    throw new UsageError(`"${folder}" is in the way: it is a file where a folder is needed.`);
  }
  rmdirSync(mkdtempSync(join(folder, '.writable-')));
}

/** The same for one file; throws UsageError where a folder has its name. */
export function prepareOutputFile(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new UsageError(`"${path}" is in the way: it is a folder where a file is to be written.`);
  }
  prepareOutputFolder(dirname(path));
}

/** Level by level: mkdir's own recursion never ends where a file system answers ENOENT, as /proc does. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** A nearly full disk takes a part and says so only in the count. */
function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
}

function* gathered(chunks: Iterable<string>): Generator<string> {
  let waiting: string[] = [];
  let characters = 0;
  for (const chunk of chunks) {
    waiting.push(chunk);
    characters += chunk.length;
    if (characters < BUFFER_CHARACTERS) continue;
    yield waiting.join('');
    waiting = [];
    characters = 0;
  }
  yield waiting.join('');
}
