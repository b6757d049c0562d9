import { cite } from '../../src/evidence/cite.ts';
import { taggedVersion } from '../../src/evidence/dist-tag.ts';
import { acrossTimelines, type Looked, releaseLabel, shortened } from '../../src/evidence/history.ts';
import { isHigher, isPrerelease, releaseLine } from '../../src/evidence/release-line.ts';
import type { Packument, Release } from '../../src/model/release.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

/**
 * `latest` stands on a release below a later one of the same line.
 *
 * Publishing moves `latest` forward unless another tag is asked for, so a later and higher release without any tag at or above it was
 * moved back from.
 */
export const distTagRollback = defineSignal({
  id: 'rug-pull/dist-tag-rollback',
  title: 'The tag `latest` was moved back',
  family: 'V',
  needs: 'package',
  weight: 20,
  rationale:
    'Moving `latest` back is the first thing done when a release turns out to be bad, and the bad release often stays installable by its number.',
  falsePositives:
    'Retracted mistakes, and projects that publish under a second tag which has since been removed. Maintained older lines, prereleases and releases under another tag are not counted.',
  baseRate: null,
  references: ['https://docs.npmjs.com/cli/commands/npm-dist-tag'],

  detect({ packuments }, _context: RugPullContext) {
    return acrossTimelines(packuments, rollbackOf);
  },
});

function rollbackOf(packument: Packument): Looked {
  const { distTags, releases, place, ecosystem } = packument;
  const tag = taggedVersion(packument, 'latest');
  if (distTags === null || tag === undefined)
    return { unseen: `the history of the ${ecosystem} package does not say which release is the latest` };
  if (tag === releases.at(-1)?.version) return [];
  const latestIndex = releases.findIndex(({ version }) => version === tag);
  const latest = releases[latestIndex];
  if (latest === undefined)
    return { unseen: `the history of the ${ecosystem} package does not have the release that \`latest\` is on` };
  const passed = releases.slice(latestIndex + 1).filter((release) => isAbove(release, latest));
  const highest = passed.at(-1);
  const tags = new Set(Object.values(distTags));
  if (highest === undefined || passed.some(({ version }) => tags.has(version))) return [];
  return [
    cite(place, ecosystem === 'npm' ? '/dist-tags/latest' : latest.at, {
      statement: `${shortened(packument.name)} had \`latest\` on ${shortened(latest.version)} although ${releaseLabel(packument, highest)} was published after it`,
      observed: latest.version,
      expected: highest.version,
    }),
  ];
}

function isAbove({ version }: Release, latest: Release): boolean {
  const line = releaseLine(version);
  return (
    line !== null &&
    line === releaseLine(latest.version) &&
    !isPrerelease(version) &&
    isHigher(version, latest.version) === true
  );
}
