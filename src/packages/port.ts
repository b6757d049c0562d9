import type { Get } from '../fetch/port.ts';
import type { Packument } from '../model/release.ts';
import type { StoredPackage } from '../model/snapshot.ts';
import type { ArchiveKind } from '../model/source.ts';

/** One package ecosystem whose release histories are read. */
export interface Ecosystem {
  readonly id: 'npm' | 'pypi';
  readonly title: string;
  readonly baseUrl: string;
  /** Where its files lie, where that is not the base address; a mirror's base address serves both. */
  readonly filesUrl: string | null;
  readonly pace: { readonly concurrency: number; readonly requestsPerSecond: number };
  /**
   * The release history of a package, as a document cut to the fields that are read.
   *
   * A 404, a name no registry would accept, a document over the bound are `not-read` with the reason. Throws FetchError for
   * what may be different next time (network, 5xx, rate limit).
   */
  observe(purl: string, name: string, get: Get, baseUrl: string): Promise<StoredPackage>;
  /** The normal form of a stored document. Throws ZodError where it does not have the shape. */
  read(stored: StoredPackage & { outcome: 'read' }): Packument;
  /** Releases that the document names and `read` leaves out, since nothing of them can be read. */
  unreadReleases(stored: StoredPackage & { outcome: 'read' }): number;
  /** The archives of a release; [] where the document names none that can be asked for. */
  archives(stored: StoredPackage & { outcome: 'read' }, version: string, baseUrl: string): readonly ArchiveReference[];
}

/** Where an archive of a release lies, and what its registry says of its bytes. */
export interface ArchiveReference {
  readonly url: string;
  readonly filename: string;
  readonly kind: ArchiveKind;
  /** As the registry gives them; null is not given. */
  readonly digests: {
    /** npm: Subresource Integrity, one or several. */
    readonly integrity: string | null;
    /** npm: SHA-1 in hex. */
    readonly shasum: string | null;
    /** PyPI: SHA-256 in hex. */
    readonly sha256: string | null;
  };
}
