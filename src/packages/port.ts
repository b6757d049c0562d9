import type { Get } from '../fetch/port.ts';
import type { Packument } from '../model/release.ts';
import type { StoredPackage } from '../model/snapshot.ts';

/** One package ecosystem whose release histories are read. */
export interface Ecosystem {
  readonly id: 'npm' | 'pypi';
  readonly title: string;
  readonly baseUrl: string;
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
}
