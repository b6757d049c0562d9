import type { RegistryId } from '../model/entry.ts';
import type { Place } from '../model/place.ts';
import type { StoredEntry } from '../model/snapshot.ts';
import type { ReadRow } from '../registries/port.ts';
import type { DriftSource } from './drift.ts';
import type { EntryRows } from './entry-changes.ts';
import { publisherOf } from './entry-survey.ts';
import type { FoundChange } from './lines.ts';

export function rowsOf(source: DriftSource, registry: RegistryId, { latest, earlier = [] }: StoredEntry): EntryRows {
  return { latest: source.read(registry, latest), earlier: earlier.map((row) => source.read(registry, row)) };
}

/** Of the record where there is one, else of the name. */
export function placeOf({ entry, record }: ReadRow): Place {
  return record?.place ?? entry.place;
}

export function publishedBy(row: ReadRow): Pick<FoundChange, 'publisher' | 'version'> {
  return { publisher: publisherOf(row), version: row.record?.version ?? null };
}
