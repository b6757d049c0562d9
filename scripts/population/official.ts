/** Rows of the official registry: `{server, _meta}` as it writes them in 2026, one a version. */
import type { Json } from '../../src/model/place.ts';
import { FIELD, FRACTION_DIGITS } from './figures.ts';
import type { PackageSpec, RepositorySpec, Server, State } from './model.ts';
import { written } from './moments.ts';
import { happens, hex, pick, stream, weighted, type Chance, type Weighted } from './random.ts';
import { type Dates, statesSeen } from './states.ts';

const SCHEMA = 'https://static.modelcontextprotocol.io/schemas';
/** The registry rewrites it from time to time: noise. */
const SCHEMAS: Weighted<string> = [
  [`${SCHEMA}/2025-12-11/server.schema.json`, 880],
  [`${SCHEMA}/2025-10-17/server.schema.json`, 90],
  [`${SCHEMA}/2025-09-29/server.schema.json`, 25],
  [`${SCHEMA}/2025-10-17/server.schema.json#/definitions/ServerDetail`, 1],
  ['', 3],
];

export function officialRows(server: Server, { asOfMs, seenMs }: Dates): readonly Json[] {
  const states = statesSeen(server, { asOfMs, seenMs });
  return states.map((state, at) => ({
    server: serverJson(server, state),
    _meta: {
      'io.modelcontextprotocol.registry/official': lifecycle(
        stream(server.key, 'row', at),
        state,
        at === states.length - 1,
      ),
    },
  }));
}

/** The publisher's own part, which PulseMCP serves too. */
export function serverJson(server: Server, state: State): { readonly [field: string]: Json } {
  const chance = stream(server.key, 'fields');
  const title = server.title === null ? {} : { title: server.title };
  const website = server.websiteUrl === null ? {} : { websiteUrl: server.websiteUrl };
  const publisherMeta = happens(chance, FIELD.meta) ? { _meta: publisherProvided(chance) } : {};
  return {
    $schema: weighted(chance, SCHEMAS),
    name: server.name,
    description: state.description,
    ...title,
    ...repositoryJson(state.repository),
    version: state.version,
    ...website,
    ...icons(chance, server),
    ...(state.packages.length === 0
      ? {}
      : { packages: state.packages.map((spec) => packageJson(spec, state, server.key)) }),
    ...(state.remotes.length === 0 ? {} : { remotes: state.remotes.map(remoteJson) }),
    ...publisherMeta,
  };
}

function remoteJson({ type, url, headers }: State['remotes'][number]): Json {
  return headers.length === 0 ? { type, url } : { type, url, headers };
}

function repositoryJson(spec: RepositorySpec): { readonly [field: string]: Json } {
  if (spec === 'absent') return {};
  if (spec === 'empty') return { repository: {} };
  if (spec === 'blank') return { repository: { url: '', source: '' } };
  return { repository: { ...spec } };
}

/** OCI and MCPB have the version in the identifier and none beside it. */
function packageJson(spec: PackageSpec, { packageVersion }: State, key: string): Json {
  const base = spec.saysBaseUrl ? baseUrl(spec) : {};
  const hint = spec.runtimeHint === null ? {} : { runtimeHint: spec.runtimeHint };
  return {
    registryType: spec.kind,
    ...base,
    ...identified(spec, packageVersion, key),
    ...hint,
    ...(spec.runtimeArguments.length === 0 ? {} : { runtimeArguments: spec.runtimeArguments }),
    ...(spec.packageArguments.length === 0 ? {} : { packageArguments: spec.packageArguments }),
    ...(spec.variables.length === 0 ? {} : { environmentVariables: spec.variables }),
    transport: transport(stream(key, 'transport')),
  };
}

function identified(spec: PackageSpec, version: string, key: string): { readonly [field: string]: Json } {
  if (spec.kind === 'oci')
    return { identifier: happens(stream(key, 'tag'), 0.02) ? spec.identifier : `${spec.identifier}:${version}` };
  if (spec.kind !== 'mcpb') return { identifier: spec.identifier, version };
  const file = `${spec.identifier.split('/')[4] ?? 'server'}.${happens(stream(key, 'bundle'), 0.05) ? 'tar.gz' : 'mcpb'}`;
  const bundle = `${spec.identifier}/v${version}/mcp-${file}`;
  return { identifier: bundle, fileSha256: hex(stream(key, 'sha256', version), 64) };
}

/** npm is left out on purpose: its registry's host stands nowhere in this repository. */
function baseUrl({ kind }: PackageSpec): { readonly [field: string]: Json } {
  if (kind === 'pypi') return { registryBaseUrl: 'https://pypi.org' };
  return kind === 'nuget' ? { registryBaseUrl: 'https://api.nuget.org' } : {};
}

function transport(chance: Chance): Json {
  if (happens(chance, 0.932)) return { type: 'stdio' };
  if (happens(chance, 0.25)) return { type: 'sse', url: 'http://localhost:8000/sse' };
  return {
    type: 'streamable-http',
    url: pick(chance, [
      'http://localhost:3000/mcp',
      'http://localhost:{MCP_HTTP_PORT}/mcp',
      'http://127.0.0.1:8080/mcp',
    ]),
  };
}

function icons(chance: Chance, { publisher, leaf }: Server): { readonly [field: string]: Json } {
  if (!happens(chance, FIELD.icons)) return {};
  const src = `https://${publisher.domain ?? `${publisher.login.toLowerCase()}.example`}/${leaf}.png`;
  return { icons: [{ src, mimeType: 'image/png', sizes: ['512x512'] }] };
}

function publisherProvided(chance: Chance): Json {
  if (happens(chance, 0.3)) return {};
  return {
    'io.modelcontextprotocol.registry/publisher-provided': {
      tool: 'mcp-publisher',
      version: '1.2.3',
      buildInfo: { commit: hex(chance, 12) },
    },
  };
}

/** The registry's part, with the timestamps of 2026: three to six fraction digits, some of 2025 with nine. */
function lifecycle(chance: Chance, state: State, isLatest: boolean): Json {
  const digits = happens(chance, 0.0008) ? 9 : weighted(chance, FRACTION_DIGITS);
  const publishedAt = written(state.atMs, digits, chance());
  const statusMs = state.status?.sinceMs;
  const statusChangedAt = statusMs === undefined ? publishedAt : written(statusMs, digits, chance());
  const touched = happens(chance, 0.115) ? written(state.atMs + 60_000 * chance(), digits, chance()) : publishedAt;
  const message = state.status?.message ?? null;
  return {
    status: state.status?.is ?? 'active',
    publishedAt,
    updatedAt: statusMs === undefined ? touched : statusChangedAt,
    statusChangedAt,
    ...(message === null ? {} : { statusMessage: message }),
    isLatest,
  };
}
