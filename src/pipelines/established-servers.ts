import type { Clusters } from '../identity/clusters.ts';
import type { EntryId, RegistryId } from '../model/entry.ts';
import { showsPublisher } from '../model/publishers.ts';
import { least, type PopulationRow } from './population-rows.ts';

const DAY_MS = 86_400_000;

/**
 * What makes a server one worth imitating: that it is used, or that it has been around for long and at more than one place.
 *
 * Uses: of 5,186 servers that Smithery listed on 2025-04-26, 166 (3.2 %) had a thousand; PulseMCP estimates visits, of which there
 * are more. Places and age: on 2026-05-23, 31 servers of 29,502 in five registries stood in two and were half a year old.
 */
export const ESTABLISHED = {
  date: '2026-11-21',
  uses: new Map<RegistryId, number>([
    ['smithery', 1_000],
    ['pulsemcp', 10_000],
  ]),
  registries: 2,
  ageDays: 180,
} as const;

/** One server of the snapshot: the entries of a cluster, or one that stands alone. */
export interface EstablishedServer {
  /** The least id of its entries. */
  readonly id: EntryId;
  /** By id. */
  readonly rows: readonly PopulationRow[];
  /** Accounts of all its entries. */
  readonly publisher: ReadonlySet<string>;
  readonly firstMs: number | null;
  /** Why it counts as established; completes "which …". */
  readonly because: string;
}

/**
 * The established servers of a snapshot, by id.
 *
 * Only where a registry that proves or derives publishers shows whose it is, itself or by an entry of the same account and name.
 */
export function establishedServers(
  rows: readonly PopulationRow[],
  { clusters, asOfMs }: { clusters: Clusters; asOfMs: number },
): readonly EstablishedServer[] {
  const found = [...unitsOf(rows, clusters)].flatMap(([id, unit]) => {
    // What is cited of a server must not depend on which of its entries came first.
    const those = unit.length < 2 ? unit : unit.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const firstMs = least(those.map((row) => row.firstMs));
    const because = reason(those, firstMs, asOfMs);
    if (because === null) return [];
    return [{ id, rows: those, publisher: new Set(those.flatMap(({ publisher }) => publisher)), firstMs, because }];
  });
  const isShown = shownAmong(rows, found);
  return found.filter(isShown).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Entries that are one server, and those alone that may be established by themselves. */
function unitsOf(rows: readonly PopulationRow[], clusters: Clusters): ReadonlyMap<EntryId, readonly PopulationRow[]> {
  const units = new Map<EntryId, PopulationRow[]>();
  for (const row of rows) {
    const cluster = clusters.of(row.id);
    if (cluster === undefined) {
      if (isUsed(row.registry, row.uses)) units.set(row.id, [row]);
      continue;
    }
    const known = units.get(cluster.id);
    if (known === undefined) units.set(cluster.id, [row]);
    else known.push(row);
  }
  return units;
}

/** Whether an entry is one by its own record alone, or may be one where another registry lists it too. */
export function mayBeEstablished({ registry, uses, firstMs }: PopulationRow, asOfMs: number): boolean {
  if (isUsed(registry, uses)) return true;
  return firstMs !== null && asOfMs - firstMs >= ESTABLISHED.ageDays * DAY_MS;
}

/** Whether an entry is the server's own or of its publisher: same publisher comes before any likeness. */
export function isOwnOf({ id, publisher }: PopulationRow, server: EstablishedServer, clusters: Clusters): boolean {
  if (publisher.some((account) => server.publisher.has(account))) return true;
  return (clusters.of(id)?.id ?? id) === server.id;
}

/** Whether an entry is known to have been there before the server. */
export function wasThereBefore({ firstMs }: PopulationRow, server: EstablishedServer): boolean {
  return firstMs !== null && server.firstMs !== null && firstMs <= server.firstMs;
}

function isUsed(registry: RegistryId, uses: number | null): boolean {
  return (uses ?? 0) >= (ESTABLISHED.uses.get(registry) ?? Infinity);
}

function reason(rows: readonly PopulationRow[], firstMs: number | null, asOfMs: number): string | null {
  const used = rows.find(({ registry, uses }) => isUsed(registry, uses));
  if (used !== undefined) return `${used.registry} counts ${used.uses} uses of`;
  const places = new Set(rows.map(({ registry }) => registry)).size;
  const ageDays = firstMs === null ? 0 : (asOfMs - firstMs) / DAY_MS;
  if (places < ESTABLISHED.registries || ageDays < ESTABLISHED.ageDays) return null;
  return `${places} registries list, for ${Math.floor(ageDays)} days`;
}

/** Tells whose publisher is shown: by its own registry, or by an entry of the same account and name in one that does. */
function shownAmong(
  rows: readonly PopulationRow[],
  servers: readonly EstablishedServer[],
): (server: EstablishedServer) => boolean {
  const isOpenlyShown = (server: EstablishedServer) =>
    server.rows.some(({ registry, publisher }) => showsPublisher(registry) && publisher.length > 0);
  const wanted = new Set(servers.filter((server) => !isOpenlyShown(server)).flatMap(accountsAndNames));
  const met = new Set<string>();
  for (const row of wanted.size === 0 ? [] : rows) {
    if (!showsPublisher(row.registry)) continue;
    for (const key of accountsAndNames({ rows: [row] })) if (wanted.has(key)) met.add(key);
  }
  return (server) => isOpenlyShown(server) || accountsAndNames(server).some((key) => met.has(key));
}

function accountsAndNames({ rows }: Pick<EstablishedServer, 'rows'>): readonly string[] {
  return rows.flatMap(({ publisher, names }) =>
    publisher.flatMap((account) => names.map(({ form }) => `${account} ${form.ordered}`)),
  );
}
