import { describe, expect, test } from 'vitest';
import { publisherKeys, repositoryAccount, shareAccount } from './publisher-keys.ts';

describe('a publisher is known by', () => {
  test.each([
    ['a login', 'io.github.Tidewater', null, ['tidewater']],
    ['a login on another host', 'io.gitlab.tidewater', null, ['tidewater']],
    ['the label of a domain', 'com.tidewater.mcp', null, ['tidewater']],
    ['the label of a domain of two suffixes', 'uk.co.tidewater', null, ['tidewater']],
    ['an account', 'Tidewater', null, ['tidewater']],
    ['the owner of its repository', null, 'Tidewater', ['tidewater']],
    ['both where they differ, the namespace first', 'com.tidewater', 'harbour-labs', ['tidewater', 'harbour-labs']],
    ['one where they do not', 'io.github.tidewater', 'TideWater', ['tidewater']],
    ['a namespace that is no domain as it stands', 'tidewater.', null, ['tidewater.']],
  ])('%s', (_case, namespace, repositoryOwner, keys) => {
    expect(publisherKeys({ namespace, repositoryOwner })).toEqual(keys);
  });

  test.each([[null], ['']])('nothing where nothing is shown (%j)', (namespace) => {
    expect(publisherKeys({ namespace, repositoryOwner: null })).toEqual([]);
  });
});

test('publishers that share an account may be one', () => {
  expect(shareAccount(['tidewater', 'harbour'], ['quayside', 'harbour'])).toBe(true);
  expect(shareAccount(['tidewater'], ['tidewaters'])).toBe(false);
  expect(shareAccount([], [])).toBe(false);
});

test('a repository is of an account wherever it is kept', () => {
  expect(repositoryAccount('git@github.com:Tidewater/harbor.git')).toBe('tidewater');
  expect(repositoryAccount('https://gitlab.com/quayside/cranes')).toBe('quayside');
  expect(repositoryAccount('tide tables')).toBeNull();
  expect(repositoryAccount(null)).toBeNull();
});
