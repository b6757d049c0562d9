import type { Builtin } from './evaluator.ts';
import { asText, HOLE, UNKNOWN, type Value } from './values.ts';

/** Paths as facts write them: `~` for the home folder, `.` for the program's own, `/tmp` for the temporary one. */
export const PATH_CALLS: readonly (readonly [string, Builtin])[] = [
  ['os.homedir', () => '~'],
  ['os.tmpdir', () => '/tmp'],
  ['process.cwd', () => '.'],
  ['url.fileURLToPath', (_, [url]) => (typeof url === 'string' ? url.replace(/^file:\/\//, '') : UNKNOWN)],
  ...['path', 'path.posix', 'path.win32'].flatMap((module): (readonly [string, Builtin])[] => [
    [`${module}.join`, (_, given) => joinedPath(given, false)],
    [`${module}.resolve`, (_, given) => joinedPath(given, true)],
    [`${module}.normalize`, (_, given) => joinedPath(given, false)],
    [`${module}.dirname`, (_, [path]) => folderOf(path)],
    [`${module}.basename`, (_, [path]) => (typeof path === 'string' ? path.slice(path.lastIndexOf('/') + 1) : UNKNOWN)],
  ]),
];

function joinedPath(given: readonly Value[], resolves: boolean): Value {
  if (given.every((part) => part === UNKNOWN)) return UNKNOWN;
  let written = '';
  for (const part of given.map(asText)) {
    const startsAnew = resolves && /^[/~]/.test(part);
    written = startsAnew || written === '' ? part : `${written}/${part}`;
  }
  return normalized(written);
}

function normalized(path: string): string {
  const kept: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    const last = kept.at(-1);
    if (part === '' || part === '.') continue;
    if (part !== '..' || last === undefined || last === '..') kept.push(part);
    else if (!last.includes(HOLE)) kept.pop();
  }
  if (path.startsWith('/')) return `/${kept.join('/')}`;
  // A file beside the program is told from a package by its `./`.
  return path.startsWith('.') && kept[0] !== '..' ? ['.', ...kept].join('/') : kept.join('/');
}

function folderOf(path: Value): Value {
  if (typeof path !== 'string') return UNKNOWN;
  const end = path.lastIndexOf('/');
  return end <= 0 ? '.' : path.slice(0, end);
}
