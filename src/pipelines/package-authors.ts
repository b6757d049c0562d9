import { publisherKeys, repositoryAccount } from '../identity/publisher-keys.ts';
import type { Packument, Person } from '../model/release.ts';
import { registrableDomain } from '../text/domains.ts';

/** At these anybody has an address, so only the whole address says who it is. */
const FREE_MAIL = new Set([
  '163.com',
  'aol.com',
  'foxmail.com',
  'gmail.com',
  'gmx.de',
  'googlemail.com',
  'hotmail.com',
  'icloud.com',
  'live.com',
  'mail.ru',
  'me.com',
  'msn.com',
  'naver.com',
  'outlook.com',
  'pm.me',
  'proton.me',
  'protonmail.com',
  'qq.com',
  'users.noreply.github.com',
  'web.de',
  'yahoo.com',
  'yandex.ru',
]);
const MAX_ADDRESS_CHARACTERS = 254;
const MAX_PEOPLE = 20;

/**
 * By what a package's author is known in another ecosystem: accounts (owner of its repository, scope, publisher and maintainers),
 * and mail addresses by their domain. [] where its document shows none of these.
 */
export function packageAuthors({ name, releases, maintainers }: Packument): readonly string[] {
  const latest = releases.at(-1);
  const people = [...(maintainers ?? latest?.maintainers ?? []), ...(latest?.publishedBy ? [latest.publishedBy] : [])];
  return [
    ...new Set([
      ...publisherKeys({ namespace: scopeOf(name), repositoryOwner: repositoryAccount(latest?.repository ?? null) }),
      ...people.slice(0, MAX_PEOPLE).flatMap(keysOf),
    ]),
  ];
}

function scopeOf(name: string): string | null {
  const slash = name.indexOf('/');
  return slash < 0 ? null : name.slice(0, slash).replace(/^@/, '');
}

function keysOf({ name, email }: Person): readonly string[] {
  const account = name.toLowerCase();
  if (email === null || email.length > MAX_ADDRESS_CHARACTERS) return [account];
  const address = email.toLowerCase();
  const host = address.slice(address.lastIndexOf('@') + 1);
  const domain = registrableDomain(host) ?? host;
  return [account, FREE_MAIL.has(domain) || FREE_MAIL.has(host) ? address : `@${domain}`];
}
