import type { Drift } from '../model/drift.ts';
import type { RegistryId } from '../model/entry.ts';
import type { Manifest, StoredRow } from '../model/snapshot.ts';
import type { ReadRow } from '../registries/port.ts';
import type { Head } from './join.ts';
import { type LineStore, lineCollector } from './lines.ts';
import { registryDrift } from './registry-drift.ts';

/** One snapshot as drift reads it. */
export interface DriftSource {
  readonly manifest: Manifest;
  /** In the order of ids; can be asked for again. */
  entriesOf(registry: RegistryId): AsyncIterable<Head>;
  read(registry: RegistryId, row: StoredRow): ReadRow;
  /** Names that stand in rows which the registry's schema refused. */
  refusedNames(registry: RegistryId): Promise<ReadonlySet<string>>;
  /** The error for an entry out of order. */
  disordered(this: void, id: string): Error;
}

export interface DriftOptions {
  /** Takes what is too much for memory. */
  readonly lines: LineStore;
  readonly onEntry: () => void;
}

/**
 * What changed between two snapshots. Walks both side by side, so memory holds the entries of one side alone and no others.
 *
 * A registry that only one of them asked is listed with `null` for the other, and nothing is said of its entries.
 */
export async function driftBetween(before: DriftSource, after: DriftSource, options: DriftOptions): Promise<Drift> {
  const found = lineCollector(options.lines);
  const registries = [];
  for (const registry of registriesOf(before.manifest, after.manifest)) {
    registries.push(await registryDrift({ registry, before, after, found, options }));
  }
  const byId = new Map(registries.map((row) => [row.registry, row]));
  const { groups, lines } = found.result((registry, kind) => {
    const row = byId.get(registry);
    if (kind === 'entry/new' || kind === 'entry/returned') return row?.after?.distinct ?? 0;
    if (kind === 'entry/gone' || kind === 'entry/renamed') return row?.before?.distinct ?? 0;
    return row?.paired ?? 0;
  });
  return { before: sideOf(before.manifest), after: sideOf(after.manifest), registries, groups, lines };
}

function registriesOf(before: Manifest, after: Manifest): readonly RegistryId[] {
  return [...new Set([...after.coverage, ...before.coverage].map(({ registry }) => registry))];
}

function sideOf({ date, origin, tool }: Manifest): Drift['before'] {
  return { date, origin, tool };
}
