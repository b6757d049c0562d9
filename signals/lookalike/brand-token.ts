import { cite } from '../../src/evidence/cite.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/**
 * A brand's word in the name, title or package of a server that the brand does not publish.
 *
 * Worth almost nothing alone: most such servers are community connectors that say what they connect to. It is the second
 * family that other evidence needs.
 */
export const brandToken = defineSignal({
  id: 'lookalike/brand-token',
  title: 'Named after a brand that does not publish it',
  family: 'N',
  needs: 'name',
  weight: 8,
  rationale: 'Imitations carry the exact brand far more often than a misspelling of it: 19 of 51 disclosed names.',
  falsePositives: 'Community connectors, which are most of what fires. Look for a link from the vendor.',
  baseRate: { value: '4.4 %', population: 'official registry, 11,930 active entries, 104 brands', date: '2026-06-12' },
  references: [
    'https://arxiv.org/abs/2502.20528',
    'https://postmarkapp.com/blog/information-regarding-malicious-postmark-mcp-package',
  ],

  detect(subject, context: LookalikeContext) {
    const view = context.view(subject);
    if (view.publisher === null) return unseen('the registry does not say who publishes it');
    return view.foreign.map(({ brand, seen, written }) =>
      cite(seen.place, seen.at, {
        statement: `The ${seen.kind} had the word "${written}" of ${brand.name} and was published under "${view.publisher}", not one of its identities`,
        observed: seen.text,
        expected: brand.name,
      }),
    );
  },
});
