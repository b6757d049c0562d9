import { expect, test } from 'vitest';
import { githubAccount, githubRepository } from '../../test/registries/github.ts';
import { FetchError } from '../fetch/fetch-error.ts';
import type { Get } from '../fetch/port.ts';
import type { Json } from '../model/place.ts';
import { codeHostFacts } from './facts.ts';
import { observeHosted } from './observe.ts';

const HOST = 'https://api.github.com';
const resource = { uri: HOST, sha256: '0'.repeat(64), retrievedAt: '2026-06-29T00:00:00Z' };

/** A host of a few documents by path, and the paths that were asked for. */
function hosting(documents: Readonly<Record<string, Json>>) {
  const asked: string[] = [];
  const get: Get = async (url) => {
    const path = url.slice(HOST.length);
    asked.push(path);
    const document = Object.hasOwn(documents, path) ? documents[path] : undefined;
    if (document === undefined) throw new FetchError('STATUS', url, 'status 404', { status: 404 });
    return { status: 200, body: Buffer.from(JSON.stringify(document)), resource };
  };
  return { asked, door: { get, baseUrlOf: () => HOST } };
}

const TAGS = '/repositories/700001/tags?per_page=100&page=1';
const own = { '/repos/tidewater/harbor': githubRepository('tidewater/harbor'), [TAGS]: [] };

test('an account that owns one of the repositories costs no request of its own', async () => {
  const { asked, door } = hosting(own);
  const wanted = { repositories: ['github.com/tidewater/harbor'], accounts: ['github.com/tidewater'] };
  expect((await observeHosted(wanted, door)).map(({ key }) => key)).toEqual(['github.com/tidewater/harbor']);
  expect(asked).toEqual(['/repos/tidewater/harbor', TAGS]);
});

test.each([
  ['whose repository is of somebody else', 'github.com/quayside'],
  ['that has no repository', 'github.com/lantern'],
])('an account %s is asked for', async (_case, account) => {
  const login = account.slice('github.com/'.length);
  const { asked, door } = hosting({ ...own, [`/users/${login}`]: githubAccount(login) });
  const repositories = login === 'quayside' ? ['github.com/tidewater/harbor'] : [];
  const lines = await observeHosted({ repositories, accounts: [account] }, door);
  expect(lines.at(-1)).toMatchObject({ key: account, outcome: 'read' });
  expect(asked.at(-1)).toBe(`/users/${login}`);
});

test('a repository of a host that is not asked has no line, and is not asked for', async () => {
  const { asked, door } = hosting({});
  expect(await observeHosted({ repositories: ['codehost.example/a/b'], accounts: [] }, door)).toEqual([]);
  expect(asked).toEqual([]);
});

test('what was asked for is told apart from what was not', async () => {
  const { door } = hosting({});
  const lines = await observeHosted({ repositories: ['github.com/a/b'], accounts: ['github.com/a'] }, door);
  const facts = codeHostFacts((key) => lines.find((line) => line.key === key));
  expect(facts.repository('github.com/a/b')).toMatchObject({ outcome: 'absent' });
  expect(facts.account('github.com/a')).toMatchObject({ outcome: 'absent' });
  expect(facts.repository('github.com/c/d')).toBeNull();
});
