/**
 * A synthetic population of the five registries: everything invented but the rates, the vendors' own entries and the suffixes of
 * hosting platforms. The same seed, scale and date make the same bytes; the scale of 1 has the published number of entries.
 */
import type { Feed } from '../../test/registries/feed.ts';
import type { Json } from '../../src/model/place.ts';
import { PACKAGE, SMITHERY_CLAIMED } from './figures.ts';
import { glamaItem } from './glama.ts';
import type { Label } from './labels.ts';
import { mcpSoUrl } from './mcp-so.ts';
import type { PackageKind, Server } from './model.ts';
import { startOf } from './moments.ts';
import { packument } from './npm.ts';
import { officialRows } from './official.ts';
import { plant } from './planted/index.ts';
import { pulsemcpRows } from './pulsemcp.ts';
import { projectJson } from './pypi.ts';
import { happens, stream } from './random.ts';
import { historyOf, type PackageHistory } from './releases.ts';
import { smitheryDetail, smitheryItem, smitheryName } from './smithery.ts';
import { statesOf } from './states.ts';
import { makeWorld } from './world.ts';

export interface Population extends Feed {
  /** What was planted, positives and twins. */
  readonly labels: readonly Label[];
  /** Packages whose archives are served, `npm:NAME` or `pypi:NAME`; the archives of all others answer 404. */
  readonly archived: readonly string[];
}

export interface Wanted {
  readonly seed: string;
  readonly scale: number;
  /** Where the population's time ends, `YYYY-MM-DD`: nothing is published after the beginning of that day. */
  readonly asOf: string;
  /** The day the registries are read; that of `asOf` where it is not said. An earlier one makes a baseline of the same world. */
  readonly seenOn?: string;
}

/** Package histories are always those of `asOf`. */
export function buildFeed({ seed, scale, asOf, seenOn = asOf }: Wanted): Population {
  const asOfMs = startOf(asOf);
  const dates = { asOfMs, seenMs: startOf(seenOn) };
  const planted = plant({ seed, scale, asOfMs });
  const world = makeWorld({ seed, scale, asOfMs, planted: planted.servers });
  let packages: ReadonlyMap<string, Server> | null = null;
  return {
    official: {
      rows: sorted(world.official).flatMap((server) => officialRows(server, dates)),
      cursorField: 'nextCursor',
    },
    glama: { items: there(world.glama).map(glamaItem) },
    smithery: {
      items: there(world.smithery).map(smitheryItem),
      details: new Map(world.smithery.map((server) => [smitheryName(server).toLowerCase(), smitheryDetail(server)])),
      // What paging and queries reach together; the registry claims more.
      cap: world.smithery.length,
      claimedTotal: Math.round(SMITHERY_CLAIMED * scale),
    },
    mcpSo: { urls: there(world.mcpSo).map(mcpSoUrl), scheme: 'old' },
    pulsemcp: { rows: sorted(world.pulsemcp).flatMap((server) => pulsemcpRows(server, dates)) },
    ...planted.packages,
    npm: (name, baseUrl) =>
      planted.packages.npm(name, baseUrl) ?? document(planted.npm.get(name) ?? ordinary('npm', name), packument),
    npmKeys: [],
    npmAttestations: () => undefined,
    github: { repositories: [], accounts: [] },
    pypi: (name, baseUrl) =>
      planted.packages.pypi(name, baseUrl) ?? document(planted.pypi.get(name) ?? ordinary('pypi', name), projectJson),
    labels: planted.labels,
    archived: planted.archived,
  };

  function there(servers: readonly Server[]): readonly Server[] {
    return servers.filter(({ states, firstMs }) => (states?.[0]?.atMs ?? firstMs) <= dates.seenMs);
  }

  function ordinary(kind: PackageKind, name: string): PackageHistory | undefined {
    packages ??= packagesOf([...world.official, ...world.pulsemcp], asOfMs);
    const server = packages.get(`${kind} ${name}`);
    if (server === undefined || happens(stream(name, 'absent'), PACKAGE.absent)) return undefined;
    return historyOf(server, name, asOfMs);
  }
}

function document(history: PackageHistory | undefined, write: (history: PackageHistory) => Json | undefined) {
  return history === undefined ? undefined : write(history);
}

/** The official registry lists by name. */
function sorted(servers: readonly Server[]): readonly Server[] {
  return [...servers].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Every package that any version names, by kind and name; PyPI's names in their normal form (PEP 503). */
function packagesOf(servers: readonly Server[], asOfMs: number): ReadonlyMap<string, Server> {
  const found = new Map<string, Server>();
  for (const server of servers) {
    for (const { packages } of statesOf(server, asOfMs)) {
      for (const { kind, identifier } of packages) {
        const key = `${kind} ${kind === 'pypi' ? normal(identifier) : identifier}`;
        if (!found.has(key)) found.set(key, server);
      }
    }
  }
  return found;
}

function normal(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}
