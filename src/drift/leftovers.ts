import { type Claim, claimantOf } from '../identity/claims.ts';
import type { EntryId } from '../model/entry.ts';
import type { StoredEntry } from '../model/snapshot.ts';
import type { ReadRow } from '../registries/port.ts';
import type { EntryRows } from './entry-changes.ts';
import type { LineStore } from './lines.ts';

/** An entry that only one listing shows: what identifies it in memory, its rows in the line store. */
export interface Leftover {
  readonly id: EntryId;
  readonly name: string;
  readonly claims: readonly Claim[];
  /** The first time at which a version of it was published, as written; null where no row says. */
  readonly firstPublishedAt: string | null;
  readonly position: number;
}

export interface Leftovers {
  add(stored: StoredEntry, rows: EntryRows): void;
  readonly all: readonly Leftover[];
  read(leftover: Leftover): StoredEntry;
}

export function leftovers(store: LineStore): Leftovers {
  const all: Leftover[] = [];
  return {
    add(stored, { latest, earlier }) {
      all.push({
        id: stored.id,
        name: latest.entry.name,
        claims: claimsOf(latest),
        firstPublishedAt: earliest([latest, ...earlier]),
        position: store.append(JSON.stringify(stored)),
      });
    },
    all,
    read({ position }) {
      const stored: StoredEntry = JSON.parse(store.read(position));
      return stored;
    },
  };
}

/** What a row says of itself that another one may say too; [] where it shows a name alone. */
export function claimsOf({ entry, record }: ReadRow): readonly Claim[] {
  return record === null ? [] : claimantOf({ entry, record, earlier: [], notRead: [] }).claims;
}

/** Times of one registry in UTC compare as text as far as the second. */
function earliest(rows: readonly ReadRow[]): string | null {
  const times = rows.flatMap(({ record }) => record?.publishedAt ?? []);
  return times.reduce<string | null>((first, time) => (first === null || time < first ? time : first), null);
}
