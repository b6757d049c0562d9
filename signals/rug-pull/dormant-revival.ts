import { cite } from '../../src/evidence/cite.ts';
import { acrossTimelines, releaseLabel, shortened } from '../../src/evidence/history.ts';
import { calendarDate } from '../../src/evidence/time.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { newPublishers, QUIET_DAYS } from './publishers.ts';

/**
 * Of the publisher's family and not of the release history's, because the change of publisher is all it rests on: a hand-over after
 * months of silence is one fact and asks for a review, not two that agree.
 */
export const dormantRevival = defineSignal({
  id: 'rug-pull/dormant-revival',
  title: 'Quiet package revived by another publisher',
  family: 'P',
  needs: 'package',
  weight: 20,
  rationale:
    'A package that nobody released for half a year has users and no watchers; a release by somebody new is then seen by few and installed by many.',
  falsePositives:
    'Honest hand-overs of neglected projects, which are the usual reason. The old maintainer still being listed speaks for one.',
  baseRate: null,
  references: ['https://slsa.dev/spec/v1.0/threats-overview'],

  detect({ packuments }, _context: RugPullContext) {
    return acrossTimelines(packuments, (packument) => {
      const found = newPublishers(packument);
      if (found === null)
        return { unseen: `the history of the ${packument.ecosystem} package does not show publishers` };
      return found
        .filter(({ quietDays }) => quietDays !== null && quietDays >= QUIET_DAYS)
        .map(({ release, before, publisher, quietDays }) =>
          cite(packument.place, release.at, {
            statement: `${releaseLabel(packument, release)} came ${Math.floor(quietDays ?? 0)} days after the release before it, from ${shortened(publisher.name)}, who was new to the package`,
            observed: calendarDate(release.publishedAt),
            expected: calendarDate(before.publishedAt),
          }),
        );
    });
  },
});
