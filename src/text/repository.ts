import { repositoryPath } from './repository-path.ts';

/** Whose repository an address names, as `github.com/owner` in lower case; null where it names none. A string to compare, never to visit. */
export function repositoryOwner(address: string): string | null {
  return repositoryPath(address)?.repository.split('/', 2).join('/') ?? null;
}

/** `owner` of a repository on GitHub, in lower case; null elsewhere. */
export function githubOwner(address: string): string | null {
  const owner = repositoryOwner(address);
  return owner !== null && owner.startsWith('github.com/') ? owner.slice('github.com/'.length) : null;
}
