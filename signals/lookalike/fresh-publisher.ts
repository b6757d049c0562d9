import { cite } from '../../src/evidence/cite.ts';
import { ageDays, calendarDate } from '../../src/evidence/time.ts';
import { isoDate } from '../../src/pipelines/population-rows.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { namedAfter } from '../../src/pipelines/named-after.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

const FRESH_DAYS = 30;

/**
 * Named after somebody else, without a repository, by a publisher of whom nothing in this snapshot is older than 30 days.
 */
export const freshPublisher = defineSignal({
  id: 'lookalike/fresh-publisher',
  title: 'Borrows a name, shows no source, and its publisher is new',
  family: 'P',
  needs: 'metadata',
  weight: 10,
  rationale: 'Accounts that were made for one package have no other, and nothing of them was there before.',
  falsePositives:
    'Every new author’s first server. Four in ten listings are younger than a month; few of them lack a repository too.',
  baseRate: { value: '8 of 9,554', population: 'official registry', date: '2026-05-23' },
  references: ['https://github.com/ossf/malicious-packages (MAL-2026-5476 to MAL-2026-5485)'],

  detect(subject, context: LookalikeContext) {
    const { entry, record } = subject;
    const after = namedAfter(subject, context);
    if (after === null) return [];
    if (record.repository === null) return unseen('the registry does not say where the source is');
    if (record.repository !== 'none') return [];
    const first = context.population.publisherStarts.of(subject);
    const since = first === null ? null : isoDate(first);
    const days = ageDays(since, context.asOf);
    if (days === null) return unseen('when its publisher was first seen is not known');
    if (days < 0 || days > FRESH_DAYS) return [];
    const at = record.at.publishedAt;
    return [
      cite(at === undefined ? entry.place : record.place, at ?? '', {
        statement: `Named after ${after} and without a repository; the first of its publisher in this snapshot is of ${calendarDate(since)}, ${days} days before it`,
        observed: at === undefined ? entry.name : record.publishedAt,
        expected: null,
      }),
    ];
  },
});
