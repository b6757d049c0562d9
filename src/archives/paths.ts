import type { ArchiveKind } from '../model/source.ts';
import { boundedName, boundedPath } from './bounded-path.ts';
import { MAX_PATH_CHARACTERS } from './bounds.ts';
import type { Irregularities } from './irregularities.ts';

/** Controls, and what is not drawn or turns the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const ABSOLUTE = /^(?:[/\\]|[A-Za-z]:)/;

/**
 * Paths inside an archive as an installation would lay them: without the leading folder, `/` between folders, nothing after a NUL.
 *
 * What climbs stays as it is written, since no installer lays it anywhere. Says what is odd about each name as it comes;
 * names are to be handed in in the order of the archive.
 */
export function pathsInside(kind: ArchiveKind, found: Irregularities): (name: string) => string {
  const cut = cutOf(kind);
  const seen = new Set<string>();
  const seenFolded = new Set<string>();
  return (written) => {
    if (written.length > MAX_PATH_CHARACTERS) {
      found.add('long-path', written, `The path has ${written.length} characters.`);
    }
    const name = boundedName(written);
    inspect(name, found);
    // Python's zipfile ends a name at its first NUL (ZipInfo); no other reader can make a file of it.
    const whole = (name.split('\0', 1)[0] ?? '').replaceAll('\\', '/');
    const path = boundedPath(climbs(whole) ? whole : cut(whole));
    const folded = path.normalize('NFC').toLowerCase();
    if (seen.has(path)) found.add('duplicate-path', name, 'A file before it has the same path.');
    else if (seenFolded.has(folded)) {
      found.add(
        'duplicate-path',
        name,
        'A path before it differs only in case, so one of them is lost on macOS and Windows.',
      );
    }
    seen.add(path);
    seenFolded.add(folded);
    return path;
  };
}

function inspect(name: string, found: Irregularities): void {
  if (climbs(name)) found.add('climbing-path', name, 'The path climbs out of its folder.');
  if (ABSOLUTE.test(name)) found.add('absolute-path', name, 'The path is absolute.');
  if (UNSEEN.test(name)) found.add('control-character-in-path', name, 'The path holds characters that are not drawn.');
  if (name.includes('\uFFFD')) found.add('damaged', name, 'The path is not text in UTF-8.');
}

function climbs(name: string): boolean {
  return name.split(/[/\\]/).includes('..');
}

/**
 * npm cuts the first folder whatever it is called; pip cuts an sdist's where all files share it, for which the first one speaks
 * here. Wheels have none.
 */
function cutOf(kind: ArchiveKind): (path: string) => string {
  if (kind === 'wheel') return tidy;
  if (kind === 'npm-tarball') return (path) => tidy(path.includes('/') ? path.slice(path.indexOf('/') + 1) : path);
  let folder: string | null = null;
  return (path) => {
    const inside = tidy(path);
    folder ??= inside.slice(0, inside.indexOf('/') + 1);
    return inside.startsWith(folder) ? inside.slice(folder.length) : inside;
  };
}

function tidy(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return parts.join('/');
}
