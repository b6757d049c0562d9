import { cite } from '../../src/evidence/cite.ts';
import { historiesOf, shortened } from '../../src/evidence/history.ts';
import { pointer } from '../../src/evidence/pointer.ts';
import { calendarDate, instantMs } from '../../src/evidence/time.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Place, Pointer } from '../../src/model/place.ts';
import type { ServerRecord } from '../../src/model/entry.ts';
import type { Packument, Release } from '../../src/model/release.ts';
import type { SubjectAt } from '../../src/model/subject.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

const WINDOW_HOURS = 48;
const WINDOW_MS = WINDOW_HOURS * 3_600_000;
const MANY = 10;
const VERY_MANY = 15;

/** Counts the registry's version rows, and the releases of the packages where they were read. */
export const versionBurst = defineSignal({
  id: 'rug-pull/version-burst',
  title: 'Ten or more versions within 48 hours',
  family: 'V',
  needs: 'metadata',
  weight: 10,
  cases: { 'very-many': { weight: 20, when: 'there were 15 or more' } },
  rationale:
    'Taken-over packages are republished again and again while a payload is made to work, and a change is hard to find among many.',
  falsePositives: 'A pipeline that publishes on every commit, and authors who try out publishing. Says little alone.',
  baseRate: {
    value: '1.7 % of servers (10 or more), 0.6 % (15 or more)',
    population: '964 servers of the official registry',
    date: '2026-01',
  },
  references: ['https://osv.dev/vulnerability/MAL-2025-47604'],

  detect(subject, _context: RugPullContext) {
    const packuments = historiesOf(subject);
    if (subject.earlier.length === 0 && packuments.length === 0) return unseen('the registry showed one version only');
    const timelines = [
      ...(subject.earlier.length + 1 < MANY ? [] : [rowsOf(subject)]),
      ...packuments.filter(({ releases }) => releases.length >= MANY).map(releasesOf),
    ];
    const found = timelines.flatMap(burstOf);
    if (found.length > 0) return found;
    const dateless = timelines.find(({ times }) => times.some((written) => instantMs(written) === null));
    return dateless === undefined ? [] : unseen(`${dateless.what} does not say when each version was published`);
  },
});

interface Timeline {
  readonly what: string;
  readonly times: readonly (string | null)[];
  readonly place: (index: number) => { readonly place: Place; readonly at: Pointer };
}

function rowsOf({ entry, earlier, record }: SubjectAt['metadata']): Timeline {
  return {
    what: `the entry ${shortened(entry.name)}`,
    times: [...earlier, record].map(({ publishedAt }) => publishedAt),
    place: (index) => placeOfRow(earlier[index] ?? record),
  };
}

function placeOfRow({ place, at }: ServerRecord) {
  return { place, at: at.publishedAt ?? '' };
}

function releasesOf({ name, ecosystem, place, releases }: Packument): Timeline {
  return {
    what: `the ${ecosystem} package ${shortened(name)}`,
    times: releases.map(({ publishedAt }) => publishedAt),
    place: (index) => ({ place, at: placeInHistory(releases[index], ecosystem) }),
  };
}

function placeInHistory(release: Release | undefined, ecosystem: string): Pointer {
  if (release === undefined) return '';
  return ecosystem === 'npm' ? pointer('time', release.version) : release.at;
}

function burstOf({ what, times, place }: Timeline): readonly Evidence[] {
  const moments = times
    .map((written, index) => ({ ms: instantMs(written) ?? Number.NaN, index }))
    .filter(({ ms }) => !Number.isNaN(ms))
    .sort((a, b) => a.ms - b.ms);
  const { count, end } = fullestWindow(moments.map(({ ms }) => ms));
  const [first, last] = [moments[end - count + 1], moments[end]];
  if (count < MANY || first === undefined || last === undefined) return [];
  const [since, until] = [times[first.index] ?? null, times[last.index] ?? null];
  const { place: document, at } = place(last.index);
  return [
    cite(document, at, {
      statement: `${count} versions of ${what} were published within ${WINDOW_HOURS} hours, up to ${calendarDate(until) ?? 'an unknown date'}`,
      observed: until,
      expected: since,
      ...(count >= VERY_MANY ? { case: 'very-many' } : {}),
    }),
  ];
}

/** How many moments the fullest window holds and which is its last; the latest window where several are as full. */
function fullestWindow(moments: readonly number[]): { count: number; end: number } {
  let start = 0;
  let fullest = { count: 0, end: 0 };
  moments.forEach((ms, end) => {
    while (ms - (moments[start] ?? ms) > WINDOW_MS) start += 1;
    const count = end - start + 1;
    if (count >= fullest.count) fullest = { count, end };
  });
  return fullest;
}
