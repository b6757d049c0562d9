/** The common world: publishers and servers, of which each registry shows what it shows. */
import type { Json } from '../../src/model/place.ts';

export interface Publisher {
  /** Names its random streams. */
  readonly key: string;
  /** GitHub-like, letter case kept. */
  readonly login: string;
  /** Reverse DNS, as in the official registry. */
  readonly namespace: string;
  readonly display: string;
  /** Under a reserved suffix; null for people without a site. */
  readonly domain: string | null;
  /** The account that publishes its packages. */
  readonly account: Account;
}

export interface Account {
  readonly name: string;
  readonly email: string;
  /** Publishes through a CI identity. */
  readonly throughCi?: boolean;
}

/** What stands in `repository`; three spellings of there being none. */
export type RepositorySpec =
  | 'absent'
  | 'empty'
  | 'blank'
  | { readonly url: string; readonly source: 'github' | 'gitlab'; readonly id?: string; readonly subfolder?: string };

export type PackageKind = 'npm' | 'pypi' | 'mcpb' | 'oci' | 'nuget' | 'cargo';

export interface PackageSpec {
  readonly kind: PackageKind;
  /** Without a version, also where the registry wants the version in it (OCI, MCPB). */
  readonly identifier: string;
  readonly runtimeHint: string | null;
  readonly saysBaseUrl: boolean;
  readonly variables: readonly Json[];
  readonly runtimeArguments: readonly Json[];
  readonly packageArguments: readonly Json[];
}

export interface RemoteSpec {
  readonly type: 'streamable-http' | 'sse';
  readonly url: string;
  readonly headers: readonly Json[];
}

/** What a server's record says at one version. */
export interface Declared {
  readonly description: string;
  readonly repository: RepositorySpec;
  readonly packages: readonly PackageSpec[];
  readonly remotes: readonly RemoteSpec[];
}

/** One version row. */
export interface State extends Declared {
  readonly version: string;
  /** Of its packages; a record may lag behind them or run ahead. */
  readonly packageVersion: string;
  readonly atMs: number;
  readonly status?: { readonly is: string; readonly sinceMs: number; readonly message: string | null };
}

export interface Server extends Declared {
  /** Names its random streams. */
  readonly key: string;
  readonly publisher: Publisher;
  /** `${namespace}/${leaf}`. */
  readonly name: string;
  readonly leaf: string;
  readonly title: string | null;
  /** What it is about: a topic or a brand. */
  readonly subject: string;
  readonly websiteUrl: string | null;
  readonly firstMs: number;
  /** Runs of the registries' counters follow it; from 0 to 1, most are near 0. */
  readonly fame: number;
  /** The vendor's own. */
  readonly byVendor: boolean;
  /** Version rows written by hand; null where they follow from the stream. */
  readonly states: readonly State[] | null;
}
