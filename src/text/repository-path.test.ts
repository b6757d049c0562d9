import { expect, test } from 'vitest';
import { folderOf, repositoryPath } from './repository-path.ts';

test.each([
  ['https://github.com/Tidewater/Harbor-MCP', 'github.com/tidewater/harbor-mcp', null],
  ['https://github.com/tidewater/harbor-mcp.git', 'github.com/tidewater/harbor-mcp', null],
  ['git+https://github.com/tidewater/harbor-mcp.git', 'github.com/tidewater/harbor-mcp', null],
  ['git@github.com:tidewater/harbor-mcp.git', 'github.com/tidewater/harbor-mcp', null],
  ['ssh://git@gitlab.com/tidewater/harbor-mcp', 'gitlab.com/tidewater/harbor-mcp', null],
  ['github:tidewater/harbor-mcp', 'github.com/tidewater/harbor-mcp', null],
  ['https://www.github.com/tidewater/harbor-mcp/', 'github.com/tidewater/harbor-mcp', null],
  ['https://github.com/tidewater/quay/tree/main/servers/harbor/', 'github.com/tidewater/quay', 'servers/harbor'],
  ['https://gitlab.com/tidewater/quay/-/tree/main/harbor', 'gitlab.com/tidewater/quay', 'harbor'],
  ['https://github.com/tidewater/quay/issues', 'github.com/tidewater/quay', null],
])('%s is a place in a repository', (address, repository, folder) => {
  expect(repositoryPath(address)).toEqual({ repository, folder });
});

test.each([
  '',
  'harbor',
  'https://github.com/tidewater',
  'https://tidewater.example',
  `https://github.com/a/${'b'.repeat(600)}`,
])('"%s" names no repository', (address) => {
  expect(repositoryPath(address)).toBeNull();
});

test.each([
  ['./Servers/Harbor/', 'servers/harbor'],
  ['/', null],
  ['', null],
  [null, null],
])('the folder %s is compared as %s', (path, folder) => {
  expect(folderOf(path)).toBe(folder);
});
