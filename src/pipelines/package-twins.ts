import { instantMs } from '../evidence/time.ts';
import { shareAccount } from '../identity/publisher-keys.ts';
import type { Packument } from '../model/release.ts';
import type { AnySubject } from './brand-owners.ts';
import { nameForm } from '../text/name-form.ts';
import { packageAuthors } from './package-authors.ts';

const DAY_MS = 86_400_000;
/** A package is established half a year after its first release, and where it had as many releases as are not made in an afternoon. */
const ESTABLISHED_DAYS = 180;
const ESTABLISHED_RELEASES = 3;
/** Ports of one's own are as a rule published within days of each other. */
const YOUNGER_DAYS = 30;

/** An established package of the snapshot: half a year old, three releases or more. */
export interface EstablishedPackage {
  readonly ecosystem: string;
  readonly name: string;
  readonly firstMs: number;
  /** By what its author is known, with the accounts of the entries that name it. */
  readonly authors: readonly string[];
}

export interface PackageTwins {
  /**
   * The established package of the same name in another ecosystem, of another author and there at least a month before; null where
   * there is none. `publisher` gives the accounts of the entry that names this one.
   */
  of(packument: Packument, publisher: () => readonly string[]): EstablishedPackage | NotCompared | null;
}

/** There is one of the same name, and what tells whether it is another's is not known. */
export interface NotCompared {
  readonly notKnown: string;
}

/** Of a snapshot that was not walked. */
export const NO_PACKAGE_TWINS: PackageTwins = { of: () => null };

/** Sees every entry once with its publisher's accounts, in any order; keeps a few strings of each established package. */
export function packageTwinsSurvey(asOfMs: number): {
  see(subject: AnySubject, publisher: readonly string[]): void;
  result(): PackageTwins;
} {
  const known = new Map<string, EstablishedPackage & { readonly authors: string[] }>();
  return {
    see(subject, publisher) {
      for (const packument of 'packuments' in subject ? subject.packuments : []) {
        const firstMs = establishedSince(packument, asOfMs);
        if (firstMs === null) continue;
        const { ecosystem, name } = packument;
        const at = `${ecosystem} ${name}`;
        const seen = known.get(at) ?? { ecosystem, name, firstMs, authors: [...packageAuthors(packument)] };
        for (const account of publisher) if (!seen.authors.includes(account)) seen.authors.push(account);
        known.set(at, seen);
      }
    },
    result: () => twinsAmong([...known.values()]),
  };
}

function establishedSince(packument: Packument, asOfMs: number): number | null {
  if (packument.releases.length < ESTABLISHED_RELEASES) return null;
  const firstMs = instantMs(packument.createdAt);
  if (firstMs === null || asOfMs - firstMs < ESTABLISHED_DAYS * DAY_MS) return null;
  return twinKey(packument) === null ? null : firstMs;
}

function twinsAmong(established: readonly EstablishedPackage[]): PackageTwins {
  const byName = Map.groupBy(established, (each) => twinKey(each) ?? '');
  return {
    of(packument, publisher) {
      const key = twinKey(packument);
      const named = (key === null ? undefined : byName.get(key)) ?? [];
      const elsewhere = named.filter(({ ecosystem }) => ecosystem !== packument.ecosystem);
      if (elsewhere.length === 0) return null;
      const firstMs = instantMs(packument.createdAt);
      if (firstMs === null) return { notKnown: 'when the package was first published' };
      const older = elsewhere.filter((other) => firstMs - other.firstMs >= YOUNGER_DAYS * DAY_MS);
      if (older.length === 0) return null;
      const own = [...packageAuthors(packument), ...publisher()];
      if (own.length > 0 && elsewhere.some(({ authors }) => shareAccount(authors, own))) return null;
      const [first] = older
        .filter(({ authors }) => own.length > 0 && authors.length > 0)
        .toSorted((a, b) => a.firstMs - b.firstMs || (a.name < b.name ? -1 : 1));
      return first ?? { notKnown: 'whose the packages of that name are' };
    },
  };
}

/**
 * A name as both ecosystems would have it: in lower case, its words divided by hyphens (PEP 503). null for scoped names, which say
 * whose they are, and for generic words alone.
 */
function twinKey({ name }: Pick<Packument, 'name'>): string | null {
  if (name.startsWith('@') || nameForm(name) === null) return null;
  return name.toLowerCase().replaceAll(/[-_.]{1,50}/g, '-');
}
