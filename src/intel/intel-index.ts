import { instantMs } from '../evidence/time.ts';
import { doubtAbout } from './doubt.ts';
import { byRecordId } from './feed.ts';
import { standingIn } from './match.ts';
import type {
  Feed,
  FeedHead,
  FeedSource,
  IntelIndex,
  IntelRecord,
  NamedVersion,
  Naming,
  NamingRecord,
  Standing,
} from './port.ts';
import { knownSince } from './record.ts';

/** An organisation's word about its own clients comes before the public's, and a list that was refreshed before the seed. */
const PRECEDENCE: readonly FeedHead['origin'][] = ['organisation', 'osv', 'seed'];
const ORDER: readonly Standing['stands'][] = ['listed', 'undetermined', 'elsewhere', 'withdrawn'];
/** Ids of the public database; the seed's other ids are its own. */
const PUBLIC_ID = /^MAL-\d{4}-/;

/**
 * Several lists as one.
 *
 * Of records with one id that of the list that comes first counts, whatever it says: it may withdraw a record, or name another
 * package. `publishedBefore` leaves out what was published at that moment or later, as if it were not known yet.
 */
export function intelIndex(
  lists: readonly Feed[],
  { publishedBefore = null }: { readonly publishedBefore?: string | null } = {},
): IntelIndex {
  const feeds = PRECEDENCE.flatMap((origin) => lists.filter(({ head }) => head.origin === origin));
  const before = limitOf(publishedBefore);
  const isKnown = (record: IntelRecord) => (instantMs(knownSince(record)) ?? Number.POSITIVE_INFINITY) < before;
  const isReplaced = (record: IntelRecord, place: number) =>
    feeds.slice(0, place).some((feed) => feed.byId(record.id) !== undefined);

  function naming(ecosystem: string, name: string): readonly NamingRecord[] {
    return feeds.flatMap((feed, place) =>
      feed
        .naming(ecosystem, name)
        .filter((record) => isKnown(record) && !isReplaced(record, place) && !isGone(record, feed, ecosystem))
        .map((record) => namingOf(record, feed.head, ecosystem)),
    );
  }

  /** What the seed has from the public database and the database, read whole, has no more. */
  function isGone({ id }: IntelRecord, { head }: Feed, ecosystem: string): boolean {
    return (
      head.origin === 'seed' &&
      PUBLIC_ID.test(id) &&
      feeds.some((feed) => feed.head.origin === 'osv' && sourceFor(feed.head, ecosystem)?.complete === true)
    );
  }

  return {
    feeds: feeds.map(({ head }) => head),
    naming,
    find: (named) =>
      naming(named.ecosystem, named.name)
        .flatMap((each) => standings(each, named))
        .toSorted(byStanding),
    dateFor(ecosystem) {
      const publicLists = feeds.filter(({ head }) => head.origin !== 'organisation');
      return publicLists.map(({ head }) => sourceFor(head, ecosystem)?.date).find((date) => date !== undefined) ?? null;
    },
  };
}

function limitOf(publishedBefore: string | null): number {
  if (publishedBefore === null) return Number.POSITIVE_INFINITY;
  const at = instantMs(publishedBefore);
  if (at === null) throw new RangeError(`"${publishedBefore}" is not a point in time`);
  return at;
}

function sourceFor(head: FeedHead, ecosystem: string): FeedSource | undefined {
  return head.sources.find(({ ecosystems }) => ecosystems.includes(ecosystem));
}

function namingOf(record: IntelRecord, head: FeedHead, ecosystem: string): NamingRecord {
  const date = sourceFor(head, ecosystem)?.date ?? head.date;
  return { record, doubt: doubtAbout(record), origin: head.origin, date };
}

/** One, or none where the record does not name the package after all. */
export function standings(naming: NamingRecord, named: NamedVersion): readonly Naming[] {
  const standing = standingIn(naming.record, named);
  return standing === null ? [] : [{ ...naming, standing }];
}

/** What is listed first, what is in doubt after what is not, then by id. */
export function byStanding(a: Naming, b: Naming): number {
  return rankOf(a) - rankOf(b) || byRecordId(a.record, b.record);
}

function rankOf({ standing, doubt }: Naming): number {
  return ORDER.indexOf(standing.stands) * 2 + (doubt === null ? 0 : 1);
}
