import { numberOf } from '../text/number-of.ts';
import { inert } from '../text/inert.ts';
import type { AuditReport, HeldManifest } from './report.ts';
import { daysOld } from '../text/days-old.ts';
import { short, type TerminalSettings } from './terminal-settings.ts';

const MAX_NOTE_CHARACTERS = 200;

/** What was looked at and how old what it was held against is. */
export function whatWasAsked(report: AuditReport, settings: TerminalSettings): readonly string[] {
  const { servers, files, switchedOff, intel, snapshot, lists, lock, notRead, offline, asOf } = report;
  const manifests = servers.flatMap((server) => server.manifests);
  const without = settings.looked - files.length;
  const places = `${numberOf(files.length, 'file')}${without > 0 ? `; ${numberOf(without, 'other place')} looked at, nothing there` : ''}`;
  return [
    `MCP servers set up on this machine, ${asOf}: ${servers.length}${switchedOff === 0 ? '' : ` and ${switchedOff} switched off`}, in ${places}`,
    '',
    ...intel.map((list, index) =>
      row(
        index === 0 ? 'recalls' : '',
        `${inert(list.title, 70)}: ${numberOf(list.records, 'record')}, ${list.date} (${daysOld(list.ageDays)})`,
      ),
    ),
    row(
      'candidates',
      snapshot === null
        ? 'no captured snapshot, so nobody looked'
        : `snapshot ${snapshot.date} (${daysOld(snapshot.ageDays)})`,
    ),
    row('packages', offline ? 'from the cache only (--offline)' : 'npm and PyPI, asked now'),
    ...(lists === null ? [] : [row('lists', short(lists, settings))]),
    ...(manifests.length === 0 ? [] : [row('manifests', manifestsSaid(manifests))]),
    ...notRead.map((what, index) => row(index === 0 ? 'not read' : '', inert(what, MAX_NOTE_CHARACTERS))),
    row('lock file', `${short(lock.path, settings)}${lock.updated === null ? ', not there' : `, of ${lock.updated}`}`),
  ];
}

function manifestsSaid(manifests: readonly HeldManifest[]): string {
  const counted = (outcome: HeldManifest['outcome']) => manifests.filter((each) => each.outcome === outcome).length;
  return `${counted('within')} within, ${counted('exceeds')} exceeded, ${counted('unseen')} not compared`;
}

function row(label: string, text: string): string {
  return `   ${label.padEnd(12)}${text}`;
}
