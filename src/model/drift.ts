import type { Coverage } from './coverage.ts';
import type { EntryId, RegistryId } from './entry.ts';
import type { Json, Place } from './place.ts';
import type { Manifest } from './snapshot.ts';

/**
 * What can differ between two sightings of one entry: field group and kind, in the words of a report. Of equally rare ones the first
 * is shown first: who controls it, then what it runs and asks for, then what it says.
 */
export const CHANGES = {
  'publisher/changed': 'shown under another publisher',
  'repository/recreated': 'same repository address, another repository id behind it',
  'repository/other-host': 'repository moved to another host',
  'repository/other-owner': 'repository of another owner',
  'remotes/other-host': 'remote moved to another host',
  'packages/other-package': 'another package in place of the one before',
  'packages/file-hash': 'same package version, another file hash',
  'inputs/secret-added': 'asks for a secret it did not ask for',
  'inputs/value': 'another preset value of an input',
  'version/rolled-back': 'an earlier version is the latest again',
  'version/withdrawn': 'a version is no longer listed',
  'version/republished': 'same version, another time of publishing',
  'status/changed': 'another status',
  'entry/renamed': 'listed under another name',
  'entry/gone': 'no longer listed',
  'entry/returned': 'published before the earlier snapshot, and not listed in it',
  'repository/other-name': 'another repository of the same owner',
  'repository/renamed': 'repository renamed, its id the same',
  'repository/other-folder': 'another folder of the same repository',
  'repository/other-address': 'another repository address',
  'repository/removed': 'repository taken away',
  'repository/added': 'repository added',
  'repository/first-said': 'repository said for the first time',
  'repository/no-longer-said': 'repository no longer said',
  'remotes/host-added': 'remote on a further host',
  'remotes/host-dropped': 'fewer hosts of remotes',
  'remotes/other-address': 'another address on the same host',
  'remotes/transport': 'another transport of a remote',
  'remotes/added': 'first remote',
  'remotes/removed': 'remotes taken away',
  'remotes/first-said': 'remotes said for the first time',
  'remotes/no-longer-said': 'remotes no longer said',
  'packages/package-added': 'a further package',
  'packages/package-dropped': 'fewer packages',
  'packages/launch': 'package started or reached in another way',
  'packages/added': 'first package',
  'packages/removed': 'packages taken away',
  'packages/version-field-dropped': 'version of a package no longer in its own field',
  'packages/version-field-filled': 'version of a package now in its own field',
  'packages/first-said': 'packages said for the first time',
  'packages/no-longer-said': 'packages no longer said',
  'inputs/added': 'asks for something it did not ask for',
  'inputs/dropped': 'no longer asks for something',
  'inputs/secrecy': 'an input is marked as secret, or no longer',
  'inputs/requirement': 'an input is required, or no longer',
  'inputs/text': 'inputs described in other words',
  'tools/added': 'tools added',
  'tools/dropped': 'tools taken away',
  'tools/reworded': 'tools described in other words',
  'tools/first-said': 'tools said for the first time',
  'tools/no-longer-said': 'tools no longer said',
  'marks/changed': 'other marks of the registry',
  'website/changed': 'another website',
  'status/message': 'another message of its status',
  'title/changed': 'another title',
  'description/changed': 'another description',
  'packages/version': 'another version of a package',
  'version/released': 'a new version is the latest',
  'entry/new': 'listed for the first time',
} as const;
export type ChangeKind = keyof typeof CHANGES;

export type DriftSide = Pick<Manifest, 'date' | 'origin' | 'tool'>;

/** What changed between two snapshots. */
export interface Drift {
  readonly before: DriftSide;
  readonly after: DriftSide;
  /** One for each registry of either, in the order of the later one. */
  readonly registries: readonly RegistryDrift[];
  /** Entries that changed in each field group; those without a change are left out. */
  readonly groups: readonly GroupDrift[];
  /** Rarest first. */
  readonly lines: readonly DriftLine[];
}

/** One listing, and whether what is not in it can be said to be absent. */
export interface ListingSeen extends Pick<
  Coverage,
  'advertised' | 'distinct' | 'quarantined' | 'byDepth' | 'enumeration'
> {
  readonly complete: boolean;
  /** Why it is not complete; null where it is. */
  readonly reason: string | null;
}

export interface RegistryDrift {
  readonly registry: RegistryId;
  /** null where that snapshot did not ask this registry. */
  readonly before: ListingSeen | null;
  readonly after: ListingSeen | null;
  /** Entries of both, renamed ones among them. paired = changed + unchanged. */
  readonly paired: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Of the unchanged, those of which other bytes were served: order of keys, spelling, counts of visits. */
  readonly respelled: number;
  readonly renamed: number;
  /** null where the earlier listing is not complete; with those that were published before it. */
  readonly new: number | null;
  /** null where one of the listings is not complete. */
  readonly gone: number | null;
  /** Entries that one listing, being incomplete, does not show, and those whose row one of them has in quarantine: neither new nor gone. */
  readonly notSeen: { readonly before: number; readonly after: number; readonly refused: number };
}

/** One field group of one registry, in entries: an entry counts once however many of its fields changed. */
export interface GroupDrift {
  readonly registry: RegistryId;
  /** `repository`, `remotes`, `packages` …; `entry` for entries as a whole. */
  readonly group: string;
  readonly new: number;
  readonly changed: number;
  readonly gone: number;
  /** Changed by the registry itself, and in none of the other counts for that. */
  readonly registryWide: number;
}

/** One kind of change in one registry. */
export interface DriftLine {
  /** From 1. */
  readonly rank: number;
  readonly registry: RegistryId;
  readonly kind: ChangeKind;
  /** With a new version of the publisher's, or on rows of a version that was there already; null where rows are not compared. */
  readonly scope: 'release' | 'in place' | null;
  /** The same transformation over many publishers: the registry's doing. */
  readonly migration: boolean;
  readonly entries: number;
  /** Version rows; at least `entries`. */
  readonly rows: number;
  readonly publishers: number;
  /** The publisher of most of the entries; null where none is known. */
  readonly foremost: { readonly publisher: string; readonly entries: number } | null;
  /** `entries` of this many. */
  readonly of: number;
  /** In the order of ids; may be walked more than once. */
  readonly changes: Iterable<DriftChange>;
}

export interface DriftChange {
  readonly entry: EntryId;
  /** Its id in the earlier snapshot where that was another. */
  readonly was: EntryId | null;
  readonly publisher: string | null;
  readonly version: string | null;
  /** As received, long texts cut; null where there is nothing on that side. */
  readonly before: Json;
  readonly after: Json;
  readonly at: { readonly before: Place | null; readonly after: Place | null };
}
