import { cite } from '../../src/evidence/cite.ts';
import { factsIn, repositoryKey } from '../../src/evidence/code-host.ts';
import { acrossTimelines, type Looked } from '../../src/evidence/history.ts';
import { tagOfRelease } from '../../src/evidence/release-tags.ts';
import { gapDays } from '../../src/evidence/time.ts';
import type { Packument, Release } from '../../src/model/release.ts';
import type { SeenTags } from '../../src/model/repository.ts';
import type { SubjectAt } from '../../src/model/subject.ts';
import type { RugPullContext } from '../../src/pipelines/rug-pull.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { repositoryPath } from '../../src/text/repository-path.ts';

/** Releases in which a habit is looked for, and how many of them have to show it. */
const LOOKED_AT = 20;
const MIN_TAGGED = 4;
/** More without a tag, and tagging was no habit or is given up. */
const MAX_UNTAGGED = 3;
/** Tags are often made a little after the release. */
const GRACE_DAYS = 1;

/**
 * A release without a tag in a repository that tags every other one.
 *
 * What is published by hand, or by whoever has the token and not the repository, has no tag. Releases before the first that was tagged
 * do not count, nor do previews.
 */
export const versionWithoutTag = defineSignal({
  id: 'rug-pull/version-without-tag',
  title: 'A release has no tag where its neighbours have one',
  family: 'V',
  needs: 'package',
  weight: 15,
  rationale: 'A release that was not made from the repository is one that nobody could review there.',
  falsePositives:
    'A tag that was forgotten or deleted, and hot fixes published by hand. Compare the archive with the repository at that time.',
  baseRate: null,
  references: ['https://arxiv.org/abs/2206.09422'],

  detect(subject, _context: RugPullContext) {
    if (subject.codeHost === undefined) return unseen('no code host was asked about it');
    return acrossTimelines(subject.packuments, (packument) => untagged(packument, subject));
  },
});

function untagged(packument: Packument, { record, codeHost }: SubjectAt['package']): Looked {
  const stated = packument.releases.at(-1)?.repository ?? null;
  const key = stated === null ? repositoryKey(record) : (repositoryPath(stated)?.repository ?? null);
  const seen = key === null ? null : factsIn(codeHost).repository(key);
  if (seen === null) return unseen('its repository was not asked for');
  if (seen.outcome !== 'read') return unseen(seen.reason);
  const { tags } = seen;
  if (tags.outcome === 'not-read') return unseen(tags.reason);
  if (!tags.complete) return unseen('its repository has more tags than were asked for');
  return breaksHabit(packument, tags, seen.facts.place.resource.retrievedAt).map(({ release, like }) =>
    cite(packument.place, release.at, {
      statement: `${release.version} had no tag in ${seen.facts.fullName}, where the other releases since tagging began had one`,
      observed: release.version,
      expected: like,
    }),
  );
}

/** [] where there is no habit, or none of the releases breaks it. */
function breaksHabit(
  { name, releases }: Packument,
  { tags }: SeenTags & { readonly outcome: 'read' },
  askedAt: string,
): readonly { readonly release: Release; readonly like: string | null }[] {
  if (tags.length === 0) return [];
  const looked = releases
    .filter(({ version }) => !isPreview(version))
    .slice(-LOOKED_AT)
    .map((release) => ({ release, tag: tagOfRelease(tags, release.version, name)?.name ?? null }));
  const since = looked.slice(looked.findIndex(({ tag }) => tag !== null));
  const without = since.filter(({ release, tag }) => tag === null && isOld(release, askedAt));
  const tagged = since.flatMap(({ tag }) => tag ?? []);
  if (tagged.length < MIN_TAGGED || without.length > MAX_UNTAGGED) return [];
  return without.map(({ release }) => ({ release, like: tagged.at(-1) ?? null }));
}

/** Old enough that its tag would be there. */
function isOld({ publishedAt }: Release, askedAt: string): boolean {
  return (gapDays(publishedAt, askedAt) ?? 0) >= GRACE_DAYS;
}

function isPreview(version: string): boolean {
  return /[a-z]/i.test(version.slice(0, 100).split('+', 1)[0] ?? '');
}
