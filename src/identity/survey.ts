import type { EntryId } from '../model/entry.ts';
import type { Subject } from '../model/subject.ts';
import { type Claimant, claimantOf } from './claims.ts';
import { type Clusters, clusters } from './clusters.ts';
import { type Conflict, conflicts, type PackageConflict } from './conflicts.ts';

/** Which entries are one server, and which contradict each other. */
export interface Identity {
  readonly clusters: Clusters;
  readonly conflicts: readonly Conflict[];
  /** Packages of this entry that other publishers name as theirs too. */
  packageConflictsOf(id: EntryId): readonly PackageConflict[];
}

const NONE: readonly PackageConflict[] = [];

/** Of a snapshot that was not walked: every entry stands alone. */
export const NO_IDENTITY: Identity = identityOf([]);

/** Sees every entry once, in any order, and says what it claims. */
export function identitySurvey(): { see(subject: Subject): Claimant; result(): Identity } {
  const claimants: Claimant[] = [];
  return {
    see(subject) {
      const claimant = claimantOf(subject);
      claimants.push(claimant);
      return claimant;
    },
    result: () => identityOf(claimants),
  };
}

function identityOf(claimants: readonly Claimant[]): Identity {
  const all = conflicts(claimants);
  const byEntry = new Map<EntryId, PackageConflict[]>();
  for (const conflict of all) {
    if (conflict.kind !== 'package') continue;
    for (const { id } of conflict.entries) byEntry.set(id, [...(byEntry.get(id) ?? []), conflict]);
  }
  return {
    clusters: clusters(claimants),
    conflicts: all,
    packageConflictsOf: (id) => byEntry.get(id) ?? NONE,
  };
}
