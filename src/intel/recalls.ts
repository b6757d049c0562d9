import { taggedVersion } from '../evidence/dist-tag.ts';
import { historiesOf, releaseLabel, shortened } from '../evidence/history.ts';
import { ageDays, calendarDate } from '../evidence/time.ts';
import type { Json, Place } from '../model/place.ts';
import type { Packument } from '../model/release.ts';
import type { Subject } from '../model/subject.ts';
import { holdingOf } from './holding.ts';
import { type Listing, listingsOf, placeOfListing } from './listings.ts';
import type { IntelContext } from './port.ts';
import { listingFacts, listingStatement } from './statement.ts';

export type RecallKind =
  /** A record lists a version that is in use, or any that can be installed. */
  | 'listed'
  /** The same, of a record that is disputed or tells of a test. */
  | 'listed-in-doubt'
  /** A record names the package, and which versions could not be told. */
  | 'undetermined'
  /** A record named it and was taken back. Shown, never a match. */
  | 'withdrawn-record'
  /** The registry or the publisher took the entry or the package away, or says not to use it. */
  | 'entry-deleted'
  | 'entry-deprecated'
  | 'name-held'
  | 'unpublished'
  | 'release-deprecated'
  | 'release-yanked';

/** One thing that is said against using an entry, by whom, and where. */
export interface Recall {
  readonly kind: RecallKind;
  /** One sentence, no verdict. */
  readonly statement: string;
  readonly facts: Json;
  /** Where the entry or its package names what is recalled. */
  readonly at: Place;
}

export interface Recalls {
  /** How old the lists are, by ecosystem named; a date of null: no list is about packages of that ecosystem, so nobody looked. */
  readonly lists: readonly {
    readonly ecosystem: string;
    readonly date: string | null;
    readonly ageDays: number | null;
  }[];
  /** Heaviest first. */
  readonly recalls: readonly Recall[];
}

const ORDER: readonly RecallKind[] = [
  'listed',
  'name-held',
  'listed-in-doubt',
  'undetermined',
  'entry-deleted',
  'unpublished',
  'release-yanked',
  'release-deprecated',
  'entry-deprecated',
  'withdrawn-record',
];

/** All that is said against an entry: records that name its packages, its registry's own status, and what its packages' registries did. */
export function recallsOf(subject: Subject, { intel, asOf }: IntelContext): Recalls {
  if (subject.depth === 'name') return { lists: [], recalls: [] };
  const ecosystems = [...new Set((subject.record.packages ?? []).map(({ ecosystem }) => ecosystem))];
  const listings = intel === null ? [] : listingsOf(subject, intel);
  const recalls = [
    ...listings.flatMap((listing) => listingRecall(listing, subject.record.place, asOf)),
    ...entryRecalls(subject),
    ...historiesOf(subject).flatMap((packument) => packageRecalls(packument, subject)),
  ];
  return {
    lists: ecosystems.map((ecosystem) => {
      const date = intel?.dateFor(ecosystem) ?? null;
      return { ecosystem, date, ageDays: ageDays(date, asOf) };
    }),
    recalls: recalls.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)),
  };
}

function listingRecall(listing: Listing, record: Place, asOf: string): Recall[] {
  const { standing, doubt } = listing.naming;
  if (standing.stands === 'elsewhere') return [];
  const kind = {
    listed: doubt === null ? 'listed' : 'listed-in-doubt',
    undetermined: 'undetermined',
    withdrawn: 'withdrawn-record',
  } as const;
  return [
    {
      kind: kind[standing.stands],
      statement: listingStatement(listing),
      facts: listingFacts(listing, asOf),
      at: placeOfListing(listing, record),
    },
  ];
}

function entryRecalls({ record }: Extract<Subject, { record: unknown }>): Recall[] {
  const { status, statusMessage, place, at } = record;
  if (status !== 'deleted' && status !== 'deprecated') return [];
  return [
    {
      kind: `entry-${status}`,
      statement: `Its registry has the entry as ${status}`,
      facts: { status, statusMessage },
      at: { ...place, pointer: place.pointer + (at.status ?? '') },
    },
  ];
}

function packageRecalls(packument: Packument, subject: Extract<Subject, { record: unknown }>): Recall[] {
  const { place, name, unpublishedAt } = packument;
  const at = (pointer: string): Place => ({ ...place, pointer: place.pointer + pointer });
  const recalls: Recall[] = [];
  const held = holdingOf(packument);
  if (held !== null) {
    const statement = `The name ${shortened(name)} was removed by the registry, which put a holding package in its place`;
    recalls.push({ kind: 'name-held', statement, facts: { observed: held.observed }, at: at(held.at) });
  }
  if (unpublishedAt !== null) {
    const day = calendarDate(unpublishedAt) ?? 'an unknown day';
    const statement = `All versions of ${shortened(name)} were unpublished on ${day}`;
    recalls.push({ kind: 'unpublished', statement, facts: { unpublishedAt }, at: at('/time/unpublished') });
  }
  const release = releaseInUse(packument, subject);
  if (release === undefined) return recalls;
  const label = releaseLabel(packument, release);
  if (release.yanked === true) {
    recalls.push({
      kind: 'release-yanked',
      statement: `${label} was yanked`,
      facts: { yanked: true },
      at: at(release.at),
    });
  }
  if (release.deprecated !== null) {
    const facts = { deprecated: release.deprecated.slice(0, 500) };
    const pointer = `${release.at}/deprecated`;
    recalls.push({
      kind: 'release-deprecated',
      statement: `${label} was deprecated by its publisher`,
      facts,
      at: at(pointer),
    });
  }
  return recalls;
}

/** The release that the entry names, else the latest. */
function releaseInUse(packument: Packument, { record }: Extract<Subject, { record: unknown }>) {
  const { purl, releases } = packument;
  const named = record.packages?.find((reference) => reference.purl === purl)?.version ?? null;
  const latest = taggedVersion(packument, 'latest');
  return releases.find(({ version }) => version === named) ?? releases.find(({ version }) => version === latest);
}
