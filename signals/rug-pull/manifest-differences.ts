import type { Release } from '../../src/model/release.ts';
import type { ArchiveManifest } from '../../src/model/source.ts';

/** One field of which an archive's manifest and the registry's document say different things. */
export interface Difference {
  readonly kind: 'scripts' | 'bin' | 'dependencies';
  readonly name: string;
  /** null where it is not there. */
  readonly inArchive: string | null;
  readonly inDocument: string | null;
}

const HOOKS: ReadonlySet<string> = new Set(['preinstall', 'install', 'postinstall']);
const MAX_SPECIFIER_CHARACTERS = 500;
const SHORT = /^(?:(github|gitlab|bitbucket):)?([\w.-]{1,100}\/[\w.-]{1,100})(#.*)?$/;

/**
 * What an installation would do by the archive's manifest and not by the registry's document.
 *
 * Scripts and executables that only the document has are harmless and left out, as is what npm adds there by itself; dependencies
 * count both ways. A field that the document does not show is unknown and never differs.
 */
export function differences(manifest: ArchiveManifest, listed: Release): readonly Difference[] {
  return [
    ...scriptDifferences(manifest, listed),
    ...binDifferences(manifest, listed),
    ...dependencyDifferences(manifest, listed),
  ];
}

function scriptDifferences({ installScripts }: ArchiveManifest, listed: Release): readonly Difference[] {
  if (listed.installScripts === null) return [];
  const document = new Map(Object.entries(listed.installScripts));
  return Object.entries(installScripts)
    .filter(([hook, command]) => HOOKS.has(hook) && spaced(command) !== spaced(document.get(hook) ?? ''))
    .map(([name, command]) => ({
      kind: 'scripts',
      name,
      inArchive: command,
      inDocument: document.get(name) ?? null,
    }));
}

function binDifferences(manifest: ArchiveManifest, listed: Release): readonly Difference[] {
  if (listed.bin === null) return [];
  const document = new Map(Object.entries(listed.bin).map(([name, path]) => [commandName(name), plainPath(path)]));
  return Object.entries(manifest.bin)
    .map(([name, path]) => [commandName(name), plainPath(path)] as const)
    .filter(([name, path]) => path !== '' && document.get(name) !== path)
    .map(([name, path]) => ({ kind: 'bin', name, inArchive: path, inDocument: document.get(name) ?? null }));
}

function dependencyDifferences(manifest: ArchiveManifest, listed: Release): readonly Difference[] {
  if (listed.dependencies === null) return [];
  const archive = new Map(Object.entries({ ...manifest.dependencies, ...manifest.optionalDependencies }));
  const document = new Map(Object.entries({ ...listed.dependencies, ...listed.optionalDependencies }));
  const names = new Set([...archive.keys(), ...document.keys()]);
  return [...names].flatMap((name) => {
    const [inArchive = null, inDocument = null] = [archive.get(name), document.get(name)];
    // Optional dependencies are part of the archive's fields; a document without that field does not show them.
    if (
      inDocument === null &&
      listed.optionalDependencies === null &&
      Object.hasOwn(manifest.optionalDependencies, name)
    )
      return [];
    const isSame = inArchive !== null && inDocument !== null && specifier(inArchive) === specifier(inDocument);
    return isSame ? [] : [{ kind: 'dependencies', name, inArchive, inDocument }];
  });
}

function spaced(command: string): string {
  return command.trim().split(/\s+/).join(' ');
}

/** npm names the executable of a scoped package without its scope. */
function commandName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** npm takes `./` and `/` off when it publishes. */
function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.?\/+)+/, '');
}

/** `github:tidewater/harbor`, `tidewater/harbor` and `git+https://github.com/tidewater/harbor.git` are one dependency. */
function specifier(written: string): string {
  const text = written.slice(0, MAX_SPECIFIER_CHARACTERS).trim();
  const [, host = 'github', path, commit = ''] = SHORT.exec(text) ?? [];
  const long = path === undefined ? text : `https://${host}.${host === 'bitbucket' ? 'org' : 'com'}/${path}${commit}`;
  return long
    .replace(/^git\+/, '')
    .replace(/^(?:ssh|git|https?):\/\/(?:[^@/\s]{1,100}@)?/, '')
    .replace(/^git@([\w.-]{1,100}):/, '$1/')
    .replace(/\.git(?=#|$)/, '')
    .replace(/\s+/g, ' ');
}
