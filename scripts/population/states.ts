/**
 * What a server's record says version by version: mostly the same.
 *
 * Rates of change are those of 1,390 neighbouring pairs of the official registry (figures.ts, CHANGES).
 */
import { description } from './descriptions.ts';
import { CHANGES, DEPRECATED, PACKAGE_VERSION_DIFFERS } from './figures.ts';
import { hostOf } from './hosts.ts';
import { header, prefix, programArgument, variable } from './inputs.ts';
import type { Declared, PackageSpec, RemoteSpec, Server, State } from './model.ts';
import { between, happens, pick, stream, type Chance } from './random.ts';
import { firstVersion, nextVersion, publishingTimes, rowCount } from './versions.ts';

type Change = (server: Server, before: Declared, chance: Chance) => Partial<Declared>;

export interface Dates {
  /** Where the population's time ends. */
  readonly asOfMs: number;
  /** When the registries are read: then, or earlier for a baseline. */
  readonly seenMs: number;
}

/** The rows that were there when the registries were read, with the status they had then. */
export function statesSeen(server: Server, { asOfMs, seenMs }: Dates): readonly State[] {
  const states = statesOf(server, asOfMs);
  if (seenMs === asOfMs) return states;
  return states
    .filter(({ atMs }) => atMs <= seenMs)
    .map((state) => ((state.status?.sinceMs ?? 0) > seenMs ? stillActive(state) : state));
}

function stillActive({ status: _later, ...state }: State): State {
  return state;
}

/** Oldest first, at least one. */
export function statesOf(server: Server, asOfMs: number): readonly State[] {
  if (server.states !== null) return server.states;
  const chance = stream(server.key, 'versions');
  const times = publishingTimes(chance, { firstMs: server.firstMs, asOfMs, count: rowCount(chance) });
  const drift = stream(server.key, 'drift');
  const end = ending(server, times, asOfMs);
  let version = firstVersion(chance);
  let packageVersion = happens(chance, PACKAGE_VERSION_DIFFERS) ? nextVersion(chance, version) : version;
  let declared: Declared = server;
  return times.map((atMs, at) => {
    if (at > 0) {
      version = nextVersion(chance, version);
      if (!happens(drift, CHANGES.packageUnchanged)) packageVersion = version;
      declared = changed(server, declared, drift);
    }
    return rowOf(declared, { version, packageVersion, atMs }, end);
  });
}

function rowOf(
  { description: text, repository, packages, remotes }: Declared,
  { version, packageVersion, atMs }: Pick<State, 'version' | 'packageVersion' | 'atMs'>,
  status: State['status'],
): State {
  const row = { version, packageVersion, atMs, description: text, repository, packages, remotes };
  return status === undefined ? row : { ...row, status };
}

/** A deprecation reaches every row of a server. */
function ending(server: Server, times: readonly number[], asOfMs: number): State['status'] {
  const chance = stream(server.key, 'status');
  if (!happens(chance, DEPRECATED)) return undefined;
  const lastMs = times.at(-1) ?? asOfMs;
  const sinceMs = lastMs + (asOfMs - lastMs) * chance();
  const messages = ['Moved to a new name', 'No longer maintained', 'Please use the hosted server'] as const;
  const message = happens(chance, 0.4) ? pick(chance, messages) : null;
  return { is: 'deprecated', sinceMs: Math.min(sinceMs, asOfMs - 1), message };
}

function changed(server: Server, before: Declared, chance: Chance): Declared {
  return DRIFT.filter(([rate]) => happens(chance, rate)).reduce(
    (now, [, change]) => Object.assign({}, now, change(server, now, chance)),
    before,
  );
}

const DRIFT: readonly (readonly [number, Change])[] = [
  [CHANGES.description, (server, _before, chance) => ({ description: description(chance, server.subject) })],
  [
    CHANGES.packageArguments,
    inPackages((spec, _server, chance) => ({ packageArguments: [...spec.packageArguments, programArgument(chance)] })),
  ],
  [CHANGES.repositoryUrl, renamedRepository],
  [CHANGES.variableAdded, inPackages((spec, server, chance) => withVariable(spec, server, chance, 'text'))],
  [CHANGES.secretVariableAdded, inPackages((spec, server, chance) => withVariable(spec, server, chance, 'secret'))],
  [
    CHANGES.headerAdded,
    inRemotes((remote, server, chance) => ({ headers: [...remote.headers, header(chance, server.leaf)] })),
  ],
  [CHANGES.remoteIntroduced, remoteIntroduced],
  [CHANGES.repositoryRemoved, () => ({ repository: 'absent' })],
  [CHANGES.remoteHost, inRemotes((remote, server) => ({ url: moved(remote.url, server) }))],
  [
    CHANGES.packageIdentifier,
    inPackages((spec) => (spec.kind === 'npm' ? { identifier: `${spec.identifier}-next` } : {})),
  ],
  [CHANGES.repositoryOwner, reownedRepository],
];

function inPackages(change: (spec: PackageSpec, server: Server, chance: Chance) => Partial<PackageSpec>): Change {
  return (server, before, chance) => ({
    packages: before.packages.map((spec) => ({ ...spec, ...change(spec, server, chance) })),
  });
}

function inRemotes(change: (remote: RemoteSpec, server: Server, chance: Chance) => Partial<RemoteSpec>): Change {
  return (server, before, chance) => ({
    remotes: before.remotes.map((remote) => ({ ...remote, ...change(remote, server, chance) })),
  });
}

function withVariable(spec: PackageSpec, server: Server, chance: Chance, is: 'text' | 'secret'): Partial<PackageSpec> {
  const suffix =
    is === 'secret'
      ? pick(chance, ['SECONDARY_KEY', 'WEBHOOK_SECRET', 'REFRESH_TOKEN'])
      : pick(chance, ['LOCALE', 'PROFILE', 'CURRENCY']);
  return { variables: [...spec.variables, variable(chance, `${prefix(server.subject)}_${suffix}`, is)] };
}

function renamedRepository(server: Server, before: Declared, chance: Chance): Partial<Declared> {
  if (typeof before.repository === 'string') return {};
  return {
    repository: {
      ...before.repository,
      url: `https://github.com/${server.publisher.login}/${server.leaf}-${between(chance, 2, 9)}`,
    },
  };
}

/** Moves between accounts of one publisher, as real ones do. */
function reownedRepository(server: Server, before: Declared): Partial<Declared> {
  if (typeof before.repository === 'string') return {};
  return {
    repository: { ...before.repository, url: `https://github.com/${server.publisher.login}-org/${server.leaf}` },
  };
}

function remoteIntroduced(server: Server, before: Declared, chance: Chance): Partial<Declared> {
  if (before.remotes.length > 0) return {};
  return {
    remotes: [
      { type: 'streamable-http', url: `https://${hostOf(chance, server.publisher, server.leaf)}/mcp`, headers: [] },
    ],
  };
}

/** Another host below the same registrable domain; platform hosts stay. */
function moved(url: string, { publisher }: Server): string {
  if (publisher.domain === null || !url.includes(publisher.domain)) return url;
  return `https://gateway.${publisher.domain}/mcp`;
}
