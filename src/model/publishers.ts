import type { RegistryId } from './entry.ts';

/**
 * The official registry gives a namespace to who logs in under its name or holds a key of its domain, and wants every package to
 * name the server. PulseMCP hands on that registry's records under the same names.
 */
const PROVING: ReadonlySet<RegistryId> = new Set(['official', 'pulsemcp']);
/** Directories that find repositories and list them, whoever owns them. */
const LISTING: ReadonlySet<RegistryId> = new Set(['glama', 'mcp-so', 'pulsemcp']);

/** Whether the names of a registry say who publishes: elsewhere a namespace is what somebody typed, or what the directory made up. */
export function provesNamespaces(registry: RegistryId): boolean {
  return PROVING.has(registry);
}

/** Whether the names of a registry stand in packages too, as a marker that it asked their publishers for. */
export function asksForMarker(registry: RegistryId): boolean {
  return PROVING.has(registry);
}

/** Whether a registry lists repositories by itself, so that who owns the repository is the publisher, and made no claim by it. */
export function listsByItself(registry: RegistryId): boolean {
  return LISTING.has(registry);
}

/** Whether packages and repository of a record are what its publisher claims, and nobody else found for it. */
export function isStatedByPublisher(registry: RegistryId): boolean {
  return provesNamespaces(registry) && !listsByItself(registry);
}

/** Whether the account of an entry is the owner of the repository that a registry found, and nothing that was typed. */
export function takesAccountFromRepository(registry: RegistryId): boolean {
  return listsByItself(registry) && !provesNamespaces(registry);
}

/** Whether a registry proves whose an entry is or takes it from the repository: elsewhere anybody may list anybody's server. */
export function showsPublisher(registry: RegistryId): boolean {
  return provesNamespaces(registry) || listsByItself(registry);
}
