import type { EntryId, RegistryId } from '../model/entry.ts';
import type { Claim, Claimant } from './claims.ts';
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
  const keys = claimants.map((claimant) => linkingKeys(claimant));
  const groups = groupsOf(claimants, keys);
  const root = unionFind(claimants.length);
  for (const group of groups.values()) {
    const [first = 0, ...rest] = group;
    for (const other of rest) root.join(first, other);
  }
  const byRoot = new Map<number, number[]>();
  for (const place of claimants.keys()) {
    const at = root.find(place);
    const known = byRoot.get(at);
    if (known === undefined) byRoot.set(at, [place]);
    else known.push(place);
  }
  const all = [...byRoot.values()]
    .filter((places) => places.length > 1)
    .map((places) => clusterOf(places, { claimants, keys, groups }))
    .toSorted((a, b) => compare(a.id, b.id));
  return found(all, byRoot.size);
}

/** In a scope of its own, so that what is kept keeps nothing of the search for it. */
function found(all: readonly Cluster[], distinctServers: number): Clusters {
  const byEntry = new Map(all.flatMap((cluster) => cluster.members.map(({ id }) => [id, cluster] as const)));
  return { of: (id) => byEntry.get(id), all, distinctServers };
}

/** A claim and the key under which equal ones meet. */
interface Keyed {
  readonly key: string;
  readonly claim: Claim;
}

function linkingKeys({ claims, name }: Claimant): readonly Keyed[] {
  return claims.flatMap((claim) => {
    const key = `${claim.kind} ${claim.value}`;
    // Both are offered: which of them links is decided once it is known what else the repository holds.
    return claim.kind === 'repository' || claim.kind === 'repository id'
      ? [
          { key, claim },
          { key: `${key} ${leafOf(name)}`, claim },
        ]
      : [{ key, claim }];
  });
}

/** Places of the entries behind each key that links; keys of one entry, of shared repositories and of too many publishers are gone. */
function groupsOf(
  claimants: readonly Claimant[],
  keys: readonly (readonly Keyed[])[],
): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [place, keyed] of keys.entries()) {
    for (const { key } of keyed) {
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [place]);
      else known.push(place);
    }
  }
  for (const [key, places] of groups) {
    if (places.length < 2 || isCommon(places, claimants) || (isRepository(key) && isShared(places, claimants)))
      groups.delete(key);
  }
  return groups;
}

function isRepository(key: string): boolean {
  return key.startsWith('repository');
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

interface Context {
  readonly claimants: readonly Claimant[];
  readonly keys: readonly (readonly Keyed[])[];
  readonly groups: ReadonlyMap<string, readonly number[]>;
}

function clusterOf(places: readonly number[], { claimants, keys, groups }: Context): Cluster {
  const members = places
    .flatMap((place) => {
      const claimant = claimants[place];
      if (claimant === undefined) return [];
      const { id, registry, publisher } = claimant;
      const linking = (keys[place] ?? []).filter(({ key }) => groups.has(key)).map(({ claim }) => claim);
      return [{ id, registry, publisher, because: [...new Set(linking)] }];
    })
    .toSorted((a, b) => compare(a.id, b.id));
  return { id: members[0]?.id ?? '', members };
}

function leafOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
