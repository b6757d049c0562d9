import type { ConfiguredServer } from '../clients/port.ts';
import { runsText } from '../clients/resolution.ts';
import type { Config } from '../config/schema.ts';
import type { Lookup } from '../lookup/port.ts';
import type { GatewayWithFacts } from '../model/gateway.ts';
import type { ServerRecord } from '../model/entry.ts';
import { hostOf, registrableDomain } from '../text/domains.ts';
import { hostKind, type HostKind } from '../text/host-kinds.ts';
import { entriesOf } from './audit-server.ts';
import { declaredAuthentication, type DeclaredAuthentication } from './authentication.ts';
import { listedAs } from './listed-findings.ts';
import type { ListedAs } from './report.ts';

/** A configured server and, where they were asked for, the facts that bear on what it is trusted with. */
export interface ServerStatus {
  readonly configured: ConfiguredServer;
  readonly starts: string;
  /** `stdio`: a program of this machine. */
  readonly transport: string;
  /** null where nothing elsewhere is called directly. */
  readonly host: { readonly name: string; readonly kind: HostKind } | null;
  /** null where it was not asked for. */
  readonly security: SecurityStatus | null;
}

export interface SecurityStatus {
  /** [] is "none declared", never "none". */
  readonly authentication: readonly DeclaredAuthentication[];
  readonly gateway: Pick<GatewayWithFacts, 'id' | 'name' | 'kind' | 'class'> | null;
  /** null: on none of the organisation's lists, or there are none. */
  readonly listed: ListedAs | null;
  /** Entries of the snapshot that were asked beside the settings. */
  readonly entries: readonly string[];
}

/** Records of one server that are read; registries list the same ones. */
const MAX_ENTRIES = 5;

interface Asked {
  readonly security: boolean;
  readonly lookup: Lookup | null;
  readonly lists: Pick<Config, 'allow' | 'block' | 'curated'>;
}

export async function statusOf(
  configured: ConfiguredServer,
  { security, lookup, lists }: Asked,
): Promise<ServerStatus> {
  const { resolution, remote } = configured;
  const url = resolution.kind === 'remote' ? resolution.url : null;
  const name = url === null ? null : hostOf(url);
  return {
    configured,
    starts: runsText(resolution),
    transport: url === null ? 'stdio' : (remote?.transport ?? (/\/sse\/?$/.test(url) ? 'sse' : 'http')),
    host: name === null ? null : { name, kind: hostKind(name) },
    security: security ? await securityOf(configured, name, { lookup, lists }) : null,
  };
}

async function securityOf(
  configured: ConfiguredServer,
  host: string | null,
  { lookup, lists }: Omit<Asked, 'security'>,
): Promise<SecurityStatus> {
  const all = lookup === null ? [] : entriesOf(configured, lookup);
  const entries = all.slice(0, MAX_ENTRIES);
  const subjects = lookup === null ? [] : await Promise.all(entries.map(({ id }) => lookup.subject(id)));
  const records = subjects.flatMap((subject): readonly ServerRecord[] => ('record' in subject ? [subject.record] : []));
  const ids = new Set(entries.flatMap(({ gateway }) => gateway ?? []));
  const gateway = lookup?.gateways.find((each) => ids.has(each.id) || isHostOf(each, host)) ?? null;
  return {
    authentication: declaredAuthentication(configured, records),
    gateway: gateway === null ? null : { id: gateway.id, name: gateway.name, kind: gateway.kind, class: gateway.class },
    listed: listedAs(configured.resolution, all, lists),
    entries: entries.map(({ id }) => id),
  };
}

function isHostOf({ hosts }: GatewayWithFacts, host: string | null): boolean {
  if (host === null) return false;
  const domain = registrableDomain(host);
  return hosts.some(({ name }) => name === host || name === domain);
}
