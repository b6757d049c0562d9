import { cite } from '../../src/evidence/cite.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

const MAX_CHARACTERS = 600;
const SAYS_FORK = /\bfork(?:ed)?\s{1,3}(?:of|from)\b/i;
/** What it is a fork of stands right after. */
const MAX_NAME_CHARACTERS = 80;

/**
 * A fork of a vendor's code, as far as its record says so.
 *
 * Code hosts know it and are not asked here, so that nearly always it is not seen whether there is one.
 */
export const forkOfVendor = defineSignal({
  id: 'lookalike/fork-of-vendor',
  title: 'Is a fork of a vendor’s code',
  family: 'P',
  needs: 'metadata',
  weight: 10,
  rationale: 'The vendor’s code under another account can be changed without the vendor.',
  falsePositives:
    'Ordinary forks; who says so hides nothing, hence half of the weight that a host’s own word would have.',
  baseRate: { value: '1 of 9,554', population: 'official registry', date: '2026-05-23' },
  references: ['https://arxiv.org/abs/2003.03471'],

  detect(subject, context: LookalikeContext) {
    const { description, place, at } = subject.record;
    const said = SAYS_FORK.exec(description?.slice(0, MAX_CHARACTERS) ?? '');
    if (said === null || description === null) return unseen('no registry says whether a repository is a fork');
    const after = description.slice(said.index + said[0].length).slice(0, MAX_NAME_CHARACTERS);
    const [vendor] = context.view(subject).notOwned(context.words.distinctiveIn(after));
    if (vendor === undefined) return [];
    return [
      cite(place, at.description ?? '', {
        statement: `The description said that it is a fork of "${vendor.written}", which is ${vendor.brand.name}'s name`,
        observed: description,
        expected: vendor.brand.name,
      }),
    ];
  },
});
