import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { inert } from '../text/inert.ts';

/** A client's own notes of years are in some of these files; more is not settings. */
const MAX_BYTES = 32_000_000;
const MAX_FILES_OF_FOLDER = 200;
const READ_ENDINGS = /\.(?:jsonc?|ya?ml|toml)$/i;

export type FileRead = { readonly text: string } | { readonly absent: true } | { readonly reason: string };

/** The text of a regular file, links followed, but none that leads out of `within`; without a byte order mark. Never throws. */
export function readSettings(path: string, within?: string): FileRead {
  if (within !== undefined && leadsOut(path, within)) return { reason: 'it is a link that leads out of its folder' };
  let file: number;
  try {
    // A pipe in its place must not keep us waiting for somebody to write to it.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return isMissing(error) ? { absent: true } : { reason: reasonOf(error) };
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return { reason: 'it is no regular file' };
    if (stat.size > MAX_BYTES) return { reason: `it has ${stat.size} bytes; at most ${MAX_BYTES} are read` };
    return { text: decoded(bytesOf(file, stat.size)) };
  } catch (error) {
    return { reason: reasonOf(error) };
  } finally {
    closeSync(file);
  }
}

/** false where there is no such file. */
function leadsOut(path: string, folder: string): boolean {
  try {
    const way = relative(realpathSync(folder), realpathSync(path));
    return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
  } catch {
    return false;
  }
}

/** The path itself, or the settings in it where it is a folder, by name; with `inEach` that file of every folder in it. */
export function settingsAt(path: string, inEach?: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    if (inEach !== undefined) return foldersIn(path).map((name) => join(path, name, inEach));
    const names = readdirSync(path).filter((name) => READ_ENDINGS.test(name));
    return names
      .toSorted()
      .slice(0, MAX_FILES_OF_FOLDER)
      .map((name) => join(path, name));
  } catch {
    return [path];
  }
}

/** Links among them, since a client follows them too. */
function foldersIn(path: string): readonly string[] {
  const entries = readdirSync(path, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() || entry.isSymbolicLink());
  return folders
    .map(({ name }) => name)
    .toSorted()
    .slice(0, MAX_FILES_OF_FOLDER);
}

function bytesOf(file: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  let filled = 0;
  while (filled < size) {
    const count = readSync(file, bytes, filled, size - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}

/** UTF-8, or UTF-16 where it says so, as editors of Windows write it. */
function decoded(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === 'EACCES' || code === 'EPERM') return 'not allowed to read it';
  if (code === 'ELOOP') return 'its links lead in a circle';
  return inert(error instanceof Error ? error.message : String(error), 200);
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
