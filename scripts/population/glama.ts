/** Items of Glama's `GET /v1/servers` in its shape of 2026: a repository, an environment schema, no version, `tools` empty. */
import type { Json } from '../../src/model/place.ts';
import { longDescription } from './descriptions.ts';
import { variables } from './inputs.ts';
import type { Server } from './model.ts';
import { title } from './names.ts';
import { happens, letters, pick, stream, weighted, type Chance, type Weighted } from './random.ts';
import { label } from './hosts.ts';

const HOSTING: Weighted<readonly string[]> = [
  [[], 52],
  [['hosting:remote-capable'], 22],
  [['hosting:hybrid'], 13],
  [['hosting:local-only'], 10],
];
const LICENCES: Weighted<Json> = [
  [{ name: 'MIT License', url: 'https://spdx.org/licenses/MIT.json' }, 46],
  [null, 42],
  [{ name: 'Apache 2.0', url: 'https://spdx.org/licenses/Apache-2.0.json' }, 10],
  [{ name: 'AGPL 3.0', url: 'https://spdx.org/licenses/AGPL-3.0.json' }, 2],
];

/** Where Glama lists a server. */
export function glamaName(server: Server): string {
  return `${server.publisher.login}/${label(server.leaf)}`;
}

export function glamaItem(server: Server): Json {
  const chance = stream(server.key, 'glama');
  const slug = label(server.leaf);
  const official = server.byVendor || happens(chance, 0.01) ? ['author:official'] : [];
  return {
    attributes: [...weighted(chance, HOSTING), ...official],
    description: longDescription(stream(server.key, 'glama-text'), server.subject, server.description),
    environmentVariablesJsonSchema: environment(chance, server),
    id: letters(chance, 10),
    name: server.title ?? (happens(chance, 0.8) ? title(server.leaf) : server.leaf),
    namespace: server.publisher.login,
    slug,
    repository: typeof server.repository === 'string' ? null : { url: server.repository.url },
    spdxLicense: weighted(chance, LICENCES),
    tools: [],
    url: `https://glama.ai/mcp/servers/@${server.publisher.login}/${slug}`,
  };
}

function environment(chance: Chance, server: Server): Json {
  if (happens(chance, 0.08)) return null;
  const asked = server.packages[0]?.variables ?? variables(chance, server.subject);
  const properties: Record<string, Json> = {};
  for (const each of asked.slice(0, 13)) {
    const name = fieldOf(each, 'name');
    if (name !== null)
      properties[name] = {
        type: pick(chance, ['string', 'string', 'string', 'number']),
        description: fieldOf(each, 'description') ?? '',
      };
  }
  return { type: 'object', properties, required: Object.keys(properties).slice(0, 1) };
}

function fieldOf(value: Json, field: string): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, field)) return null;
  const found = Object.entries(value).find(([key]) => key === field)?.[1];
  return typeof found === 'string' ? found : null;
}
