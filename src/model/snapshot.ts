import type { Coverage, PackageCoverage, RepositoryCoverage, SourceCoverage } from './coverage.ts';
import type { EntryId, RegistryId } from './entry.ts';
import type { Json, Pointer, ResourceDescriptor } from './place.ts';

/** `YYYY-MM-DD`. */
export type SnapshotDate = string;

export interface Manifest {
  readonly schemaVersion: 1;
  readonly date: SnapshotDate;
  /** `synthetic` is printed at the head of every report. */
  readonly origin: 'captured' | 'synthetic';
  /** name@version that made it. */
  readonly tool: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly coverage: readonly Coverage[];
  readonly packages: readonly PackageCoverage[];
  /** Absent where no archives were wanted. */
  readonly sources?: SourceCoverage;
  /** Absent where no code host was to be asked. */
  readonly repositories?: RepositoryCoverage;
  readonly files: readonly SnapshotFile[];
}

export interface SnapshotFile {
  /** Relative to the snapshot's folder, with `/`. */
  readonly path: string;
  /** Of the file as it lies on disk. */
  readonly sha256: string;
  readonly bytes: number;
  /** Lines. */
  readonly rows: number;
  /** First 16 hex digits of SHA-256 over each 1,000 lines, to say where a damaged file differs. */
  readonly blocks: readonly string[];
}

/** One line of entries/<registry>.ndjson.gz: the rows of one entry as received. */
export interface StoredEntry {
  readonly id: EntryId;
  readonly latest: StoredRow;
  /** Rows of other versions, oldest first. */
  readonly earlier?: readonly StoredRow[];
}

/** A row as received, and where it stood. */
export interface StoredRow {
  readonly record: Json;
  readonly resource: ResourceDescriptor;
  readonly pointer: Pointer;
  /** A fuller record of the same server from a detail request; then it is the one that is read. */
  readonly detail?: StoredRow;
}

/** One line of packages/<ecosystem>.ndjson.gz. */
export type StoredPackage =
  | {
      readonly purl: string;
      readonly outcome: 'read';
      /** The document cut to the fields this program reads: every path in it is a path in the original. */
      readonly document: Json;
      readonly resource: ResourceDescriptor;
    }
  | { readonly purl: string; readonly outcome: 'not-read'; readonly reason: string };

/** One line of quarantine.ndjson.gz. */
export interface QuarantinedRow {
  readonly registry: RegistryId;
  readonly resource: ResourceDescriptor;
  readonly pointer: Pointer;
  readonly reason: string;
  /** The row's JSON, cut to 2,000 characters. */
  readonly excerpt: string;
}
