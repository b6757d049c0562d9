import { cite } from '../../src/evidence/cite.ts';
import { factsIn, repositoryKey } from '../../src/evidence/code-host.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { SubjectAt } from '../../src/model/subject.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

const MAX_CHARACTERS = 600;
const SAYS_FORK = /\bfork(?:ed)?\s{1,3}(?:of|from)\b/i;
/** What it is a fork of stands right after. */
const MAX_NAME_CHARACTERS = 80;

/**
 * A fork of a vendor's code, by the word of its code host where that was asked, else by that of its record.
 *
 * Code hosts are asked about few entries, so that nearly always it is not seen whether there is one.
 */
export const forkOfVendor = defineSignal({
  id: 'lookalike/fork-of-vendor',
  title: 'Is a fork of a vendor’s code',
  family: 'P',
  needs: 'metadata',
  weight: 10,
  cases: {
    forked: { weight: 20, when: 'the code host itself says that the repository is a fork of the vendor’s' },
  },
  rationale: 'The vendor’s code under another account can be changed without the vendor.',
  falsePositives:
    'Ordinary forks; who says so hides nothing, hence half of the weight that a host’s own word would have.',
  baseRate: { value: '1 of 9,554', population: 'official registry', date: '2026-05-23' },
  references: ['https://arxiv.org/abs/2003.03471'],

  detect(subject, context: LookalikeContext) {
    const forked = forkAtHost(subject, context);
    if (forked !== null && forked.length > 0) return forked;
    const { description, place, at } = subject.record;
    const said = SAYS_FORK.exec(description?.slice(0, MAX_CHARACTERS) ?? '');
    if (said === null || description === null)
      return forked ?? unseen('no registry says whether a repository is a fork');
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

/** [] where its code host says that it is no fork, or one of somebody who is no vendor; null where the host was not asked or does not say. */
function forkAtHost(subject: SubjectAt['metadata'], context: LookalikeContext): readonly Evidence[] | null {
  const key = repositoryKey(subject.record);
  const seen = key === null ? null : factsIn(subject.codeHost).repository(key);
  if (seen?.outcome !== 'read' || seen.facts.fork === null) return null;
  const { owners } = context.view(subject);
  for (const { fullName, at } of seen.facts.forkOf) {
    const [vendor] = context.owners.ofRepository(`https://github.com/${fullName}`);
    if (vendor === undefined || owners.includes(vendor)) continue;
    return [
      cite(seen.facts.place, at, {
        statement: `Its code host has its repository as a fork of "${fullName}", which is ${vendor.name}'s`,
        observed: fullName,
        expected: vendor.name,
        case: 'forked',
      }),
    ];
  }
  return [];
}
