import type { EntryId } from '../model/entry.ts';
import type { Claimant } from './claims.ts';
import { publisherKeysOf } from './publisher-keys.ts';
import { groupsLinkedBy } from './union-find.ts';

/** So many publishers use a package that is a tool (`mcp-remote`) and nobody's server. */
const MOST_PUBLISHERS = 5;
/** Entries of one conflict that are kept; who lists a thousand makes no more of it. */
const MOST_ENTRIES = 100;

/** Entries that contradict each other: facts, which of them is right is for a person to find out. */
export type Conflict = PackageConflict | NameConflict;

/** One package that entries of different publishers name as theirs. */
export interface PackageConflict {
  readonly kind: 'package';
  /** A purl without a version. */
  readonly value: string;
  /** At least two, of at least two publishers, by id, cut to 100. */
  readonly entries: readonly ConflictingEntry[];
}

/** One name under which registries show different repositories. */
export interface NameConflict {
  readonly kind: 'name';
  /** In lower case. */
  readonly value: string;
  /** At least two, with at least two repositories, by id, cut to 100. */
  readonly entries: readonly ConflictingEntry[];
}

export interface ConflictingEntry {
  readonly id: EntryId;
  /** Accounts by which its publisher is known, as in publisher-keys.ts. */
  readonly publisher: readonly string[];
  /** `github.com/owner/name` with the folder; null where none is shown. */
  readonly repository: string | null;
}

/**
 * What entries claim against each other: the same package by publishers that share no account, the same name with repositories that
 * share neither owner nor numeric id. By kind and value; the order of entries does not matter.
 *
 * A package that more than five publishers name is a tool of everybody's; entries that show no publisher contradict nobody.
 */
export function conflicts(claimants: readonly Claimant[]): readonly Conflict[] {
  const byPackage = new Map<string, Claimant[]>();
  const byName = new Map<string, Claimant[]>();
  for (const claimant of claimants) {
    let hasRepository = false;
    for (const { kind, value } of claimant.claims) {
      if (kind === 'package') add(byPackage, value, claimant);
      if (kind === 'repository') hasRepository = true;
    }
    if (hasRepository && claimant.name.includes('/')) add(byName, nameKey(claimant.name), claimant);
  }
  const packages = several(byPackage).flatMap(([value, those]) => packageConflict(value, those));
  const names = several(byName).flatMap(([value, those]) => nameConflict(value, those));
  return [...names.toSorted(byValue), ...packages.toSorted(byValue)];
}

function packageConflict(value: string, claimants: readonly Claimant[]): readonly Conflict[] {
  const entries = claimants.map(entryOf).filter(({ publisher }) => publisher.length > 0);
  const publishers = groupsLinkedBy(entries.map(({ publisher }) => publisher));
  if (publishers < 2 || publishers > MOST_PUBLISHERS) return [];
  return [{ kind: 'package', value, entries: entries.toSorted(byId).slice(0, MOST_ENTRIES) }];
}

function nameConflict(value: string, claimants: readonly Claimant[]): readonly Conflict[] {
  const entries = claimants.map(entryOf);
  const repositories = groupsLinkedBy(
    claimants.map((claimant, place) => [ownerOf(entries[place]?.repository ?? ''), ...repositoryIds(claimant)]),
  );
  return repositories < 2 ? [] : [{ kind: 'name', value, entries: entries.toSorted(byId).slice(0, MOST_ENTRIES) }];
}

function entryOf(claimant: Claimant): ConflictingEntry {
  const repository = claimant.claims.find(({ kind }) => kind === 'repository')?.value ?? null;
  return { id: claimant.id, publisher: publisherKeysOf(claimant), repository };
}

function repositoryIds({ claims }: Claimant): readonly string[] {
  return claims.flatMap(({ kind, value }) => (kind === 'repository id' ? [value] : []));
}

function ownerOf(repository: string): string {
  return repository.split('/', 2).join('/');
}

/** Registries write one name with an `@` before it and without. */
function nameKey(name: string): string {
  return name.replace(/^@/, '').toLowerCase();
}

function several(
  groups: ReadonlyMap<string, readonly Claimant[]>,
): readonly (readonly [string, readonly Claimant[]])[] {
  return [...groups].filter(([, those]) => those.length > 1);
}

function add(groups: Map<string, Claimant[]>, key: string, claimant: Claimant): void {
  const known = groups.get(key);
  if (known === undefined) groups.set(key, [claimant]);
  else known.push(claimant);
}

function byId(a: ConflictingEntry, b: ConflictingEntry): number {
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function byValue(a: Conflict, b: Conflict): number {
  return a.value < b.value ? -1 : Number(a.value > b.value);
}
