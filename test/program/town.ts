import type { Json } from '../../src/model/place.ts';
import { at, isObject } from '../registries/at.ts';
import type { Feed } from '../registries/feed.ts';
import { glamaItem, harbourFeed, officialRow, smitheryItem } from '../registries/harbour.ts';

const TRADES = ['bakery', 'chandler', 'ferry', 'lantern', 'netmaker', 'pilot', 'quay', 'ropewalk', 'saltworks', 'tide'];

/**
 * A town large enough for several pages and small enough for a test: every registry, packages of both ecosystems, an entry for
 * each pipeline to find, and one malformed row in each registry that can have one.
 */
export function town(): Feed {
  const names = Array.from({ length: 240 }, (_, index) => `${TRADES[index % TRADES.length]}-${Math.floor(index / 10)}`);
  return harbourFeed({
    official: { cursorField: 'nextCursor', rows: [...names.flatMap(officialRows), refusedRow(), officialClaim()] },
    glama: { items: names.slice(0, 130).map((name) => glamaItem('quayside', name)) },
    smithery: { items: names.map((name) => smitheryItem(`lantern/${name}`)), details: new Map(), cap: 100 },
    mcpSo: { urls: names.map((name) => `https://mcp.so/server/${name}/tidewater`), scheme: 'old' },
    pulsemcp: { rows: names.slice(0, 30).map((name) => officialRow(`io.github.pulse/${name}`, '1.0.0')) },
    npm: (name) => (name.startsWith('town-') ? packument(name) : undefined),
    pypi: (name) => (name.startsWith('town-') ? project(name) : undefined),
  });
}

/** Rows that `town` serves, by registry, as the coverage has to count them. */
export const TOWN_ROWS = { official: 266, glama: 130, 'mcp-so': 240, pulsemcp: 30 };

/** One name in ten has two versions; one in three names a package. */
function officialRows(name: string, index: number): Json[] {
  const server = `io.github.tidewater/${name}`;
  const rows = [withPackage(officialRow(server, '1.1.0'), name, index)];
  if (index % 10 !== 0) return rows;
  return [
    withPackage(officialRow(server, '1.0.0', { isLatest: false, updatedAt: '2026-02-01T08:00:00Z' }), name, index),
    ...rows,
  ];
}

function withPackage(row: Json, name: string, index: number): Json {
  const server = at(row, 'server');
  if (!isObject(row) || !isObject(server) || index % 3 !== 0) return row;
  const registryType = index % 2 === 0 ? 'npm' : 'pypi';
  const packages = [{ registryType, identifier: `town-${name}`, version: '1.0.0', transport: { type: 'stdio' } }];
  return { ...row, server: { ...server, packages } };
}

function refusedRow(): Json {
  return { server: { name: 42, version: '1.0.0', description: 'a name that is no text' }, _meta: {} };
}

function officialClaim(): Json {
  return {
    server: {
      name: 'io.github.tidewater/stripe-mcp',
      version: '1.0.0',
      description: 'The official Stripe MCP server',
      repository: {},
    },
    _meta: {
      'io.modelcontextprotocol.registry/official': {
        status: 'active',
        publishedAt: '2026-06-01T08:00:00Z',
        updatedAt: '2026-06-01T08:00:00Z',
        isLatest: true,
      },
    },
  };
}

/** The last release of every fifth package gains an install hook that runs a file. */
function packument(name: string): Json {
  const gains = name.endsWith('5');
  const release = (version: string, scripts: Json) => ({
    name,
    version,
    scripts,
    dist: { integrity: `sha512-${version}` },
  });
  return {
    name,
    'dist-tags': { latest: '1.0.1' },
    time: { created: '2026-01-01T00:00:00Z', '1.0.0': '2026-01-01T00:00:00Z', '1.0.1': '2026-05-01T00:00:00Z' },
    versions: {
      '1.0.0': release('1.0.0', { build: 'tsc' }),
      '1.0.1': release('1.0.1', gains ? { postinstall: 'node setup.js' } : { build: 'tsc' }),
    },
  };
}

function project(name: string): Json {
  const file = (version: string, day: string) => [
    {
      filename: `${name}-${version}.tar.gz`,
      packagetype: 'sdist',
      size: 4_000,
      upload_time_iso_8601: `${day}T00:00:00Z`,
      digests: { sha256: 'a'.repeat(64) },
      yanked: false,
    },
  ];
  return {
    info: { name, version: '1.0.1', summary: 'of the harbour', requires_dist: [] },
    releases: { '1.0.0': file('1.0.0', '2026-01-01'), '1.0.1': file('1.0.1', '2026-05-01') },
  };
}
