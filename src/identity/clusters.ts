import type { EntryId, RegistryId } from '../model/entry.ts';
import type { Claim, Claimant, ClaimKind } from './claims.ts';
import { unionFind } from './union-find.ts';

/** A claim that so many publishers make is a tool or a platform (`mcp-remote`, a shared endpoint) and nobody's identity. */
const MOST_PUBLISHERS = 5;

/** Entries that are one server, and why. */
export interface Cluster {
  /** The least id of its entries. */
  readonly id: EntryId;
  readonly members: readonly Member[];
}

export interface Member {
  readonly id: EntryId;
  readonly registry: RegistryId;
  readonly publisher: string | null;
  /** Claims it shares with another member: what links it. */
  readonly because: readonly Claim[];
}

export interface Clusters {
  /** Undefined for an entry that stands alone. */
  of(this: void, id: EntryId): Cluster | undefined;
  readonly all: readonly Cluster[];
  /** Clusters and entries that stand alone: how many servers there are if every link holds and no other exists. */
  readonly distinctServers: number;
}

/**
 * Entries that are the same server: linked by a package, a repository with folder or its numeric id, a remote, or the ownership
 * marker that a package carries. Never by name alone.
 *
 * A repository in which one registry lists several servers links only entries of equal name; a claim of more than five
 * publishers links nobody. The order of entries does not matter.
 */
export function clusters(claimants: readonly Claimant[]): Clusters {
  const root = unionFind(claimants.length);
  const because = new Map<number, Claim[]>();
  for (const { claim, places } of links(claimants)) {
    for (const place of places) {
      root.join(places[0] ?? place, place);
      append(because, place, claim);
    }
  }
  const byRoot = new Map<number, number[]>();
  let alone = 0;
  for (const place of claimants.keys()) {
    if (because.has(place)) append(byRoot, root.find(place), place);
    else alone += 1;
  }
  const all = [...byRoot.values()]
    .map((places) => clusterOf(places, claimants, because))
    .toSorted((a, b) => compare(a.id, b.id));
  return found(all, all.length + alone);
}

/** In a scope of its own, so that what is kept keeps nothing of the search for it. */
function found(all: readonly Cluster[], distinctServers: number): Clusters {
  const byEntry = new Map(all.flatMap((cluster) => cluster.members.map(({ id }) => [id, cluster] as const)));
  return { of: (id) => byEntry.get(id), all, distinctServers };
}

/** Entries that one claim makes one server; at least two. */
interface Link {
  readonly claim: Claim;
  /** Their places among the claimants. */
  readonly places: readonly number[];
}

function* links(claimants: readonly Claimant[]): Generator<Link> {
  const isLinking = (places: readonly number[]) => places.length > 1 && !isCommon(places, claimants);
  for (const [kind, byValue] of byClaim(claimants)) {
    for (const [value, places] of byValue) {
      if (typeof places === 'number') continue;
      const claim = { kind, value };
      if (kind !== 'repository' && kind !== 'repository id') {
        if (isLinking(places)) yield { claim, places };
      } else if (isLinking(places) && !isShared(places, claimants)) yield { claim, places };
      else {
        for (const those of Map.groupBy(places, (place) => leafOf(claimants[place]?.name ?? '')).values()) {
          if (isLinking(those) && !isShared(those, claimants)) yield { claim, places: those };
        }
      }
    }
  }
}

/** Who makes each claim, by place: a number where one alone does, as of nearly all, since a population may have a million. */
function byClaim(
  claimants: readonly Claimant[],
): ReadonlyMap<ClaimKind, ReadonlyMap<string, number | readonly number[]>> {
  const kinds = new Map<ClaimKind, Map<string, number | number[]>>();
  for (const [place, { claims }] of claimants.entries()) {
    for (const { kind, value } of claims) {
      const byValue = kinds.get(kind) ?? new Map<string, number | number[]>();
      kinds.set(kind, byValue);
      const known = byValue.get(value);
      if (known === undefined) byValue.set(value, place);
      else if (typeof known === 'number') byValue.set(value, [known, place]);
      else known.push(place);
    }
  }
  return kinds;
}

function isCommon(places: readonly number[], claimants: readonly Claimant[]): boolean {
  return new Set(places.map((place) => claimants[place]?.publisher ?? '')).size > MOST_PUBLISHERS;
}

/** One registry lists several names under it, so it holds several servers. */
function isShared(places: readonly number[], claimants: readonly Claimant[]): boolean {
  const nameOf = new Map<RegistryId, string>();
  return places.some((place) => {
    const claimant = claimants[place];
    if (claimant === undefined) return false;
    const known = nameOf.get(claimant.registry);
    nameOf.set(claimant.registry, claimant.name);
    return known !== undefined && known !== claimant.name;
  });
}

function clusterOf(
  places: readonly number[],
  claimants: readonly Claimant[],
  because: ReadonlyMap<number, readonly Claim[]>,
): Cluster {
  const members = places
    .flatMap((place) => {
      const claimant = claimants[place];
      if (claimant === undefined) return [];
      const { id, registry, publisher, claims } = claimant;
      const linking = because.get(place) ?? [];
      return [
        { id, registry, publisher, because: claims.filter((claim) => linking.some((each) => isSame(each, claim))) },
      ];
    })
    .toSorted((a, b) => compare(a.id, b.id));
  return { id: members[0]?.id ?? '', members };
}

function isSame(one: Claim, other: Claim): boolean {
  return one.kind === other.kind && one.value === other.value;
}

function append<Item>(groups: Map<number, Item[]>, key: number, item: Item): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [item]);
  else known.push(item);
}

function leafOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
