import { PLACE_ENDINGS, PLACE_NAMES, WALLET_EXTENSIONS } from './place-names.ts';

/** What a sensitive place holds. */
export type PlaceCategory = keyof typeof PLACE_NAMES;

const MAX_CHARACTERS = 400;
const MAX_COMMAND_CHARACTERS = 4_000;
const MAX_NAMES = 40;
/** What no path holds, and text does. */
const NO_PATH = /[\n\r\t<>"|?!;{}()[\]=]|:\/\/|\*\*|, |\. /;
const FILE_URL = /^file:\/\/(?:localhost)?/i;
const VARIABLES: readonly (readonly [RegExp, string])[] = [
  [/^%appdata%|^\$\{?(?:env:)?appdata\}?/, '~/appdata/roaming'],
  [/^%localappdata%|^\$\{?(?:env:)?localappdata\}?/, '~/appdata/local'],
  [/^%userprofile%|^%homepath%|^\$\{?(?:env:)?(?:home|userprofile)\}?/, '~'],
];
/** Names of folders above the places, which hold a blank. */
const FOLDERS = [
  'program files',
  'program files (x86)',
  'documents and settings',
  'application support',
  'start menu',
  'group containers',
];

interface Row {
  readonly names: readonly string[];
  readonly isEnd: boolean;
  readonly category: PlaceCategory;
  /** Lower is more telling. */
  readonly rank: number;
}

/** The most telling first. */
const CATEGORIES: readonly PlaceCategory[] = [
  'wallet',
  'browser-profile',
  'agent-config',
  'editor-settings',
  'shell-startup',
  'git-hooks',
  'ci-workflows',
  'system-persistence',
  'credentials',
  'package-manager-config',
];
const ROWS = rowsByFirstName();
const ANYWHERE = ROWS.get('*') ?? [];
const ENDINGS: ReadonlyMap<string, PlaceCategory> = new Map(Object.entries(PLACE_ENDINGS));
const NAMES_WITH_BLANKS: ReadonlySet<string> = new Set([
  ...FOLDERS,
  ...[...ROWS.values()].flat().flatMap(({ names }) => names.filter((name) => name.includes(' '))),
]);

/**
 * What a path leads to, where that is a place that programs have no everyday business with; null for all other paths and texts.
 *
 * Takes `~` and variables for the home folder, `*` for unknown parts, backslashes, any case. A sentence or a URL that mentions such a
 * place is no path.
 */
export function sensitivePlace(path: string): PlaceCategory | null {
  if (path.length < 3 || path.length > MAX_CHARACTERS) return null;
  const names = namesOf(path);
  if (names === null) return null;
  let best: Row | null = null;
  for (let at = 0; at < names.length; at += 1) {
    best = better(best, ROWS.get(names[at] ?? '') ?? [], names, at);
    best = better(best, ANYWHERE, names, at);
  }
  return (
    best?.category ??
    endingCategory(names.at(-1) ?? '') ??
    (names.some((name) => WALLET_EXTENSIONS.has(name)) ? 'wallet' : null)
  );
}

export interface NamedPlace {
  readonly path: string;
  readonly category: PlaceCategory;
}

/** The sensitive places among the words of a command line or a sentence, in its order. */
export function placesInCommand(command: string): readonly NamedPlace[] {
  const words =
    command.slice(0, MAX_COMMAND_CHARACTERS).match(/"[^"\n]{1,300}"|'[^'\n]{1,300}'|[^\s"'`;|&<>()=,]{3,400}/g) ?? [];
  return words.flatMap((word) => {
    const path = word.replace(/^["'@]{1,2}|["'.:]{1,2}$/g, '');
    const category = sensitivePlace(path);
    return category === null ? [] : [{ path, category }];
  });
}

/** Names from the root down, in lower case; null for what is no path. Nearly all strings of a program have one name, and end here. */
function namesOf(path: string): readonly string[] | null {
  const isOneName = !path.includes('/') && !path.includes('\\');
  if (isOneName && !ROWS.has(path.toLowerCase()) && !path.startsWith('%') && path.length < 30 && !path.includes('.'))
    return null;
  if (NO_PATH.test(path) && !FILE_URL.test(path)) return null;
  const written = VARIABLES.reduce(
    (text, [pattern, folder]) => text.replace(pattern, folder),
    path.trim().toLowerCase(),
  );
  const names = written
    .replace(FILE_URL, '')
    .split(/[/\\]+/, MAX_NAMES)
    .filter((name) => name !== '' && name !== '.');
  return isSentence(names) ? null : names;
}

/** `Reads ~/.ssh/config for hosts`: begins or ends with several words that are no name. */
function isSentence(names: readonly string[]): boolean {
  return [names[0] ?? '', names.at(-1) ?? ''].some((name) => name.includes(' ') && !NAMES_WITH_BLANKS.has(name));
}

function better(best: Row | null, rows: readonly Row[], names: readonly string[], at: number): Row | null {
  return rows.find((row) => (best === null || row.rank < best.rank) && stands(row, names, at)) ?? best;
}

function stands({ names: row, isEnd }: Row, names: readonly string[], at: number): boolean {
  if (isEnd ? at + row.length !== names.length : at + row.length > names.length) return false;
  return row.every((name, index) => name === '*' || name === names[at + index]);
}

function endingCategory(name: string): PlaceCategory | null {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? null : (ENDINGS.get(name.slice(dot)) ?? null);
}

function rowsByFirstName(): ReadonlyMap<string, readonly Row[]> {
  const rows = new Map<string, Row[]>();
  CATEGORIES.forEach((category, rank) => {
    for (const written of PLACE_NAMES[category].flatMap((line) => line.split(', '))) {
      const names = written.replace('$', '').split('/');
      const first = names[0] ?? '';
      rows.set(first, [...(rows.get(first) ?? []), { names, isEnd: written.endsWith('$'), category, rank }]);
    }
  });
  return rows;
}
