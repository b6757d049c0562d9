import type { Get } from '../fetch/port.ts';
import type { StoredHosted } from '../model/repository.ts';
import { codeHostOf, codeHosts } from './index.ts';
import type { CodeHost } from './port.ts';

/** What is wanted of one server: its repositories, and the accounts that namespaces are proved by. */
export interface HostedWanted {
  /** By `github.com/owner/name`. */
  readonly repositories: readonly string[];
  /** By `github.com/login`. */
  readonly accounts: readonly string[];
}

export interface CodeHostDoor {
  readonly get: Get;
  /** The base URL in force. */
  readonly baseUrlOf: (host: CodeHost) => string;
}

/**
 * Asks for repositories, and for the accounts of which none of them shows that they are there: each costs requests of a scarce hour.
 *
 * Lines in the order asked; keys of hosts that are not asked have none. Never throws for a fetch that failed.
 */
export async function observeHosted(
  { repositories, accounts }: HostedWanted,
  { get, baseUrlOf }: CodeHostDoor,
): Promise<readonly StoredHosted[]> {
  const lines: StoredHosted[] = [];
  for (const key of new Set(repositories)) {
    const host = codeHostOf(key);
    if (host !== null) lines.push(await host.observeRepository(key, get, baseUrlOf(host)));
  }
  const owned = new Set(lines.flatMap((line) => ownerOf(line) ?? []));
  for (const key of new Set(accounts)) {
    const host = codeHostOf(key);
    if (host !== null && !owned.has(key)) lines.push(await host.observeAccount(key, get, baseUrlOf(host)));
  }
  return lines;
}

/** The account of `io.github.tidewater`, as a key; null for a namespace that is no login of a host that is asked. */
export function accountOfNamespace(namespace: string | null): string | null {
  const host = codeHosts.find(({ namespaces }) => namespace?.startsWith(namespaces) === true);
  if (host === undefined || namespace === null) return null;
  const login = namespace.slice(host.namespaces.length).toLowerCase();
  return login === '' || login.includes('.') ? null : `${host.domain}/${login}`;
}

function ownerOf(line: StoredHosted): string | null {
  const host = codeHostOf(line.key);
  const seen = host?.readRepository(line);
  const login = seen?.outcome === 'read' ? seen.facts.owner?.login : undefined;
  return host === null || login === undefined ? null : `${host.domain}/${login.toLowerCase()}`;
}
