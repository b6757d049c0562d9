import { cite } from '../../src/evidence/cite.ts';
import { acrossHistories, shortened } from '../../src/evidence/history.ts';
import { calendarDate } from '../../src/evidence/time.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

export const deletedButListed = defineSignal({
  id: 'intel/deleted-but-listed',
  title: 'The package was unpublished and the entry is still active',
  family: 'V',
  needs: 'package',
  weight: 25,
  rationale:
    'What an active entry tells clients to install does not exist any more, and whoever registers the free name next is installed in its place.',
  falsePositives: 'Authors who tidied up their packages and forgot the entry, which is the usual reason.',
  baseRate: null,
  references: ['https://docs.npmjs.com/policies/unpublish'],

  detect({ packuments, record }, _context: RugPullContext) {
    if (record.status === 'deleted') return [];
    return acrossHistories(packuments, ({ name, place, unpublishedAt }) =>
      unpublishedAt === null
        ? []
        : [
            cite(place, '/time/unpublished', {
              statement: `All versions of ${shortened(name)} were unpublished on ${calendarDate(unpublishedAt) ?? 'an unknown date'}, and the entry still names it`,
              observed: unpublishedAt,
              expected: record.status,
            }),
          ],
    );
  },
});
