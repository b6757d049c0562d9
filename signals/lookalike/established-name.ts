import { cite } from '../../src/evidence/cite.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

const HOW = {
  equal: 'the same words as',
  words: 'the same words in another order as',
  near: 'nearly the same letters as',
} as const;

/**
 * The name of an established server of this snapshot, or nearly, under another publisher.
 *
 * Established is what registries count many uses of, or what has stood on several of them for half a year; see
 * src/pipelines/established-servers.ts. Names that more than three publishers use are nobody's.
 */
export const establishedName = defineSignal({
  id: 'lookalike/established-name',
  title: 'Has the name of an established server of somebody else',
  family: 'N',
  needs: 'name',
  weight: 20,
  cases: {
    near: { weight: 12, when: 'the names differ by an edit in six letters, or by two, or by the order of their words' },
  },
  rationale: 'Popular community servers are imitated as brands are, and stand on no list of brands.',
  falsePositives: 'Forks under their old name, and names that two projects found by themselves.',
  baseRate: {
    value: '13 of 29,590 entries, one of them by a near name',
    population: 'five registries; no use counts, 31 established servers',
    date: '2026-05-23',
  },
  references: ['https://arxiv.org/abs/2003.03471'],

  detect(subject, context: LookalikeContext) {
    const view = context.view(subject);
    if (view.publisher === null) return unseen('the registry does not say who publishes it');
    const { established } = context.population;
    if (established.servers.length === 0) return unseen('no established servers of this snapshot are known');
    const found = view.owners.length > 0 ? null : established.resembledBy(subject.entry.id);
    const seen = view.names.find(({ kind, text }) => kind === found?.name.kind && text === found.name.text);
    if (found === null || seen === undefined) return [];
    return [
      cite(seen.place, seen.at, {
        statement: `The ${seen.kind} had ${HOW[found.how]} that of ${found.server.id}, which ${found.server.because}`,
        observed: seen.text,
        expected: found.theirs,
        ...(found.how === 'equal' ? {} : { case: 'near' }),
      }),
    ];
  },
});
