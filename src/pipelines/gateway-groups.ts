import type { ListedGateway } from './gateway-listed.ts';
import { type GatewayRow, type Structure, structureOf } from './gateway-structure.ts';
import { compareText, type UnitKey } from './gateway-units.ts';

/** Hosts and accounts that are one gateway, and the entries behind them. */
export interface GatewayGroup {
  /** null where it is on no list. */
  readonly listed: ListedGateway | null;
  /** Hosts and accounts that are the gateway's own, not those of its users. */
  readonly units: ReadonlySet<UnitKey>;
  readonly structures: readonly Structure[];
  readonly rows: readonly GatewayRow[];
}

/** A host belongs to the publisher of so large a part of its entries. */
const OWNERS_SHARE = 0.8;

/**
 * Groups entries into gateways: by the list, and by structure. A host joins the publisher of nearly all its entries; where at least
 * half of each are the other's they are one as well. Two listed gateways are never joined.
 */
export function gatewayGroups(rows: readonly GatewayRow[]): {
  readonly groups: readonly GatewayGroup[];
  readonly structures: ReadonlyMap<UnitKey, Structure>;
} {
  const units = unitsOf(rows);
  const structures = new Map<UnitKey, Structure>();
  for (const [unit, those] of units) {
    const structure = structureOf(unit, those);
    if (structure !== null && structure.rules.length > 0) structures.set(unit, structure);
  }
  const joined = joiner();
  for (const [unit, listed] of listedUnits(rows)) joined.name(unit, listed);
  const isOwn = (unit: UnitKey) => structures.has(unit) || joined.isNamed(unit);
  const pairs = [...units]
    .filter(([unit]) => isOwn(unit))
    .flatMap(([unit, those]) => ownersOf(unit, those, units).map((owner) => [unit, owner] as const))
    .filter(([, owner]) => isOwn(owner));
  for (const [unit, owner] of pairs.toSorted(([a, x], [b, y]) => compareText(a, b) || compareText(x, y)))
    joined.join(unit, owner);

  const byRoot = new Map<UnitKey | ListedGateway, Set<UnitKey>>();
  for (const unit of new Set([...structures.keys(), ...joined.named()])) {
    const root = joined.nameOf(unit) ?? joined.find(unit);
    byRoot.set(root, (byRoot.get(root) ?? new Set()).add(unit));
  }
  const listedRows = rowsByListed(rows);
  for (const listed of listedRows.keys()) byRoot.set(listed, byRoot.get(listed) ?? new Set());

  const groups = [...byRoot].map(([root, own]): GatewayGroup => {
    const listed = typeof root === 'string' ? null : root;
    const behind = new Set(listed === null ? [] : listedRows.get(listed));
    for (const unit of own) for (const row of units.get(unit) ?? []) behind.add(row);
    return {
      listed,
      units: own,
      structures: [...own].flatMap((unit) => structures.get(unit) ?? []),
      rows: [...behind],
    };
  });
  return { groups, structures };
}

function unitsOf(rows: readonly GatewayRow[]): ReadonlyMap<UnitKey, readonly GatewayRow[]> {
  const units = new Map<UnitKey, GatewayRow[]>();
  for (const row of rows) {
    for (const unit of unitsOfRow(row)) {
      const known = units.get(unit);
      if (known === undefined) units.set(unit, [row]);
      else known.push(row);
    }
  }
  return units;
}

function unitsOfRow({ publisher, hosts }: GatewayRow): readonly UnitKey[] {
  return publisher === null || hosts.includes(publisher) ? hosts : [publisher, ...hosts];
}

/** The entries of each listed gateway, whatever on the list found them. */
function rowsByListed(rows: readonly GatewayRow[]): ReadonlyMap<ListedGateway, readonly GatewayRow[]> {
  const found = new Map<ListedGateway, GatewayRow[]>();
  for (const row of rows) {
    for (const gateway of new Set(row.listed.map((each) => each.gateway))) {
      const known = found.get(gateway);
      if (known === undefined) found.set(gateway, [row]);
      else known.push(row);
    }
  }
  return found;
}

/** The hosts and accounts that the list says are a gateway's; where it names two, the one that more entries show. */
function listedUnits(rows: readonly GatewayRow[]): ReadonlyMap<UnitKey, ListedGateway> {
  const shown = new Map<UnitKey, Map<ListedGateway, number>>();
  for (const row of rows) {
    for (const { gateway, own } of row.listed) {
      if (own === null) continue;
      const counts = shown.get(own) ?? new Map<ListedGateway, number>();
      shown.set(own, counts.set(gateway, (counts.get(gateway) ?? 0) + 1));
    }
  }
  return new Map(
    [...shown].flatMap(([unit, counts]) => {
      const [most] = [...counts].toSorted(([a, x], [b, y]) => y - x || compareText(a.name, b.name));
      return most === undefined ? [] : [[unit, most[0]] as const];
    }),
  );
}

function ownersOf(
  unit: UnitKey,
  those: readonly GatewayRow[],
  units: ReadonlyMap<UnitKey, readonly GatewayRow[]>,
): readonly UnitKey[] {
  const publishers = Map.groupBy(those, ({ publisher }) => publisher);
  return [...publishers].flatMap(([publisher, common]) => {
    if (publisher === null || publisher === unit) return [];
    const isOwners = common.length >= those.length * OWNERS_SHARE;
    const isOne = common.length * 2 >= those.length && common.length * 2 >= (units.get(publisher)?.length ?? 0);
    return isOwners || isOne ? [publisher] : [];
  });
}

interface Joiner {
  name(unit: UnitKey, listed: ListedGateway): void;
  isNamed(unit: UnitKey): boolean;
  named(): Iterable<UnitKey>;
  nameOf(unit: UnitKey): ListedGateway | undefined;
  join(a: UnitKey, b: UnitKey): void;
  find(unit: UnitKey): UnitKey;
}

/** Union-find in which a set has at most one name; the least key stands for a set, so that order does not matter. */
function joiner(): Joiner {
  const parents = new Map<UnitKey, UnitKey>();
  const names = new Map<UnitKey, ListedGateway>();
  const find = (unit: UnitKey): UnitKey => {
    let root = unit;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    return root;
  };
  const named = new Set<UnitKey>();
  return {
    find,
    name(unit, listed) {
      names.set(find(unit), listed);
      named.add(unit);
    },
    isNamed: (unit) => named.has(unit),
    named: () => named,
    nameOf: (unit) => names.get(find(unit)),
    join(a, b) {
      const [least, other] = [find(a), find(b)].toSorted();
      if (least === undefined || other === undefined || least === other) return;
      const [nameOfLeast, nameOfOther] = [names.get(least), names.get(other)];
      if (nameOfLeast !== undefined && nameOfOther !== undefined && nameOfLeast !== nameOfOther) return;
      parents.set(other, least);
      const name = nameOfLeast ?? nameOfOther;
      if (name !== undefined) names.set(least, name);
    },
  };
}
