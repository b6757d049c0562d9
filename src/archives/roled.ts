import type { FileFacts, Language } from '../model/source.ts';
import type { EntryFile } from './entry-files.ts';
import type { FilePaths } from './loaded-path.ts';
import type { ReadFile } from './read-files.ts';
import { reachedFrom } from './reached.ts';
import { isProgram, roleOf } from './roles.ts';

/** A file with its role, and the language in which it is run where its own is none of a program. */
export interface RoledFile {
  readonly file: FileFacts;
  readonly runsAs: Language | null;
}

/**
 * Roles and entries of files.
 *
 * A file has the role of its folder and name unless something that runs loads it: entries first, then what they and all other files
 * with the role `runs` say that they load.
 */
export function roled(
  files: readonly ReadFile[],
  entries: ReadonlyMap<string, EntryFile>,
  paths: FilePaths,
): readonly RoledFile[] {
  const byPath = new Map<string, RoledFile[]>();
  const running: FileFacts[] = [];
  for (const read of files) {
    const roledFile = roledAtFirst(read, entries.get(read.path));
    byPath.set(read.path, [...(byPath.get(read.path) ?? []), roledFile]);
    if (roledFile.file.role === 'runs') running.push(roledFile.file);
  }
  for (let file = running.pop(); file !== undefined; file = running.pop()) {
    for (const { path, isRequired } of reachedFrom(file, paths)) {
      const before = byPath.get(path) ?? [];
      const after = before.map((each) => reachedFile(each, isRequired));
      byPath.set(path, after);
      after.forEach((each, index) => {
        if (each.file.role === 'runs' && before[index]?.file.role !== 'runs') running.push(each.file);
      });
    }
  }
  return [...byPath.values()].flat();
}

function roledAtFirst(read: ReadFile, entry: EntryFile | undefined): RoledFile {
  const role = roleOf(read.path, read.language);
  const runsAs = entry === undefined ? null : runAs(read, entry.language);
  // Exports list declarations and package.json beside programs; a binding.gyp is JSON by its language and a program by its use.
  const isRun = entry !== undefined && (runsAs !== null || isProgram(read.language) || entry.language === null);
  if (!isRun || (role === 'types' && entry.entry === 'launch'))
    return { file: ordered(read, { role, entry: null }), runsAs: null };
  return { file: ordered(read, { role: 'runs', entry: entry.entry }), runsAs };
}

/** Declarations and data stay what they are, unless they are loaded as a program. */
function reachedFile(before: RoledFile, isRequired: boolean): RoledFile {
  const { file } = before;
  const runsAs = before.runsAs ?? (isRequired ? runAs(file, 'javascript') : null);
  const isLoaded = runsAs !== null || (isProgram(file.language) && file.role !== 'types');
  return isLoaded && (file.role !== 'runs' || runsAs !== before.runsAs)
    ? { file: { ...file, role: 'runs' }, runsAs }
    : before;
}

/** Node reads JSON as JSON; any other ending that it does not know, it runs. */
function runAs({ path, language }: ReadFile, by: Language | null): Language | null {
  if (by === null || isProgram(language)) return null;
  return by === 'javascript' && /\.(?:json|node|wasm)$/.test(path) ? null : by;
}

/** In the order of the model, in which it is written. */
function ordered(
  { path, bytes, sha256, ...description }: ReadFile,
  { role, entry }: Pick<FileFacts, 'role' | 'entry'>,
): FileFacts {
  return { path, bytes, sha256, role, entry, ...description };
}
