import type { Json } from '../../src/model/place.ts';
import { boundedNumber, jsonAnswer, segmentsOf, validatedAnswer } from './answer.ts';
import type { Answer, Asked, LoopbackRegistry } from './answer.ts';
import { at, isObject } from './at.ts';
import type { Feed } from './feed.ts';

/**
 * GitHub's REST API, as far as it is asked: a repository by name and by number, its tags, an account.
 *
 * A name that a repository had before answers with a 301 to its number. `limit`: requests until the hour's are used up; none: without end.
 */
export function githubHost({ github }: Pick<Feed, 'github'>, baseUrl: string): LoopbackRegistry {
  const { repositories, accounts } = github;
  const byName = (owner: string, name: string) =>
    repositories.find((each) => textOf(each.document, 'full_name') === `${owner}/${name}`.toLowerCase());
  const byId = (id: string) => repositories.find((each) => idOf(each.document) === id);

  function answer({ path, query }: Asked): Answer {
    const [kind = '', first = '', second = '', ...rest] = segmentsOf(path) ?? [];
    if (kind === 'users' && second === '') {
      const account = accounts.find((each) => textOf(each, 'login') === first.toLowerCase());
      return account === undefined ? notFound() : validatedAnswer(account);
    }
    if (kind === 'repositories') return about(byId(first), second === '' ? rest : [second, ...rest], query);
    if (kind !== 'repos') return notFound();
    const moved = repositories.find(({ formerly = [] }) => formerly.includes(`${first}/${second}`.toLowerCase()));
    const found = byName(first, second);
    return found === undefined && moved !== undefined ? movedTo(idOf(moved.document), rest) : about(found, rest, query);
  }

  function movedTo(id: string, rest: readonly string[]): Answer {
    const location = [`${baseUrl}/repositories/${id}`, ...rest].join('/');
    return jsonAnswer({ message: 'Moved Permanently', url: location, documentation_url: DOCUMENTATION }, 301, {
      location,
    });
  }

  return { refuse: () => (github.exhausted === true ? exhausted() : null), answer, error };
}

const DOCUMENTATION = 'https://docs.github.com/rest';

function about(
  found: Feed['github']['repositories'][number] | undefined,
  [what, ...rest]: readonly string[],
  query: URLSearchParams,
): Answer {
  if (found === undefined || rest.length > 0) return notFound();
  if (what === undefined) return validatedAnswer(found.document);
  if (what !== 'tags') return notFound();
  const perPage = boundedNumber(query.get('per_page'), { otherwise: 30, least: 1, most: 100 }) ?? 30;
  const page = boundedNumber(query.get('page'), { otherwise: 1, least: 1, most: 1_000 }) ?? 1;
  return validatedAnswer((found.tags ?? []).slice((page - 1) * perPage, page * perPage));
}

function notFound(): Answer {
  return error(404, 'Not Found');
}

function exhausted(): Answer {
  const message =
    'API rate limit exceeded for 203.0.113.7. (But here is the good news: Authenticated requests get a higher rate limit.)';
  return jsonAnswer({ message, documentation_url: DOCUMENTATION }, 403, {
    'x-ratelimit-limit': '60',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-used': '60',
    'x-ratelimit-resource': 'core',
    'x-ratelimit-reset': '4102444800',
  });
}

function error(status: number, message: string): Answer {
  return jsonAnswer({ message, documentation_url: DOCUMENTATION, status: String(status) }, status);
}

function idOf(document: Json): string {
  return JSON.stringify(at(document, 'id') ?? null);
}

function textOf(document: Json, key: string): string | null {
  const value = isObject(document) ? document[key] : undefined;
  return typeof value === 'string' ? value.toLowerCase() : null;
}

export interface HostedRepository {
  readonly id?: number;
  readonly owner?: Readonly<Record<string, Json>>;
  readonly more?: Readonly<Record<string, Json>>;
}

/** A repository as the host writes it, without the sixty addresses of its parts. */
export function githubRepository(
  fullName: string,
  { id = 700_001, owner = {}, more = {} }: HostedRepository = {},
): Json {
  const [login = ''] = fullName.split('/');
  return {
    id,
    node_id: 'R_kgDOInvented',
    name: fullName.slice(login.length + 1),
    full_name: fullName,
    private: false,
    owner: { login, id: 90_001, node_id: 'U_kgDOInvented', type: 'User', site_admin: false, ...owner },
    html_url: `https://github.com/${fullName}`,
    description: null,
    fork: false,
    created_at: '2025-03-01T08:00:00Z',
    updated_at: '2026-06-01T08:00:00Z',
    pushed_at: '2026-06-20T08:00:00Z',
    homepage: null,
    size: 120,
    stargazers_count: 12,
    watchers_count: 12,
    language: 'TypeScript',
    has_issues: true,
    forks_count: 1,
    archived: false,
    disabled: false,
    open_issues_count: 2,
    license: { key: 'mit', name: 'MIT License', spdx_id: 'MIT', node_id: 'MDc6TGljZW5zZTEz' },
    visibility: 'public',
    default_branch: 'main',
    network_count: 1,
    subscribers_count: 3,
    ...more,
  };
}

export function githubTag(name: string, sha: string): Json {
  return { name, commit: { sha, url: `https://api.github.com/commits/${sha}` }, node_id: 'REF_kwDOInvented' };
}

export function githubAccount(login: string, id = 90_001, more: Readonly<Record<string, Json>> = {}): Json {
  return {
    login,
    id,
    node_id: 'U_kgDOInvented',
    type: 'User',
    created_at: '2024-01-01T08:00:00Z',
    public_repos: 3,
    ...more,
  };
}
