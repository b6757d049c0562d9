import type { Get } from '../fetch/port.ts';
import type { StoredHosted } from '../model/repository.ts';
import { codeHostOf, codeHosts } from './index.ts';
import type { CodeHost } from './port.ts';

/** What is wanted of one server: its repositories, and the account that its namespace is proved by. */
export interface HostedWanted {
  /** By `github.com/owner/name`. */
  readonly repositories: readonly string[];
  /** By `github.com/login`; null where the namespace is no login. */
  readonly account: string | null;
}

export interface CodeHostDoor {
  readonly get: Get;
  /** The base URL in force. */
  readonly baseUrlOf: (host: CodeHost) => string;
}

/**
 * Asks for repositories, and for the account where none of them shows that it is there: each costs requests of a scarce hour.
 *
 * Lines in the order asked; keys of hosts that are not asked have none. Never throws for a fetch that failed.
 */
export async function observeHosted(
  { repositories, account }: HostedWanted,
  { get, baseUrlOf }: CodeHostDoor,
): Promise<readonly StoredHosted[]> {
  const lines: StoredHosted[] = [];
  for (const key of new Set(repositories)) {
    const host = codeHostOf(key);
    if (host !== null) lines.push(await host.observeRepository(key, get, baseUrlOf(host)));
  }
  const host = account === null ? null : codeHostOf(account);
  if (account === null || host === null || lines.some((line) => isOwnedBy(line, account, host))) return lines;
  return [...lines, await host.observeAccount(account, get, baseUrlOf(host))];
}

/** The account of `io.github.tidewater`, as a key; null for a namespace that is no login of a host that is asked. */
export function accountOfNamespace(namespace: string | null): string | null {
  const host = codeHosts.find(({ namespaces }) => namespace?.startsWith(namespaces) === true);
  if (host === undefined || namespace === null) return null;
  const login = namespace.slice(host.namespaces.length).toLowerCase();
  return login === '' || login.includes('.') ? null : `${host.domain}/${login}`;
}

function isOwnedBy(line: StoredHosted, account: string, host: CodeHost): boolean {
  const seen = host.readRepository(line);
  const login = seen.outcome === 'read' ? seen.facts.owner?.login : undefined;
  return login !== undefined && `${host.domain}/${login.toLowerCase()}` === account;
}
