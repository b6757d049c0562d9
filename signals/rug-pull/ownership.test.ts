import { describe, expect, it } from 'vitest';
import { bearsName, isNamespaceDomain, ownerDomain, repositoryOwner } from './ownership.ts';

describe('the owner of a repository', () => {
  it.each([
    'https://github.com/Tidewater/harbor',
    'https://github.com/tidewater/harbor.git',
    'https://github.com/tidewater/harbor/',
    'https://www.GitHub.com/tidewater/harbor/tree/main/packages/x',
    'git+https://github.com/tidewater/harbor.git',
    'git@github.com:tidewater/harbor.git',
    'ssh://git@github.com/tidewater/harbor.git',
    'git+ssh://git@github.com/tidewater/harbor.git',
    'github.com/tidewater/harbor',
  ])('is the same in %s', (url) => {
    expect(repositoryOwner(url)).toBe('tidewater');
  });

  it.each(['', 'https://github.com', 'http://[', `https://github.com/${'a'.repeat(3_000)}`])(
    'is unknown in %s',
    (url) => {
      expect(repositoryOwner(url)).toBeNull();
    },
  );
});

it.each([
  ['io.github.tidewater', 'Tidewater', true],
  ['com.gitlab.tide-water', 'tidewater', true],
  ['com.tidewater', 'tidewater', true],
  ['com.tidewater.api', 'tidewater', true],
  ['com.tidewater', 'tidewater-community', false],
  ['io.github.tidewater', 'github', false],
  [null, 'tidewater', false],
])('namespace %s and account %s: %s', (namespace, account, answer) => {
  expect(bearsName(namespace, account)).toBe(answer);
});

it('knows the domain a namespace was proved with', () => {
  expect(isNamespaceDomain('com.tidewater.api', 'tidewater.com')).toBe(true);
  expect(isNamespaceDomain('io.github.tidewater', 'tidewater.com')).toBe(false);
});

it('takes each name on a shared host for an owner of its own', () => {
  expect(ownerDomain('https://a.tidewater.workers.dev/mcp')).toBe('tidewater.workers.dev');
  expect(ownerDomain('http://localhost:3000')).toBe('localhost');
  expect(ownerDomain('https://{host}/mcp')).toBeNull();
});
