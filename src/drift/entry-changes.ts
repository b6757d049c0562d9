import type { ChangeKind } from '../model/drift.ts';
import type { ReadRow } from '../registries/port.ts';
import { type Change, change } from './change.ts';
import { recordChanges } from './record-changes.ts';

/** An entry as one snapshot has it: at least its latest row, and rows of other versions where the registry keeps them. */
export interface EntryRows {
  readonly latest: ReadRow;
  readonly earlier: readonly ReadRow[];
}

/** A change with the rows it lies between. */
export interface RowChange extends Change {
  readonly scope: 'release' | 'in place';
  readonly from: ReadRow;
  readonly to: ReadRow;
}

/**
 * What differs between two sightings of an entry: rows of one version against each other (in place: versions are not to change), and
 * the later latest version against the one that was the latest before, as it stands now (release).
 */
export function entryChanges(before: EntryRows, after: EntryRows, keepsVersions: boolean): readonly RowChange[] {
  const [was, is] = [byVersion(before), byVersion(after)];
  const changes: RowChange[] = [];
  for (const [version, from] of was) {
    const to = is.get(version);
    if (to !== undefined) changes.push(...between(from, to, 'in place'));
    else if (keepsVersions && version !== '') {
      changes.push({ ...change('version/withdrawn', version, null), scope: 'in place', from, to: after.latest });
    }
  }
  const [old, now] = [versionOf(before.latest), versionOf(after.latest)];
  if (old === now) return changes;
  const from = is.get(old) ?? before.latest;
  const kind: ChangeKind = was.has(now) ? 'version/rolled-back' : 'version/released';
  changes.push({ ...change(kind, old, now), scope: 'release', from, to: after.latest });
  changes.push(...between(from, after.latest, 'release'));
  return changes;
}

function between(from: ReadRow, to: ReadRow, scope: RowChange['scope']): readonly RowChange[] {
  return recordChanges(from, to).map((each) => ({ ...each, scope, from, to }));
}

/** The latest row counts where two have one version. */
function byVersion({ latest, earlier }: EntryRows): ReadonlyMap<string, ReadRow> {
  return new Map([...earlier, latest].map((row) => [versionOf(row), row]));
}

/** Registries without versions have one row an entry, which they overwrite. */
function versionOf({ record }: ReadRow): string {
  return record?.version ?? '';
}
