import { compareVersions } from '../intel/ecosystems.ts';
import { inertJson } from '../text/inert.ts';
import { AuditLock, type LockedRelease, type LockedServer } from './lock-schema.ts';
import { listsDigest } from './capability-lists.ts';
import type { ReleaseSeen } from './report.ts';

/** What a lock file's text holds; in place of it, why it cannot be used. */
export function parsedLock(text: string): AuditLock | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  const parsed = AuditLock.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `it does not have the shape of a lock file (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''})`;
}

/**
 * The same bytes for the same approvals, a line for each value so that a review of it reads well: what a diff would not show, or would
 * show in another order, stands as JSON escapes.
 */
export function lockText(lock: AuditLock): string {
  return `${inertJson(lock, 2)}\n`;
}

export interface Approvable {
  readonly coordinate: string | null;
  readonly name: string;
  readonly inUse: ReleaseSeen | null;
}

/** The lock of all that is configured now; of a release that could not be read this time, what was approved stays. */
export function lockOf(
  servers: readonly Approvable[],
  before: AuditLock | null,
  { tool, updated }: Pick<AuditLock, 'tool' | 'updated'>,
): AuditLock {
  const byCoordinate = Map.groupBy(servers, ({ coordinate }) => coordinate);
  const locked = [...byCoordinate].flatMap(([coordinate, same]): readonly LockedServer[] => {
    if (coordinate === null) return [];
    const known = before?.servers.find((each) => each.coordinate === coordinate)?.releases ?? [];
    const seen = same.flatMap(({ inUse }) => (inUse === null ? [] : [inUse]));
    const releases = seen.length === 0 ? known : seen.map((release) => keptOr(release, known));
    return [{ coordinate, names: sorted(same.map(({ name }) => name)), releases: byVersion(coordinate, releases) }];
  });
  return {
    schemaVersion: 1,
    tool,
    updated,
    servers: locked.toSorted((a, b) => (a.coordinate < b.coordinate ? -1 : 1)),
  };
}

/** The approved release to hold one against: the same version, else the newest; null where none was approved. */
export function approvedFor(locked: LockedServer, version: string): LockedRelease | null {
  return locked.releases.find((each) => each.version === version) ?? locked.releases.at(-1) ?? null;
}

function keptOr(release: ReleaseSeen, known: readonly LockedRelease[]): LockedRelease {
  const { version, archives, publisher, provenance, capabilities } = release;
  const kept = known.find((each) => each.version === version);
  if (capabilities === null && kept !== undefined) return kept;
  return {
    version,
    archives: [...archives],
    publisher,
    provenance,
    capabilities:
      capabilities === null
        ? null
        : {
            digest: listsDigest(capabilities),
            permissions: [...capabilities.permissions],
            hosts: [...capabilities.hosts],
            secrets: [...capabilities.secrets],
            tools: [...capabilities.tools],
            installHooks: [...capabilities.installHooks],
            unreadFiles: capabilities.unreadFiles,
          },
  };
}

function byVersion(coordinate: string, releases: readonly LockedRelease[]): LockedRelease[] {
  const [ecosystem = ''] = coordinate.split(':', 1);
  const each = new Map(releases.map((release) => [release.version, release]));
  return [...each.values()].toSorted(
    (a, b) => compareVersions(ecosystem, a.version, b.version) ?? (a.version < b.version ? -1 : 1),
  );
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].toSorted();
}
