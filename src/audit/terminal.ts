import { runsText } from '../clients/resolution.ts';
import { aligned } from '../report/columns.ts';
import { inert } from '../text/inert.ts';
import { type AuditedServer, type AuditFinding, type AuditReport, heaviestFirst, type Level } from './report.ts';
import { RULES } from './rules.ts';
import { whatWasAsked } from './terminal-head.ts';
import { short, type TerminalSettings } from './terminal-settings.ts';

const MAX_CELL_CHARACTERS = 60;
const MAX_STATEMENT_CHARACTERS = 400;
const MAX_UNSEEN = 4;
const MARKS: Readonly<Record<Level, string>> = { error: '!!', warning: ' !', note: '  ' };
/** What is blocked is a finding. */
const LISTS = { curated: ['curated'], allow: ['allowed'], block: [] } as const;
const COLUMN = 11;
const LEVELS: readonly Level[] = ['error', 'warning', 'note'];

/** An audit for a person: what was looked at, a line for each server, what was found and what to do about it. */
export function renderAudit(report: AuditReport, settings: TerminalSettings): string {
  const { servers, files } = report;
  const broken = files.filter(({ outcome }) => outcome !== 'read');
  return [
    ...whatWasAsked(report, settings),
    '',
    ...broken.flatMap(({ path, problems }) =>
      problems.map(({ place, message }) => {
        const at = place === null ? '' : `:${place.line}:${place.column}`;
        return `${settings.paint('warning', ' !')} ${short(path, settings)}${at}: ${inert(message, 200)}`;
      }),
    ),
    ...(broken.length === 0 ? [] : ['']),
    ...(servers.length === 0 ? [] : [...table(servers, settings), '']),
    ...grouped(servers).flatMap((group) => details(group, settings)),
    ...silent(servers),
    ...next(report, settings),
  ].join('\n');
}

function table(servers: readonly AuditedServer[], { paint }: TerminalSettings): readonly string[] {
  const rows = servers.map(({ configured, findings, inUse, listed, unseen }) => [
    inert(configured.name, 30),
    inert(configured.client, 20),
    inert(startsText(configured.resolution, inUse?.version ?? null), MAX_CELL_CHARACTERS),
    [...(listed === null ? [] : LISTS[listed.list]), foundText(findings, unseen)].join('; '),
  ]);
  const lines = aligned([['server', 'client', 'starts', 'found'], ...rows], [false, false, false, false]);
  return lines.map((cells, index) => {
    const level = index === 0 ? 'note' : (servers[index - 1]?.findings[0]?.level ?? 'note');
    return `${paint(level, MARKS[level])} ${cells.join('  ').trimEnd()}`;
  });
}

/** With the version that is taken today, where none is written. */
function startsText(resolution: AuditedServer['configured']['resolution'], version: string | null): string {
  const text = runsText(resolution);
  if (resolution.kind !== 'package' || version === null || resolution.pinning === 'pinned') return text;
  return `${text} (today ${version})`;
}

function foundText(findings: readonly AuditFinding[], unseen: readonly string[]): string {
  const said = findings
    .filter(({ level, class: of }) => level !== 'note' || of === 'update')
    .map(({ class: of, tier }) => tier ?? of);
  const counts = Map.groupBy(said, (each) => each);
  if (counts.size > 0)
    return [...counts].map(([each, all]) => (all.length > 1 ? `${each} ×${all.length}` : each)).join(', ');
  return unseen.length === 0 ? 'nothing found' : 'nothing found, not all was seen';
}

/** Servers of several clients about which the same is said stand together. */
function grouped(servers: readonly AuditedServer[]): readonly (readonly [AuditedServer, ...AuditedServer[]])[] {
  const groups = new Map<string, [AuditedServer, ...AuditedServer[]]>();
  for (const server of servers) {
    const { configured, findings, unseen } = server;
    const key = JSON.stringify([runsText(configured.resolution), findings.map(({ statement }) => statement), unseen]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [server]);
    else known.push(server);
  }
  const found = [...groups.values()].filter(([{ findings }]) => findings.length > 0);
  return found.toSorted(([a], [b]) => rankOf(a) - rankOf(b));
}

function rankOf({ findings }: AuditedServer): number {
  return LEVELS.indexOf(findings[0]?.level ?? 'note');
}

/** What could not be looked at of servers about which nothing was found: a line each. */
function silent(servers: readonly AuditedServer[]): readonly string[] {
  const quiet = servers.filter(({ findings, unseen }) => findings.length === 0 && unseen.length > 0);
  if (quiet.length === 0) return [];
  const lines = quiet.map(({ configured, unseen }) => [
    inert(configured.name, 30),
    inert(unseen.join('; '), MAX_STATEMENT_CHARACTERS),
  ]);
  return [
    '   Nothing found, and not seen',
    ...aligned(lines, [false, false]).map((cells) => `     ${cells.join('  ')}`),
    '',
  ];
}

function details(group: readonly [AuditedServer, ...AuditedServer[]], settings: TerminalSettings): readonly string[] {
  const [{ findings, unseen, configured }] = group;
  const level = findings[0]?.level ?? 'note';
  const places = group.map(({ configured: { file, place } }) => `${short(file, settings)}:${place.line}`);
  return [
    `${settings.paint(level, MARKS[level])} ${inert(configured.name, 60)}  ${[...new Set(places)].join(', ')}`,
    ...findings.map((finding) => line(finding.class, finding.statement)),
    ...unseen.slice(0, MAX_UNSEEN).map((text) => line('not seen', text)),
    ...(unseen.length > MAX_UNSEEN ? [line('', `and ${unseen.length - MAX_UNSEEN} more that was not seen`)] : []),
    '',
  ];
}

function line(label: string, text: string): string {
  return `     ${label.padEnd(COLUMN)}${inert(text, MAX_STATEMENT_CHARACTERS)}`;
}

function next({ servers, lock }: AuditReport, settings: TerminalSettings): readonly string[] {
  const findings = heaviestFirst(servers.flatMap((server) => server.findings)).filter(({ level }) => level !== 'note');
  const byRule = [...Map.groupBy(findings, ({ rule }) => rule)];
  const steps = byRule.flatMap(([rule, all]) => {
    const known = RULES.get(rule);
    const times = all.length > 1 ? ` (${all.length})` : '';
    return known === undefined ? [] : [`  ${known.title}${times}.`, `    ${known.next}`];
  });
  const isGrave = findings.some(({ level }) => level === 'error');
  const approval = settings.updated
    ? [`Approved as they are now, in ${short(lock.path, settings)}. The next audit says what changed since.`]
    : lock.updated === null && servers.length > 0
      ? [
          `${isGrave ? 'After that, approve' : 'Approve'} what is set up, so that the next audit says what changed: registry-audit audit --update`,
        ]
      : [];
  return [...(steps.length === 0 ? [] : ['What to do', ...steps, '']), ...approval];
}
