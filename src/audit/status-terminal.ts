import { aligned } from '../report/columns.ts';
import { inert } from '../text/inert.ts';
import type { DeclaredAuthentication } from './authentication.ts';
import type { ServerStatus } from './status.ts';
import { daysOld } from './days-old.ts';

export interface StatusHead {
  readonly asOf: string;
  readonly security: boolean;
  readonly snapshot: { readonly date: string; readonly ageDays: number | null } | null;
}

const MAX_CELL_CHARACTERS = 56;
const MAX_AUTHENTICATION_CHARACTERS = 90;
const NOTE = '“none declared” is what the settings and the registries say, not that none is asked for.';

/** A line for each server; with security, how it is told who calls it, and who stands in between. */
export function renderStatus(servers: readonly ServerStatus[], { asOf, security, snapshot }: StatusHead): string {
  const head = security
    ? ['server', 'client', 'transport', 'host or program', 'authentication declared', 'gateway']
    : ['server', 'client', 'transport', 'starts'];
  const rows = servers.map((server) => (security ? securityRow(server) : plainRow(server)));
  const lines = aligned(
    [head, ...rows],
    head.map(() => false),
  ).map((line) => `  ${line.join('  ').trimEnd()}`);
  const source = snapshot === null ? 'no snapshot' : `snapshot ${snapshot.date} (${daysOld(snapshot.ageDays)})`;
  return [
    `MCP servers set up on this machine, ${asOf}: ${servers.length}`,
    ...(servers.length === 0 ? [] : ['', ...lines]),
    ...(security && servers.length > 0
      ? ['', NOTE, `From the settings as they are now and the registries’ records in ${source}. No server was asked.`]
      : []),
  ].join('\n');
}

function plainRow({ configured, transport, starts }: ServerStatus): string[] {
  return [...named(configured), inert(transport, 20), inert(starts, MAX_CELL_CHARACTERS)];
}

function securityRow({ configured, transport, starts, host, security }: ServerStatus): string[] {
  const where = host === null ? starts : `${host.name}${host.kind === 'other' ? '' : ` (${host.kind})`}`;
  const gateway = security?.gateway ?? null;
  return [
    ...named(configured),
    inert(transport, 20),
    inert(where, MAX_CELL_CHARACTERS),
    inert(authenticationText(security?.authentication ?? []), MAX_AUTHENTICATION_CHARACTERS),
    gateway === null ? '' : inert(`${gateway.name ?? gateway.id}, ${gateway.class}`, MAX_CELL_CHARACTERS),
  ];
}

function named({ name, client, disabled }: ServerStatus['configured']): readonly [string, string] {
  return [`${inert(name, 30)}${disabled ? ' (off)' : ''}`, inert(client, 20)];
}

/** `static secret (APIFY_TOKEN); a registry says bearer header`. */
function authenticationText(declared: readonly DeclaredAuthentication[]): string {
  if (declared.length === 0) return 'none declared';
  const kinds = Map.groupBy(declared, ({ kind, by }) => `${by === 'registry' ? 'a registry says ' : ''}${kind}`);
  return [...kinds]
    .map(([text, all]) => {
      const names = all.flatMap(({ name, kind }) => (name === null || kind === 'bearer header' ? [] : [name]));
      return names.length === 0 ? text : `${text} (${names.join(', ')})`;
    })
    .join('; ');
}
