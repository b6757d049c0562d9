import { CHANGES, type ChangeKind, type Drift, type DriftLine, type ListingSeen } from '../model/drift.ts';
import type { Json } from '../model/place.ts';
import { numberOf } from '../text/number-of.ts';
import type { ReportHead } from './report.ts';

/** What changed between the snapshot of the head and its baseline. */
export interface DriftReport {
  readonly head: ReportHead;
  readonly drift: Drift;
}

/** Said wherever drift is listed. */
export const DRIFT_NOTICE =
  'A change is a reason to look and no verdict: most are ordinary releases. Nothing is said of what neither snapshot shows, and an ' +
  'entry is called gone only where both listings of its registry are complete and their sizes agree.';

/** `remote moved to another host, with a new version`. */
export function statementOf({ kind, scope, migration }: Pick<DriftLine, 'kind' | 'scope' | 'migration'>): string {
  const said = CHANGES[kind];
  if (migration) return `registry-wide: ${said}, on rows that were there already`;
  if (scope === null || SAYS_ITSELF.has(kind)) return said;
  return `${said}, ${scope === 'release' ? 'with a new version' : 'without a new version'}`;
}

const SAYS_ITSELF: ReadonlySet<ChangeKind> = new Set([
  'version/released',
  'version/rolled-back',
  'version/withdrawn',
  'version/republished',
]);

/** Fewer entries of one publisher than these are no crowd. */
const CROWD_ENTRIES = 5;
const CROWD_SHARE = 0.1;

/** `3 of 7418 entries, 2 publishers`; rows where an entry has several, and the publisher where one has many of them. */
export function countsOf({ entries, rows, publishers, of, foremost }: DriftLine): string {
  const counted = `${entries} of ${numberOf(of, 'entry', 'entries')}`;
  const inRows = rows > entries ? `, ${rows} rows` : '';
  const crowd =
    publishers > 1 && foremost !== null && foremost.entries >= Math.max(CROWD_ENTRIES, entries * CROWD_SHARE)
      ? `, ${foremost.entries} of them ${foremost.publisher}`
      : '';
  return `${counted}${inRows}, ${numberOf(publishers, 'publisher')}${crowd}`;
}

/** How a listing ended and what that allows to be said of it. */
export function listingOf(listing: ListingSeen | null): string {
  if (listing === null) return 'not asked';
  return listing.complete ? 'complete' : `incomplete: ${listing.reason ?? ''}`;
}

const CONTEXT_CHARACTERS = 24;

/** The two values as text, of long ones only where they differ. */
export function comparedTexts(before: Json, after: Json, maxCharacters: number): readonly [string, string] {
  const [was, is] = [textOf(before, after), textOf(after, before)];
  if (was.length <= maxCharacters && is.length <= maxCharacters) return [was, is];
  let start = 0;
  while (start < was.length && was[start] === is[start]) start += 1;
  const from = Math.max(0, start - CONTEXT_CHARACTERS);
  return [from === 0 ? was : `…${was.slice(from)}`, from === 0 ? is : `…${is.slice(from)}`];
}

/** Of two lists only the items that the other does not have. */
function textOf(value: Json, other: Json): string {
  if (value === null) return '(none)';
  if (typeof value === 'string') return value === '' ? '(empty)' : value;
  if (!isList(value)) return JSON.stringify(value);
  const others = new Set(isList(other) ? other.map(String) : []);
  const own = value.map(String).filter((item) => !others.has(item));
  return own.length === 0 ? '(none)' : own.join(', ');
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
