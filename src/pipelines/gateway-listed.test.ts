import { describe, expect, test } from 'vitest';
import { netloft } from '../testing/gateways.ts';
import { type Listing, listed, named, packageNamed, remoteAt, repositoryAt } from '../testing/subjects.ts';
import { listedMatcher } from './gateway-listed.ts';

const match = listedMatcher([netloft]);
const found = (listing: Listing) => match(listed(listing)).map(({ by, at }) => `${by} ${at}`);

describe('a listed gateway is known by', () => {
  test.each([
    ['its host', { remotes: [remoteAt('https://netloft.example/mcp')] }, 'host /remotes/0/url'],
    ['a host below it', { remotes: [remoteAt('https://gateway.netloft.example/mcp')] }, 'host /remotes/0/url'],
    ['its namespace', { name: 'example.netloft/ferry' }, 'name '],
    ['its packages', { packages: [packageNamed('npm', '@netloft/ferry')] }, 'package /packages/0'],
    [
      'its repositories',
      { repository: repositoryAt('https://GitHub.com/netloft-io/mcp-ferry') },
      'repository /repository',
    ],
    [
      'its repositories by ssh',
      { repository: repositoryAt('git+https://github.com/netloft-io/mcp-ferry.git') },
      'repository /repository',
    ],
  ])('%s', (_case, listing, matched) => {
    expect(found(listing)).toEqual([matched]);
  });
});

describe('it is not known by', () => {
  test.each([
    ['a host that ends alike', { remotes: [remoteAt('https://notnetloft.example/mcp')] }],
    ['a host with its name before another', { remotes: [remoteAt('https://netloft.example.quayside.example')] }],
    ['a repository of a similar name', { repository: repositoryAt('https://github.com/netloft-io/tables') }],
    [
      'a repository somewhere else',
      { repository: repositoryAt('https://quayside.example/github.com/netloft-io/mcp-x') },
    ],
    ['a namespace that nobody proved', { registry: 'smithery', name: 'example.netloft/ferry' }],
    ['a template for a host', { remotes: [remoteAt('https://{host}/mcp')] }],
  ])('%s', (_case, listing) => {
    expect(found(listing)).toEqual([]);
  });
});

test('a name alone is enough', () => {
  expect(match(named({ name: 'example.netloft/ferry' })).map(({ by }) => by)).toEqual(['name']);
});

test('all that matches is told', () => {
  const all = found({
    name: 'example.netloft/ferry',
    remotes: [remoteAt('https://netloft.example')],
    packages: [packageNamed('npm', '@netloft/ferry')],
  });
  expect(all).toEqual(['name ', 'host /remotes/0/url', 'package /packages/0']);
});
