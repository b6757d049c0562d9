import type { Packument, Release } from '../model/release.ts';

/** The releases in the order of publishing where every time is known; a stable sort, so that equal times stay as listed. */
export function timeline(releases: readonly Release[]): Pick<Packument, 'releases' | 'ordered'> {
  const timed = releases.flatMap((release) =>
    release.publishedAt === null ? [] : [{ release, time: Date.parse(release.publishedAt) }],
  );
  if (timed.length < releases.length) return { releases, ordered: 'as listed' };
  return { releases: timed.sort((a, b) => a.time - b.time).map(({ release }) => release), ordered: 'by time' };
}
