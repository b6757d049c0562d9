import type { Entry } from '../model/entry.ts';
import { provesNamespaces } from '../model/publishers.ts';

/** `io.github.` and a login of GitHub, whose logins are the only ones that a registry takes as proof. */
const NAMESPACE = /^io\.github\.([a-z\d][a-z\d_-]{0,99})$/i;

/**
 * The account whose login proved an entry's namespace, as `github.com/login` in lower case.
 *
 * null where the registry proves none, and for a namespace that is proved by a domain or is no login.
 */
export function provingAccount({ registry, namespace }: Pick<Entry, 'registry' | 'namespace'>): string | null {
  if (!provesNamespaces(registry)) return null;
  const login = NAMESPACE.exec(namespace ?? '')?.[1];
  return login === undefined ? null : `github.com/${login.toLowerCase()}`;
}
