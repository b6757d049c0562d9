import { aligned } from '../report/columns.ts';
import { inert } from '../text/inert.ts';
import type { DeclaredAuthentication } from './authentication.ts';
import type { ListedAs } from './report.ts';
import type { ServerStatus } from './status.ts';
import { daysOld } from '../text/days-old.ts';

export interface StatusHead {
  readonly asOf: string;
  readonly security: boolean;
  /** File of the organisation's lists; null where none are in force. */
  readonly lists: string | null;
  /** Where servers may be besides. */
  readonly notRead: readonly string[];
  /** What of the lists could not be asked. */
  readonly unseen: readonly string[];
  readonly snapshot: { readonly date: string; readonly ageDays: number | null } | null;
}

const MAX_CELL_CHARACTERS = 56;
const MAX_AUTHENTICATION_CHARACTERS = 90;
const MAX_PATH_CHARACTERS = 200;
const MAX_NOTE_CHARACTERS = 200;
const LISTS = { block: 'blocked', curated: 'curated', allow: 'allowed' } as const;
const NOTE = '“none declared” is what the settings and the registries say, not that none is asked for.';

/** A line for each server; with security, how it is told who calls it, and who stands in between. */
export function renderStatus(
  servers: readonly ServerStatus[],
  { asOf, security, lists, unseen, notRead, snapshot }: StatusHead,
): string {
  const head = security
    ? [
        'server',
        'client',
        'transport',
        'host or program',
        'authentication declared',
        'gateway',
        ...(lists === null ? [] : ['lists']),
      ]
    : ['server', 'client', 'transport', 'starts'];
  const rows = servers.map((server) => (security ? securityRow(server, lists !== null) : plainRow(server)));
  const lines = aligned(
    [head, ...rows],
    head.map(() => false),
  ).map((line) => `  ${line.join('  ').trimEnd()}`);
  const source =
    snapshot === null ? 'no captured snapshot' : `snapshot ${snapshot.date} (${daysOld(snapshot.ageDays)})`;
  return [
    `MCP servers set up on this machine, ${asOf}: ${servers.length}`,
    ...(servers.length === 0 ? [] : ['', ...lines]),
    ...(security && servers.length > 0
      ? [
          '',
          NOTE,
          `From the settings as they are now and the registries’ records in ${source}. No server was asked.`,
          ...(lists === null
            ? []
            : [
                `Lists of ${inert(lists, MAX_PATH_CHARACTERS)}${unseen.length === 0 ? '' : `; ${inert(unseen.join('; '), MAX_NOTE_CHARACTERS)}`}.`,
              ]),
        ]
      : []),
    ...(notRead.length === 0
      ? []
      : [
          '',
          ...notRead.map(
            (what, index) => `${index === 0 ? 'Not read: ' : '          '}${inert(what, MAX_NOTE_CHARACTERS)}`,
          ),
        ]),
  ].join('\n');
}

function plainRow({ configured, transport, starts }: ServerStatus): string[] {
  return [...named(configured), inert(transport, 20), inert(starts, MAX_CELL_CHARACTERS)];
}

function securityRow({ configured, transport, starts, host, security }: ServerStatus, hasLists: boolean): string[] {
  const where = host === null ? starts : `${host.name}${host.kind === 'other' ? '' : ` (${host.kind})`}`;
  const gateway = security?.gateway ?? null;
  return [
    ...named(configured),
    inert(transport, 20),
    inert(where, MAX_CELL_CHARACTERS),
    inert(authenticationText(security?.authentication ?? []), MAX_AUTHENTICATION_CHARACTERS),
    gateway === null ? '' : inert(`${gateway.name ?? gateway.id}, ${gateway.class}`, MAX_CELL_CHARACTERS),
    ...(hasLists ? [inert(listText(security?.listed ?? null), MAX_CELL_CHARACTERS)] : []),
  ];
}

function listText(listed: ListedAs | null): string {
  if (listed === null) return '';
  return `${LISTS[listed.list]}${listed.reason === null ? '' : `: ${listed.reason}`}`;
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
