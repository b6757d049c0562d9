import { cite } from '../../src/evidence/cite.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { rowOfSubject } from '../../src/pipelines/population.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/**
 * An established server's description of itself, repeated by another publisher: the same words, or nearly all of them.
 *
 * Texts that more than 20 entries or three publishers have are a template's and count for nobody.
 */
export const copiedDescription = defineSignal({
  id: 'lookalike/copied-description',
  title: 'Describes itself in the words of an established server of somebody else',
  family: 'C',
  needs: 'metadata',
  weight: 20,
  rationale: 'A search shows the two side by side with nothing to choose between them.',
  falsePositives: 'Renamed forks, and one person’s server under two accounts.',
  baseRate: {
    value: '0 of 9,655 entries with a description',
    population: 'five registries; no use counts, 31 established servers',
    date: '2026-05-23',
  },
  references: ['https://arxiv.org/abs/2502.20528'],

  detect(subject, { view, population }: LookalikeContext) {
    const { record } = subject;
    if (record.description === null) return unseen('the registry does not show a description');
    if (population.established.servers.length === 0) return unseen('no established servers of this snapshot are known');
    const found = population.established.copiedBy(() => rowOfSubject(subject), record.description);
    if (found === null || view(subject).owners.length > 0) return [];
    return [
      cite(record.place, record.at.description ?? '', {
        statement: `The description shared ${Math.round(found.likeness * 100)} % of its words with that of ${found.entry}, which ${found.server.because}`,
        observed: record.description,
        expected: found.text,
      }),
    ];
  },
});
