import { cite } from '../../src/evidence/cite.ts';
import { listingsOf, placeOfListing } from '../../src/intel/listings.ts';
import type { IntelContext } from '../../src/intel/port.ts';
import { listingFacts, listingStatement } from '../../src/intel/statement.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** The same listing where it is contested: shown, and worth no points, since an intel match would put the entry first by itself. */
export const disputedListing = defineSignal({
  id: 'intel/disputed-listing',
  title: 'A package of the entry is listed in a disputed record',
  role: 'fact',
  family: 'I',
  needs: 'metadata',
  weight: 0,
  rationale:
    'Remote controls for agents and tools for testers do openly what a record reports of them; whoever decides should know of the record and of the dispute.',
  falsePositives:
    'It is one: the listing is known to be contested. Read what the package says of itself and whether that is what is wanted.',
  baseRate: null,
  references: ['https://github.com/ossf/malicious-packages', 'https://bad-packages.kam193.eu'],

  detect(subject, { intel, asOf }: IntelContext) {
    if (intel === null) return unseen('no list of known malicious packages was loaded');
    const { packages, place } = subject.record;
    if (packages === null) return unseen('the registry does not say which packages it names');
    return listingsOf(subject, intel).flatMap((listing) => {
      const { doubt, standing } = listing.naming;
      if (doubt?.kind !== 'disputed' || standing.stands !== 'listed') return [];
      const statement = `${listingStatement(listing)}, which is disputed: ${doubt.why}`;
      return [cite(placeOfListing(listing, place), '', { statement, observed: listingFacts(listing, asOf) })];
    });
  },
});
