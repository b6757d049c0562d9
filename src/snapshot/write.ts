import { mkdirSync } from 'node:fs';
import type { PackageCoverage, RepositoryCoverage, SourceCoverage } from '../model/coverage.ts';
import type { RegistryId } from '../model/entry.ts';
import type { StoredHosted } from '../model/repository.ts';
import type { Manifest, SnapshotFile, StoredPackage } from '../model/snapshot.ts';
import type { StoredRelease } from '../model/source.ts';
import type { RefusedRow, Row } from '../registries/port.ts';
import { type ListingCoverage, packageRow, repositoryRow, sourceRow } from './coverage.ts';
import { groups, type Groups, type Packages } from './groups.ts';
import { depthOf, type PackagesRead, writeEntries, type WrittenEntries } from './entries-file.ts';
import { type HostedLines, hostedLines } from './hosted.ts';
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
  /** Absent where no code host was to be asked. */
  readonly repositories?: RepositoryCoverage | null;
  readonly finishedAt: string;
}

export interface SnapshotWriter {
  /** `packages`: the purls that the row's record names; null where it is only a name. */
  addRow(registry: RegistryId, row: Row, packages?: Packages): void;
  addRefused(registry: RegistryId, refused: RefusedRow): void;
  addPackage(ecosystem: string, stored: StoredPackage): void;
  addRelease(ecosystem: string, stored: StoredRelease): void;
  /** No more rows of it will come: its entries can be written while others are listed. */
  endRegistry(registry: RegistryId): void;
  /** No more packages of it will come. */
  endPackages(ecosystem: string): void;
  addHosted(host: string, stored: StoredHosted): void;
  /** Writes the files and, last, the manifest. The writer is used up. */
  finish(end: SnapshotEnd): Promise<Manifest>;
  /** Ends what is under way, after `finish` or instead of it. Never throws. */
  close(): Promise<void>;
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
  const hostedOf = new Map<string, HostedLines>();
  const refusedRows = quarantine(scratch);

  const entriesOf = new Map<RegistryId, Writing<WrittenEntries>>();
  const packagesOf = new Map<string, Writing<SnapshotFile>>();
  let isOpen = true;

  function writtenEntries(registry: RegistryId): Promise<WrittenEntries> {
    const rows = () => of(rowsOf, registry, () => groups(registry, scratch));
    return of(entriesOf, registry, () => begun(writeEntries(folder, registry, rows()))).done;
  }
  function writtenPackages(ecosystem: string): Promise<SnapshotFile> {
    const lines = () => historiesOf.get(ecosystem)?.lines() ?? [];
    return of(packagesOf, ecosystem, () => begun(writeLines(folder, `packages/${ecosystem}.ndjson.gz`, lines()))).done;
  }

  async function finish(end: SnapshotEnd): Promise<Manifest> {
    try {
      return await finishing(end);
    } finally {
      await close();
    }
  }

  async function finishing(end: SnapshotEnd): Promise<Manifest> {
    checkListed(rowsOf.keys(), end.listed);
    const writingEntries = end.listed.map(async (listing) => ({
      listing,
      ...(await writtenEntries(listing.registry)),
    }));
    const writingRest = [
      ...sorted(historiesOf.keys()).map(writtenPackages),
      ...sorted(releasesOf.keys()).map((ecosystem) =>
        writeLines(folder, `releases/${ecosystem}.ndjson.gz`, releasesOf.get(ecosystem)?.lines() ?? []),
      ),
      ...sorted(hostedOf.keys()).map((host) =>
        writeLines(folder, `repositories/${host}.ndjson.gz`, hostedOf.get(host)?.lines() ?? []),
      ),
      writeLines(folder, 'quarantine.ndjson.gz', refusedRows.lines()),
    ];
    // Where one cannot be written the others are waited for all the same: nothing writes any more when this has ended.
    await Promise.allSettled([...writingEntries, ...writingRest]);
    const entries = await Promise.all(writingEntries);
    const files = await Promise.all(writingRest);
    const read: PackagesRead = {
      history: (purl) => historiesOf.values().some((each) => each.isRead(purl)),
      source: (purl) => releasesOf.values().some((each) => each.isRead(purl)),
    };
    const coverage = entries.map(({ listing, counts, undecided }) => {
      const { registry } = listing;
      for (const entry of undecided) counts.add({ ...entry, depth: depthOf(entry.packages, read) });
      const quarantined = refusedRows.count(registry);
      return counts.row(listing, { rows: (rowsOf.get(registry)?.rows() ?? 0) + quarantined, quarantined });
    });
    const manifest = manifestOf(head, end, { coverage, files: [...entries.map(({ file }) => file), ...files] });
    await writeManifest(folder, manifest);
    return manifest;
  }

  async function close(): Promise<void> {
    await Promise.allSettled([...entriesOf.values(), ...packagesOf.values()].map(({ done }) => done));
    if (isOpen) scratch.close();
    isOpen = false;
  }

  return {
    addRow(registry, row, packages = []) {
      if (entriesOf.has(registry)) throw new Error(`a row of ${registry} after its end`);
      try {
        of(rowsOf, registry, () => groups(registry, scratch)).add(row, packages);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        refusedRows.add(registry, refusedForDepth(row));
      }
    },
    addRefused: (registry, refused) => refusedRows.add(registry, refused),
    addPackage(ecosystem, stored) {
      if (packagesOf.has(ecosystem)) throw new Error(`a package of ${ecosystem} after its end`);
      of(historiesOf, ecosystem, () => histories(scratch)).add(stored);
    },
    addRelease: (ecosystem, stored) => of(releasesOf, ecosystem, () => releaseLines(scratch)).add(stored),
    endRegistry: (registry) => void writtenEntries(registry),
    endPackages(ecosystem) {
      if (historiesOf.has(ecosystem)) void writtenPackages(ecosystem);
    },
    addHosted: (host, stored) => of(hostedOf, host, () => hostedLines(scratch)).add(stored),
    finish,
    close,
  };
}

/** A file that is being written while others are gathered. */
interface Writing<Written> {
  readonly done: Promise<Written>;
}

/** Whoever waits for it sees its failure; until then nobody does, and that is no reason to end. */
function begun<Written>(done: Promise<Written>): Writing<Written> {
  done.catch(() => undefined);
  return { done };
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
  { finishedAt, packages, sources, repositories = null }: SnapshotEnd,
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
    ...(repositories === null ? {} : { repositories: repositoryRow(repositories) }),
    files,
  };
}

function sorted(ids: Iterable<string>): readonly string[] {
  return [...ids].toSorted();
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
