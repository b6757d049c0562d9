import { remembered } from '../evidence/remembered.ts';
import type { IntelContext } from '../intel/port.ts';
import type { Entry, PackageReference } from '../model/entry.ts';
import type { Place, Pointer } from '../model/place.ts';
import type { Signal } from '../signal.ts';
import { registeredLabel } from '../text/domains.ts';
import { githubOwner } from '../text/repository.ts';
import { type AnySubject, type Owners, brandOwners } from './brand-owners.ts';
import type { BrandWord } from './brand-aliases.ts';
import { type BrandWords, brandWords, type NameReading } from './brand-words.ts';
import type { Brand, Protected } from './brands.ts';
import { type Gateways, NO_GATEWAYS } from './gateway.ts';
import { type PopularPackages, popularPackages } from './popular-packages.ts';
import { NO_POPULATION, type Population } from './population.ts';
import type { Pipeline } from './port.ts';
import {
  type ProtectedDescription,
  type ProtectedDescriptions,
  protectedDescriptions,
} from './protected-descriptions.ts';
import { type ProtectedNames, protectedNames } from './protected-names.ts';

/** Registries of which an entry is a package: single packages are scanned so. */
const PACKAGE_REGISTRIES = new Set(['npm', 'pypi']);

export interface LookalikeContext {
  /** The snapshot's date: "now" for every age. */
  readonly asOf: string;
  readonly owners: Owners;
  readonly words: BrandWords;
  readonly names: ProtectedNames;
  readonly popular: PopularPackages;
  readonly descriptions: ProtectedDescriptions;
  /** Starts of server names under which platforms list other people's repositories. */
  readonly republishers: readonly string[];
  /** What entries need to know of each other; empty where no snapshot was walked. */
  readonly population: Population;
  /** Hosts and publishers that stand between users and services of others. */
  readonly gateways: Gateways;
  /** What every signal asks of an entry first; made once an entry. */
  readonly view: (subject: AnySubject) => View;
}

/** An entry as the lookalike signals see it. */
export interface View {
  /** Brands whose vendor publishes it: none of them can be imitated here. */
  readonly owners: readonly Brand[];
  /** The account or registered domain label it is published under, or null where the registry does not say. */
  readonly account: string | null;
  /** Who is shown as its publisher: the account, else the owner of its repository; null where neither is known. */
  readonly publisher: string | null;
  /** What it is called: its name, its title, its packages. */
  readonly names: readonly SeenName[];
  /** Of these, its packages, or its own name where it is one; null where its registry does not show them. */
  readonly packages: readonly PackageName[] | null;
  /** Brands it names that its publisher is not, each where it is first named. */
  readonly foreign: readonly ForeignBrand[];
  /** Of these, the words of brands whose vendor does not publish the entry. */
  readonly notOwned: <Word extends BrandWord>(found: readonly Word[]) => readonly Word[];
}
export interface ForeignBrand extends BrandWord {
  readonly seen: SeenName;
}
export interface SeenName {
  readonly kind: 'name' | 'title' | 'package';
  /** Of a package, or of an entry that is one; null for other names and titles. */
  readonly ecosystem: string | null;
  readonly text: string;
  readonly place: Place;
  readonly at: Pointer;
  /** What it has of brands, the publisher's own among them. */
  readonly reading: NameReading;
}

export interface PackageName extends SeenName {
  readonly ecosystem: string;
}

/** Who is this pretending to be? Entries are compared with protected names, and with what vendors say of their own servers. */
export function lookalike(
  signals: readonly Signal<LookalikeContext & IntelContext>[],
  data: Protected,
  surveyed: Surveyed = {},
): Pipeline<LookalikeContext & IntelContext> {
  return {
    id: 'lookalike',
    signals,
    async prepare(entries, { asOf, intel }) {
      const owners = brandOwners(data.brands, data.sharedHosts);
      const described: ProtectedDescription[] = [];
      for await (const head of entries) {
        if (owners.ofName(head.registry, head.name).length === 0) continue;
        const subject = head.read();
        if (!('record' in subject) || subject.record.description === null) continue;
        described.push({ entry: head.id, text: subject.record.description, owners: owners.of(subject) });
      }
      return { ...contextOf(data, { asOf, owners, described, ...surveyed }), intel };
    },
  };
}

/** What a pass over all entries found before this pipeline judges one; left out where there was none. */
export interface Surveyed {
  readonly population?: Population;
  readonly gateways?: Gateways;
}

