import { cite } from '../../src/evidence/cite.ts';
import { acrossHistories, type Looked, releaseLabel, shortened } from '../../src/evidence/history.ts';
import { releaseLine } from '../../src/evidence/release-line.ts';
import { calendarDate, instantMs } from '../../src/evidence/time.ts';
import type { Packument } from '../../src/model/release.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** Nobody begins at nine who does not want to be installed before something else. */
const LEAST_MAJOR = 9;
/** `26.4` is a month: two digits of the year in which it was published or of the next, then at most twelve. */
const YEAR_AND_MONTH = /^v?(\d\d)\.(?:0?\d|1[0-2])(?!\d)/;

/**
 * A package whose first version is 9 or more and no date.
 *
 * Where the order of releases is not known, all its versions have to be. A version that is gone counts as well.
 */
export const absurdFirstVersion = defineSignal({
  id: 'lookalike/absurd-first-version',
  title: 'Its first version is 9 or higher',
  family: 'V',
  needs: 'package',
  weight: 25,
  rationale:
    'A resolver that looks in two places takes the higher version, so packages made to be taken begin with 99.',
  falsePositives: 'Tools that take the number of what they wrap. Calendar versions are left out.',
  baseRate: {
    value: '6 of 964 entries, dates and numbers of a wrapped tool; 168 of 550 packages made for harm',
    population: 'official registry, calendar versions among them; npm, as collected by DataDog',
    date: '2026-01',
  },
  references: ['https://github.com/DataDog/malicious-software-packages-dataset'],

  detect({ packuments }, _context: LookalikeContext) {
    if (packuments.every(({ releases }) => releases.length === 0)) return unseen('no release is known');
    return acrossHistories(packuments, firstOf);
  },
});

function firstOf(packument: Packument): Looked {
  const { releases, ordered } = packument;
  const [release] = releases;
  const versions = firstVersions(packument);
  if (release === undefined || !versions.some(isAbsurd)) return [];
  if (versions.every(isAbsurd)) {
    return [
      cite(packument.place, release.at, {
        statement: `${releaseLabel(packument, release)} was the first release`,
        observed: release.version,
      }),
    ];
  }
  if (ordered === 'by time') return [];
  return { unseen: `the history of ${shortened(packument.name)} does not say which release was the first` };
}

interface Version {
  readonly version: string;
  readonly publishedAt: string | null;
}

/** The first release and any that are gone and came before it; all there are where their order is not that of publishing. */
function firstVersions({ releases, missing, ordered }: Packument): readonly Version[] {
  const [first] = releases;
  if (first === undefined || ordered !== 'by time') return [...releases, ...(missing ?? [])];
  const since = instantMs(first.publishedAt) ?? Infinity;
  return [first, ...(missing ?? []).filter(({ publishedAt }) => (instantMs(publishedAt) ?? Infinity) < since)];
}

function isAbsurd({ version, publishedAt }: Version): boolean {
  const line = releaseLine(version);
  return line !== null && line !== 'calendar' && Number(line) >= LEAST_MAJOR && !isMonth(version, publishedAt);
}

function isMonth(version: string, publishedAt: string | null): boolean {
  const year = YEAR_AND_MONTH.exec(version.slice(0, 20))?.[1];
  const published = calendarDate(publishedAt)?.slice(2, 4);
  if (year === undefined) return false;
  return published === undefined || year === published || Number(year) === Number(published) + 1;
}
