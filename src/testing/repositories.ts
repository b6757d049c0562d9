import type {
  AccountFacts,
  CodeHostSeen,
  RepositoryFacts,
  SeenAccount,
  SeenRepository,
  SeenTags,
  Tag,
} from '../model/repository.ts';
import type { Subject } from '../model/subject.ts';

const resource = (uri: string) => ({ uri, sha256: 'e'.repeat(64), retrievedAt: '2026-06-29T00:00:00Z' });

/** Tags by name, with the commit that each is at. */
export function tagged(tags: Readonly<Record<string, string | null>>, complete = true): SeenTags {
  const place = { resource: resource('https://api.github.com/repositories/1/tags?per_page=100&page=1'), pointer: '' };
  return {
    outcome: 'read',
    complete,
    tags: Object.entries(tags).map(([name, commit], index): Tag => ({
      place: { ...place, pointer: `/${index}` },
      name,
      commit,
    })),
  };
}

/** A repository as its host has it; the key is that of `fullName` where none is given. */
export function hosted(
  fullName: string,
  { key = `github.com/${fullName}`.toLowerCase(), tags = tagged({}), ...facts }: Hosted = {},
): SeenRepository {
  const [login = ''] = fullName.split('/');
  return {
    key,
    outcome: 'read',
    facts: {
      place: { resource: resource(`https://api.github.com/repos/${key.slice('github.com/'.length)}`), pointer: '' },
      id: '1',
      fullName,
      owner: { login, id: '2', type: 'User' },
      createdAt: '2025-03-01T08:00:00Z',
      pushedAt: '2026-06-20T08:00:00Z',
      archived: false,
      fork: false,
      forkOf: [],
      stars: 12,
      license: 'MIT',
      ...facts,
    },
    tags,
  };
}
type Hosted = Partial<RepositoryFacts> & { readonly key?: string; readonly tags?: SeenTags };

export function account(login: string, facts: Partial<AccountFacts> = {}): SeenAccount {
  const place = { resource: resource(`https://api.github.com/users/${login}`), pointer: '' };
  return {
    key: `github.com/${login}`.toLowerCase(),
    outcome: 'read',
    facts: { place, login, id: '2', type: 'User', createdAt: '2024-01-01T08:00:00Z', ...facts },
  };
}

export function notThere(key: string): SeenRepository & SeenAccount {
  return { key, outcome: 'absent', reason: 'its code host shows nothing there' };
}

export function notAsked(key: string, reason: string): SeenRepository & SeenAccount {
  return { key, outcome: 'not-read', reason };
}

/** An entry of which a code host was asked. */
export function askedAbout(subject: Subject, seen: CodeHostSeen): Subject {
  return subject.depth === 'name' ? subject : { ...subject, codeHost: seen };
}

/** What a code host was asked for; of everything else nobody asked. */
export function codeHost(
  repositories: readonly SeenRepository[] = [],
  accounts: readonly SeenAccount[] = [],
): CodeHostSeen {
  return { repositories, accounts };
}
