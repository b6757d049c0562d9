import maxSatisfying from 'semver/ranges/max-satisfying.js';
import type { PackageRun } from '../clients/resolution.ts';
import { releaseShown } from '../card/packages.ts';
import { taggedVersion } from '../evidence/dist-tag.ts';
import { canonicalVersion } from '../intel/ecosystems.ts';
import type { Packument, Release } from '../model/release.ts';

const MAX_RANGE_CHARACTERS = 200;

/** The release that a launch takes when it starts the next time; in place of it, why that cannot be told. */
export function releaseInUse(run: PackageRun, packument: Packument): Release | string {
  const { releases } = packument;
  const { wanted, pinning } = run;
  if (pinning === 'pinned' && wanted !== null) {
    const canonical = canonicalVersion(run.ecosystem, wanted) ?? wanted;
    const found = releases.find(
      ({ version }) => version === wanted || canonicalVersion(run.ecosystem, version) === canonical,
    );
    return found ?? `its registry has no version ${wanted}`;
  }
  if (pinning === 'range' && wanted !== null) {
    if (run.ecosystem !== 'npm') return `which release “${wanted}” takes is decided where it is installed`;
    const newest = satisfying(
      releases.map(({ version }) => version),
      wanted.slice(0, MAX_RANGE_CHARACTERS),
    );
    return releases.find(({ version }) => version === newest) ?? `no release is in the range “${wanted}”`;
  }
  if (wanted !== null && wanted !== 'latest') {
    if (packument.distTags === null) return 'its registry does not say its tags';
    const tagged = taggedVersion(packument, wanted);
    return releases.find(({ version }) => version === tagged) ?? `there is no tag “${wanted}”`;
  }
  return releaseShown(packument, null, null) ?? 'it has no release';
}

function satisfying(versions: readonly string[], range: string): string | null {
  try {
    return maxSatisfying([...versions], range);
  } catch {
    return null;
  }
}
