import { cite } from '../../src/evidence/cite.ts';
import { ownServers } from '../../src/pipelines/brands.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** How many of a vendor's own are named. */
const MOST_NAMED = 10;

/** The brand that it is named after publishes a server of its own, so that the two compete for the same users. */
export const vendorHasOfficial = defineSignal({
  id: 'lookalike/vendor-has-official',
  title: 'The vendor publishes a server of its own',
  family: 'N',
  needs: 'name',
  weight: 6,
  rationale: 'Where there is a real one, another can be taken for it; and the reader learns which one that is.',
  falsePositives:
    'Most of what fires: community connectors that were there before. It adds nothing to the brand in the name.',
  baseRate: { value: '9.4 %', population: 'five registries, 29,440 entries with a publisher', date: '2026-05-23' },
  references: ['signals/data/brands.json'],

  detect(subject, context: LookalikeContext) {
    const view = context.view(subject);
    if (view.publisher === null) return unseen('the registry does not say who publishes it');
    return view.foreign.flatMap(({ brand, seen }) => {
      const own = ownServers(brand).slice(0, MOST_NAMED);
      if (own.length === 0) return [];
      return [
        cite(seen.place, seen.at, {
          statement: `${brand.name} publishes ${own.length === 1 ? 'a server' : 'servers'} of its own: ${own.join(', ')}`,
          observed: seen.text,
          expected: own,
        }),
      ];
    });
  },
});
