import { taggedVersion } from '../evidence/dist-tag.ts';
import { historiesOf } from '../evidence/history.ts';
import type { PackageReference } from '../model/entry.ts';
import type { Place } from '../model/place.ts';
import type { Packument, Release } from '../model/release.ts';
import type { SubjectAt } from '../model/subject.ts';
import { canonicalVersion, packageKey } from './ecosystems.ts';
import { byStanding, standings } from './intel-index.ts';
import type { IntelIndex, Naming, NamingRecord } from './port.ts';

/** A package that an entry names, in a version of it, as one record has it. */
export interface Listing {
  readonly reference: PackageReference;
  /** null where the record was asked about the package alone. */
  readonly asked: AskedVersion | null;
  readonly naming: Naming;
}

export interface AskedVersion {
  readonly version: string;
  /** entry: the entry names it. latest: it is the one that is installed where none is named. other: it can be installed by its number. */
  readonly as: 'entry' | 'latest' | 'other';
  /** Where the history has it; null at depth metadata, and where the history has it no more. */
  readonly release: { readonly packument: Packument; readonly release: Release } | null;
}

/**
 * Every record that names a package of the entry, with the version of it that matters most: the one that the entry names, else the
 * latest, else any release that can still be installed; of equals the first to be listed.
 *
 * [] where no record names any of its packages, and for packages that the entry's record does not list.
 */
export function listingsOf(
  subject: SubjectAt['metadata'] | SubjectAt['package'],
  intel: IntelIndex,
): readonly Listing[] {
  const packuments = historiesOf(subject);
  return (subject.record.packages ?? []).flatMap((reference) => {
    const { ecosystem, identifier: name } = reference;
    const records = intel.naming(ecosystem, name);
    // Hardly any package is named at all, so that its versions need not be looked at.
    if (records.length === 0) return [];
    const key = packageKey(ecosystem, name);
    const packument = packuments.find((each) => packageKey(each.ecosystem, each.name) === key) ?? null;
    const versions = versionsOf(reference, packument);
    // Without a version only where none is known: what that cannot tell, a known one can.
    const asked = versions.length === 0 ? [null] : versions;
    return records
      .flatMap((record) => heaviest(asked.flatMap((each) => listingIn(record, reference, each))))
      .toSorted((a, b) => byStanding(a.naming, b.naming));
  });
}

function listingIn(record: NamingRecord, reference: PackageReference, asked: AskedVersion | null): readonly Listing[] {
  const { ecosystem, identifier: name } = reference;
  const found = standings(record, { ecosystem, name, version: asked?.version ?? null });
  return found.map((naming) => ({ reference, asked, naming }));
}

/** The first of those that weigh most; none of none. */
function heaviest(listings: readonly Listing[]): readonly Listing[] {
  let most: Listing | undefined;
  for (const each of listings) if (most === undefined || weightOf(each) > weightOf(most)) most = each;
  return most === undefined ? [] : [most];
}

/** Where a listing is cited: the release in its history, else where the entry names the package. */
export function placeOfListing({ reference, asked }: Listing, record: Place): Place {
  const found = asked?.release ?? null;
  if (found === null) return { ...record, pointer: record.pointer + reference.at };
  const { place } = found.packument;
  return { ...place, pointer: place.pointer + found.release.at };
}

/** A match before what cannot be told, and among either the version in use before others; versions come in that order. */
function weightOf({ asked, naming: { standing } }: Listing): number {
  if (standing.stands === 'listed') return 2;
  // That a record's range cannot be compared with some old release is nobody's concern.
  return standing.stands === 'undetermined' && asked?.as !== 'other' ? 1 : 0;
}

/** Versions in the order of how likely they are installed; [] where none is known. */
function versionsOf({ ecosystem, version }: PackageReference, packument: Packument | null): readonly AskedVersion[] {
  const named = version !== null && canonicalVersion(ecosystem, version) !== null ? version : null;
  if (packument === null) return named === null ? [] : [{ version: named, as: 'entry', release: null }];
  const { releases } = packument;
  const latest = taggedVersion(packument, 'latest') ?? null;
  const asked = new Map<string, AskedVersion>();
  const keyOf = (text: string) => canonicalVersion(ecosystem, text) ?? text;
  const byVersion = new Map(releases.map((release) => [keyOf(release.version), release]));
  const ask = (text: string, as: AskedVersion['as']) => {
    const key = keyOf(text);
    const release = byVersion.get(key);
    if (asked.has(key)) return;
    asked.set(key, { version: text, as, release: release === undefined ? null : { packument, release } });
  };
  if (named !== null) ask(named, 'entry');
  if (latest !== null) ask(latest, 'latest');
  for (const release of releases) ask(release.version, 'other');
  return [...asked.values()];
}
