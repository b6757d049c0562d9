import { expect, it } from 'vitest';
import { githubOwner, repositoryOwner } from './repository.ts';

it.each([
  ['https://github.com/Tidewater/harbor-mcp', 'github.com/tidewater'],
  ['https://www.github.com/tidewater/harbor-mcp.git', 'github.com/tidewater'],
  ['git+https://github.com/tidewater/harbor-mcp.git#main', 'github.com/tidewater'],
  ['git@github.com:tidewater/harbor-mcp.git', 'github.com/tidewater'],
  ['git+ssh://git@github.com/tidewater/harbor-mcp.git', 'github.com/tidewater'],
  ['github:tidewater/harbor-mcp', 'github.com/tidewater'],
  ['https://github.com/tidewater/harbor-mcp/tree/main/packages/tides', 'github.com/tidewater'],
  ['https://gitlab.com/quayside/cranes', 'gitlab.com/quayside'],
])('%s is a repository of %s', (address, owner) => {
  expect(repositoryOwner(address)).toBe(owner);
});

it.each([
  [''],
  ['https://github.com/tidewater'],
  ['https://github.com/'],
  ['tide tables'],
  ['https://tidewater.example'],
  [`https://github.com/${'a'.repeat(600)}/b`],
])('"%s" names no repository', (address) => {
  expect(repositoryOwner(address)).toBeNull();
});

it('an owner elsewhere is not an owner on GitHub', () => {
  expect(githubOwner('https://gitlab.com/tidewater/harbor-mcp')).toBeNull();
  expect(githubOwner('https://github.com/tidewater/harbor-mcp')).toBe('tidewater');
  expect(githubOwner('https://github.com.tidewater.example/github.com/harbor')).toBeNull();
});
