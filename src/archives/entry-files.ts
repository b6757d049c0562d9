import type { ArchiveKind, FileFacts, Language } from '../model/source.ts';
import { type CommandFile, filesRunBy } from './command-files.ts';
import { type FilePaths, loadedAt } from './loaded-path.ts';
import type { ReadManifest } from './manifest.ts';
import { roleOf } from './roles.ts';

/** How a file comes to run, and as what; null where its own language decides. */
export interface EntryFile {
  readonly entry: NonNullable<FileFacts['entry']>;
  readonly language: Language | null;
}

const NATIVE_BUILD = 'binding.gyp';
/** Run by the build of an sdist: setuptools' script, and the hook of hatch in its usual place. */
const BUILD_SCRIPTS = ['setup.py', 'hatch_build.py'];
/** Where a wheel keeps what belongs into folders of its own: modules and programs (Binary distribution format, "The .data directory"). */
const WHEEL_MODULES = /^[^/]+\.data\/(?:purelib|platlib)\//;
const WHEEL_SCRIPTS = /^[^/]+\.data\/scripts\//;
/** Lines of .pth that begin with `import`, and these two modules, run whenever Python starts (documentation of `site`). */
const STARTED_WITH_PYTHON = /^(?:[^/]+\.pth|(?:sitecustomize|usercustomize)\.py)$/;
const TOP_MODULE = /^(?:src\/)?[^/]+\/(?:__init__|__main__)\.py$/;

/** The files of an archive that an installation or a start runs first, as its manifest and the habits of its ecosystem tell. */
export function entryFiles(
  kind: ArchiveKind,
  read: ReadManifest | null,
  files: FilePaths,
): ReadonlyMap<string, EntryFile> {
  const found = new Map<string, EntryFile>();
  const put = (path: string | null, entry: EntryFile['entry'], language: Language | null = null): void => {
    if (path !== null && found.get(path)?.entry !== 'install') found.set(path, { entry, language });
  };
  for (const { path, language } of installedBy(kind, read)) put(loadedAt('', path, files), 'install', language);
  const loader = kind === 'npm-tarball' ? 'javascript' : null;
  for (const path of read?.launched ?? []) put(loadedAt('', path, files), 'launch', loader);
  for (const module of read?.launchedModules ?? []) for (const path of modulePaths(module, files)) put(path, 'launch');
  if (kind !== 'npm-tarball') for (const path of files.all) if (isStarted(path, kind)) put(path, 'launch');
  return found;
}

function installedBy(kind: ArchiveKind, read: ReadManifest | null): readonly CommandFile[] {
  if (kind === 'wheel') return [];
  if (kind === 'sdist') return [...BUILD_SCRIPTS, ...(read?.built ?? [])].map((path) => ({ path, language: 'python' }));
  const { installScripts = {}, gypfile = null } = read?.manifest ?? {};
  // npm builds where there is a binding.gyp and no script that says otherwise (npm documentation, "scripts": `install`).
  const isBuilt = gypfile !== false && !('install' in installScripts) && !('preinstall' in installScripts);
  const hooks = Object.values(installScripts);
  const builds = isBuilt || hooks.some((command) => command.includes('node-gyp'));
  const files = hooks.flatMap((command) => filesRunBy(command, read?.scripts ?? new Map()));
  return builds ? [...files, { path: NATIVE_BUILD, language: null }] : files;
}

/** A module and the packages around it, which Python runs on the way to it. */
function modulePaths(module: string, files: FilePaths): readonly string[] {
  const parts = module.split('.').filter((part) => part !== '');
  const paths: string[] = [];
  for (let length = 1; length <= parts.length; length += 1) {
    const path = parts.slice(0, length).join('/');
    const candidates = ['', 'src/'].flatMap((root) => [`${root}${path}.py`, `${root}${path}/__init__.py`]);
    paths.push(...candidates.filter((each) => files.has(each)));
  }
  return paths;
}

function isStarted(path: string, kind: ArchiveKind): boolean {
  if (kind === 'wheel' && WHEEL_SCRIPTS.test(path)) return true;
  const inside = path.replace(WHEEL_MODULES, '').replace(/^src\//, '');
  return STARTED_WITH_PYTHON.test(inside) || (TOP_MODULE.test(inside) && roleOf(inside, 'python') === 'runs');
}
