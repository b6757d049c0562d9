import { type ChangeKind, CHANGES, type GroupDrift } from '../model/drift.ts';
import type { RegistryId } from '../model/entry.ts';

interface Counted {
  readonly registry: RegistryId;
  readonly kind: ChangeKind;
  readonly migration: boolean;
  /** Numbers of the entries. */
  readonly entries: ReadonlySet<number>;
}

/** How many entries changed in each field group of each registry; an entry counts once however many of its fields changed. */
export function groupsOf(lines: readonly Counted[]): readonly GroupDrift[] {
  const all = new Map<string, { registry: RegistryId; group: string; sets: Record<Way, Set<number>> }>();
  for (const { registry, kind, migration, entries } of lines) {
    const group = kind.slice(0, kind.indexOf('/'));
    const key = `${registry}\n${group}`;
    const known = all.get(key) ?? { registry, group, sets: noneYet() };
    all.set(key, known);
    const counted = known.sets[migration ? 'registryWide' : wayOf(kind)];
    for (const entry of entries) counted.add(entry);
  }
  return [...all.values()]
    .toSorted((a, b) => compare(a.registry, b.registry) || orderOf(a.group) - orderOf(b.group))
    .map(({ registry, group, sets }) => ({
      registry,
      group,
      new: sets.new.size,
      changed: sets.changed.size,
      gone: sets.gone.size,
      registryWide: sets.registryWide.size,
    }));
}

type Way = 'new' | 'changed' | 'gone' | 'registryWide';

function noneYet(): Record<Way, Set<number>> {
  return { new: new Set(), changed: new Set(), gone: new Set(), registryWide: new Set() };
}

function wayOf(kind: ChangeKind): Way {
  if (/\/(?:[a-z-]*added|first-said|released|new|returned)$/.test(kind)) return 'new';
  return /\/(?:removed|dropped|[a-z]+-dropped|no-longer-said|withdrawn|gone)$/.test(kind) ? 'gone' : 'changed';
}

const GROUPS = [...new Set(Object.keys(CHANGES).map((kind) => kind.slice(0, kind.indexOf('/'))))];

function orderOf(group: string): number {
  return GROUPS.indexOf(group);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