/** The context without a pass over entries, for a single package or a test. */
export function contextOf(
  data: Protected,
  known: Surveyed & { asOf: string; owners?: Owners; described?: readonly ProtectedDescription[] },
): LookalikeContext {
  const { asOf, owners = brandOwners(data.brands, data.sharedHosts), described = [] } = known;
  const { population = NO_POPULATION, gateways = NO_GATEWAYS } = known;
  const words = brandWords(data.brands, data.dictionary);
  return {
    asOf,
    owners,
    words,
    names: protectedNames(data),
    popular: popularPackages(data),
    descriptions: protectedDescriptions(described),
    republishers: data.republishers,
    population,
    gateways,
    view: remembered((subject: AnySubject) => viewOf(subject, owners, words)),
  };
}

function viewOf(subject: AnySubject, identities: Owners, words: BrandWords): View {
  const account = accountOf(subject.entry);
  const owners = identities.of(subject);
  const names = namesOf(subject, words);
  const notOwned = <Word extends BrandWord>(found: readonly Word[]) =>
    owners.length === 0 || found.length === 0 ? found : found.filter(({ brand }) => !owners.includes(brand));
  const foreign: ForeignBrand[] = [];
  for (const seen of names) {
    for (const { brand, alias, written } of notOwned(seen.reading.named)) {
      if (!foreign.some((known) => known.brand === brand)) foreign.push({ brand, alias, written, seen });
    }
  }
  const publisher = account ?? repositoryOwnerOf(subject);
  const packages = showsPackages(subject) ? names.filter(isPackageName) : null;
  return { owners, account, publisher, names, packages, foreign, notOwned };
}

/** Of namespaces that name a login on a code host. */
const LOGIN_NAMESPACES = ['io.github.', 'io.gitlab.'];

/** `tidewater` of `io.github.tidewater`, of `com.tidewater.mcp` and of the plain account `tidewater`. */
function accountOf({ namespace }: Entry): string | null {
  if (namespace === null || !namespace.includes('.')) return namespace;
  const host = LOGIN_NAMESPACES.find((start) => namespace.startsWith(start));
  return host === undefined ? accountOfDomain(namespace) : namespace.slice(host.length);
}

/** Neighbours in the order of ids are often of one namespace. */
const accountOfDomain = remembered(
  (namespace: string) => registeredLabel(namespace.split('.').toReversed().join('.').toLowerCase()) ?? namespace,
);

function repositoryOwnerOf(subject: AnySubject): string | null {
  const repository = 'record' in subject ? subject.record.repository : null;
  return repository === null || repository === 'none' ? null : githubOwner(repository.url);
}

function isPackageName(name: SeenName): name is PackageName {
  return name.ecosystem !== null && name.kind !== 'title';
}

function showsPackages(subject: AnySubject): boolean {
  if (PACKAGE_REGISTRIES.has(subject.entry.registry)) return true;
  return 'record' in subject && subject.record.packages !== null;
}

function namesOf(subject: AnySubject, words: BrandWords): readonly SeenName[] {
  const { entry } = subject;
  const isPackage = PACKAGE_REGISTRIES.has(entry.registry);
  const ecosystem = isPackage ? entry.registry : null;
  const text = isPackage ? entry.name : entry.leaf;
  const names: SeenName[] = [{ kind: 'name', ecosystem, text, place: entry.place, at: '', reading: words.read(text) }];

  if (!('record' in subject)) {
    const { title, place } = entry;
    if (title !== null)
      names.push({ kind: 'title', ecosystem, text: title, place, at: '', reading: words.read(title) });
    return names;
  }
  const { title, place, at, packages } = subject.record;
  if (title !== null && at.title !== undefined) {
    names.push({ kind: 'title', ecosystem: null, text: title, place, at: at.title, reading: words.read(title) });
  }
  for (const reference of packages ?? []) {
    const name = packageName(reference);
    if (name === null) continue;
    names.push({
      kind: 'package',
      ecosystem: reference.ecosystem,
      text: name,
      place,
      at: reference.at,
      reading: words.read(name),
    });
  }
  return names;
}

/** Images go by the last part of their path, since the rest names where they are kept; addresses of bundles are no names. */
function packageName({ ecosystem, identifier }: PackageReference): string | null {
  if (ecosystem === 'mcpb') return null;
  if (ecosystem !== 'oci') return identifier;
  const [name = ''] = identifier.slice(identifier.lastIndexOf('/') + 1).split(/[:@]/, 1);
  return name;
}
