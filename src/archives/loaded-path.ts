/** The paths of an archive. */
export interface FilePaths {
  readonly all: readonly string[];
  readonly has: (path: string) => boolean;
}

/** What Node tries after the path as it is written, and TypeScript's runners after that. */
const ENDINGS = [
  '',
  '.js',
  '.cjs',
  '.mjs',
  '.json',
  '.node',
  '/index.js',
  '/index.cjs',
  '/index.mjs',
  '.ts',
  '.mts',
  '/index.ts',
];
const MAX_PATH_CHARACTERS = 1_024;

/** The file that a loader takes for a path seen from a folder; null where there is none, or it lies outside. */
export function loadedAt(folder: string, written: string, files: FilePaths): string | null {
  const path = inside(folder, written);
  if (path === null) return null;
  const ending = ENDINGS.find((each) => files.has(path === '' ? each.replace(/^\//, '') : `${path}${each}`));
  if (ending !== undefined) return path === '' ? ending.replace(/^\//, '') : `${path}${ending}`;
  // A program in TypeScript names what its compiler will make of its neighbour.
  const source = path.replace(/\.([cm]?)js$/, '.$1ts');
  return source !== path && files.has(source) ? source : null;
}

/** The folder that a path lies in; '' at the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function inside(folder: string, written: string): string | null {
  if (written.length > MAX_PATH_CHARACTERS) return null;
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of written.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}
