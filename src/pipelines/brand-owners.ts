import type { Entry, PackageReference, RegistryId } from '../model/entry.ts';
import { listsByItself, provesNamespaces, takesAccountFromRepository } from '../model/publishers.ts';
import type { Packument } from '../model/release.ts';
import type { ReadableDepth, SubjectAt } from '../model/subject.ts';
import { isUnder } from '../text/domains.ts';
import { githubOwner } from '../text/repository.ts';
import type { Brand, Identities } from './brands.ts';

const GITHUB_NAMESPACE = 'io.github.';
/** The longest domain a brand has, and one more. */
const MAX_DOMAIN_LABELS = 4;
const NONE: readonly Brand[] = [];

/** An entry at whatever depth. */
export type AnySubject = SubjectAt[ReadableDepth];

/** Who publishes what, by exact identities only. */
export interface Owners {
  /** Brands whose vendor publishes this entry; empty where it is somebody else or not known. */
  of(subject: AnySubject): readonly Brand[];
  /** The same from the name alone, before anything is parsed. */
  ofName(registry: RegistryId, name: string): readonly Brand[];
  /** Brands whose own package it is, by exact name or scope. */
  ofPackage(ecosystem: string, identifier: string): readonly Brand[];
  /** Brands whose documented organisations own the repository. */
  ofRepository(address: string): readonly Brand[];
  /** Whether an entry stands under a name of the brand's in a registry that proves no account: it may be the vendor or not. */
  mayBe(brand: Brand, entry: Entry): boolean;
  /** Whether a host is the brand's, and not one that its platform gives to customers. */
  ownsHost(brand: Brand, host: string): boolean;
}

export function brandOwners(brands: readonly Brand[], sharedHosts: readonly string[]): Owners {
  const namespaces = index(brands, (each) => each.namespaces);
  const orgs = index(brands, (each) => each.githubOrgs);
  const packages = new Map([
    ['npm', index(brands, (each) => [...each.npmPackages, ...each.npmScopes.map((scope) => `${scope}/`)])],
    ['pypi', index(brands, (each) => each.pypiProjects)],
  ]);
  const domains = group(brands.flatMap((brand) => brand.domains.map((domain) => [reversed(domain), brand] as const)));
  const documentedOrgs = group(
    brands.flatMap((brand) => brand.identities.githubOrgs.map((org) => [org, brand] as const)),
  );
  const isShared = (host: string) => sharedHosts.some((suffix) => isUnder(host, suffix));

  function ofNamespace(registry: RegistryId, namespace: string): readonly Brand[] {
    const lower = namespace.toLowerCase();
    if (takesAccountFromRepository(registry)) return orgs.get(lower) ?? NONE;
    if (!provesNamespaces(registry)) return NONE;
    const listed = namespaces.get(lower) ?? NONE;
    const proved = lower.startsWith(GITHUB_NAMESPACE)
      ? (orgs.get(lower.slice(GITHUB_NAMESPACE.length)) ?? NONE)
      : ofDomainNamespace(lower);
    return proved.length === 0 ? listed : distinct([...listed, ...proved]);
  }

  /** The brands' domains are looked up as namespaces write them, the longest first. */
  function ofDomainNamespace(namespace: string): readonly Brand[] {
    const found = startsOf(namespace).flatMap((start) => domains.get(start) ?? NONE);
    return found.length > 0 && isShared(reversed(namespace)) ? NONE : found;
  }

  /** Where every package is the vendor's: the registry asked each for a marker that names this server. */
  function ofPackages(
    entry: Entry,
    named: readonly PackageReference[],
    histories: readonly Packument[],
  ): readonly Brand[] {
    const ownersOf = (reference: PackageReference) =>
      confirms(entry, reference, histories) ? ofPackage(reference.ecosystem, reference.identifier) : NONE;
    const [first, ...others] = named;
    if (first === undefined) return NONE;
    return ownersOf(first).filter((brand) => others.every((each) => ownersOf(each).includes(brand)));
  }

  function ofPackage(ecosystem: string, identifier: string): readonly Brand[] {
    const owned = packages.get(ecosystem);
    if (owned === undefined) return NONE;
    const byName = owned.get(identifier) ?? NONE;
    if (!identifier.startsWith('@')) return distinct(byName);
    const byScope = owned.get(identifier.slice(0, identifier.indexOf('/') + 1)) ?? NONE;
    return distinct([...byName, ...byScope]);
  }

  return {
    of(subject) {
      const { entry } = subject;
      const found: Brand[] = [];
      if (entry.namespace !== null) found.push(...ofNamespace(entry.registry, entry.namespace));
      found.push(...ofPackage(entry.registry, entry.name));
      if (!('record' in subject)) return distinct(found);
      const { repository, packages: named, remotes } = subject.record;
      if (listsByItself(entry.registry) && repository !== null && repository !== 'none') {
        found.push(...(orgs.get(githubOwner(repository.url) ?? '') ?? NONE));
      }
      if (provesNamespaces(entry.registry) && named !== null && remotes?.length === 0) {
        found.push(...ofPackages(entry, named, 'packuments' in subject ? subject.packuments : []));
      }
      return distinct(found);
    },
    ofName(registry, name) {
      const slash = name.lastIndexOf('/');
      return slash < 1 ? [] : ofNamespace(registry, name.slice(name.startsWith('@') ? 1 : 0, slash));
    },
    ofPackage,
    ofRepository: (address) => documentedOrgs.get(githubOwner(address) ?? '') ?? NONE,
    mayBe({ aliases, identities }, { registry, namespace }) {
      if (namespace === null || provesNamespaces(registry) || takesAccountFromRepository(registry)) return false;
      const account = namespace.toLowerCase();
      const { githubOrgs, npmScopes } = identities;
      return aliases.includes(account) || githubOrgs.includes(account) || npmScopes.includes(`@${account}`);
    },
    ownsHost(brand, host) {
      if (brand.remoteHosts.some((own) => isUnder(host, own))) return true;
      return brand.domains.some((domain) => isUnder(host, domain)) && !isShared(host);
    },
  };
}

