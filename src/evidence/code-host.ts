import type { ServerRecord } from '../model/entry.ts';
import type { CodeHostFacts, CodeHostSeen } from '../model/repository.ts';
import { repositoryPath } from '../text/repository-path.ts';

/** What was seen of an entry's repositories and accounts, by key; of an entry of which nobody asked, nothing. */
export function factsIn(seen: CodeHostSeen | undefined): CodeHostFacts {
  return {
    repository: (key) => seen?.repositories.find((each) => each.key === key) ?? null,
    account: (key) => seen?.accounts.find((each) => each.key === key) ?? null,
  };
}

/** The key of the repository that a record names, as `github.com/owner/name`; null where it names none, or no repository. */
export function repositoryKey({ repository }: Pick<ServerRecord, 'repository'>): string | null {
  return repository === null || repository === 'none' ? null : (repositoryPath(repository.url)?.repository ?? null);
}
