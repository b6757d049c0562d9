import type {
  CodeHostFacts,
  CodeHostSeen,
  NotSeen,
  SeenAccount,
  SeenRepository,
  StoredHosted,
} from '../model/repository.ts';
import { codeHostOf } from './index.ts';
import type { HostedNames } from './named.ts';
import type { CodeHost } from './port.ts';

/** What was stored, by key. `stored`: the line of a key, undefined where nobody asked. */
export function codeHostFacts(stored: (key: string) => StoredHosted | undefined): CodeHostFacts {
  return {
    repository: (key) => readAs(stored(key), (host, line): SeenRepository => host.readRepository(line)),
    account: (key) => readAs(stored(key), (host, line): SeenAccount => host.readAccount(line)),
  };
}

/** What is known of these; undefined where nobody asked about any of them. */
export function seenOf({ repositories, accounts }: HostedNames, facts: CodeHostFacts): CodeHostSeen | undefined {
  const seen = {
    repositories: repositories.flatMap((key) => facts.repository(key) ?? []),
    accounts: accounts.flatMap((key) => facts.account(key) ?? []),
  };
  return seen.repositories.length + seen.accounts.length === 0 ? undefined : seen;
}

function readAs<Seen>(
  stored: StoredHosted | undefined,
  read: (host: CodeHost, stored: StoredHosted) => Seen | NotSeen,
): Seen | NotSeen | null {
  if (stored === undefined) return null;
  if (stored.outcome !== 'read') return stored;
  const host = codeHostOf(stored.key);
  return host === null ? null : read(host, stored);
}
