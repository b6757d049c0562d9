import { hostOf, registrableDomain } from '../../src/text/domains.ts';

const MAX_URL_CHARACTERS = 2_048;
/** `git@github.com:tidewater/harbor.git`, and the same with `ssh://` and a slash. */
const SCP = /^(?:ssh:\/\/)?[\w.-]{1,64}@([\w.-]{1,255})[:/](?!\/)/i;
/** Of namespaces that a code host vouches for, the account is what follows. */
const ACCOUNT_NAMESPACE = /^(?:io|com)\.(?:github|gitlab)\.([^.]{1,100})$/i;

/**
 * The account that a repository's address lies under, in lower case; null where the text has none.
 *
 * Spelling does not count: `git+https`, `.git`, `www.`, a trailing slash, ssh forms and the case of host and owner are the same
 * owner.
 */
export function repositoryOwner(url: string): string | null {
  if (url.length > MAX_URL_CHARACTERS) return null;
  const written = url
    .trim()
    .replace(/^git\+/i, '')
    .replace(SCP, 'https://$1/');
  const parsed = URL.parse(written.includes('://') ? written : `https://${written}`);
  const owner = parsed?.pathname.split('/').find((segment) => segment !== '');
  return owner === undefined || owner === '' ? null : owner.toLowerCase();
}

/**
 * Whether an account bears the name of a namespace: `tidewater` in `io.github.tidewater`, and in `com.tidewater`, where the
 * namespace proves the domain. Compared by letters and digits, since domains have no underscores and accounts no dots.
 */
export function bearsName(namespace: string | null, account: string): boolean {
  if (namespace === null) return false;
  const [, login] = ACCOUNT_NAMESPACE.exec(namespace) ?? [];
  const name = login ?? registeredLabelOf(namespace);
  return name !== null && plain(name) !== '' && plain(name) === plain(account);
}

/** Whether a domain is the one that a reverse-DNS namespace was proved with: `tidewater.com` for `com.tidewater.api`. */
export function isNamespaceDomain(namespace: string | null, domain: string): boolean {
  return namespace !== null && domain === registrableDomain(reversed(namespace));
}

/** The domain of a URL or, for hosts that nobody registers (addresses, `localhost`), the host; null where it is templated. */
export function ownerDomain(url: string): string | null {
  const host = hostOf(url);
  return host === null ? null : (registrableDomain(host) ?? host);
}

function registeredLabelOf(namespace: string): string | null {
  return registrableDomain(reversed(namespace))?.split('.')[0] ?? null;
}

function reversed(namespace: string): string {
  return namespace.toLowerCase().split('.').toReversed().join('.');
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
