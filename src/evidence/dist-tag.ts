import type { Packument } from '../model/release.ts';

/** The version that a tag stands on; undefined where there is no such tag and where the tags are not known. */
export function taggedVersion({ distTags }: Pick<Packument, 'distTags'>, tag: string): string | undefined {
  return distTags !== null && Object.hasOwn(distTags, tag) ? distTags[tag] : undefined;
}
