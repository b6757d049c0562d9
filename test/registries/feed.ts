import type { Json } from '../../src/model/place.ts';

/**
 * What the loopback registries serve: rows exactly as the registry of that date puts them into its answer.
 *
 * The server adds only the envelope (pages, cursors, totals, sitemaps); it never changes a row.
 */
export interface Feed {
  readonly official: {
    /** Elements of `servers[]`, in listing order. All version rows; `?version=latest` is answered by the rows' own isLatest. */
    readonly rows: readonly Json[];
    /** How the page's envelope is spelled: `next_cursor` until 2025-09-29, `nextCursor` since. */
    readonly cursorField: 'next_cursor' | 'nextCursor';
  };
  readonly glama: {
    /** Elements of `servers[]` of GET /v1/servers. */
    readonly items: readonly Json[];
  };
  readonly smithery: {
    /** Elements of `servers[]` of GET /servers. */
    readonly items: readonly Json[];
    /** GET /servers/{qualifiedName} by qualifiedName in lower case without a leading @. */
    readonly details: ReadonlyMap<string, Json>;
    /** Rows that one query can reach. */
    readonly cap: number;
    /** `pagination.totalCount` without a query; the number of items where it is not stated. */
    readonly claimedTotal?: number;
  };
  readonly mcpSo: {
    /** The `<loc>` of each server page, as raw text before XML escaping. */
    readonly urls: readonly string[];
    /** Old: sitemap_projects_<n>.xml. New: sitemap.xml?section=servers&page=<n>. */
    readonly scheme: 'old' | 'new';
  };
  readonly pulsemcp: {
    /** Elements of `servers[]` of GET /v0.1/servers. */
    readonly rows: readonly Json[];
  };
  /**
   * Packument by package name; a function, so that a large population need not build them all at once. Its tarballs lie where they
   * say they do only if they say so below the base address (`http://127.0.0.1:PORT/npm`).
   */
  readonly npm: (name: string, baseUrl: string) => Json | undefined;
  /** The tarball of a package by its file name. */
  readonly npmArchive: (name: string, filename: string) => Buffer | undefined;
  /** The keys that npm signs with: elements of `keys[]` of GET /-/npm/v1/keys. */
  readonly npmKeys: readonly Json[];
  /** GET /-/npm/v1/attestations/{name}@{version}. */
  readonly npmAttestations: (name: string, version: string) => Json | undefined;
  /** Project JSON by PEP 503 name. */
  readonly pypi: (name: string, baseUrl: string) => Json | undefined;
  /** A file by its path below the base address, `/packages/…`. */
  readonly pypiFile: (path: string) => Buffer | undefined;
  readonly github: {
    readonly repositories: readonly {
      /** GET /repos/{owner}/{name}. */
      readonly document: Json;
      /** Elements of GET /repos/{owner}/{name}/tags. */
      readonly tags?: readonly Json[];
      /** `owner/name` in lower case that it had before. */
      readonly formerly?: readonly string[];
    }[];
    /** GET /users/{login}. */
    readonly accounts: readonly Json[];
    /** The hour's requests are used up. */
    readonly exhausted?: boolean;
  };
}
