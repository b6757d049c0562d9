import { cite } from '../../src/evidence/cite.ts';
import { type Listing, listingsOf, placeOfListing } from '../../src/intel/listings.ts';
import type { IntelContext } from '../../src/intel/port.ts';
import { listingFacts, listingStatement } from '../../src/intel/statement.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { ServerRecord } from '../../src/model/entry.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/**
 * A package of the entry is listed among those that were found to work against whoever installs them.
 *
 * By exact ecosystem and name and by version, of the list as it was loaded; the day of the list is part of every sentence.
 */
export const knownMalicious = defineSignal({
  id: 'intel/known-malicious',
  title: 'A package of the entry is listed in a record of malicious packages',
  family: 'I',
  needs: 'metadata',
  weight: 100,
  cases: {
    'another-release': {
      weight: 40,
      when: 'the release listed is neither the one that the entry names nor the latest, and can still be installed by its number',
    },
    pentest: { weight: 70, when: 'its only reporter calls it a test or research and not an attack' },
  },
  rationale:
    'Somebody looked at that very version and reported it, and the public database took the report over; nothing that a scanner infers is worth as much.',
  falsePositives:
    'Records are withdrawn again (31 of 70 of one batch of July 2026), so read the record itself and refresh the list. Withdrawn and disputed records never count here.',
  baseRate: { value: '0 of 11,930 entries', population: 'active entries of the official registry', date: '2026-06-12' },
  references: ['https://github.com/ossf/malicious-packages', 'https://ossf.github.io/osv-schema/'],

  detect(subject, { intel, asOf }: IntelContext) {
    const { record } = subject;
    if (intel === null) return unseen('no list of known malicious packages was loaded');
    if (record.packages === null) return unseen('the registry does not say which packages it names');
    const listings = listingsOf(subject, intel).filter(({ naming }) => naming.doubt?.kind !== 'disputed');
    const listed = listings.filter(({ naming }) => naming.standing.stands === 'listed');
    if (listed.length > 0) return listed.map((listing) => evidenceOf(listing, record, asOf));
    const unclear = listings.find(({ naming }) => naming.standing.stands === 'undetermined');
    if (unclear !== undefined) return unseen(listingStatement(unclear));
    const uncovered = record.packages.find(({ ecosystem }) => intel.dateFor(ecosystem) === null);
    return uncovered === undefined
      ? []
      : unseen(`no list loaded is about packages of ${uncovered.ecosystem.slice(0, 40)}`);
  },
});

function evidenceOf(listing: Listing, record: ServerRecord, asOf: string): Evidence {
  const lighter = lighterCase(listing);
  return cite(placeOfListing(listing, record.place), '', {
    statement: listingStatement(listing),
    observed: listingFacts(listing, asOf),
    ...(lighter === null ? {} : { case: lighter }),
  });
}

function lighterCase({ asked, naming }: Listing): 'another-release' | 'pentest' | null {
  if (asked?.as === 'other' && naming.standing.stands === 'listed' && naming.standing.by !== 'every version')
    return 'another-release';
  return naming.doubt === null ? null : 'pentest';
}
