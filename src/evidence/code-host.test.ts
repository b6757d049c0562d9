import { expect, test } from 'vitest';
import { repositoryKey } from './code-host.ts';

const at = (url: string) => ({ url, subfolder: null, id: null });

test.each([
  ['an address', at('git+https://github.com/Tidewater/Harbor-MCP.git'), 'github.com/tidewater/harbor-mcp'],
  ['an address of no repository', at('https://tidewater.example/'), null],
  ['the word that there is none', 'none' as const, null],
  ['nothing said', null, null],
])('the repository of a record with %s', (_case, repository, key) => {
  expect(repositoryKey({ repository })).toBe(key);
});
