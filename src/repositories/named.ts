import type { Entry, ServerRecord } from '../model/entry.ts';
import { provingAccount } from '../text/proving-account.ts';
import { repositoryPath } from '../text/repository-path.ts';

/** Keys of what a code host can be asked about, each once. */
export interface HostedNames {
  /** By `github.com/owner/name`, of hosts that are not asked too. */
  readonly repositories: readonly string[];
  /** By `github.com/login`. */
  readonly accounts: readonly string[];
}

/** The repositories that an entry and its packages name, the entry's first, and the account that its namespace was proved by. */
export function hostedNames(
  entry: Pick<Entry, 'registry' | 'namespace'>,
  { repository }: Pick<ServerRecord, 'repository'>,
  ofPackages: readonly (string | null)[],
): HostedNames {
  const own = repository === null || repository === 'none' ? null : repository.url;
  const account = provingAccount(entry);
  const keys = [own, ...ofPackages].flatMap((url) => (url === null ? [] : (repositoryPath(url)?.repository ?? [])));
  return { repositories: [...new Set(keys)], accounts: account === null ? [] : [account] };
}
