/** Longer addresses are not looked into. */
const MAX_CHARACTERS = 500;
const ADDRESS =
  /^(?:git\+)?(?:(?:https?|git|ssh):\/\/)?(?:[^\s/@]{1,100}@)?(?:www\.)?([a-z0-9.-]{1,100}\.[a-z]{2,20})[/:]([^/:?#\s]{1,100})\/[^/?#\s]/i;
const SHORT = /^(github|gitlab|bitbucket):([^/:?#\s]{1,100})\/[^/?#\s]/i;

/**
 * Whose repository an address names, as `github.com/owner` in lower case; null where it names none.
 *
 * Understands what package files and registries write: https and ssh addresses, `git+`, scp form (`git@host:owner/name`) and the
 * short `github:owner/name`. A string to compare, never to visit.
 */
export function repositoryOwner(address: string): string | null {
  if (address.length > MAX_CHARACTERS) return null;
  const short = SHORT.exec(address);
  if (short !== null) return `${short[1]}.${short[1] === 'bitbucket' ? 'org' : 'com'}/${short[2]}`.toLowerCase();
  const [, host, owner] = ADDRESS.exec(address) ?? [];
  return host === undefined || owner === undefined ? null : `${host}/${owner}`.toLowerCase();
}

/** `owner` of a repository on GitHub, in lower case; null elsewhere. */
export function githubOwner(address: string): string | null {
  const owner = repositoryOwner(address);
  return owner !== null && owner.startsWith('github.com/') ? owner.slice('github.com/'.length) : null;
}
