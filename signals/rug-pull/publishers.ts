import type { Packument, Person, Release } from '../../src/model/release.ts';
import { remembered } from '../../src/evidence/remembered.ts';
import { gapDays } from '../../src/evidence/time.ts';

/** A release by somebody who had neither published nor maintained any release before it. */
export interface NewPublisher {
  readonly release: Release;
  /** The release before it. */
  readonly before: Release;
  readonly publisher: Person;
  /** Who published the release before; null where that is not known. */
  readonly previous: Person | null;
  /** Days between the two; null where a time is missing. */
  readonly quietDays: number | null;
}

/** Half a year without a release: what is bought or taken over had usually been left alone. */
export const QUIET_DAYS = 180;
/** npm shows a CI identity under this name, which no account can have: it has a space. */
const CI_NAMES = new Set(['GitHub Actions', 'GitLab CI/CD']);
/** Accounts with which organisations publish by machine; each belongs to one of them and publishes nothing else. */
const BOTS = new Set(['google-wombot', 'microsoft1es', 'aws-sdk-bot', 'types', 'semantic-release-bot', 'shopify-dep']);
/** Sharing one of these says nothing about working together. */
const MAIL_HOSTS = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com proton.me
  protonmail.com pm.me aol.com gmx.de gmx.com gmx.net web.de mail.ru yandex.ru yandex.com qq.com 163.com 126.com
  foxmail.com naver.com zoho.com fastmail.com tutanota.com mail.com hey.com duck.com simplelogin.com
  users.noreply.github.com`.split(/\s+/),
);

/**
 * Every release whose publisher was new to its package; null where no release says who published it.
 *
 * CI identities, known bots and colleagues (a mail domain of their own that somebody here already had) are aliases of those who were
 * there before.
 */
export const newPublishers: (packument: Packument) => readonly NewPublisher[] | null = remembered(lookedUp);

function lookedUp({ releases }: Packument): readonly NewPublisher[] | null {
  if (releases.every(({ publishedBy }) => publishedBy === null)) return null;
  const only = releases[0]?.publishedBy?.name;
  if (only !== undefined && releases.every(({ publishedBy }) => publishedBy?.name === only)) return [];
  const known = { names: new Set<string>(), domains: new Set<string>() };
  const found: NewPublisher[] = [];
  let before: Release | undefined;
  for (const release of releases) {
    const publisher = release.publishedBy;
    const isNew =
      publisher !== null && known.names.size > 0 && !isKnown(known, publisher) && !isMachine(release, publisher);
    if (before !== undefined && isNew) {
      const quietDays = gapDays(before.publishedAt, release.publishedAt);
      found.push({ release, before, publisher, previous: before.publishedBy, quietDays });
    }
    remember(known, release);
    before = release;
  }
  return found;
}

interface Known {
  readonly names: Set<string>;
  /** Mail domains of their own. */
  readonly domains: Set<string>;
}

function isKnown({ names, domains }: Known, person: Person): boolean {
  if (names.has(person.name)) return true;
  const domain = ownDomain(person);
  return domain !== null && domains.has(domain);
}

function remember(known: Known, { publishedBy, maintainers }: Release): void {
  if (publishedBy !== null) meet(known, publishedBy);
  for (const person of maintainers ?? []) meet(known, person);
}

function meet({ names, domains }: Known, person: Person): void {
  if (names.has(person.name)) return;
  names.add(person.name);
  const domain = ownDomain(person);
  if (domain !== null) domains.add(domain);
}

function isMachine({ trustedPublisher }: Release, { name }: Person): boolean {
  return trustedPublisher === true || CI_NAMES.has(name) || BOTS.has(name);
}

function ownDomain({ email }: Person): string | null {
  const domain = email?.slice(email.lastIndexOf('@') + 1).toLowerCase() ?? '';
  return domain === '' || MAIL_HOSTS.has(domain) || !email?.includes('@') ? null : domain;
}
