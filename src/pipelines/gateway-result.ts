import {
  type Counted,
  type CredentialField,
  type Gateway,
  GATEWAY_CLASS,
  type GatewayReason,
  type ListedBy,
  type Share,
} from '../model/gateway.ts';
import type { GatewayGroup } from './gateway-groups.ts';
import type { ListedGateway } from './gateway-listed.ts';
import { byRegistry, type GatewayRow, mostInOneRegistry, STRUCTURE_THRESHOLDS } from './gateway-structure.ts';
import { compareText } from './gateway-units.ts';

/** Platforms have thousands of hosts and publishers; more of them say nothing new. */
const MAX_COUNTED = 100;
const LISTED_BY: readonly ListedBy[] = ['host', 'name', 'package', 'repository'];

/** A group as reports show it. */
export function gatewayOf(group: GatewayGroup): Gateway {
  const { listed, structures, rows } = group;
  const hosts = counted(rows.flatMap((row) => row.hosts));
  const publishers = counted(rows.flatMap((row) => row.publisher ?? []));
  const byStructure = structures.length > 0;
  return {
    id: listed === null ? unitId(group) : listedId(listed),
    class: GATEWAY_CLASS,
    name: listed?.name ?? null,
    kind: listed?.kind ?? null,
    found: listed === null ? 'by structure' : byStructure ? 'by list and by structure' : 'by list',
    reasons: reasonsOf(group),
    hosts: hosts.slice(0, MAX_COUNTED),
    moreHosts: Math.max(0, hosts.length - MAX_COUNTED),
    publishers: publishers.slice(0, MAX_COUNTED),
    morePublishers: Math.max(0, publishers.length - MAX_COUNTED),
    servers: byRegistry(rows),
    serversAtLeast: mostInOneRegistry(rows),
    brands: counted(rows.flatMap((row) => row.brands)),
    credentials: credentialsOf(rows),
    publishedCode: {
      packages: share(rows.map(({ packages }) => packages)),
      repositories: share(rows.map(({ repository }) => repository)),
    },
  };
}

/** Most servers first, then most brands, then by id. */
export function byRankOfGateways(a: { readonly gateway: Gateway }, b: { readonly gateway: Gateway }): number {
  return (
    b.gateway.serversAtLeast - a.gateway.serversAtLeast ||
    b.gateway.brands.length - a.gateway.brands.length ||
    compareText(a.gateway.id, b.gateway.id)
  );
}

/** A host before an account, since keys go to hosts; then the one with the most entries. */
function unitId({ units, structures, rows }: GatewayGroup): string {
  const hosts = new Set(rows.flatMap((row) => row.hosts));
  const [first] = structures.toSorted(
    (a, b) =>
      Number(hosts.has(b.unit)) - Number(hosts.has(a.unit)) ||
      b.rows.length - a.rows.length ||
      compareText(a.unit, b.unit),
  );
  return first?.unit ?? [...units].toSorted()[0] ?? '';
}

function listedId({ name }: ListedGateway): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');
}

function reasonsOf({ listed, rows, structures }: GatewayGroup): readonly GatewayReason[] {
  const own = rows.filter((row) => row.listed.some(({ gateway }) => gateway === listed));
  const matched = LISTED_BY.filter((by) => own.some((row) => row.listed.some((each) => each.by === by)));
  return [
    ...(listed === null ? [] : [{ by: 'list' as const, name: listed.name, matched, entries: own.length }]),
    ...structures
      .toSorted((a, b) => compareText(a.unit, b.unit))
      .flatMap(({ unit, rules }) =>
        rules.map(({ rule, measured }) => ({
          by: 'structure' as const,
          rule,
          unit,
          measured,
          threshold: STRUCTURE_THRESHOLDS[rule],
        })),
      ),
  ];
}

function counted(names: readonly string[]): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, entries]) => ({ name, entries }))
    .toSorted((a, b) => b.entries - a.entries || compareText(a.name, b.name));
}

/** Each brand's fields together, brands by name, those of no brand last. */
function credentialsOf(rows: readonly GatewayRow[]): readonly CredentialField[] {
  const fields = new Map<string, Omit<CredentialField, 'entries'> & { entries: number }>();
  for (const { credentials } of rows) {
    const once = new Map(credentials.map((field) => [keyOf(field), field]));
    for (const [key, field] of once) {
      const known = fields.get(key);
      if (known === undefined) fields.set(key, { ...field, entries: 1 });
      else known.entries += 1;
    }
  }
  return [...fields]
    .toSorted(
      ([a, one], [b, other]) =>
        Number(one.brand === null) - Number(other.brand === null) ||
        compareText(one.brand ?? '', other.brand ?? '') ||
        compareText(a, b),
    )
    .map(([, field]) => field);
}

function keyOf({ field, to, toKind, brand, brandFrom }: Omit<CredentialField, 'entries'>): string {
  return JSON.stringify([field, toKind, to, brand, brandFrom]);
}

function share(known: readonly (boolean | null)[]): Share {
  const said = known.filter((each) => each !== null);
  if (said.length === 0) return 'unknown';
  if (said.every(Boolean)) return 'all';
  return said.some(Boolean) ? 'some' : 'none';
}
