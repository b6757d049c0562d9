import compare from 'semver/functions/compare.js';
import parse from 'semver/functions/parse.js';
import type { Packument, Release } from '../../model/release.ts';

/** Years as majors (2026.8.31) are one line, which 2027.1.2 carries on. */
const FIRST_CALENDAR_MAJOR = 1990;

/** A release whose version can be compared with others of its line: a major version, or all calendar versions together. */
interface Numbered {
  readonly release: Release;
  readonly line: number;
}

/**
 * Whether a release has an earlier time than one that its version number follows, both of one line.
 *
 * Only within a line, since an old major is still published beside a new one. Times that are not known contradict nothing.
 */
export function contradictsVersions(releases: readonly Release[]): boolean {
  const newest = new Map<number, number>();
  for (const { release, line } of numbered(releases)) {
    if (release.publishedAt === null) continue;
    const ms = Date.parse(release.publishedAt);
    if (ms < (newest.get(line) ?? ms)) return true;
    newest.set(line, ms);
  }
  return false;
}

/**
 * The releases by version number, for a document that has no times of publishing.
 *
 * One line after another, majors in their order and calendar versions after them, but the line that holds `latest` last: it is what
 * is installed. What is no SemVer comes before all, as listed.
 */
export function byVersion(
  releases: readonly Release[],
  latest: string | null,
): Pick<Packument, 'releases' | 'ordered'> {
  const lines = numbered(releases);
  const last = lines.find(({ release }) => release.version === latest)?.line;
  const ordered = [...lines.filter(({ line }) => line !== last), ...lines.filter(({ line }) => line === last)];
  const known = new Set(lines.map(({ release }) => release));
  return {
    releases: [...releases.filter((each) => !known.has(each)), ...ordered.map(({ release }) => release)],
    ordered: 'by version',
  };
}

/** By line and version; a stable sort, so that versions that differ in their build alone stay as listed. */
function numbered(releases: readonly Release[]): readonly Numbered[] {
  return releases
    .flatMap((release) => {
      const version = parse(release.version, { loose: true });
      return version === null ? [] : [{ release, version, line: Math.min(version.major, FIRST_CALENDAR_MAJOR) }];
    })
    .sort((a, b) => a.line - b.line || compare(a.version, b.version));
}
