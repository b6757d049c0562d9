import { type Entry, provesNamespaces, type ServerRecord } from '../model/entry.ts';
import { repositoryPath } from '../text/repository-path.ts';
import { codeHosts } from './index.ts';

/** Keys of what a code host can be asked about, each once. */
export interface HostedNames {
  /** By `github.com/owner/name`, of hosts that are not asked too. */
  readonly repositories: readonly string[];
  /** By `github.com/login`. */
  readonly accounts: readonly string[];
}

/** The repositories that an entry and its packages name, the entry's first, and the account that its namespace was proved by. */
export function hostedNames(
  { registry, namespace }: Pick<Entry, 'registry' | 'namespace'>,
  { repository }: Pick<ServerRecord, 'repository'>,
  ofPackages: readonly (string | null)[],
): HostedNames {
  const own = repository === null || repository === 'none' ? null : repository.url;
  const account = provesNamespaces(registry) ? accountOfNamespace(namespace) : null;
  const keys = [own, ...ofPackages].flatMap((url) => (url === null ? [] : (repositoryPath(url)?.repository ?? [])));
  return { repositories: [...new Set(keys)], accounts: account === null ? [] : [account] };
}

/** The account of `io.github.tidewater`, as a key; null for a namespace that is no login of a host that is asked. */
export function accountOfNamespace(namespace: string | null): string | null {
  const host = codeHosts.find(({ namespaces }) => namespace?.startsWith(namespaces) === true);
  if (host === undefined || namespace === null) return null;
  const login = namespace.slice(host.namespaces.length).toLowerCase();
  return login === '' || login.includes('.') ? null : `${host.domain}/${login}`;
}
