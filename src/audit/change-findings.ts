import { numberOf } from '../text/number-of.ts';
import { isGrowth, type ListChange, listChanges } from './capability-lists.ts';
import type { ReleaseSeen } from './report.ts';
import type { Said } from './said.ts';

const MAX_NAMES = 6;
const VERBS = { added: 'new', removed: 'no longer has', changed: 'changed' } as const;

type Compared = Pick<ReleaseSeen, 'version' | 'publisher' | 'provenance' | 'archives'> & {
  readonly capabilities: ReleaseSeen['capabilities'];
};

/** What runs now beside what was approved. */
export function sinceApproval(approved: Compared, now: ReleaseSeen): readonly Said[] {
  const label = now.version === approved.version ? now.version : `${approved.version} → ${now.version}`;
  const other = otherBytes(approved, now);
  return [
    ...(other === null ? [] : [{ rule: 'changed/archive', level: 'error', statement: other } as const]),
    ...capabilityFindings(approved, now).map(({ text, grows }) => ({
      rule: 'changed/capabilities',
      level: grows ? ('warning' as const) : ('note' as const),
      statement: `since it was approved (${label}): ${text}`,
    })),
    ...peopleChanges(approved, now).map((text) => ({
      rule: 'changed/publisher',
      level: 'warning' as const,
      statement: `since it was approved (${label}): ${text}`,
    })),
  ];
}

/** What an update would bring, or what the last one brought; notes, since nothing of it was refused by anybody. */
export function ofUpdate(before: Compared, after: ReleaseSeen): readonly Said[] {
  const label = `${before.version} → ${after.version}`;
  const changes = [
    ...capabilityFindings(before, after).map(({ text }) => ({ rule: 'update/capabilities', text })),
    ...peopleChanges(before, after).map((text) => ({ rule: 'update/publisher', text })),
  ];
  return changes.map(({ rule, text }) => ({ rule, level: 'note', statement: `${label}: ${text}` }));
}

function capabilityFindings(before: Compared, after: ReleaseSeen): readonly { text: string; grows: boolean }[] {
  if (before.capabilities === null || after.capabilities === null) return [];
  const doubt =
    before.capabilities.unreadFiles > 0
      ? ` (${numberOf(before.capabilities.unreadFiles, 'file')} of ${before.version} not read, it may have been there)`
      : '';
  return listChanges(before.capabilities, after.capabilities).map((change) => ({
    text: textOf(change) + (change.how === 'added' ? doubt : ''),
    grows: isGrowth(change),
  }));
}

/** The archives of a published version do not change. */
function otherBytes(approved: Compared, now: ReleaseSeen): string | null {
  if (approved.version !== now.version) return null;
  const known = new Map(approved.archives.map(({ filename, sha256 }) => [filename, sha256]));
  const other = now.archives.find(({ filename, sha256 }) => known.has(filename) && known.get(filename) !== sha256);
  return other === undefined ? null : `${other.filename} has other bytes than when ${now.version} was approved`;
}

function peopleChanges(before: Compared, after: ReleaseSeen): readonly string[] {
  const { publisher: from, provenance: was } = before;
  const { publisher: to, provenance: is } = after;
  return [
    ...(from !== null && to !== null && from !== to ? [`published by ${to}, before by ${from}`] : []),
    ...(was === 'attested' && is === 'absent' ? ['no provenance attestation any more'] : []),
  ];
}

/** `new hosts tide.example, quay.example`. */
function textOf({ what, how, names }: ListChange): string {
  const shown = names.slice(0, MAX_NAMES).join(', ');
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
  return `${VERBS[how]} ${what}${names.length === 1 ? '' : 's'} ${shown}${more}`;
}
