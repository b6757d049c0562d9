import nock from 'nock';
import { describe, expect, test } from 'vitest';
import { githubAccount, githubRepository, githubTag } from '../../../test/registries/github.ts';
import { mockNet } from '../../../test/registries/mocked-net.ts';
import { plainGet } from '../../../test/registries/plain-get.ts';
import { github } from './index.ts';

mockNet();

const HOST = 'https://api.github.com';
const KEY = 'github.com/tidewater/harbor-mcp';
const COMMIT = '5f2d9c0b7a1e4c3d8e6f0a1b2c3d4e5f60718293';

async function read(key = KEY) {
  const stored = await github.observeRepository(key, plainGet, HOST);
  return github.readRepository(structuredClone(stored));
}

function answering(document: object, tags: readonly object[] = []) {
  nock(HOST).get('/repos/tidewater/harbor-mcp').reply(200, document);
  nock(HOST).get('/repositories/700001/tags?per_page=100&page=1').reply(200, tags);
}

describe('a repository', () => {
  test('is read with what it is called now, who owns it, and its tags', async () => {
    answering(Object(githubRepository('Tidewater/Harbor-MCP')), [Object(githubTag('v1.2.0', COMMIT))]);
    expect(await read()).toMatchObject({
      outcome: 'read',
      facts: {
        id: '700001',
        fullName: 'Tidewater/Harbor-MCP',
        owner: { login: 'Tidewater', id: '90001', type: 'User' },
        createdAt: '2025-03-01T08:00:00Z',
        archived: false,
        fork: false,
        forkOf: [],
        stars: 12,
        license: 'MIT',
      },
      tags: { outcome: 'read', complete: true, tags: [{ name: 'v1.2.0', commit: COMMIT, place: { pointer: '/0' } }] },
    });
  });

  test('that is a fork says of what, next to it and at its root', async () => {
    const more = {
      fork: true,
      parent: githubRepository('quayside/harbor-mcp'),
      source: githubRepository('lantern/harbor-mcp'),
    };
    answering(Object(githubRepository('tidewater/harbor-mcp', { more })));
    expect(await read()).toMatchObject({
      facts: {
        fork: true,
        forkOf: [
          { fullName: 'quayside/harbor-mcp', at: '/parent/full_name' },
          { fullName: 'lantern/harbor-mcp', at: '/source/full_name' },
        ],
      },
    });
  });

  test('of which little is said is read all the same: the rest is unknown', async () => {
    answering({ id: 700_001, full_name: 'tidewater/harbor-mcp', archived: 'no', created_at: 7, owner: [] });
    expect(await read()).toMatchObject({
      facts: { owner: null, createdAt: null, pushedAt: null, archived: null, fork: null, stars: null, license: null },
    });
  });

  test('with many tags is read to five hundred, and says that there may be more', async () => {
    const page = Array.from({ length: 100 }, (_, index) => Object(githubTag(`v0.${index}`, COMMIT)));
    nock(HOST)
      .get('/repos/tidewater/harbor-mcp')
      .reply(200, Object(githubRepository('tidewater/harbor-mcp')));
    for (let each = 1; each <= 5; each += 1) {
      nock(HOST).get(`/repositories/700001/tags?per_page=100&page=${each}`).reply(200, page);
    }
    const seen = await read();
    if (seen.outcome !== 'read' || seen.tags.outcome !== 'read') throw new Error('not read');
    expect([seen.tags.complete, seen.tags.tags.length]).toEqual([false, 500]);
  });

  test.each([
    [404, '{"message":"Not Found"}', 'absent', 'shows nothing there'],
    [401, '{"message":"Bad credentials"}', 'not-read', 'refused the key'],
    [403, '{"message":"API rate limit exceeded for 203.0.113.7."}', 'not-read', 'request limit'],
    [403, '{"message":"Resource not accessible"}', 'not-read', 'status 403'],
    [429, '{}', 'not-read', 'request limit'],
    [451, '{"message":"Repository access blocked"}', 'not-read', 'legal reasons'],
    [500, '', 'not-read', 'status 500'],
    [200, '<html>', 'not-read', 'not JSON'],
    [200, '[]', 'not-read', 'no repository'],
    [200, '{"id":1,"full_name":"../../user"}', 'not-read', 'no repository'],
  ])('answered with %d %s is %s', async (status, body, outcome, reason) => {
    nock(HOST).get('/repos/tidewater/harbor-mcp').reply(status, body);
    expect(await read()).toMatchObject({ outcome, reason: expect.stringContaining(reason) });
  });

  test('without its tags is a repository whose tags were not seen', async () => {
    nock(HOST)
      .get('/repos/tidewater/harbor-mcp')
      .reply(200, Object(githubRepository('tidewater/harbor-mcp')));
    nock(HOST).get('/repositories/700001/tags?per_page=100&page=1').reply(403, '{"message":"rate limit"}');
    expect(await read()).toMatchObject({ outcome: 'read', tags: { outcome: 'not-read' } });
  });

  test.each([
    'github.com/tidewater',
    'github.com/tide water/x',
    'github.com/tidewater/..',
    'github.com/a/b/c',
    'github.com/-/x',
  ])('%s is never asked for', async (key) => {
    expect(await read(key)).toMatchObject({ outcome: 'not-read', reason: 'not a name that its code host gives' });
  });
});

describe('an account', () => {
  const seen = async (key: string) => github.readAccount(await github.observeAccount(key, plainGet, HOST));

  test('is read with its number and its age', async () => {
    nock(HOST)
      .get('/users/tidewater')
      .reply(200, Object(githubAccount('Tidewater')));
    expect(await seen('github.com/tidewater')).toMatchObject({
      outcome: 'read',
      facts: { login: 'Tidewater', id: '90001', type: 'User', createdAt: '2024-01-01T08:00:00Z' },
    });
  });

  test('that is not there is absent, and one that is no name is not asked for', async () => {
    nock(HOST).get('/users/tidewater').reply(404, '{}');
    expect(await seen('github.com/tidewater')).toMatchObject({ outcome: 'absent' });
    expect(await seen('github.com/tide/water')).toMatchObject({ outcome: 'not-read' });
  });
});
