import { expect, test } from 'vitest';
import { provingAccount } from './proving-account.ts';

test.each([
  ['io.github.Tidewater', 'github.com/tidewater'],
  [`io.github.${'t'.repeat(100)}`, `github.com/${'t'.repeat(100)}`],
  [`io.github.${'t'.repeat(101)}`, null],
  ['io.github.', null],
  ['io.github.-tidewater', null],
  ['io.github.tide.water', null],
  ['io.githubby.tidewater', null],
  ['com.tidewater', null],
  [null, null],
])('%s is proved by the login %s', (namespace, account) => {
  expect(provingAccount({ registry: 'official', namespace })).toBe(account);
});

test.each([
  ['pulsemcp', 'github.com/tidewater'],
  ['glama', null],
  ['smithery', null],
])('on %s the same namespace is proved by %s', (registry, account) => {
  expect(provingAccount({ registry, namespace: 'io.github.tidewater' })).toBe(account);
});
