import { cite } from '../../src/evidence/cite.ts';
import { taggedVersion } from '../../src/evidence/dist-tag.ts';
import { acrossHistories, shortened, type Looked } from '../../src/evidence/history.ts';
import { isPrerelease } from '../../src/evidence/release-line.ts';
import { ageDays, calendarDate, gapDays } from '../../src/evidence/time.ts';
import type { Packument } from '../../src/model/release.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal } from '../../src/signal.ts';

const SHORT_LIFE_DAYS = 7;

/** Versions that were published and are gone: what a takedown leaves to see. */
export const unpublishedVersions = defineSignal({
  id: 'rug-pull/unpublished-versions',
  title: 'Published versions are gone',
  family: 'V',
  needs: 'package',
  weight: 15,
  cases: {
    'rolled-back': {
      weight: 30,
      when: 'the version lived for less than 7 days and `latest` points to a release older than it',
    },
  },
  rationale:
    'Releases with unwanted code are taken away within hours or days, by the registry or by the publisher, and the gap in the list of times is all that remains visible.',
  falsePositives:
    "Publishing mistakes, which their authors withdraw in the same way, above all on the first day of a package. How long a version lived is only known as far as the snapshot's date bounds it. Prereleases are not counted.",
  baseRate: null,
  references: ['https://docs.npmjs.com/policies/unpublish', 'https://osv.dev/vulnerability/MAL-2025-47604'],

  detect({ packuments }, { asOf }: RugPullContext) {
    return acrossHistories(packuments, (packument) => goneFrom(packument, asOf));
  },
});

function goneFrom(packument: Packument, asOf: string): Looked {
  const { missing, releases, place } = packument;
  if (missing === null) return { unseen: `the history of the ${packument.ecosystem} package has no list of times` };
  if (packument.unpublishedAt !== null || missing.length === 0) return [];
  const tag = taggedVersion(packument, 'latest');
  const latest = releases.find(({ version }) => version === tag);
  return missing
    .filter(({ version }) => !isPrerelease(version))
    .map(({ version, publishedAt, at }) => {
      const days = ageDays(publishedAt, asOf);
      const isShort = days !== null && days < SHORT_LIFE_DAYS;
      const isBehind = (gapDays(latest?.publishedAt ?? null, publishedAt) ?? 0) > 0;
      return cite(place, at, {
        statement: `${shortened(packument.name)} ${shortened(version)} was published on ${calendarDate(publishedAt) ?? 'an unreadable date'} and is gone${isBehind ? '; `latest` is a release older than it' : ''}`,
        observed: publishedAt,
        expected: latest?.version ?? null,
        ...(isShort && isBehind ? { case: 'rolled-back' } : {}),
      });
    });
}