/** `com.example`, `com` of `com.example`: up to as many labels as a brand's domain has. */
function startsOf(namespace: string): readonly string[] {
  const starts: string[] = [];
  for (
    let dot = namespace.indexOf('.');
    dot >= 0 && starts.length < MAX_DOMAIN_LABELS;
    dot = namespace.indexOf('.', dot + 1)
  ) {
    starts.unshift(namespace.slice(0, dot));
  }
  return starts.length < MAX_DOMAIN_LABELS ? [namespace, ...starts] : starts;
}

/** A domain as namespaces write it, or the other way round. */
function reversed(domain: string): string {
  return domain.split('.').toReversed().join('.');
}

/** A package whose history is known and whose marker names another server is not this server's. */
function confirms(entry: Entry, { ecosystem, identifier }: PackageReference, histories: readonly Packument[]): boolean {
  const history = histories.find((each) => each.ecosystem === ecosystem && each.name === identifier);
  const marker = history?.releases.at(-1)?.mcpName ?? null;
  return marker === null || marker.toLowerCase() === entry.name.toLowerCase();
}

function index(
  brands: readonly Brand[],
  keysOf: (identities: Identities) => readonly string[],
): ReadonlyMap<string, readonly Brand[]> {
  return group(
    brands.flatMap((brand) =>
      [...keysOf(brand.identities), ...keysOf(brand.unverified)].map((key) => [key, brand] as const),
    ),
  );
}

function group<Item>(pairs: readonly (readonly [string, Item])[]): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const [key, item] of pairs) groups.set(key, [...(groups.get(key) ?? []), item]);
  return groups;
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return items.length < 2 ? items : [...new Set(items)];
}
