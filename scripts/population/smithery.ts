/** Smithery's list items of 2026 and their details: a hosted deployment, a configuration schema, no repository. */
import type { Json } from '../../src/model/place.ts';
import { longDescription } from './descriptions.ts';
import { label } from './hosts.ts';
import type { Server } from './model.ts';
import { written } from './moments.ts';
import { title } from './names.ts';
import { happens, hex, letters, quantile, stream, type Chance, type Quantiles } from './random.ts';

/** Runs a server: four in five have none. */
const USES: Quantiles = [
  [0, 0],
  [0.75, 0.9],
  [0.9, 36],
  [0.95, 240],
  [0.99, 6837],
  [0.999, 97_028],
  [1, 446_893],
];

/** `owner/name`; what vendors have there is listed under the bare name, as `brave` is. */
export function smitheryName(server: Server): string {
  if (server.byVendor) return server.subject;
  return `${server.publisher.login}/${server.leaf}`;
}

export function smitheryItem(server: Server): Json {
  const chance = stream(server.key, 'smithery');
  const qualifiedName = smitheryName(server);
  const [namespace = '', slug = ''] = qualifiedName.split('/');
  const remote = happens(chance, 0.85);
  return {
    id: uuid(chance),
    qualifiedName,
    namespace,
    slug,
    displayName: displayName(server),
    description: longDescription(stream(server.key, 'smithery-text'), server.subject, server.description),
    iconUrl: happens(chance, 0.7) ? `https://api.smithery.ai/servers/${qualifiedName}/icon` : null,
    verified: server.byVendor || happens(chance, 0.04),
    useCount: Math.floor(server.byVendor ? 2000 + 80_000 * chance() : quantile(chance, USES)),
    remote,
    isDeployed: remote,
    unlisted: false,
    inactive: false,
    createdAt: written(server.firstMs, 3),
    homepage: `https://smithery.ai/servers/${qualifiedName}`,
    bySmithery: happens(chance, 0.02),
    owner: `org_01${letters(chance, 24).toUpperCase()}`,
    score: null,
  };
}

export function smitheryDetail(server: Server): Json {
  const chance = stream(server.key, 'smithery-detail');
  const qualifiedName = smitheryName(server);
  const deploymentUrl = `https://${label(qualifiedName)}.run.tools`;
  const configSchema = configuration(chance, server);
  return {
    qualifiedName,
    displayName: displayName(server),
    description: longDescription(stream(server.key, 'smithery-text'), server.subject, server.description),
    remote: true,
    iconUrl: null,
    deploymentUrl,
    connections: [
      { type: 'http', deploymentUrl, configSchema },
      ...(happens(chance, 0.15) ? [{ type: 'stdio', configSchema, runtime: 'node' }] : []),
    ],
    security: happens(chance, 0.3) ? { scanPassed: true } : null,
    tools: happens(chance, 0.4) ? [] : tools(chance, server),
  };
}

function displayName(server: Server): string {
  return server.title ?? (happens(stream(server.key, 'display'), 0.013) ? 'MCP Server' : title(server.leaf));
}

function configuration(chance: Chance, { subject }: Server): Json {
  if (happens(chance, 0.4)) return { type: 'object', properties: {} };
  const key = `${subject.replaceAll('-', '')}ApiKey`;
  return {
    type: 'object',
    required: [key],
    properties: { [key]: { type: 'string', title: `${title(subject)} API Key`, description: `Key for ${subject}` } },
  };
}

function tools(chance: Chance, { subject }: Server): Json {
  return ['search', 'list', 'get', 'create'].slice(0, 1 + Math.floor(chance() * 4)).map((verb) => ({
    name: `${verb}_${subject.replaceAll('-', '_')}`,
    description: `${title(verb)} ${subject}`,
    inputSchema: { type: 'object', properties: { query: { type: 'string' } } },
  }));
}

function uuid(chance: Chance): string {
  return [8, 4, 4, 4, 12].map((digits) => hex(chance, digits)).join('-');
}
