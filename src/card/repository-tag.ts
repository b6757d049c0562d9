import { tagOfRelease } from '../evidence/release-tags.ts';
import type { SeenRepository, SeenTags, Tag } from '../model/repository.ts';
import type { Identity } from '../origin/identity.ts';
import { repositoryPath } from '../text/repository-path.ts';
import { contradicts, doesNotHold, holds, unseen } from './check-outcomes.ts';
import type { Check, CheckedRelease } from './checks.ts';

type Checked = Pick<CheckedRelease, 'release' | 'repository' | 'codeHost' | 'packageName' | 'versions'>;
const ID = 'repository-tag';
/** Releases among which a habit of tagging is looked for. */
const MAX_OTHERS = 50;

/**
 * Whether its repository has a tag for the release, and whether that is what it was built from.
 *
 * A contradiction only where the attestation itself names the tag, the tag names this version, and the same repository (by its number)
 * has it at another commit now. A tag that is not there never is one: many publish without, or tag later. Nor is a release that was built
 * from a branch and tagged elsewhere: tools that publish and then commit the new version do so every time.
 */
export function repositoryTag(checked: Checked, identity: Identity | null): Check {
  const ref = identity?.ref ?? null;
  const seen = seenOf(checked, identity);
  if (ref?.startsWith('refs/tags/') === true) {
    return ofAttestedTag(ref.slice('refs/tags/'.length), { checked, identity, seen });
  }
  return ofVersion({ checked, identity, seen });
}

interface Looked {
  readonly checked: Checked;
  readonly identity: Identity | null;
  readonly seen: Seen | string;
}

interface Seen {
  readonly repository: SeenRepository & { readonly outcome: 'read' };
  readonly tags: SeenTags & { readonly outcome: 'read' };
}

/** Tags of the repository it was built from, else of the one that is named; or why they were not seen. */
function seenOf({ release, repository, codeHost }: Checked, identity: Identity | null): Seen | string {
  const url = identity?.repository ?? release.repository ?? repository;
  if (url === null) return 'neither its package nor its record names a repository';
  const key = repositoryPath(url)?.repository ?? null;
  const seen = key === null ? null : codeHost.repository(key);
  if (seen === null) return 'its code host is not asked';
  if (seen.outcome !== 'read') return seen.reason;
  return seen.tags.outcome === 'read' ? { repository: seen, tags: seen.tags } : seen.tags.reason;
}

function ofAttestedTag(name: string, { checked, identity, seen }: Looked): Check {
  const { version } = checked.release;
  const commit = identity?.commit ?? null;
  const built = `it was built from the tag ${name}`;
  const facts = { ref: `refs/tags/${name}`, commit, version };
  if (!isNamedAfter(name, version)) return doesNotHold(ID, `${built}, which is not named after ${version}`, facts);
  if (typeof seen === 'string') return holds(ID, `${built}; where that is now was not seen: ${seen}`, facts);
  const { repository, tags } = seen;
  const now = tags.tags.find((each) => each.name === name);
  const known = { ...facts, repository: repository.facts.fullName, tagCommit: now?.commit ?? null };
  if (now === undefined) {
    return tags.complete
      ? doesNotHold(ID, `${built}, which ${repository.facts.fullName} does not have now`, known)
      : holds(ID, `${built}, which is not among the ${tags.tags.length} tags that were looked at`, known);
  }
  if (commit === null || now.commit === null) return holds(ID, `${built}; at which commit is not known`, known);
  if (now.commit === commit) return holds(ID, `${built}, which is at that commit, ${short(commit)}`, known);
  const moved = `${built} at ${short(commit)}, and that tag is at ${short(now.commit)} now`;
  return identity?.repositoryId === repository.facts.id
    ? contradicts(ID, `${moved}: it was moved after the release was built from it`, known)
    : doesNotHold(ID, `${moved}, in what may be another repository of that name`, known);
}

function ofVersion({ checked, identity, seen }: Looked): Check {
  const { release, packageName } = checked;
  const { ref = null, commit = null } = identity ?? {};
  const facts = { ref, commit, version: release.version };
  const from =
    ref === null ? 'no attestation names the ref it was built from' : `it was built from ${ref}, which is no tag`;
  if (typeof seen === 'string') return unseen(ID, `${from}, and tags were not seen: ${seen}`, facts);
  const { repository, tags } = seen;
  const { fullName } = repository.facts;
  const tag = tagOfRelease(tags.tags, release.version, packageName);
  if (tag === undefined) return untagged(checked, { repository, tags }, { ...facts, repository: fullName, tag: null });
  const known = { ...facts, repository: fullName, tag: tag.name, tagCommit: tag.commit };
  const there = `${fullName} has the tag ${tag.name}${tag.commit === null ? '' : ` at ${short(tag.commit)}`}`;
  if (commit === null) return holds(ID, `${there}; nothing shows that the package was built from it`, known);
  if (tag.commit === null || tag.commit === commit) return holds(ID, `${there}, and ${builtFrom(ref, commit)}`, known);
  return doesNotHold(
    ID,
    `${there}, and ${builtFrom(ref, commit)}; tools that commit after they publish leave it so`,
    known,
  );
}

function builtFrom(ref: string | null, commit: string): string {
  return `it was built ${ref === null ? '' : `from ${ref} `}at ${short(commit)}`;
}

/** Where other releases of the package have tags, this one lacks what they have; else there is no habit that it breaks. */
function untagged(
  { release, packageName, versions }: Checked,
  { repository, tags }: Seen,
  facts: Readonly<Record<string, string | null>>,
): Check {
  const { fullName } = repository.facts;
  const all = tags.tags;
  if (all.length === 0) return unseen(ID, `${fullName} has no tags`, facts);
  if (!tags.complete)
    return unseen(ID, `no tag of ${release.version} is among the ${all.length} that were looked at`, facts);
  const others = versions.filter((each) => each !== release.version).slice(-MAX_OTHERS);
  const tagged = others.filter((each) => tagOfRelease(all, each, packageName) !== undefined).length;
  return tagged === 0
    ? unseen(ID, `no tag of ${fullName} is named after a release of this package`, facts)
    : doesNotHold(
        ID,
        `${fullName} has no tag of ${release.version}, and has one of ${tagged} of ${others.length} other releases`,
        facts,
      );
}

/** `1.2.0`, `v1.2.0`, `harbor-mcp@1.2.0`, `release/1.2.0`; never `11.2.0`. */
function isNamedAfter(tag: Tag['name'], version: string): boolean {
  return tag.endsWith(version) && /^$|[@/_v-]$/.test(tag.slice(0, tag.length - version.length));
}

function short(commit: string): string {
  return commit.slice(0, 12);
}
