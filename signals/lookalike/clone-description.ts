import { cite } from '../../src/evidence/cite.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** A vendor's description of its own server, repeated by another publisher: the same words, or nearly all of them. */
export const cloneDescription = defineSignal({
  id: 'lookalike/clone-description',
  title: 'Describes itself in the words of a vendor’s server',
  family: 'C',
  needs: 'metadata',
  weight: 20,
  rationale: 'A search shows the two side by side with nothing to choose between them.',
  falsePositives: 'Renamed forks, and templates that two projects share. Sentences of boilerplate protect nobody.',
  baseRate: { value: '0.04 %', population: 'official registry, 9,554 entries', date: '2026-05-23' },
  references: ['https://arxiv.org/abs/2502.20528'],

  detect(subject, { view, descriptions }: LookalikeContext) {
    const { entry, record } = subject;
    if (record.description === null) return unseen('the registry does not show a description');
    const found = descriptions.nearest(record.description);
    if (found === null || found.entry === entry.id) return [];
    const { owners } = view(subject);
    if (found.owners.some((brand) => owners.includes(brand))) return [];
    return [
      cite(record.place, record.at.description ?? '', {
        statement: `The description shared ${Math.round(found.likeness * 100)} % of its words with that of ${found.entry}, which the vendor publishes`,
        observed: record.description,
        expected: found.text,
      }),
    ];
  },
});
