import { releasePurl } from '../evidence/release-purl.ts';
import { filesOf, runs } from '../evidence/source-steps.ts';
import type { Json } from '../model/place.ts';
import type { FileFacts, ReleaseFacts } from '../model/source.ts';
import { numberOf } from '../text/number-of.ts';
import { isSecretName } from '../text/secret-names.ts';
import { type Exposure, exposureOf } from './exposure.ts';
import { type HostUse, hostsIn } from './hosts.ts';
import { type Permission, permissionsIn } from './permissions.ts';

/**
 * What the code of a server can do, by what stands in the files that run: never what it will do, and not what its dependencies do.
 *
 * Everything is in code-unit order, so that equal releases give equal texts. Texts are strangers', bounded, as they stand in the code.
 */
export interface Capabilities {
  /** What was read for it, and what of that was not. */
  readonly read: readonly ReadArchive[];
  readonly permissions: readonly Permission[];
  readonly hosts: readonly HostUse[];
  /** Names of environment variables that its code reads and whose names say that they hold a secret. */
  readonly secrets: readonly string[];
  /** The other variables it reads by name. */
  readonly environment: readonly string[];
  readonly tools: readonly Tool[];
  /** What an installation runs by itself: `postinstall: node setup.js`. */
  readonly installHooks: readonly string[];
  readonly exposure: Exposure;
  /** Why something that is not listed here may be there all the same; never empty where dependencies are declared. */
  readonly unseen: readonly string[];
}

export interface ReadArchive {
  /** With its version. */
  readonly purl: string;
  readonly version: string;
  readonly filename: string;
  readonly sha256: string;
  /** Files that run, and how many of them could not be read. */
  readonly files: number;
  readonly unread: number;
}

export interface Tool {
  readonly name: string;
  readonly description: string | null;
  readonly inputSchema: Json;
  readonly annotations: Json;
  /** `dist/index.js:12`. */
  readonly at: string;
}

/** npm runs `prepare` for folders and repositories, and not for what comes from a registry. */
const NOT_AT_INSTALL = 'prepare';
const MAX_NAMES = 500;
const MAX_TOOLS = 500;
/** After these the archive holds more than was read. */
const CUT_SHORT = new Set(['truncated', 'too-many-entries', 'too-large', 'damaged']);

/**
 * What releases of one server can do together, one release for each of its packages; null where none was read, which is not the same
 * as that it can do nothing.
 */
export function capabilitiesOf(releases: readonly ReleaseFacts[]): Capabilities | null {
  if (releases.length === 0) return null;
  const files = releases.flatMap(filesOf).filter(runs);
  const tools = toolsIn(files);
  const names = namesRead(files);
  const secrets = names.filter(isSecretName);
  const permissions = permissionsIn(files, tools);
  return {
    read: releases.flatMap(archivesOf),
    permissions,
    hosts: hostsIn(files),
    secrets,
    environment: names.filter((name) => !isSecretName(name)),
    tools,
    installHooks: hooksOf(releases),
    exposure: exposureOf({ permissions, secrets, tools, files }),
    unseen: releases.flatMap(unseenIn),
  };
}

function archivesOf({ purl, version, archives }: ReleaseFacts): readonly ReadArchive[] {
  return archives.map(({ filename, resource, files }) => {
    const running = files.filter(runs);
    return {
      purl: purl.includes('@', purl.lastIndexOf('/')) ? purl : releasePurl(purl, version),
      version,
      filename,
      sha256: resource.sha256,
      files: running.length,
      unread: running.filter(isUnread).length,
    };
  });
}

function namesRead(files: readonly FileFacts[]): readonly string[] {
  const names = new Set<string>();
  for (const { facts } of files) {
    for (const { kind, value } of facts) if (kind === 'environment' && value !== '') names.add(value);
  }
  return [...names].toSorted().slice(0, MAX_NAMES);
}

/** By name; of tools declared twice the first, since a bundle and its source declare the same ones. */
function toolsIn(files: readonly FileFacts[]): readonly Tool[] {
  const tools = new Map<string, Tool>();
  for (const { path, tools: declared } of files) {
    for (const { name, description, inputSchema, annotations, line } of declared) {
      const known = tools.get(name);
      if (known !== undefined && (known.description !== null || description === null)) continue;
      tools.set(name, { name, description, inputSchema, annotations, at: `${path}:${line}` });
    }
  }
  return [...tools.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)).slice(0, MAX_TOOLS);
}

function hooksOf(releases: readonly ReleaseFacts[]): readonly string[] {
  const manifests = releases.flatMap(({ archives }) => archives.flatMap(({ manifest }) => manifest ?? []));
  const hooks = manifests.flatMap(({ installScripts }) =>
    Object.entries(installScripts)
      .filter(([hook]) => hook !== NOT_AT_INSTALL)
      .map(([hook, command]) => `${hook}: ${command}`),
  );
  return [...new Set(hooks)].toSorted();
}

function unseenIn({ archives, version }: ReleaseFacts): readonly string[] {
  const unread = archives.reduce(
    (sum, { files }) => sum + files.filter((file) => runs(file) && isUnread(file)).length,
    0,
  );
  const isCut = archives.some(({ irregularities }) => irregularities.some(({ kind }) => CUT_SHORT.has(kind)));
  const dependencies = new Set(
    archives.flatMap(({ manifest }) => [
      ...Object.keys(manifest?.dependencies ?? {}),
      ...Object.keys(manifest?.optionalDependencies ?? {}),
    ]),
  );
  return [
    ...(unread > 0 ? [`${numberOf(unread, 'file')} of ${version} that run could not be read`] : []),
    ...(isCut ? [`an archive of ${version} was not read to its end`] : []),
    ...(dependencies.size > 0
      ? [`the code of its ${dependencies.size === 1 ? 'dependency' : `${dependencies.size} dependencies`} was not read`]
      : []),
  ];
}

function isUnread({ reading }: FileFacts): boolean {
  return reading.how === 'not-read';
}
