import type { RegistryId } from '../model/entry.ts';
import type { AnySubject } from './brand-owners.ts';
import { publisherUnit, type UnitKey } from './gateway-units.ts';
import { least, type PopulationRow } from './population-rows.ts';

/** What one publisher has in all registries, for the reviewer. */
export interface Portfolio {
  /** `github.com/acme`, `acme.example`, or `smithery:acme` where only a registry knows the account. */
  readonly publisher: UnitKey;
  /** Over all registries: a server that two of them list counts twice. */
  readonly entries: number;
  readonly registries: readonly RegistryId[];
  /** Brands that the names of its entries have, the publisher's own among them; by name. */
  readonly brands: readonly string[];
  /** The first day on which anything of it was published; null where no date is known. */
  readonly firstMs: number | null;
  /** What registries say of its entries: `glama author:official`, `smithery verified`. */
  readonly marks: readonly string[];
}

export interface Portfolios {
  of(publisher: UnitKey): Portfolio | undefined;
  ofSubject(subject: AnySubject): Portfolio | undefined;
  /** The most entries first, then by publisher. */
  all(): readonly Portfolio[];
}

/** Of a snapshot that was not walked. */
export const NO_PORTFOLIOS: Portfolios = { of: () => undefined, ofSubject: () => undefined, all: () => [] };

/** Claims of a registry about who is behind an entry; others say how it is hosted. */
const ABOUT_PUBLISHER = /official|verified/i;
const MAX_MARK_CHARACTERS = 100;

interface Tools {
  readonly sharedHosts: readonly string[];
  /** Names of the brands that a name has. */
  readonly brandsIn: (name: string) => readonly string[];
}

interface Entry {
  readonly row: PopulationRow;
  readonly marks: readonly string[];
}

/** Sees every entry once, in any order; portfolios are made when they are asked for, since few ever are. */
export function portfolioSurvey({ sharedHosts, brandsIn }: Tools): {
  see(subject: AnySubject, row: PopulationRow): void;
  result(): Portfolios;
} {
  const byPublisher = new Map<UnitKey, Entry[]>();
  return {
    see(subject, row) {
      const publisher = publisherUnit(subject, sharedHosts);
      if (publisher === null) return;
      const entry = { row, marks: 'record' in subject ? marksOf(subject.record.marks) : NONE };
      const known = byPublisher.get(publisher);
      if (known === undefined) byPublisher.set(publisher, [entry]);
      else known.push(entry);
    },
    result: () => portfoliosOf(byPublisher, { sharedHosts, brandsIn }),
  };
}

function portfoliosOf(
  byPublisher: ReadonlyMap<UnitKey, readonly Entry[]>,
  { sharedHosts, brandsIn }: Tools,
): Portfolios {
  return {
    of: (publisher) => portfolioOf(publisher, byPublisher.get(publisher), brandsIn),
    ofSubject(subject) {
      const publisher = publisherUnit(subject, sharedHosts);
      return publisher === null ? undefined : portfolioOf(publisher, byPublisher.get(publisher), brandsIn);
    },
    all: () =>
      [...byPublisher]
        .flatMap(([publisher, entries]) => portfolioOf(publisher, entries, brandsIn) ?? [])
        .toSorted((one, other) => other.entries - one.entries || (one.publisher < other.publisher ? -1 : 1)),
  };
}

const NONE: readonly string[] = [];

function marksOf(marks: readonly string[]): readonly string[] {
  const about = marks.length === 0 ? NONE : marks.filter((mark) => ABOUT_PUBLISHER.test(mark));
  return about.length === 0 ? NONE : about.map((mark) => mark.slice(0, MAX_MARK_CHARACTERS));
}

function portfolioOf(
  publisher: UnitKey,
  entries: readonly Entry[] | undefined,
  brandsIn: Tools['brandsIn'],
): Portfolio | undefined {
  if (entries === undefined) return undefined;
  return {
    publisher,
    entries: entries.length,
    registries: sortedSet(entries.map(({ row }) => row.registry)),
    brands: sortedSet(entries.flatMap(({ row }) => row.names.flatMap(({ text }) => brandsIn(text)))),
    firstMs: least(entries.map(({ row }) => row.firstMs)),
    marks: sortedSet(entries.flatMap(({ row, marks }) => marks.map((mark) => `${row.registry} ${mark}`))),
  };
}

function sortedSet(items: readonly string[]): readonly string[] {
  return [...new Set(items)].toSorted();
}
