/**
 * Who is in which registry. The same server may be in several; the counts of distinct entries are exact.
 *
 * The official registry is filled first: planted cases, vendors, farms, then ordinary publishers with one server (88 %) or a
 * few. Every other registry takes its share of those and fills up with servers of its own.
 */
import { makeFarm, FARMS } from './farms.ts';
import { PUBLISHED, SHARED_WITH_OFFICIAL } from './figures.ts';
import { glamaName } from './glama.ts';
import { mcpSoUrl } from './mcp-so.ts';
import { smitheryName } from './smithery.ts';
import type { Publisher, Server } from './model.ts';
import type { RegistryId } from '../../src/model/entry.ts';
import { makePublisher } from './publishers.ts';
import { happens, stream, weighted, type Weighted } from './random.ts';
import { makeServer } from './servers.ts';
import { makeVendors } from './vendors.ts';

type World = Readonly<Record<keyof typeof PUBLISHED, readonly Server[]>>;

interface Setting {
  readonly seed: string;
  readonly scale: number;
  readonly asOfMs: number;
  /** By the registry they are planted in. */
  readonly planted: ReadonlyMap<RegistryId, readonly Server[]>;
}

const SERVERS_OF_ONE: Weighted<number> = [
  [1, 5228],
  [2, 376],
  [3, 117],
  [4, 58],
  [5, 27],
  [6, 13],
  [7, 15],
  [8, 11],
  [10, 20],
  [15, 12],
  [25, 5],
];
/** Pairs of names that differ by letter case only: 3 in the official registry. */
const CASE_VARIANT = 3 / PUBLISHED.official;
/** The same server under a login and under a company's domain: 14 of 964. */
const LISTED_TWICE = 0.012;

export function makeWorld(setting: Setting): World {
  const taken = new Set([...setting.planted.values()].flat().map(({ publisher }) => publisher.login.toLowerCase()));
  const official = fillOfficial(setting, taken);
  const others = official.filter((server) => server.states === null);
  return {
    official,
    glama: fill('glama', { setting, taken, shared: others.filter(hasRepository) }),
    mcpSo: fill('mcpSo', { setting, taken, shared: others.filter(hasRepository) }),
    smithery: fill('smithery', { setting, taken, shared: others }),
    pulsemcp: fill('pulsemcp', { setting, taken, shared: others }),
  };
}

function fillOfficial(setting: Setting, taken: Set<string>): readonly Server[] {
  const planted = setting.planted.get('official') ?? [];
  const names = new Set(planted.map(({ name }) => name));
  const vendors = makeVendors(setting.seed, setting.asOfMs).filter(({ name }) => !names.has(name));
  const farms = FARMS.flatMap((farm) =>
    makeFarm(farm, {
      seed: setting.seed,
      size: Math.round(farm.size * Math.min(setting.scale, 3)),
      asOfMs: setting.asOfMs,
    }),
  );
  const start = [...planted, ...vendors, ...farms];
  for (const { publisher } of start) taken.add(publisher.login.toLowerCase());
  const wanted = Math.max(Math.round(PUBLISHED.official * setting.scale), start.length);
  return filled({ start, wanted, name: ({ name }) => name }, invented(setting, taken, 'official'));
}

function fill(
  registry: Exclude<keyof typeof PUBLISHED, 'official'>,
  of: { setting: Setting; taken: Set<string>; shared: readonly Server[] },
): readonly Server[] {
  const planted = of.setting.planted.get(registryId(registry)) ?? [];
  const wanted = Math.max(Math.round(PUBLISHED[registry] * of.setting.scale), planted.length);
  const rate = (SHARED_WITH_OFFICIAL[registry] * wanted) / of.shared.length;
  const chosen = of.shared.filter((server) => server.byVendor || happens(stream(server.key, registry), rate));
  const start = [...planted, ...chosen];
  return filled({ start, wanted, name: NAMES[registry] }, invented(of.setting, of.taken, registry));
}

/** What tells entries of a registry apart; only the official one keeps names apart that differ by letter case. */
const NAMES = {
  glama: (server: Server) => glamaName(server).toLowerCase(),
  mcpSo: (server: Server) => mcpSoUrl(server).split('?')[0]?.toLowerCase() ?? server.key,
  smithery: (server: Server) => smitheryName(server).toLowerCase(),
  pulsemcp: (server: Server) => server.name,
};

function registryId(registry: keyof typeof PUBLISHED): RegistryId {
  return registry === 'mcpSo' ? 'mcp-so' : registry;
}

function filled(
  of: { start: readonly Server[]; wanted: number; name: (server: Server) => string },
  more: Iterator<Server, never>,
): readonly Server[] {
  const servers = new Map<string, Server>();
  for (let at = 0; servers.size < of.wanted; at += 1) {
    const server = of.start[at] ?? more.next().value;
    if (!servers.has(of.name(server))) servers.set(of.name(server), server);
  }
  return [...servers.values()];
}

/** Ordinary publishers and their servers, without end. */
function* invented(setting: Setting, taken: Set<string>, registry: keyof typeof PUBLISHED): Generator<Server, never> {
  for (let at = 0; ; at += 1) {
    const key = `${setting.seed}/${registry}/${at}`;
    const chance = stream(key, 'portfolio');
    const publisher = makePublisher(key, taken);
    const leaves = new Set<string>();
    const count = weighted(chance, SERVERS_OF_ONE);
    for (let server = 0; server < count; server += 1) {
      const made = makeServer(`${key}/${server}`, publisher, {
        asOfMs: setting.asOfMs,
        leaves,
        mustHaveRepository: registry === 'glama',
      });
      yield made;
      if (registry === 'official') yield* listedAgain(made, publisher);
    }
  }
}

function* listedAgain(server: Server, publisher: Publisher): Generator<Server> {
  const chance = stream(server.key, 'again');
  if (!publisher.namespace.startsWith('io.github.')) {
    if (happens(chance, LISTED_TWICE / 0.24)) yield renamed(server, `io.github.${publisher.login}`);
    return;
  }
  const lower = publisher.login.toLowerCase();
  const other = lower === publisher.login ? publisher.login.toUpperCase() : lower;
  if (happens(chance, CASE_VARIANT)) yield renamed(server, `io.github.${other}`);
}

function renamed(server: Server, namespace: string): Server {
  return { ...server, publisher: { ...server.publisher, namespace }, name: `${namespace}/${server.leaf}` };
}

function hasRepository({ repository }: Server): boolean {
  return typeof repository !== 'string';
}
