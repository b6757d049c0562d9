import { provesNamespaces } from '../model/publishers.ts';
import type { ListedBy } from '../model/gateway.ts';
import type { Pointer } from '../model/place.ts';
import { hostOf } from '../text/domains.ts';
import type { AnySubject } from './brand-owners.ts';

/** A gateway as the list has it; starts are in lower case. */
export interface ListedGateway {
  readonly name: string;
  readonly kind: string;
  readonly hosts: readonly string[];
  /** Of server names in registries that prove namespaces. */
  readonly namePrefixes: readonly string[];
  /** Of repository addresses without the scheme. */
  readonly repositoryPrefixes: readonly string[];
  readonly packagePrefixes: readonly string[];
}

/** By which an entry is one of a listed gateway's. */
export interface ListedMatch {
  readonly gateway: ListedGateway;
  readonly by: ListedBy;
  readonly value: string;
  /** Relative to the record's place; '' with the entry's own for names. */
  readonly at: Pointer;
}

const MAX_ADDRESS_CHARACTERS = 500;
const NONE: readonly ListedMatch[] = [];

/** Finds the listed gateways of an entry, each with all by which it was found. */
export function listedMatcher(listed: readonly ListedGateway[]): (subject: AnySubject) => readonly ListedMatch[] {
  const byHost = new Map(listed.flatMap((gateway) => gateway.hosts.map((host) => [host, gateway] as const)));
  const starting = (startsOf: (gateway: ListedGateway) => readonly string[]) => {
    const starts = listed.flatMap((gateway) => startsOf(gateway).map((start) => [start, gateway] as const));
    return (text: string) => starts.find(([start]) => text.startsWith(start))?.[1];
  };
  const ofName = starting(({ namePrefixes }) => namePrefixes);
  const ofRepository = starting(({ repositoryPrefixes }) => repositoryPrefixes);
  const ofPackage = starting(({ packagePrefixes }) => packagePrefixes);

  return (subject) => {
    const { entry } = subject;
    const found: ListedMatch[] = [];
    const add = (gateway: ListedGateway | undefined, by: ListedBy, { value, at }: { value: string; at: Pointer }) => {
      if (gateway !== undefined) found.push({ gateway, by, value, at });
    };
    if (provesNamespaces(entry.registry)) add(ofName(entry.name.toLowerCase()), 'name', { value: entry.name, at: '' });
    if (!('record' in subject)) return found.length === 0 ? NONE : found;
    const { remotes, packages, repository, at } = subject.record;
    for (const remote of remotes ?? []) {
      const host = hostOf(remote.url);
      const place = { value: remote.url, at: remote.urlAt ?? `${remote.at}/url` };
      if (host !== null) add(listedHost(host, byHost), 'host', place);
    }
    for (const reference of packages ?? []) {
      add(ofPackage(reference.identifier), 'package', { value: reference.identifier, at: reference.at });
    }
    if (repository !== null && repository !== 'none' && at.repository !== undefined) {
      add(ofRepository(withoutScheme(repository.url)), 'repository', { value: repository.url, at: at.repository });
    }
    return found.length === 0 ? NONE : found;
  };
}

/** The host or an ending of it, label by label, that is on the list. */
function listedHost(host: string, byHost: ReadonlyMap<string, ListedGateway>): ListedGateway | undefined {
  for (let dot = -1; ;) {
    const found = byHost.get(host.slice(dot + 1));
    if (found !== undefined) return found;
    dot = host.indexOf('.', dot + 1);
    if (dot < 0) return undefined;
  }
}

function withoutScheme(address: string): string {
  return address
    .slice(0, MAX_ADDRESS_CHARACTERS)
    .toLowerCase()
    .replace(/^(?:git\+)?(?:https?|ssh|git):\/\/(?:www\.)?(?:git@)?/, '');
}
