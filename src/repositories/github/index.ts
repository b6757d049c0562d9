import type { Get } from '../../fetch/port.ts';
import type { AccountFacts, RepositoryFacts, SeenTags, StoredHosted, StoredTags, Tag } from '../../model/repository.ts';
import { count, flag, isObject, type JsonObject, list, object, text, time } from '../../packages/fields.ts';
import { ask } from '../ask.ts';
import type { CodeHost } from '../port.ts';
import { Account, cutAccount, cutRepository, cutTags, Repository, Tags } from './schema.ts';

const LOGIN = /^[a-z\d][a-z\d_-]{0,99}$/i;
const NAME = /^[\w.-]{1,100}$/;
const COMMIT = /^[0-9a-f]{40,64}$/;
/** The most that one answer holds. */
const TAGS_A_PAGE = 100;
const MAX_TAG_PAGES = 5;

/**
 * GitHub's REST API: sixty requests an hour for one address without a key, five thousand with one.
 *
 * A renamed or transferred repository answers under its old name with a 301 to `/repositories/{id}`, which `get` follows.
 */
export const github: CodeHost = {
  id: 'github',
  title: 'GitHub',
  domain: 'github.com',
  baseUrl: 'https://api.github.com',
  filesUrl: null,
  pace: { concurrency: 2, requestsPerSecond: 5 },
  keys: [{ environmentVariable: 'GITHUB_TOKEN', header: 'authorization', prefix: 'Bearer ' }],

  async observeRepository(key, get, baseUrl) {
    const [, owner = '', name = '', ...rest] = key.split('/');
    if (!LOGIN.test(owner) || !NAME.test(name) || /^\.{1,2}$/.test(name) || rest.length > 0) return noName(key);
    const asked = await ask(get, `${baseUrl}/repos/${owner}/${name}`);
    if (asked.outcome !== 'answered') return { key, ...asked };
    const checked = Repository.safeParse(asked.document);
    if (!checked.success) return { key, outcome: 'not-read', reason: 'its code host answered with no repository' };
    // By its number: under the old name of a renamed repository another may stand by now.
    const tags = await observeTags(`${baseUrl}/repositories/${checked.data.id}/tags`, get);
    const { resource } = asked;
    return { key, outcome: 'read', document: cutRepository(asked.document) ?? null, resource, tags };
  },

  async observeAccount(key, get, baseUrl) {
    const [, login = '', ...rest] = key.split('/');
    if (!LOGIN.test(login) || rest.length > 0) return noName(key);
    const asked = await ask(get, `${baseUrl}/users/${login}`);
    if (asked.outcome !== 'answered') return { key, ...asked };
    if (!Account.safeParse(asked.document).success)
      return { key, outcome: 'not-read', reason: 'its code host answered with no account' };
    return { key, outcome: 'read', document: cutAccount(asked.document) ?? null, resource: asked.resource };
  },

  readRepository(stored) {
    if (stored.outcome !== 'read') return stored;
    const { key, document, resource, tags } = stored;
    const facts = repositoryIn(Repository.parse(document), { resource, pointer: '' });
    return { key, outcome: 'read', facts, tags: tagsIn(tags) };
  },

  readAccount(stored) {
    if (stored.outcome !== 'read') return stored;
    const { key, document, resource } = stored;
    const { login, id, ...rest } = Account.parse(document);
    const place = { resource, pointer: '' };
    const facts = { place, login, id: String(id), type: text(rest['type']), createdAt: time(rest['created_at']) };
    return { key, outcome: 'read', facts };
  },
};

function noName(key: string): StoredHosted {
  return { key, outcome: 'not-read', reason: 'not a name that its code host gives' };
}

/** All of them, as far as a few pages hold them; a page that is not full is the last. */
async function observeTags(url: string, get: Get): Promise<StoredTags> {
  const pages: (StoredTags & { outcome: 'read' })['pages'][number][] = [];
  for (let page = 1; page <= MAX_TAG_PAGES; page += 1) {
    const asked = await ask(get, `${url}?per_page=${TAGS_A_PAGE}&page=${page}`);
    if (asked.outcome !== 'answered') return { outcome: 'not-read', reason: asked.reason };
    const tags = Tags.safeParse(asked.document);
    if (!tags.success) return { outcome: 'not-read', reason: 'its code host answered with no list of tags' };
    pages.push({ document: cutTags(asked.document) ?? null, resource: asked.resource });
    if (tags.data.length < TAGS_A_PAGE) return { outcome: 'read', complete: true, pages };
  }
  return { outcome: 'read', complete: false, pages };
}

function repositoryIn(written: Repository, place: RepositoryFacts['place']): RepositoryFacts {
  return {
    place,
    id: String(written.id),
    fullName: written.full_name,
    owner: ownerIn(object(written['owner'])),
    createdAt: time(written['created_at']),
    pushedAt: time(written['pushed_at']),
    archived: flag(written['archived']),
    fork: flag(written['fork']),
    forkOf: originsIn(written),
    stars: count(written['stargazers_count']),
    license: text(object(written['license'])?.['spdx_id']),
  };
}

/** What a fork was made from is often where that began. */
function originsIn(written: Repository): RepositoryFacts['forkOf'] {
  const named = ['parent', 'source'].flatMap((field) => {
    const fullName = text(object(written[field])?.['full_name']);
    return fullName === null ? [] : [{ fullName, at: `/${field}/full_name` }];
  });
  return named.filter(({ fullName }, index) => named.findIndex((each) => each.fullName === fullName) === index);
}

function ownerIn(written: JsonObject | null): Pick<AccountFacts, 'login' | 'id' | 'type'> | null {
  const login = text(written?.['login']);
  if (login === null) return null;
  const id = count(written?.['id']);
  return { login, id: id === null ? null : String(id), type: text(written?.['type']) };
}

function tagsIn(stored: StoredTags | undefined): SeenTags {
  if (stored === undefined) return { outcome: 'not-read', reason: 'not asked for' };
  if (stored.outcome !== 'read') return stored;
  const tags = stored.pages.flatMap(({ document, resource }) =>
    (list(document) ?? []).flatMap((item, index): readonly Tag[] => {
      const name = isObject(item) ? text(item['name']) : null;
      if (!isObject(item) || name === null) return [];
      const commit = text(object(item['commit'])?.['sha'])?.toLowerCase() ?? '';
      return [{ place: { resource, pointer: `/${index}` }, name, commit: COMMIT.test(commit) ? commit : null }];
    }),
  );
  return { outcome: 'read', complete: stored.complete, tags };
}
