import type { Identity } from '../identity/survey.ts';
import type { ConflictingEntry } from '../identity/conflicts.ts';
import { shareAccount } from '../identity/publisher-keys.ts';
import type { EntryId } from '../model/entry.ts';
import { isStatedByPublisher } from '../model/publishers.ts';
import type { PopulationRow } from './population-rows.ts';

/** A package of this entry that somebody else named before. */
export interface PackageClaim {
  readonly purl: string;
  /** Entries of other publishers that name it, by id. */
  readonly others: readonly ConflictingEntry[];
}

export interface PackageClaims {
  /** Of an entry that is not the first to name the package; [] for nearly all. */
  of(id: EntryId): readonly PackageClaim[];
}

const NONE: readonly PackageClaim[] = [];

/** Of a snapshot that was not walked. */
export const NO_PACKAGE_CLAIMS: PackageClaims = { of: () => NONE };

/** Which entries name a package that an entry of another publisher, listed before them, names as its own. */
export function packageClaims({ conflicts }: Identity, rows: readonly PopulationRow[]): PackageClaims {
  const stated = conflicts
    .filter(({ kind }) => kind === 'package')
    .map(({ value, entries }) => ({
      purl: value,
      entries: entries.filter(({ id }) => isStated(id)),
    }));
  const wanted = new Set(stated.flatMap(({ entries }) => entries.map(({ id }) => id)));
  const listed = new Map(rows.filter(({ id }) => wanted.has(id)).map(({ id, listedMs }) => [id, listedMs ?? Infinity]));
  const claims = new Map<EntryId, PackageClaim[]>();
  for (const { purl, entries } of stated) {
    for (const entry of entries) {
      const others = entries.filter(({ publisher }) => !shareAccount(publisher, entry.publisher));
      const listedAt = (each: ConflictingEntry) => listed.get(each.id) ?? Infinity;
      if (!others.some((other) => listedAt(other) <= listedAt(entry))) continue;
      claims.set(entry.id, [...(claims.get(entry.id) ?? []), { purl, others }]);
    }
  }
  return { of: (id) => claims.get(id) ?? NONE };
}

function isStated(id: EntryId): boolean {
  return isStatedByPublisher(id.slice(0, id.indexOf(':')));
}
