import type { Place, Pointer } from './place.ts';
import type { CodeHostFacts } from './repository.ts';

/** `official`, `glama`, `smithery`, `mcp-so`, `pulsemcp`; the list itself is src/registries/index.ts. */
export type RegistryId = string;

/** `${RegistryId}:${name as the registry writes it}`. */
export type EntryId = string;

/**
 * One server in one registry, as that registry names it.
 *
 * Names are never trimmed, folded or normalised here; comparison forms are computed where they are compared.
 */
export interface Entry {
  readonly id: EntryId;
  readonly registry: RegistryId;
  readonly name: string;
  /** The last part of the name: `weather` of `io.github.acme/weather`. */
  readonly leaf: string;
  /** What a person sees as its name; null where the registry shows none. */
  readonly title: string | null;
  /** `io.github.acme` of `io.github.acme/weather`, `acme` of `@acme/weather`; null where the registry does not say. */
  readonly namespace: string | null;
  readonly place: Place;
}

/**
 * The registry's record of a server at one version.
 *
 * Everywhere here `null` means that this registry does not say (unknown); `'none'` and `[]` mean that it says there is none.
 */
export interface ServerRecord {
  readonly place: Place;
  readonly title: string | null;
  readonly description: string | null;
  readonly version: string | null;
  /** `active`, `deprecated`, `deleted`, or what else the registry wrote: an open set. */
  readonly status: string | null;
  readonly statusMessage: string | null;
  /** As written, three to nine fraction digits. */
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly websiteUrl: string | null;
  readonly repository: Repository | 'none' | null;
  readonly packages: readonly PackageReference[] | null;
  readonly remotes: readonly Remote[] | null;
  /** Inputs declared outside any package or remote (Glama's environment schema, Smithery's configSchema). */
  readonly inputs: readonly Input[] | null;
  readonly tools: readonly ToolClaim[] | null;
  /** Visits or uses the registry counts; only for order and for choosing what is established. */
  readonly uses: number | null;
  /** Claims of the registry itself about the entry, such as `author:official` or `verified`: an open set. */
  readonly marks: readonly string[];
  /** Where the scalar fields stand, relative to `place`; a field that is absent from the record has none. */
  readonly at: Readonly<Partial<Record<ScalarField, Pointer>>>;
}
export type ScalarField =
  | 'title'
  | 'description'
  | 'version'
  | 'status'
  | 'statusMessage'
  | 'publishedAt'
  | 'updatedAt'
  | 'websiteUrl'
  | 'repository'
  | 'marks';

export interface Repository {
  /** As written: a string to compare, never to visit. */
  readonly url: string;
  readonly subfolder: string | null;
  /** The host's numeric id, where the registry kept it. */
  readonly id: string | null;
}

export interface PackageReference {
  readonly at: Pointer;
  /** `npm`, `pypi`, `oci`, `nuget`, `mcpb`, `cargo` or what else was written, in lower case: an open set. */
  readonly ecosystem: string;
  readonly identifier: string;
  readonly version: string | null;
  /** Without a version; null where the identifier cannot be made one. */
  readonly purl: Purl | null;
  readonly fileSha256: string | null;
  readonly runtimeHint: string | null;
  readonly transport: { readonly type: string; readonly url: string | null } | null;
  /** Environment variables, arguments and headers, in the order of the record. */
  readonly inputs: readonly Input[];
}

export interface Remote {
  readonly at: Pointer;
  /** Where the URL stands; `${at}/url` where it is absent. */
  readonly urlAt?: Pointer;
  readonly type: string;
  /** As written, templates included; `new URL()` may throw on it. */
  readonly url: string;
  readonly inputs: readonly Input[];
}

export interface Input {
  readonly at: Pointer;
  readonly kind: 'environment' | 'header' | 'runtime-argument' | 'package-argument' | 'url-variable' | 'config';
  /** Empty for positional arguments. */
  readonly name: string;
  readonly description: string | null;
  readonly value: string | null;
  readonly default: string | null;
  readonly placeholder: string | null;
  /** null: not said, which is not the same as false. */
  readonly isSecret: boolean | null;
  readonly isRequired: boolean | null;
}

export interface ToolClaim {
  readonly at: Pointer;
  readonly name: string;
  readonly description: string | null;
}

/** package-url. `generic` stands for MCPB bundles. */
export type Purl = `pkg:${string}/${string}`;

/** The newest record of each entry of an earlier snapshot. */
export interface Baseline {
  get(id: EntryId): ServerRecord | undefined;
  /** What code hosts said then; absent where none was asked. */
  readonly codeHost?: CodeHostFacts;
}
