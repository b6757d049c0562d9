import { mkdirSync } from 'node:fs';
import type { Coverage, PackageCoverage, SourceCoverage } from '../model/coverage.ts';
import type { Depth } from '../model/depth.ts';
import type { RegistryId } from '../model/entry.ts';
import type { Manifest, SnapshotFile, StoredPackage, StoredRow } from '../model/snapshot.ts';
import type { StoredRelease } from '../model/source.ts';
import type { RefusedRow, Row } from '../registries/port.ts';
import { type ListingCoverage, packageRow, sourceRow, tally } from './coverage.ts';
import { groups, type Groups } from './groups.ts';
import { histories, type Histories } from './histories.ts';
import { writeLines } from './line-file.ts';
import { isFinished, SCHEMA_VERSION, writeManifest } from './manifest.ts';
import { quarantine } from './quarantine.ts';
import { releaseLines, type ReleaseLines } from './releases.ts';
import { openScratch } from './scratch.ts';
import { SnapshotError, unwritable } from './snapshot-error.ts';

export interface SnapshotHead extends Pick<Manifest, 'date' | 'origin' | 'tool' | 'startedAt'> {
  /** The snapshot's own folder; made where it does not exist. */
  readonly folder: string;
}

export interface SnapshotEnd {
  /** One for each registry asked, in the order in which they are shown. */
  readonly listed: readonly ListingCoverage[];
  readonly packages: readonly PackageCoverage[];
  /** null where no archives were wanted. */
  readonly sources: SourceCoverage | null;
  readonly finishedAt: string;
  /** How deep an entry was seen, by what was read of the packages that it names. */
  depthOf(registry: RegistryId, latest: StoredRow, read: PackagesRead): Depth;
}

/** What was read of a package, by its purl without a version. */
export interface PackagesRead {
  history(this: void, purl: string): boolean;
  source(this: void, purl: string): boolean;
}

export interface SnapshotWriter {
  addRow(registry: RegistryId, row: Row): void;
  addRefused(registry: RegistryId, refused: RefusedRow): void;
  addPackage(ecosystem: string, stored: StoredPackage): void;
  addRelease(ecosystem: string, stored: StoredRelease): void;
  /** Writes the files and, last, the manifest. The writer is used up. */
  finish(end: SnapshotEnd): Promise<Manifest>;
}

/**
 * Gathers a snapshot and writes it at the end: the same rows make the same bytes, in whatever order they come.
 *
 * Rows wait in an unnamed file beside the snapshot, so that memory holds names and no records. Throws SnapshotError EXISTS
 * rather than overwrite a finished snapshot, and UNWRITABLE before any work is done for a folder that takes no files.
 */
export function createSnapshotWriter(head: SnapshotHead): SnapshotWriter {
  const { folder } = head;
  prepare(folder);
  const scratch = openScratch(folder);
  const rowsOf = new Map<RegistryId, Groups>();
  const historiesOf = new Map<string, Histories>();
  const releasesOf = new Map<string, ReleaseLines>();
  const refusedRows = quarantine(scratch);

  async function finish(end: SnapshotEnd): Promise<Manifest> {
    try {
      const read: PackagesRead = {
        history: (purl) => historiesOf.values().some((each) => each.isRead(purl)),
        source: (purl) => releasesOf.values().some((each) => each.isRead(purl)),
      };
      const files: SnapshotFile[] = [];
      const coverage: Coverage[] = [];
      checkListed(rowsOf.keys(), end.listed);
      for (const listing of end.listed) {
        const { registry } = listing;
        const rows = rowsOf.get(registry) ?? groups(registry, scratch);
        const counts = tally();
        const lines = rows.entries().map((entry) => {
          counts.add({ ...entry, depth: end.depthOf(registry, entry.latest, read) });
          return entry.line;
        });
        files.push(await writeLines(folder, `entries/${registry}.ndjson.gz`, lines));
        const quarantined = refusedRows.count(registry);
        coverage.push(counts.row(listing, { rows: rows.rows() + quarantined, quarantined }));
      }
      for (const [ecosystem, kept] of byKey(historiesOf)) {
        files.push(await writeLines(folder, `packages/${ecosystem}.ndjson.gz`, kept.lines()));
      }
      for (const [ecosystem, kept] of byKey(releasesOf)) {
        files.push(await writeLines(folder, `releases/${ecosystem}.ndjson.gz`, kept.lines()));
      }
      files.push(await writeLines(folder, 'quarantine.ndjson.gz', refusedRows.lines()));
      const manifest = manifestOf(head, end, { coverage, files });
      await writeManifest(folder, manifest);
      return manifest;
    } finally {
      scratch.close();
    }
  }

  return {
    addRow(registry, row) {
      try {
        of(rowsOf, registry, () => groups(registry, scratch)).add(row);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        refusedRows.add(registry, refusedForDepth(row));
      }
    },
    addRefused: (registry, refused) => refusedRows.add(registry, refused),
    addPackage: (ecosystem, stored) => of(historiesOf, ecosystem, () => histories(scratch)).add(stored),
    addRelease: (ecosystem, stored) => of(releasesOf, ecosystem, () => releaseLines(scratch)).add(stored),
    finish,
  };
}

function prepare(folder: string): void {
  if (isFinished(folder)) {
    throw new SnapshotError(
      'EXISTS',
      `There is a finished snapshot in "${folder}" already; snapshots are never overwritten. Use it, capture another date, or move it away.`,
    );
  }
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw unwritable(folder, error);
  }
}

function manifestOf(
  { date, origin, tool, startedAt }: SnapshotHead,
  { finishedAt, packages, sources }: SnapshotEnd,
  { coverage, files }: Pick<Manifest, 'coverage' | 'files'>,
): Manifest {
  return {
    schemaVersion: SCHEMA_VERSION,
    date,
    origin,
    tool,
    startedAt,
    finishedAt,
    coverage,
    packages: packages.map(packageRow),
    ...(sources === null ? {} : { sources: sourceRow(sources) }),
    files,
  };
}

function byKey<Value>(all: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...all].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Rows of a registry that has no coverage row would vanish without a count. */
function checkListed(seen: Iterable<RegistryId>, listed: readonly ListingCoverage[]): void {
  const known = new Set(listed.map(({ registry }) => registry));
  for (const registry of seen) if (!known.has(registry)) throw new Error(`rows of ${registry} without its coverage`);
}

function refusedForDepth({ stored: { resource, pointer, record } }: Row): RefusedRow {
  return { kind: 'refused', resource, pointer, reason: 'nested too deeply to be kept', record };
}

function of<Value>(all: Map<string, Value>, key: string, make: () => Value): Value {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = make();
  all.set(key, made);
  return made;
}
