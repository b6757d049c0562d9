import type { FileFacts } from '../model/source.ts';
import { filesRunBy } from './command-files.ts';
import { type FilePaths, folderOf, loadedAt } from './loaded-path.ts';

const SCRIPTS = new Map<string, string>();

/** A file that others load, and how. */
export interface Reached {
  readonly path: string;
  /** `require` takes any file for JavaScript whose ending it does not know. */
  readonly isRequired: boolean;
}

/**
 * The files that a file says it loads or starts, of those that are in the archive: relative imports, Python's imports from the root,
 * and constant commands.
 *
 * This is what keeps a payload in a folder called `test` from being taken for one.
 */
export function reachedFrom({ path, language, facts }: FileFacts, files: FilePaths): readonly Reached[] {
  const folder = folderOf(path);
  const reached: Reached[] = [];
  const put = (target: string | null, isRequired = false): void => {
    if (target !== null && target !== path) reached.push({ path: target, isRequired });
  };
  for (const { kind, value, by } of facts) {
    if (kind === 'process') {
      for (const each of filesRunBy(value, SCRIPTS)) {
        put(loadedAt('', each.path, files));
        put(loadedAt(folder, each.path, files));
      }
    }
    if (kind !== 'import') continue;
    if (language === 'python') for (const target of moduleFiles(value, folder, files)) put(target);
    else if (value.startsWith('.')) put(loadedAt(folder, value, files), by.includes('require'));
  }
  return reached;
}

/** `.a.b` from the file's folder, `a.b` from the root, from `src`, and as Python 2 had it. */
function moduleFiles(module: string, folder: string, files: FilePaths): readonly string[] {
  const dots = /^\.*/.exec(module)?.[0].length ?? 0;
  const path = module.slice(dots).replaceAll('.', '/');
  const up = folder.split('/').slice(0, Math.max(0, folder.split('/').length - dots + 1));
  const roots = dots > 0 ? [up.join('/')] : ['', 'src', folder];
  const bases = roots.map((root) => (root === '' || path === '' ? `${root}${path}` : `${root}/${path}`));
  return bases.flatMap((base) => [`${base}.py`, `${base}/__init__.py`]).filter((each) => files.has(each));
}
