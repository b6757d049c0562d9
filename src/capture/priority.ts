import { linewise } from '../evidence/release-line.ts';
import type { PackageReference, ServerRecord } from '../model/entry.ts';
import type { Packument, Release } from '../model/release.ts';

/**
 * Why a package's archives are worth a request. Apart from every score: it decides what is looked at, not what is thought of it.
 *
 * Points follow what an attacker gains and what a release history already shows; they are added up.
 */
export const PRIORITY_POINTS = {
  'install script that the release before did not have': 5,
  'published by somebody new': 3,
  'dependency from git or a URL': 5,
  'provenance gone': 3,
  'names a brand': 3,
  'asks for secrets': 2,
  'sends messages': 3,
  'released in the last 30 days': 2,
} as const;
export type PriorityReason = keyof typeof PRIORITY_POINTS;

const FRESH_DAYS = 30;
const DAY_MS = 86_400_000;
/** Changes further back were news to somebody else. */
const NEWEST_PAIRS = 5;
const SENDS = /\b(?:e-?mail|mail|sms|message|messaging|notif|slack|discord|telegram|whatsapp|webhook|payment|invoice)/i;
const MAX_TEXT_CHARACTERS = 2_000;
const SECRET_NAME = /(?:key|token|secret|passw|credential|auth)/i;
const FROM_ELSEWHERE = /^(?:git|https?:|file:|ssh:|github:|gitlab:|bitbucket:|[\w.-]+\/[\w.-]+(?:#|$))|^@ /i;

/** What entries say of the packages that they name, gathered while they are listed. */
export interface Mentions {
  add(record: ServerRecord): void;
  of(purl: string): readonly PriorityReason[];
}

/** `brands`: words of brand names in lower case. */
export function mentions(brands: readonly string[]): Mentions {
  const words = new Set(brands.map((brand) => brand.toLowerCase()));
  const byPurl = new Map<string, Set<PriorityReason>>();
  return {
    add(record) {
      for (const reference of record.packages ?? []) {
        const { purl } = reference;
        if (purl === null) continue;
        const known = byPurl.get(purl) ?? new Set<PriorityReason>();
        byPurl.set(purl, known);
        if (namesOf(record, reference).some((word) => words.has(word))) known.add('names a brand');
        if (asksForSecrets(record, reference)) known.add('asks for secrets');
        if (SENDS.test((record.description ?? '').slice(0, MAX_TEXT_CHARACTERS))) known.add('sends messages');
      }
    },
    of: (purl) => [...(byPurl.get(purl) ?? [])],
  };
}

function namesOf({ title }: ServerRecord, { identifier }: PackageReference): readonly string[] {
  return `${title ?? ''} ${identifier}`
    .slice(0, MAX_TEXT_CHARACTERS)
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

function asksForSecrets({ remotes, inputs }: ServerRecord, reference: PackageReference): boolean {
  const all = [...reference.inputs, ...(inputs ?? []), ...(remotes ?? []).flatMap((remote) => remote.inputs)];
  return all.some(({ isSecret, name }) => isSecret === true || SECRET_NAME.test(name.slice(0, MAX_TEXT_CHARACTERS)));
}

/** What a release history alone gives as reasons, newest pairs only. `asOfMs`: when it was read. */
export function historyReasons({ releases }: Packument, asOfMs: number): readonly PriorityReason[] {
  const found = new Set<PriorityReason>();
  for (const { before, after } of linewise(releases).slice(-NEWEST_PAIRS)) {
    if (hasNew(before.installScripts, after.installScripts)) {
      found.add('install script that the release before did not have');
    }
    if (isByAnother(before, after)) found.add('published by somebody new');
    if (gainsForeignDependency(before, after)) found.add('dependency from git or a URL');
    if (before.provenance === 'attested' && after.provenance === 'absent') found.add('provenance gone');
  }
  const newest = releases.at(-1)?.publishedAt ?? null;
  if (newest !== null && asOfMs - Date.parse(newest) <= FRESH_DAYS * DAY_MS) found.add('released in the last 30 days');
  return [...found];
}

function hasNew(before: Release['installScripts'], after: Release['installScripts']): boolean {
  if (before === null || after === null) return false;
  return Object.keys(after).some((hook) => hook !== 'prepare' && !Object.hasOwn(before, hook));
}

function isByAnother(before: Release, after: Release): boolean {
  if (before.publishedBy === null || after.publishedBy === null || after.trustedPublisher === true) return false;
  const { name } = after.publishedBy;
  return name !== before.publishedBy.name && before.maintainers?.some((each) => each.name === name) !== true;
}

function gainsForeignDependency(before: Release, after: Release): boolean {
  const known = { ...before.dependencies, ...before.optionalDependencies };
  return Object.entries({ ...after.dependencies, ...after.optionalDependencies }).some(
    ([name, range]) => !Object.hasOwn(known, name) && FROM_ELSEWHERE.test(range.slice(0, MAX_TEXT_CHARACTERS)),
  );
}
