import type { Get } from '../fetch/port.ts';
import type { StoredHosted } from '../model/repository.ts';
import { codeHostOf } from './index.ts';
import type { HostedNames } from './named.ts';
import type { CodeHost } from './port.ts';

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
  { repositories, accounts }: HostedNames,
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

function ownerOf(line: StoredHosted): string | null {
  const host = codeHostOf(line.key);
  const seen = host?.readRepository(line);
  const login = seen?.outcome === 'read' ? seen.facts.owner?.login : undefined;
  return host === null || login === undefined ? null : `${host.domain}/${login.toLowerCase()}`;
}
