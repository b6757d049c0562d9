import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';

/** Source text and where it stands, with `/`, relative to the repository. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export function sourceFiles(root: string, folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') })),
  );
}

/** A pattern that may not stand in a folder's files, but for the files allowed. */
export interface TextRule {
  readonly name: string;
  readonly under: readonly string[];
  readonly forbidden: RegExp;
  readonly allowed: readonly string[];
}

export function textOffenders(files: readonly SourceFile[], { under, forbidden, allowed }: TextRule): string[] {
  return files
    .filter(({ path }) => under.some((folder) => path.startsWith(folder)) && !allowed.includes(path))
    .filter(({ text }) => forbidden.test(text))
    .map(({ path }) => path);
}

/** What each room may import, by path prefix; its own room is always allowed. */
export type ImportRules = Readonly<Record<string, readonly string[]>>;

/** `from -> to` for each import that no rule allows. */
export function importOffenders(files: readonly SourceFile[], rules: ImportRules): string[] {
  return files.flatMap(({ path, text }) => {
    const room = Object.keys(rules)
      .filter((each) => path.startsWith(each))
      .toSorted((a, b) => b.length - a.length)[0];
    if (room === undefined) return [];
    const allowed = [room, ...(rules[room] ?? [])];
    return importsOf(path, text)
      .filter((target) => !allowed.some((prefix) => target.startsWith(prefix)))
      .map((target) => `${path} -> ${target}`);
  });
}

/** Relative imports as repository paths, packages and built-ins left out. */
function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, target = '']) =>
    posix.normalize(posix.join(dirname(path), target)),
  );
}
