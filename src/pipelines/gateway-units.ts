import { listsByItself, provesNamespaces } from '../model/publishers.ts';
import { hostOf, isOnSharedHost, isUnder, registrableDomain } from '../text/domains.ts';
import { hostKind } from '../text/host-kinds.ts';
import { repositoryOwner } from '../text/repository.ts';
import type { AnySubject } from './brand-owners.ts';
import type { Protected } from './brands.ts';

/**
 * Who stands behind an entry: hosts and accounts as keys under which entries meet.
 *
 * A host is its registrable domain, since whoever owns the domain owns all below it; on a platform where anybody gets a name
 * (`workers.dev`, `vercel.app`) it is that name. An account is `github.com/acme`, a domain that a namespace proves, or
 * `registry:account` where only the registry knows it.
 */
export type UnitKey = string;

/** Folders and branches that scrapers of code hosts take for accounts. */
const NO_ACCOUNTS = new Set(['tree', 'blob', 'main', 'master', 'src', 'head', 'packages', 'servers', 'apps']);

/** Suffixes under which anybody gets a host; the data files under signals/ fill it. */
export type Platforms = Pick<Protected, 'sharedHosts' | 'mcpPlatforms'>;

/**
 * The key of a host; null for this machine and its network.
 *
 * Platforms made for MCP servers count as one host, although anybody gets a name there: every request ends at their own front.
 */
export function hostUnit(host: string, { sharedHosts, mcpPlatforms }: Platforms): UnitKey | null {
  return mcpPlatforms.find((platform) => isUnder(host, platform)) ?? givenName(host, sharedHosts);
}

function givenName(host: string, sharedHosts: readonly string[]): UnitKey | null {
  const kind = hostKind(host);
  if (kind === 'loopback' || kind === 'private') return null;
  if (!isOnSharedHost(host) && isOnPlatform(host, sharedHosts)) return host;
  return registrableDomain(host) ?? host;
}

/** Whether a key is a domain and not an account. */
export function isDomain(unit: UnitKey): boolean {
  return !unit.includes('/') && !unit.includes(':');
}

/** By code units, so that every machine agrees. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Whether a host was given out by a platform. */
export function isOnPlatform(host: string, sharedHosts: readonly string[]): boolean {
  return isOnSharedHost(host) || sharedHosts.some((platform) => isUnder(host, platform));
}

/** The key of whom the registry shows as publisher, a name on a platform being that of who got it; null where it does not say. */
export function publisherUnit(subject: AnySubject, sharedHosts: readonly string[]): UnitKey | null {
  const { registry, namespace } = subject.entry;
  const account = namespace?.toLowerCase() ?? null;
  if (listsByItself(registry) && account?.includes('.') !== true) {
    const owner = repositoryOwnerOf(subject);
    const key = owner ?? (account === null ? null : `github.com/${account}`);
    return key === null || NO_ACCOUNTS.has(key.slice(key.indexOf('/') + 1)) ? null : key;
  }
  if (account === null) return null;
  if (!provesNamespaces(registry) || !account.includes('.')) return `${registry}:${account}`;
  const login = /^io\.(github|gitlab)\.(.+)$/.exec(account);
  if (login !== null) return `${login[1]}.com/${login[2]}`;
  const host = hostOf(`https://${account.split('.').toReversed().join('.')}`);
  return host === null ? null : givenName(host, sharedHosts);
}

function repositoryOwnerOf(subject: AnySubject): string | null {
  const repository = 'record' in subject ? subject.record.repository : null;
  return repository === null || repository === 'none' ? null : repositoryOwner(repository.url);
}
