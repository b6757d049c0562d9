import { expect, test } from 'vitest';
import { hostedNames } from './named.ts';

const url = 'https://github.com/tidewater/harbor-mcp';
const repository = { url, subfolder: null, id: null };
const official = { registry: 'official', namespace: 'io.github.tidewater' };

test('an entry and its packages name each repository once, and the entry its account', () => {
  expect(hostedNames(official, { repository }, [`git+${url}.git`, null, 'https://github.com/quayside/tides'])).toEqual({
    repositories: ['github.com/tidewater/harbor-mcp', 'github.com/quayside/tides'],
    accounts: ['github.com/tidewater'],
  });
});

test('a registry that proves no login names no account, and a record without a repository none', () => {
  expect(hostedNames({ ...official, registry: 'glama' }, { repository: 'none' }, [])).toEqual({
    repositories: [],
    accounts: [],
  });
});
