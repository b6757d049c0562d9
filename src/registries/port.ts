import type { Enumeration } from '../model/coverage.ts';
import type { Depth } from '../model/depth.ts';
import type { Entry, RegistryId, ServerRecord } from '../model/entry.ts';
import type { Json, Place, Pointer, ResourceDescriptor } from '../model/place.ts';
import type { StoredRow } from '../model/snapshot.ts';
import type { Get } from '../fetch/port.ts';

/** One registry: how it is listed and how its rows are read. Adding one is a folder and a line in index.ts. */
export interface Registry {
  readonly id: RegistryId;
  readonly title: string;
  /** Without a trailing slash; all its requests start with it. `--base-url` replaces it. */
  readonly baseUrl: string;
  /** The deepest it can offer by itself, for the docs. */
  readonly ceiling: Depth;
  /** Politeness: what its documented limits or our manners allow. */
  readonly pace: { readonly concurrency: number; readonly requestsPerSecond: number };
  /** Which environment variables hold keys, and the headers they are sent in, to this registry's host only. */
  readonly keys: readonly Key[];
  /** Attribution its terms ask for where listings are shown, or null. */
  readonly attribution: string | null;
  /** Yields what it sees, returns how the listing ended. Throws FetchError only where nothing at all can be said. */
  list(get: Get, options: ListOptions): AsyncGenerator<Row | RefusedRow, ListingEnd>;
  /** Asks for servers by words, as far as a few pages go; absent where the registry has no search. Yields and ends as `list` does. */
  find?(get: Get, options: FindOptions): AsyncGenerator<Row | RefusedRow, ListingEnd>;
  /** The normal form of a stored row. Throws ZodError where the row does not have the registry's shape. */
  read(row: StoredRow): ReadRow;
}

export interface Key {
  readonly environmentVariable: string;
  readonly header: string;
  /** `Bearer ` or nothing. */
  readonly prefix: string;
}

export interface ListOptions {
  /** The base URL in force, without a trailing slash. */
  readonly baseUrl: string;
  /** Whether all of this registry's keys are there; `get` sends them, nobody else sees them. */
  readonly keyed: boolean;
  /** Words to query for where a listing is capped (brand names), in a fixed order. */
  readonly queries: readonly string[];
  /** RFC 3339: only rows changed since, where the registry can answer that. */
  readonly updatedSince: string | null;
  /** Whether detail requests are wanted where the list is shallow. */
  readonly details: boolean;
  /** All versions of each server, or only the latest. */
  readonly versions: 'all' | 'latest';
}

export interface FindOptions {
  readonly baseUrl: string;
  /** As a person wrote it. */
  readonly query: string;
}

/** A row that has the registry's shape. */
export interface Row {
  readonly kind: 'row';
  /** The server's name as the registry writes it; rows of one name are versions of one entry. */
  readonly name: string;
  /** What makes two rows the same entry; the name where it is absent. */
  readonly key?: string;
  /** Tells rows of one name apart; null where the registry has no versions. */
  readonly version: string | null;
  /** Orders the rows of one name: the greatest is the latest. Compared as text, so pad what is not. */
  readonly order: string;
  readonly stored: StoredRow;
}

export interface RefusedRow {
  readonly kind: 'refused';
  readonly resource: ResourceDescriptor;
  readonly pointer: Pointer;
  readonly reason: string;
  readonly record: Json;
}

export interface ListingEnd {
  readonly enumeration: Enumeration;
  /** How many it says it has; null where it does not say. */
  readonly advertised: number | null;
}

/** `record` is null at depth name. */
export interface ReadRow {
  readonly entry: Entry;
  readonly record: ServerRecord | null;
  /** Of a row without a record, where the list counts its uses. */
  readonly uses?: number;
}

/** Where a stored row stands. */
export function placeOf({ resource, pointer }: StoredRow): Place {
  return { resource, pointer };
}
