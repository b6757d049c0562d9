import type { Evidence } from '../model/finding.ts';
import type { Baseline, ServerRecord } from '../model/entry.ts';
import type { Packument, Release } from '../model/release.ts';
import type { SubjectAt } from '../model/subject.ts';
import { remembered } from './remembered.ts';
import { calendarDate, instantMs } from './time.ts';

/**
 * Two versions of one thing, the earlier first.
 *
 * Always in the order of publishing and never of version numbers: a SemVer 2.0.1 may follow a calendar 2026.8.31, and whoever
 * publishes chooses the number but not the time.
 */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** What came of looking at one history: evidence, [] for nothing, or why it could not be looked at. */
export type Looked = readonly Evidence[] | { readonly unseen: string };

interface Compared {
  /** The newest record of each entry in an earlier snapshot; null where there is none. */
  readonly baseline: Baseline | null;
}

/** How much evidence one case of one signal cites; a version published by a script every hour changes nothing any more. */
const MAX_CITED = 20;
const MAX_SHOWN_CHARACTERS = 80;
/** The answer for most records, since most have one version. */
const NOTHING_EARLIER: Looked = { unseen: 'nothing earlier of this record to compare it with' };

/** Neighbours, in the order given; nothing for fewer than two. */
export function successive<T>(items: readonly T[]): Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let before: T | undefined;
  for (const after of items) {
    if (before !== undefined) pairs.push({ before, after });
    before = after;
  }
  return pairs;
}

/** What the record of an entry can be compared with: its neighbouring version rows, and the earlier snapshot's record. */
export function recordPairs(subject: SubjectAt['metadata'], compared: Compared): readonly Pair<ServerRecord>[] {
  const { record, earlier, entry } = subject;
  if (earlier.length === 0 && compared.baseline === null) return [];
  const snapshot = compared.baseline?.get(entry.id);
  const asked = ASKED(record);
  if (asked.pairs === null || asked.snapshot !== snapshot || asked.earlier !== earlier) {
    const since = baselinePair(subject, compared);
    asked.pairs = [...successive(rowsInOrder(subject)), ...(since === null ? [] : [since])];
    asked.snapshot = snapshot;
    asked.earlier = earlier;
  }
  return asked.pairs;
}

/** Every signal about records asks for the same pairs. */
interface Asked {
  pairs: readonly Pair<ServerRecord>[] | null;
  snapshot: ServerRecord | undefined;
  earlier: readonly ServerRecord[];
}

const ASKED = remembered((_record: ServerRecord): Asked => ({ pairs: null, snapshot: undefined, earlier: [] }));

/**
 * The earlier snapshot's record with the row that has the same version now (registries overwrite rows), or with the newest where
 * that version is gone; null where there is no earlier snapshot, or the entry was not in it.
 */
export function baselinePair(
  { entry, record, earlier }: SubjectAt['metadata'],
  { baseline }: Compared,
): Pair<ServerRecord> | null {
  const before = baseline?.get(entry.id);
  if (before === undefined) return null;
  const after = [record, ...earlier].find(({ version }) => version !== null && version === before.version);
  return { before, after: after ?? record };
}

/** All rows by time of publishing; as they stand where a time is missing. The newest is not always the one marked as latest. */
function rowsInOrder({ record, earlier }: SubjectAt['metadata']): readonly ServerRecord[] {
  const rows = [...earlier, record];
  const moments = rows.map(({ publishedAt }) => instantMs(publishedAt) ?? Number.NaN);
  if (moments.includes(Number.NaN) || isAscending(moments)) return rows;
  return rows
    .map((row, index) => ({ row, ms: moments[index] ?? 0 }))
    .sort((a, b) => a.ms - b.ms)
    .map(({ row }) => row);
}

function isAscending(moments: readonly number[]): boolean {
  return moments.every((ms, index) => index === 0 || ms >= (moments[index - 1] ?? ms));
}

/**
 * Compares every pair of records. Where no neighbours differ, the oldest is compared with the newest, so that a change spread
 * over several versions (added beside the old, then the old taken away) still adds up.
 */
export function acrossRecords(
  subject: SubjectAt['metadata'],
  compared: Compared,
  compare: (pair: Pair<ServerRecord>) => Looked,
): Looked {
  const pairs = recordPairs(subject, compared);
  if (pairs.length === 0) return NOTHING_EARLIER;
  const looked = together(pairs, compare);
  if (subject.earlier.length < 2 || !isEvidence(looked) || looked.length > 0) return looked;
  const before = pairs[0]?.before;
  const after = pairs[subject.earlier.length - 1]?.after;
  return before === undefined || after === undefined ? looked : compare({ before, after });
}

/** Looks at each package's history on its own. */
export function acrossHistories(packuments: readonly Packument[], look: (packument: Packument) => Looked): Looked {
  return together(packuments, look);
}

/** The same for what only makes sense in the order of publishing: a document without times is not looked at. */
export function acrossTimelines(packuments: readonly Packument[], look: (packument: Packument) => Looked): Looked {
  return acrossHistories(packuments, (packument) =>
    packument.ordered === 'by time'
      ? look(packument)
      : { unseen: `the history of ${shortened(packument.name)} does not say when each release was published` },
  );
}

/** The histories of an entry's packages where it was read that deep, for what can be seen at more than one depth. */
export function historiesOf(subject: SubjectAt['metadata'] | SubjectAt['package']): readonly Packument[] {
  return 'packuments' in subject ? subject.packuments : [];
}

/** `harbor-mcp 1.0.16 (2026-03-02)`. */
export function releaseLabel({ name }: Packument, { version, publishedAt }: Release): string {
  return `${shortened(name)} ${shortened(version)} (${calendarDate(publishedAt) ?? 'no date'})`;
}

/** `version 1.0.16 (2026-03-02)`. */
export function recordLabel({ version, publishedAt }: ServerRecord): string {
  const named = version === null ? 'the record' : `version ${shortened(version)}`;
  return `${named} (${calendarDate(publishedAt) ?? 'no date'})`;
}

/** A name or version as it is quoted in a statement; those of honest entries are never cut. */
export function shortened(text: string): string {
  return text.length <= MAX_SHOWN_CHARACTERS ? text : `${text.slice(0, MAX_SHOWN_CHARACTERS)}…`;
}

/** Evidence of all, however few could be looked at; nothing found is only said where all could. */
function together<T>(items: readonly T[], look: (item: T) => Looked): Looked {
  const evidence: Evidence[] = [];
  let unseen: Looked | undefined;
  for (const item of items) {
    const looked = look(item);
    if (isEvidence(looked)) for (const each of looked) evidence.push(each);
    else unseen ??= looked;
  }
  return evidence.length > 0 ? newestOfEachCase(evidence) : (unseen ?? evidence);
}

function isEvidence(looked: Looked): looked is readonly Evidence[] {
  return Array.isArray(looked);
}

/** By case, so that many light findings cannot push out a heavy one. */
function newestOfEachCase(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length <= MAX_CITED) return evidence;
  const counts = new Map<string | undefined, number>();
  return evidence
    .toReversed()
    .filter((each) => {
      const count = (counts.get(each.case) ?? 0) + 1;
      counts.set(each.case, count);
      return count <= MAX_CITED;
    })
    .toReversed();
}
