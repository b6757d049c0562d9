import type { Json } from '../../src/model/place.ts';
import type { Feed } from './feed.ts';

/** npm, PyPI and GitHub answer 404 to everything. */
export const NO_PACKAGES = {
  npm: () => undefined,
  npmArchive: () => undefined,
  npmKeys: [],
  npmAttestations: () => undefined,
  pypi: () => undefined,
  pypiFile: () => undefined,
  github: { repositories: [], accounts: [] },
} satisfies Partial<Feed>;

/** A feed of a small harbour town, by parts; what is not given is empty. */
export function harbourFeed(parts: Partial<Feed> = {}): Feed {
  return {
    official: { rows: [], cursorField: 'nextCursor' },
    glama: { items: [] },
    smithery: { items: [], details: new Map(), cap: 500 },
    mcpSo: { urls: [], scheme: 'old' },
    pulsemcp: { rows: [] },
    ...NO_PACKAGES,
    ...parts,
  };
}

export interface OfficialLife {
  readonly status?: string;
  readonly updatedAt?: string;
  readonly isLatest?: boolean;
}

/** A row of the official registry since 2025-09-29. */
export function officialRow(name: string, version: string, life: OfficialLife = {}): Json {
  const { status = 'active', updatedAt = '2026-03-01T08:00:00.123456Z', isLatest = true } = life;
  return {
    server: { name, version, description: `${name} of the harbour`, repository: {} },
    _meta: {
      'io.modelcontextprotocol.registry/official': { status, publishedAt: updatedAt, updatedAt, isLatest },
    },
  };
}

export function glamaItem(namespace: string, slug: string): Json {
  return {
    attributes: ['hosting:remote-capable'],
    description: `${slug} of ${namespace}`,
    environmentVariablesJsonSchema: null,
    id: `${namespace}-${slug}`,
    name: slug,
    namespace,
    slug,
    repository: null,
    spdxLicense: null,
    tools: [],
    url: `https://glama.ai/mcp/servers/@${namespace}/${slug}`,
  };
}

export function smitheryItem(qualifiedName: string, more: Readonly<Record<string, Json>> = {}): Json {
  return { qualifiedName, displayName: qualifiedName, description: '', useCount: 0, score: null, ...more };
}
