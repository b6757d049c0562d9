import type { Get } from '../fetch/port.ts';
import type { SeenAccount, SeenRepository, StoredHosted } from '../model/repository.ts';
import type { Key } from '../registries/port.ts';

/** A host of repositories that is asked about them. */
export interface CodeHost {
  readonly id: string;
  readonly title: string;
  /** In addresses of repositories: `github.com`. */
  readonly domain: string;
  /** Without a trailing slash; all its requests start with it. `--base-url` replaces it. */
  readonly baseUrl: string;
  readonly filesUrl: null;
  readonly pace: { readonly concurrency: number; readonly requestsPerSecond: number };
  readonly keys: readonly Key[];
  /**
   * A repository with its tags, by `domain/owner/name`. Never throws for a fetch that failed: what it brings is an extra, and its
   * absence a reason.
   */
  observeRepository(key: string, get: Get, baseUrl: string): Promise<StoredHosted>;
  /** An account, by `domain/login`; likewise. */
  observeAccount(key: string, get: Get, baseUrl: string): Promise<StoredHosted>;
  /** The normal form of a stored line. Throws ZodError where it does not have the shape. */
  readRepository(stored: StoredHosted): SeenRepository;
  readAccount(stored: StoredHosted): SeenAccount;
}
