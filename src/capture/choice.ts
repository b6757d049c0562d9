import { taggedVersion } from '../evidence/dist-tag.ts';
import { linewise } from '../evidence/release-line.ts';
import type { Packument, Release } from '../model/release.ts';
import { PRIORITY_POINTS, type PriorityReason } from './priority.ts';

/** The newest release and the two before it in its line: two comparisons, and a change that comes in two steps. */
const RELEASES_EACH = 3;

/** Releases before a named one: what it starts to do is new to all of them, and a change that is spread over several adds up. */
const RELEASES_BEFORE = 5;

/** A package named for it, on the command line or by whoever runs the capture: its archives are read whatever the budget. */
export interface NamedPackage {
  readonly ecosystem: string;
  readonly name: string;
  /** null: all releases. */
  readonly version: string | null;
}

export interface Chosen {
  readonly ecosystem: string;
  readonly purl: string;
  readonly versions: readonly string[];
  readonly reasons: readonly string[];
}

/** Packages that could be chosen; what is needed to choose is small, so that a hundred thousand of them fit in memory. */
export interface Choice {
  add(offer: {
    readonly ecosystem: string;
    readonly packument: Packument;
    readonly reasons: readonly PriorityReason[];
  }): void;
  /** Offered so far. */
  readonly size: () => number;
  /** Within so many releases; most points first, then by purl, so that the same snapshot chooses the same. */
  within(releases: number): readonly Chosen[];
}

export function choice(): Choice {
  const offers: (Chosen & { readonly points: number })[] = [];
  let offered = 0;
  return {
    add({ ecosystem, packument, reasons }) {
      offered += 1;
      const points = reasons.reduce((sum, reason) => sum + PRIORITY_POINTS[reason], 0);
      const versions = newestOfLine(packument).map(({ version }) => version);
      if (points > 0 && versions.length > 0) {
        offers.push({ ecosystem, purl: packument.purl, versions, reasons, points });
      }
    },
    size: () => offered,
    within(releases) {
      const chosen: Chosen[] = [];
      let left = releases;
      for (const offer of offers.toSorted((a, b) => b.points - a.points || (a.purl < b.purl ? -1 : 1))) {
        if (offer.versions.length > left) continue;
        left -= offer.versions.length;
        const { ecosystem, purl, versions, reasons } = offer;
        chosen.push({ ecosystem, purl, versions, reasons });
      }
      return chosen;
    },
  };
}

/**
 * The versions of a named package whose archives are read, in the order of its releases: all of them, or one and the releases
 * before it in its line, at most five. null where it has no such version.
 */
export function versionsOf({ releases }: Packument, version: string | null): readonly string[] | null {
  if (version === null) return releases.map((each) => each.version);
  const asked = releases.find((each) => each.version === version);
  return asked === undefined ? null : lineUpTo(asked, releases, RELEASES_BEFORE + 1).map((each) => each.version);
}

/** Oldest first: the release that is installed by default, and those before it in its line. */
function newestOfLine(packument: Packument) {
  const { releases } = packument;
  const latest = taggedVersion(packument, 'latest');
  const newest = releases.find(({ version }) => version === latest) ?? releases.at(-1);
  return newest === undefined ? [] : lineUpTo(newest, releases, RELEASES_EACH);
}

/** A release and those before it in its line, oldest first, so many in all. */
function lineUpTo(last: Release, releases: readonly Release[], count: number): readonly Release[] {
  const before = new Map(linewise(releases).map((pair) => [pair.after, pair.before]));
  const chosen = [last];
  for (let each = before.get(last); each !== undefined && chosen.length < count; each = before.get(each)) {
    chosen.unshift(each);
  }
  return chosen;
}
