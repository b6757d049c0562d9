import { registeredLabel } from '../text/domains.ts';
import { repositoryPath } from '../text/repository-path.ts';
import type { Claimant } from './claims.ts';

/** Of namespaces that name a login on a code host. */
const LOGIN_NAMESPACES = ['io.github.', 'io.gitlab.'];
const NONE: readonly string[] = [];

/** What a registry shows of whose an entry or a package is. */
export interface Shown {
  readonly namespace: string | null;
  /** Account that has its repository, on whatever code host. */
  readonly repositoryOwner: string | null;
}

/**
 * Accounts by which a publisher is known again in another registry, in lower case, the namespace's first; [] where none is shown.
 *
 * A login, the label of a domain and the owner of a repository count alike: `tidewater` of `io.github.tidewater`, of
 * `com.tidewater.mcp` and of `github.com/tidewater/harbor`. Enough to take two entries for one publisher's and not to hold one
 * against the other; nothing that is proved.
 */
export function publisherKeys({ namespace, repositoryOwner }: Shown): readonly string[] {
  const account = accountOf(namespace);
  const owner = repositoryOwner?.toLowerCase() ?? null;
  if (account === null) return owner === null ? NONE : [owner];
  return owner === null || owner === account ? [account] : [account, owner];
}

/** The same of an entry by what it claims, whose publisher is its namespace or, where it has none, its repository's owner. */
export function publisherKeysOf({ publisher, claims }: Claimant): readonly string[] {
  const repository = claims.find(({ kind }) => kind === 'repository')?.value ?? null;
  const isOwner = publisher !== null && publisher.includes('/');
  return publisherKeys({
    namespace: isOwner ? null : publisher,
    repositoryOwner: repository?.split('/', 2)[1] ?? null,
  });
}

/** The account that has a repository; null where an address names none. */
export function repositoryAccount(address: string | null): string | null {
  return address === null ? null : (repositoryPath(address)?.repository.split('/', 2)[1] ?? null);
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
  return registeredLabel(lower.split('.').toReversed().join('.')) ?? lower;
}
