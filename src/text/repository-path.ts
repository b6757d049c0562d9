/** Longer addresses are not looked into. */
const MAX_CHARACTERS = 500;
const ADDRESS =
  /^(?:git\+)?(?:(?:https?|git|ssh):\/\/)?(?:[^\s/@]{1,100}@)?(?:www\.)?([a-z0-9.-]{1,100}\.[a-z]{2,20})[/:]([^/:?#\s]{1,100})\/([^/?#\s]{1,100})(\/[^?#\s]*)?/i;
const SHORT = /^(github|gitlab|bitbucket):([^/:?#\s]{1,100})\/([^/?#\s]{1,100})/i;
/** What code hosts put between a repository and a folder in it. */
const TREE = /^\/(?:-\/)?(?:tree|blob|src)\/[^/]{1,200}\/(.{1,300})$/;

export interface RepositoryPath {
  /** `github.com/owner/name`, in lower case and without `.git`. */
  readonly repository: string;
  /** `servers/harbor` of an address that leads into a folder; null for the repository as a whole. */
  readonly folder: string | null;
}

/**
 * Which repository an address names, and which folder of it; null where it names none. A string to compare, never to visit.
 *
 * Understands what package files and registries write: https and ssh addresses, `git+`, scp form (`git@host:owner/name`) and the
 * short `github:owner/name`.
 */
export function repositoryPath(address: string): RepositoryPath | null {
  if (address.length > MAX_CHARACTERS) return null;
  const [, short, shortOwner, shortName] = SHORT.exec(address) ?? [];
  if (short !== undefined && shortOwner !== undefined && shortName !== undefined) {
    const host = `${short}.${short === 'bitbucket' ? 'org' : 'com'}`;
    return { repository: keyOf(host, shortOwner, shortName), folder: null };
  }
  const [, host, owner, name, rest = ''] = ADDRESS.exec(address) ?? [];
  if (host === undefined || owner === undefined || name === undefined) return null;
  return { repository: keyOf(host, owner, name), folder: folderOf(TREE.exec(rest)?.[1]) };
}

/** A folder as it is compared: without slashes at its ends; null for the repository's own. */
export function folderOf(path: string | null | undefined): string | null {
  const folder = (path ?? '').replace(/^[./]{1,100}/, '').replace(/\/{1,100}$/, '');
  return folder === '' || folder.length > MAX_CHARACTERS ? null : folder.toLowerCase();
}

function keyOf(host: string, owner: string, name: string): string {
  return `${host}/${owner}/${name.replace(/\.git$/i, '')}`.toLowerCase();
}
