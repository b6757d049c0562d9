import { cite } from '../../src/evidence/cite.ts';
import { acrossTimelines, releaseLabel, shortened, type Looked } from '../../src/evidence/history.ts';
import type { Packument, Person } from '../../src/model/release.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';
import { newPublishers, QUIET_DAYS, type NewPublisher } from './publishers.ts';

export const publisherChanged = defineSignal({
  id: 'rug-pull/publisher-changed',
  title: 'Release by a publisher the package did not know',
  family: 'P',
  needs: 'package',
  weight: 30,
  cases: {
    joined: {
      // One ordinary entry in eight has it somewhere in its history, so that alone it is not to be watched.
      weight: 8,
      when: 'somebody who maintained the package before is still listed, or the lists of maintainers are not known',
    },
    'swapped-after-quiet': {
      weight: 45,
      when: 'none of the earlier maintainers is left and the package had been quiet for at least 180 days',
    },
  },
  rationale:
    'Users approved a package of certain people; when none of them is left, the approval was for somebody else, and handing over a neglected package is how several popular ones were turned.',
  falsePositives:
    'Hand-overs inside a company or between friends, renamed accounts, and the first release from a new account of the same person. Trusted publishing, known bots and colleagues with the same mail domain are not counted. Look for an announcement in the repository.',
  baseRate: {
    value: '4.6 % of release pairs have a publisher never seen before; not divided by case',
    population: 'neighbouring releases on npm, measured by a public differential scanner',
    date: '2026',
  },
  references: [
    'https://docs.npmjs.com/transferring-a-package-from-a-user-account-to-another-user-account',
    'https://slsa.dev/spec/v1.0/threats-overview',
  ],

  detect({ packuments }, _context: RugPullContext) {
    return acrossTimelines(packuments, changesOf);
  },
});

function changesOf(packument: Packument): Looked {
  const found = newPublishers(packument);
  if (found === null) return { unseen: `the history of the ${packument.ecosystem} package does not show publishers` };
  return found.map((change) => {
    const { release, publisher, previous } = change;
    const known = previous === null ? '' : `, the release before it by ${shortened(previous.name)}`;
    return cite(packument.place, `${release.at}/_npmUser/name`, {
      statement: `${releaseLabel(packument, release)} was published by ${shortened(publisher.name)}, who had not published or maintained any earlier release${known}${maintainersNote(change)}`,
      observed: publisher.name,
      expected: previous?.name ?? null,
      ...caseOf(change),
    });
  });
}

function caseOf(change: NewPublisher): { case?: string } {
  if (!isSwapped(change)) return { case: 'joined' };
  return (change.quietDays ?? 0) >= QUIET_DAYS ? { case: 'swapped-after-quiet' } : {};
}

function maintainersNote(change: NewPublisher): string {
  return isSwapped(change) ? '; none of the earlier maintainers was left' : '';
}

function isSwapped({ before, release }: NewPublisher): boolean {
  if (before.maintainers === null || release.maintainers === null || before.maintainers.length === 0) return false;
  const earlier = new Set(before.maintainers.map(({ name }: Person) => name));
  return !release.maintainers.some(({ name }) => earlier.has(name));
}
