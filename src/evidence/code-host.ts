import type { CodeHostFacts, CodeHostSeen } from '../model/repository.ts';

/** What was seen of an entry's repositories and accounts, by key; of an entry of which nobody asked, nothing. */
export function factsIn(seen: CodeHostSeen | undefined): CodeHostFacts {
  return {
    repository: (key) => seen?.repositories.find((each) => each.key === key) ?? null,
    account: (key) => seen?.accounts.find((each) => each.key === key) ?? null,
  };
}
