import { taggedVersion } from '../evidence/dist-tag.ts';
import { isPrerelease } from '../evidence/release-line.ts';
import type { IdentityShown } from '../model/candidate.ts';
import type { Packument, Release } from '../model/release.ts';
import { type Subject, usesOf } from '../model/subject.ts';
import type { Owners } from '../pipelines/brand-owners.ts';
import type { BrandWords } from '../pipelines/brand-words.ts';
import type { Brand } from '../pipelines/brands.ts';
import type { IndexedEntry } from './port.ts';

/** What an entry is read against. */
export interface Known {
  readonly owners: Owners;
  readonly words: BrandWords;
  readonly identity: IdentityShown;
  /** By id. */
  readonly gateway: string | null;
}

const MAX_TITLE_CHARACTERS = 300;
const MAX_DESCRIPTION_CHARACTERS = 2_000;
const MAX_URL_CHARACTERS = 500;
const MAX_VERSION_CHARACTERS = 100;
const MOST_LISTED = 50;

/** An entry as it is kept for questions, without what the pipelines made of it. */
export function indexedEntry(subject: Subject, known: Known): Omit<IndexedEntry, 'tiers'> {
  const { id, registry, name, title, namespace } = subject.entry;
  const record = 'record' in subject ? subject.record : null;
  return {
    id,
    registry,
    name,
    title: cut(title ?? record?.title ?? null, MAX_TITLE_CHARACTERS),
    description: cut(record?.description ?? null, MAX_DESCRIPTION_CHARACTERS),
    namespace,
    depth: subject.depth,
    version: cut(record?.version ?? null, MAX_VERSION_CHARACTERS),
    status: cut(record?.status ?? null, MAX_VERSION_CHARACTERS),
    publishedAt: cut(record?.publishedAt ?? null, MAX_VERSION_CHARACTERS),
    updatedAt: cut(record?.updatedAt ?? null, MAX_VERSION_CHARACTERS),
    repository: repositoryOf(record),
    packages:
      record?.packages?.slice(0, MOST_LISTED).map(({ ecosystem, purl, identifier, version }) => ({
        ecosystem: ecosystem.slice(0, MAX_VERSION_CHARACTERS),
        purl,
        identifier: identifier.slice(0, MAX_URL_CHARACTERS),
        version: cut(version, MAX_VERSION_CHARACTERS),
      })) ?? null,
    remotes:
      record?.remotes?.slice(0, MOST_LISTED).map(({ type, url }) => ({
        type: type.slice(0, MAX_VERSION_CHARACTERS),
        url: url.slice(0, MAX_URL_CHARACTERS),
      })) ?? null,
    marks: record?.marks.slice(0, MOST_LISTED).map((mark) => mark.slice(0, MAX_TITLE_CHARACTERS)) ?? [],
    uses: usesOf(subject),
    brand: brandOf(subject, known),
    identity: known.identity,
    gateway: known.gateway,
    attested: attestedOf('packuments' in subject ? subject.packuments : []),
  };
}

function repositoryOf(record: { readonly repository: { readonly url: string } | 'none' | null } | null): string | null {
  const repository = record?.repository ?? null;
  return repository === null || repository === 'none' ? repository : repository.url.slice(0, MAX_URL_CHARACTERS);
}

/** The vendor's own entry speaks of its brand whatever it is called. */
function brandOf(subject: Subject, { owners, words }: Known): IndexedEntry['brand'] {
  const own = owners.of(subject);
  const named = namesOf(subject).flatMap((name) => words.read(name).named.map(({ brand }) => brand));
  const vendor = named.find((brand) => own.includes(brand)) ?? own[0];
  if (vendor !== undefined) return { id: vendor.name, relation: 'vendor' };
  const [brand] = named;
  return brand === undefined
    ? null
    : { id: brand.name, relation: isSomebodyElse(brand, subject, owners) ? 'unofficial' : 'unknown' };
}

function namesOf(subject: Subject): readonly string[] {
  const { leaf, title } = subject.entry;
  return [leaf, title, 'record' in subject ? subject.record.title : null].filter((name) => name !== null);
}

/** Where the registry shows no publisher, or a name that anybody could have taken or the vendor, nobody knows. */
function isSomebodyElse(brand: Brand, subject: Subject, owners: Owners): boolean {
  const { entry } = subject;
  const repository = 'record' in subject ? subject.record.repository : null;
  const isShown = entry.namespace !== null || (repository !== null && repository !== 'none');
  return isShown && !owners.mayBe(brand, entry);
}

/** Of all its packages: one whose newest release has none decides, and one that is not known leaves the rest. */
function attestedOf(packuments: readonly Packument[]): boolean | null {
  const known = packuments.flatMap((each) => newest(each)?.provenance ?? []);
  return known.length === 0 ? null : known.every((provenance) => provenance === 'attested');
}

/** What installing it without a version gives. */
function newest(packument: Packument): Release | undefined {
  const { releases } = packument;
  const tagged = taggedVersion(packument, 'latest');
  return (
    releases.findLast(({ version }) => version === tagged) ??
    releases.findLast(({ version }) => !isPrerelease(version)) ??
    releases.at(-1)
  );
}

function cut(text: string | null, maxCharacters: number): string | null {
  return text === null ? null : text.slice(0, maxCharacters);
}
