import { type Capabilities, capabilitiesOf } from '../card/capabilities.ts';
import type { Release } from '../model/release.ts';
import type { ReleaseFacts } from '../model/source.ts';
import { capabilityLists } from './capability-lists.ts';
import type { ReleaseSeen } from './report.ts';

/** A release with what its archives show; a reason in place of them where they were not read. `code` is null then. */
export function releaseSeen(
  release: Release,
  facts: ReleaseFacts | string,
): { readonly seen: ReleaseSeen; readonly code: Capabilities | null } {
  const { version, publishedAt, publishedBy, provenance } = release;
  const known = { version, publishedAt, publisher: publishedBy?.name ?? null, provenance };
  const capabilities = typeof facts === 'string' ? null : capabilitiesOf([facts]);
  if (typeof facts === 'string' || capabilities === null) {
    const reason = typeof facts === 'string' ? facts : 'it has no archive';
    const unseen = [`the archive of ${version} was not read: ${reason}`];
    return { seen: { ...known, archives: [], capabilities: null, unseen }, code: null };
  }
  const archives = facts.archives.map(({ filename, resource }) => ({ filename, sha256: resource.sha256 }));
  const lists = capabilityLists(capabilities);
  return { seen: { ...known, archives, capabilities: lists, unseen: capabilities.unseen }, code: capabilities };
}
