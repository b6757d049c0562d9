import type { CodeHostFacts, NotSeen, SeenAccount, SeenRepository, StoredHosted } from '../model/repository.ts';
import { codeHostOf } from './index.ts';

/** What was stored, as signals read it. `stored`: the line of a key, undefined where nobody asked. */
export function codeHostFacts(stored: (key: string) => StoredHosted | undefined): CodeHostFacts {
  return {
    repository: (key) => readAs(stored(key), (host, line): SeenRepository => host.readRepository(line)),
    account: (key) => readAs(stored(key), (host, line): SeenAccount => host.readAccount(line)),
  };
}

function readAs<Seen>(
  stored: StoredHosted | undefined,
  read: (host: NonNullable<ReturnType<typeof codeHostOf>>, stored: StoredHosted) => Seen | NotSeen,
): Seen | NotSeen | null {
  if (stored === undefined) return null;
  if (stored.outcome !== 'read') return stored;
  const host = codeHostOf(stored.key);
  return host === null ? null : read(host, stored);
}
