import type { Destination } from '../evidence/destinations.ts';
import type { EntryId } from '../model/entry.ts';
import type { Gateway } from '../model/gateway.ts';
import type { Subject } from '../model/subject.ts';
import { repositoryOwner } from '../text/repository.ts';
import type { AnySubject } from './brand-owners.ts';
import { type GatewayGroup, gatewayGroups } from './gateway-groups.ts';
import type { ListedMatch } from './gateway-listed.ts';
import { type Credential, type GatewayData, gatewayReader, type GatewayReading } from './gateway-reading.ts';
import { gatewayOf, byRankOfGateways } from './gateway-result.ts';
import type { GatewayRow, RowMatch, Structure } from './gateway-structure.ts';
import type { UnitKey } from './gateway-units.ts';
import type { Survey } from './port.ts';

/** The gateways of a population, and what each entry has to do with them. */
export interface Gateways {
  /** Most servers first, then most brands, then by id. */
  readonly all: readonly Gateway[];
  /** Gateways behind which the survey saw the entry, in the order of `all`; most entries have none. */
  of(subject: Pick<AnySubject, 'entry'>): readonly Gateway[];
  /** The gateway whose own entry this is, so that brands in its name are what it connects to; null where there is none. */
  explaining(subject: AnySubject): Explanation | null;
  /** What stands behind a host or account where any rule of structure holds; undefined for all others. */
  structure(unit: UnitKey): Structure | undefined;
  /** The entry as the survey saw it. */
  read(subject: AnySubject): GatewayReading;
}

/** publisher: the gateway publishes the entry. host: it answers nowhere but on the gateway's hosts. */
export interface Explanation {
  readonly gateway: Gateway;
  readonly by: 'publisher' | 'host';
  readonly unit: UnitKey;
}

/** What signals about gateways are asked with. */
export interface GatewayContext {
  readonly gateways: Gateways;
}

/** Of names of fields and programs; whole ones stand in the record. */
const MAX_KEPT_CHARACTERS = 300;
/** Kinds of listed gateways whose entries are made by their users, so that the gateway explains no name. */
const OTHER_PEOPLES = new Set(['hosting-platform', 'republisher']);

const NONE: readonly never[] = [];

/** Where no population was surveyed: a single package, or a test. */
export const NO_GATEWAYS: Gateways = gatewaysOf(
  [],
  gatewayReader({ brands: [], sharedHosts: [], mcpPlatforms: [], dictionary: [], listed: [] }),
);

/** Sees every entry once, in any order, and finds the hosts and publishers that stand between users and services of others. */
export function gatewaySurvey(data: GatewayData): Survey<Gateways> {
  const read = gatewayReader(data);
  let rows: GatewayRow[] | null = [];
  return {
    see(subject: Subject) {
      rows?.push(rowOf(subject, read(subject)));
    },
    result() {
      // Not needed again, and what else is learnt from a population needs the room.
      const seen = rows;
      if (seen === null) throw new Error('the gateways of a survey are asked for once');
      rows = null;
      return gatewaysOf(seen, read);
    },
  };
}

/** The id of the gateway that explains a brand in the entry's name, or null. */
export function explainedByGateway(subject: AnySubject, gateways: Gateways): string | null {
  return gateways.explaining(subject)?.gateway.id ?? null;
}

function gatewaysOf(rows: readonly GatewayRow[], read: (subject: AnySubject) => GatewayReading): Gateways {
  const { groups, structures } = gatewayGroups(rows);
  const found = groups.map((group) => ({ group, gateway: gatewayOf(group) })).toSorted(byRankOfGateways);
  const byUnit = new Map(found.flatMap((each) => [...each.group.units].map((unit) => [unit, each] as const)));
  const behind = new Map<EntryId, readonly Gateway[]>();
  for (const { group, gateway } of found) {
    for (const { id } of group.rows) behind.set(id, [...(behind.get(id) ?? []), gateway]);
  }

  return {
    all: found.map(({ gateway }) => gateway),
    of: (subject) => behind.get(subject.entry.id) ?? [],
    explaining(subject) {
      const { publisher, hosts, packages } = read(subject);
      const published = publisher === null ? undefined : byUnit.get(publisher);
      if (publisher !== null && published !== undefined && isOwnWork(published.group)) {
        return { gateway: published.gateway, by: 'publisher', unit: publisher };
      }
      const [first] = hosts;
      const hosting = first === undefined ? undefined : byUnit.get(first.unit);
      if (first === undefined || hosting === undefined || packages === true || !isOwnWork(hosting.group)) return null;
      const isOnly = hosts.every(({ unit }) => hosting.group.units.has(unit));
      return isOnly ? { gateway: hosting.gateway, by: 'host', unit: first.unit } : null;
    },
    structure: (unit) => structures.get(unit),
    read,
  };
}

/** Whether what stands behind it is the gateway's own: by the list, else where one of its accounts publishes. */
function isOwnWork({ listed, units, rows }: GatewayGroup): boolean {
  if (listed !== null) return !OTHER_PEOPLES.has(listed.kind);
  return rows.some(({ publisher }) => publisher !== null && units.has(publisher));
}

function rowOf(subject: Subject, reading: GatewayReading): GatewayRow {
  const { publisher, owners, hosts, listed, brands, credentials, shapes, packages, repository } = reading;
  const units = hosts.length === 0 ? NONE : [...new Set(hosts.map(({ unit }) => unit))];
  const answering = units.filter((unit) => hosts.some((host) => host.unit === unit && host.brands.length > 0));
  const publishing = publisher === null || owners.length === 0 || answering.includes(publisher) ? NONE : [publisher];
  return {
    id: subject.entry.id,
    registry: subject.entry.registry,
    publisher,
    hosts: units,
    vendors: answering.length + publishing.length === 0 ? NONE : [...answering, ...publishing],
    brands: keptOf(brands, ({ brand }) => brand.name),
    shapes: keptOf(shapes, ({ text }) => text),
    listed: keptOf(listed, (match) => rowMatch(match, reading)),
    credentials: keptOf(credentials, fieldOf),
    packages,
    repository,
  };
}

/** Most entries have none of most things, and a population may have a million: one empty list serves them all. */
function keptOf<Seen, Kept>(seen: readonly Seen[], kept: (each: Seen) => Kept): readonly Kept[] {
  return seen.length === 0 ? NONE : seen.map(kept);
}

function rowMatch({ gateway, by, value }: ListedMatch, { hosts, publisher }: GatewayReading): RowMatch {
  if (by === 'host') return { gateway, by, own: hosts.find(({ url }) => url === value)?.unit ?? null };
  if (by === 'name') return { gateway, by, own: publisher };
  return { gateway, by, own: by === 'repository' && repositoryOwner(value) === publisher ? publisher : null };
}

function fieldOf({ input, to, brand, brandFrom, toBrand, isHostsOwn }: Credential): GatewayRow['credentials'][number] {
  return {
    brand: brand?.name ?? null,
    brandFrom,
    field: input.name.slice(0, MAX_KEPT_CHARACTERS),
    to: destination(to).slice(0, MAX_KEPT_CHARACTERS),
    toKind: to.kind,
    toBrand,
    hostsOwn: isHostsOwn,
  };
}

function destination(to: Destination): string {
  if (to.kind === 'package') return to.program;
  return to.kind === 'unknown' ? to.reason : to.host;
}
