import { type DriftSource, driftBetween } from '../drift/drift.ts';
import type { Coverage } from '../model/coverage.ts';
import type { Drift, DriftChange, DriftLine } from '../model/drift.ts';
import type { Json } from '../model/place.ts';
import type { StoredEntry, StoredRow } from '../model/snapshot.ts';
import { official } from '../registries/official/index.ts';

/** Rows of the harbour town as the official registry serves them, and snapshots of them in memory. */
export interface Fields {
  readonly name: string;
  readonly version?: string;
  readonly status?: string;
  readonly publishedAt?: string;
  readonly [field: string]: Json | undefined;
}

export function rowOf({ status = 'active', publishedAt = '2026-01-01T00:00:00Z', ...server }: Fields): StoredRow {
  const lifecycle = { status, publishedAt, isLatest: true };
  return stored({
    server: { version: '1.0.0', ...server },
    _meta: { 'io.modelcontextprotocol.registry/official': lifecycle },
  });
}

export function stored(record: object): StoredRow {
  return {
    record: JSON.parse(JSON.stringify(record)),
    resource: {
      uri: 'https://official.example/v0.1/servers',
      sha256: '0'.repeat(64),
      retrievedAt: '2026-06-29T00:00:00Z',
    },
    pointer: '/servers/0',
  };
}

/** An entry with its latest row last. */
export function entryOf(...rows: readonly [StoredRow, ...StoredRow[]]): StoredEntry {
  const earlier = rows.slice(0, -1);
  const latest = rows.at(-1) ?? rows[0];
  const id = official.read(latest).entry.id;
  return earlier.length === 0 ? { id, latest } : { id, latest, earlier };
}

export function snapshotOf(
  date: string,
  entries: readonly StoredEntry[],
  coverage: Partial<Coverage> = {},
  refused: readonly string[] = [],
): DriftSource {
  const inOrder = entries.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const earlierVersions = entries.reduce((sum, { earlier = [] }) => sum + earlier.length, 0);
  const row: Coverage = {
    registry: 'official',
    advertised: null,
    responses: 1,
    rows: entries.length + earlierVersions,
    distinct: entries.length,
    earlierVersions,
    repeats: 0,
    quarantined: 0,
    byDepth: { name: 0, metadata: entries.length, package: 0, source: 0 },
    enumeration: { ended: 'exhausted' },
    ...coverage,
  };
  const times = { startedAt: `${date}T00:00:00Z`, finishedAt: `${date}T01:00:00Z` };
  return {
    manifest: {
      ...times,
      schemaVersion: 1,
      date,
      origin: 'captured',
      tool: 'registry-audit@0.0.0',
      coverage: [row],
      packages: [],
      files: [],
    },
    async *entriesOf() {
      for (const entry of inOrder) yield { id: entry.id, parse: () => entry };
    },
    read: (_registry, each) => official.read(each),
    refusedNames: () => Promise.resolve(new Set(refused)),
    disordered: (id) => new Error(`"${id}" is out of order`),
  };
}

/** Between 2026-06-22 and 2026-06-29 unless the snapshots say otherwise. */
export async function driftOf(before: readonly StoredEntry[], after: readonly StoredEntry[]): Promise<Drift> {
  return drift(snapshotOf('2026-06-22', before), snapshotOf('2026-06-29', after));
}

export async function drift(before: DriftSource, after: DriftSource): Promise<Drift> {
  const kept: string[] = [];
  const lines = { append: (line: string) => kept.push(line) - 1, read: (position: number) => kept[position] ?? '' };
  return driftBetween(before, after, { lines, onEntry: () => undefined });
}

/** `kind entries/rows` of each line, with what is registry-wide. */
export function kindsOf({ lines }: Pick<Drift, 'lines'>): string[] {
  return lines.map(
    ({ kind, entries, rows, migration }) => `${kind} ${entries}/${rows}${migration ? ' registry-wide' : ''}`,
  );
}

export function changesOf({ lines }: Pick<Drift, 'lines'>, kind: DriftLine['kind']): DriftChange[] {
  return lines.filter((line) => line.kind === kind).flatMap(({ changes }) => [...changes]);
}
