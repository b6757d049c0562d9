import type { Packument, Release } from '../model/release.ts';

/** The releases in the order of publishing where every time is known; a stable sort, so that equal times stay as listed. */
export function timeline(releases: readonly Release[]): Pick<Packument, 'releases' | 'ordered'> {
  const timed: { readonly release: Release; readonly ms: number }[] = [];
  let isInOrder = true;
  for (const release of releases) {
    if (release.publishedAt === null) return { releases, ordered: 'as listed' };
    const ms = Date.parse(release.publishedAt);
    isInOrder &&= ms >= (timed.at(-1)?.ms ?? ms);
    timed.push({ release, ms });
  }
  if (isInOrder) return { releases, ordered: 'by time' };
  return { releases: timed.sort((a, b) => a.ms - b.ms).map(({ release }) => release), ordered: 'by time' };
}
