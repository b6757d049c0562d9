import { type ChangeKind, CHANGES, type Drift, type DriftChange, type DriftLine } from '../model/drift.ts';
import type { RegistryId } from '../model/entry.ts';
import { groupsOf } from './groups.ts';
import { templateOf } from './template.ts';

/** So many publishers do not make the same change between two snapshots by themselves. */
const MIGRATION_PUBLISHERS = 10;
/** Where a registry keeps no versions, publishers overwrite what stands there, so more have to agree. */
const UNVERSIONED_SHARE = 0.01;

/** Lines kept outside of memory: written once, read back by where they stand. */
export interface LineStore {
  append(line: string): number;
  read(position: number): string;
}

export interface FoundChange extends DriftChange {
  readonly kind: ChangeKind;
  readonly scope: DriftLine['scope'];
}

/** Gathers changes into lines of one kind: counts in memory, the changes in the line store. */
export interface LineCollector {
  add(registry: RegistryId, found: FoundChange): void;
  /** Takes back what turned out to rest on an incomplete listing. */
  drop(registry: RegistryId, kind: ChangeKind): void;
  /** `of` says of how many entries a kind of change is counted. */
  result(of: (registry: RegistryId, kind: ChangeKind) => number): Pick<Drift, 'groups' | 'lines'>;
}

interface Bucket {
  readonly positions: number[];
  readonly entries: Set<number>;
  /** To the numbers of the entries of each. */
  readonly publishers: Map<string, Set<number>>;
}

interface Kept {
  readonly registry: RegistryId;
  readonly kind: ChangeKind;
  readonly scope: DriftLine['scope'];
  /** By transformation; what none can be told of is under null. */
  readonly buckets: Map<string | null, Bucket>;
  versioned: boolean;
}

export function lineCollector(store: LineStore): LineCollector {
  const all = new Map<string, Kept>();
  const numbers = { last: '', number: 0 };
  return {
    add(registry, { kind, scope, ...change }) {
      if (numbers.last !== change.entry) {
        numbers.last = change.entry;
        numbers.number += 1;
      }
      const key = `${registry}\n${kind}\n${scope}`;
      const kept = all.get(key) ?? { registry, kind, scope, buckets: new Map(), versioned: false };
      all.set(key, kept);
      const bucket = bucketOf(kept, scope === 'in place' ? templateOf(kind, change.before, change.after) : null);
      bucket.positions.push(store.append(JSON.stringify(change)));
      bucket.entries.add(numbers.number);
      if (change.publisher !== null) creditTo(bucket, change.publisher, [numbers.number]);
      if (change.version !== null) kept.versioned = true;
    },
    drop(registry, kind) {
      for (const [key, kept] of all) if (kept.registry === registry && kept.kind === kind) all.delete(key);
    },
    result(of) {
      const split = [...all.values()].flatMap((kept) => splitOf(kept, of(kept.registry, kept.kind)));
      const lines = split
        .toSorted((a, b) => a.share - b.share || orderOf(a.kept.kind) - orderOf(b.kept.kind) || compare(a.key, b.key))
        .map(({ kept, bucket, migration, of: outOf }, index) => ({
          rank: index + 1,
          registry: kept.registry,
          kind: kept.kind,
          scope: kept.scope,
          migration,
          entries: bucket.entries.size,
          rows: bucket.positions.length,
          publishers: bucket.publishers.size,
          foremost: foremostOf(bucket),
          of: outOf,
          changes: readBack(bucket.positions, store),
        }));
      const groups = groupsOf(
        split.map(({ kept: { registry, kind }, migration, bucket }) => ({
          registry,
          kind,
          migration,
          entries: bucket.entries,
        })),
      );
      return { groups, lines };
    },
  };
}

function bucketOf({ buckets }: Kept, template: string | null): Bucket {
  const known = buckets.get(template) ?? { positions: [], entries: new Set(), publishers: new Map() };
  buckets.set(template, known);
  return known;
}

/** A line for each transformation that is the registry's own, and one for all that is left. */
function splitOf(kept: Kept, of: number) {
  const { registry, kind, scope, versioned } = kept;
  const isMigration = (template: string | null, { entries, publishers }: Bucket) =>
    template !== null &&
    publishers.size >= MIGRATION_PUBLISHERS &&
    (versioned || entries.size >= of * UNVERSIONED_SHARE);
  const rest: Bucket = { positions: [], entries: new Set(), publishers: new Map() };
  const lines: { bucket: Bucket; migration: boolean; key: string }[] = [];
  for (const [template, bucket] of kept.buckets) {
    if (isMigration(template, bucket)) lines.push({ bucket, migration: true, key: `${registry} ${scope} ${template}` });
    else merge(rest, bucket);
  }
  rest.positions.sort((a, b) => a - b);
  if (rest.positions.length > 0) lines.push({ bucket: rest, migration: false, key: `${registry} ${scope} ${kind}` });
  return lines.map((line) => ({ ...line, kept, of, share: of === 0 ? 1 : line.bucket.entries.size / of }));
}

function merge(into: Bucket, { positions, entries, publishers }: Bucket): void {
  for (const position of positions) into.positions.push(position);
  for (const entry of entries) into.entries.add(entry);
  for (const [publisher, theirs] of publishers) creditTo(into, publisher, theirs);
}

function creditTo({ publishers }: Bucket, publisher: string, entries: Iterable<number>): void {
  const theirs = publishers.get(publisher) ?? new Set();
  publishers.set(publisher, theirs);
  for (const entry of entries) theirs.add(entry);
}

/** Of equal ones the first by name. */
function foremostOf({ publishers }: Bucket): DriftLine['foremost'] {
  let most: DriftLine['foremost'] = null;
  for (const [publisher, { size }] of publishers) {
    if (most === null || size > most.entries || (size === most.entries && publisher < most.publisher))
      most = { publisher, entries: size };
  }
  return most;
}

function readBack(positions: readonly number[], store: LineStore): Iterable<DriftChange> {
  return {
    *[Symbol.iterator]() {
      for (const position of positions) {
        const change: DriftChange = JSON.parse(store.read(position));
        yield change;
      }
    },
  };
}

const ORDER = new Map(Object.keys(CHANGES).map((kind, index) => [kind, index]));

function orderOf(kind: ChangeKind): number {
  return ORDER.get(kind) ?? ORDER.size;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
