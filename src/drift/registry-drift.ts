import type { Coverage } from '../model/coverage.ts';
import type { RegistryDrift } from '../model/drift.ts';
import type { RegistryId } from '../model/entry.ts';
import type { Manifest, StoredEntry } from '../model/snapshot.ts';
import type { DriftOptions, DriftSource } from './drift.ts';
import { entryChanges } from './entry-changes.ts';
import { joined } from './join.ts';
import { type Leftover, leftovers } from './leftovers.ts';
import type { LineCollector } from './lines.ts';
import { listingsSeen } from './listings.ts';
import { outcome } from './outcome.ts';
import { isSameEntry } from './same-entry.ts';
import { placeOf, publishedBy, rowsOf } from './source-rows.ts';
import { unpaired } from './unpaired.ts';

export interface Compared {
  readonly registry: RegistryId;
  readonly before: DriftSource;
  readonly after: DriftSource;
  readonly found: LineCollector;
  readonly options: DriftOptions;
}

/** One registry: entries of both compared, entries of one alone paired where they are one server, the rest new, gone or not seen. */
export async function registryDrift(compared: Compared): Promise<RegistryDrift> {
  const { registry, before, after, options } = compared;
  const [was, is] = [coverageOf(before.manifest, registry), coverageOf(after.manifest, registry)];
  if (was === null || is === null) return oneSided(compared, was, is);

  const pairs = comparer(compared, was.earlierVersions > 0 && is.earlierVersions > 0);
  const [gone, came] = [leftovers(options.lines), leftovers(options.lines)];
  for await (const pair of joined(before.entriesOf(registry), after.entriesOf(registry), after.disordered)) {
    options.onEntry();
    const [old, now] = [pair.before?.parse(), pair.after?.parse()];
    if (old !== undefined && now !== undefined) pairs.compare(old, now);
    else if (old !== undefined) gone.add(old, rowsOf(before, registry, old));
    else if (now !== undefined) came.add(now, rowsOf(after, registry, now));
  }
  const alone = await unpaired(compared, { gone, came });
  const publishedEarlier = alone.came.filter((each) => isPublishedBefore(each, before.manifest.date));
  const listings = listingsSeen(
    [was, is],
    { onlyBefore: alone.gone.length + alone.renamed.length, publishedEarlier: publishedEarlier.length },
    [before.manifest.date, after.manifest.date],
  );
  return outcome({ compared, listings, pairs, gone, came, alone, publishedEarlier });
}

export type Comparer = ReturnType<typeof comparer>;

/** Compares entries that both listings show, and counts. */
function comparer({ registry, before, after, found }: Compared, keepsVersions: boolean) {
  const counts = { paired: 0, changed: 0, respelled: 0 };
  return {
    counts,
    compare(old: StoredEntry, now: StoredEntry): void {
      counts.paired += 1;
      if (isSameEntry(old, now)) return;
      const changes = entryChanges(rowsOf(before, registry, old), rowsOf(after, registry, now), keepsVersions);
      if (changes.length > 0) counts.changed += 1;
      else counts.respelled += 1;
      for (const each of changes) {
        // Where the name changed, that says it.
        if (each.kind === 'publisher/changed' && old.id !== now.id) continue;
        found.add(registry, {
          ...publishedBy(each.to),
          kind: each.kind,
          scope: each.scope,
          entry: now.id,
          was: old.id === now.id ? null : old.id,
          before: each.before,
          after: each.after,
          at: { before: placeOf(each.from), after: placeOf(each.to) },
        });
      }
    },
  };
}

function oneSided({ before, after }: Compared, was: Coverage | null, is: Coverage | null): RegistryDrift {
  const [old, now] = listingsSeen([was, is], { onlyBefore: 0, publishedEarlier: 0 }, [
    before.manifest.date,
    after.manifest.date,
  ]);
  const registry = (was ?? is)?.registry ?? '';
  const none = { paired: 0, changed: 0, unchanged: 0, respelled: 0, renamed: 0, new: null, gone: null };
  return { registry, before: old, after: now, ...none, notSeen: { before: 0, after: 0, refused: 0 } };
}

function coverageOf({ coverage }: Manifest, registry: RegistryId): Coverage | null {
  return coverage.find((row) => row.registry === registry) ?? null;
}

/** In UTC, as snapshots are dated; the day of the snapshot itself is left out. */
function isPublishedBefore({ firstPublishedAt }: Leftover, date: string): boolean {
  return firstPublishedAt !== null && firstPublishedAt.slice(0, 'YYYY-MM-DD'.length) < date;
}
