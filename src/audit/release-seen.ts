import { capabilitiesOf } from '../card/capabilities.ts';
import type { Release } from '../model/release.ts';
import type { ReleaseFacts } from '../model/source.ts';
import { capabilityLists } from './capability-lists.ts';
import type { ReleaseSeen } from './report.ts';

/** A release with what its archives show; a reason in place of them where they were not read. */
export function releaseSeen(release: Release, facts: ReleaseFacts | string): ReleaseSeen {
  const { version, publishedAt, publishedBy, provenance } = release;
  const known = { version, publishedAt, publisher: publishedBy?.name ?? null, provenance };
  const capabilities = typeof facts === 'string' ? null : capabilitiesOf([facts]);
  if (typeof facts === 'string' || capabilities === null) {
    const reason = typeof facts === 'string' ? facts : 'it has no archive';
    return {
      ...known,
      archives: [],
      capabilities: null,
      unseen: [`the archive of ${version} was not read: ${reason}`],
    };
  }
  return {
    ...known,
    archives: facts.archives.map(({ filename, resource }) => ({ filename, sha256: resource.sha256 })),
    capabilities: capabilityLists(capabilities),
    unseen: capabilities.unseen,
  };
}
