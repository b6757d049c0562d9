import { registeredLabel, registrableDomain } from '../text/domains.ts';
import { repositoryPath } from '../text/repository-path.ts';

/** Of namespaces that name a login on a code host. */
const LOGIN_NAMESPACES = ['io.github.', 'io.gitlab.'];
const NONE: readonly string[] = [];

/** What a registry shows of whose an entry is. */
export interface Shown {
  readonly namespace: string | null;
  /** The address of its repository. */
  readonly repository: string | null;
}

/**
 * Accounts by which a publisher is known again in another registry, in lower case, the namespace's first; [] where none is shown.
 *
 * A login, the label of a domain and the owner of a repository count alike: `tidewater` of `io.github.tidewater`, of
 * `com.tidewater.mcp` and of `github.com/tidewater/harbor`. Enough to take two entries for one publisher's and not to hold one
 * against the other; nothing that is proved.
 */
export function publisherKeys({ namespace, repository }: Shown): readonly string[] {
  const account = accountOf(namespace);
  const owner = repository === null ? null : ownerOf(repository);
  if (account === null) return owner === null ? NONE : [owner];
  return owner === null || owner === account ? [account] : [account, owner];
}

/** Whether two publishers may be one: they share an account. */
export function shareAccount(one: readonly string[], other: readonly string[]): boolean {
  return one.some((key) => other.includes(key));
}

function accountOf(namespace: string | null): string | null {
  if (namespace === null || namespace === '') return null;
  const lower = namespace.toLowerCase();
  if (!lower.includes('.')) return lower;
  const login = LOGIN_NAMESPACES.find((start) => lower.startsWith(start));
  if (login !== undefined) return lower.slice(login.length);
  const host = lower.split('.').toReversed().join('.');
  return registrableDomain(host) === null ? lower : registeredLabel(host);
}

function ownerOf(repository: string): string | null {
  return repositoryPath(repository)?.repository.split('/')[1] ?? null;
}
