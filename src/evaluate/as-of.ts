import { instantMs } from '../evidence/time.ts';
import type { Packument } from '../model/release.ts';
import type { NotRead, PackageSource, Subject } from '../model/subject.ts';

const DAY_MS = 86_400_000;

/**
 * An entry as it stood at the end of a day (UTC), from what is kept of its past; null where nothing of it was published by then.
 *
 * Releases and version rows of later days are left out, and what became of earlier ones since (an unpublishing, a deprecation)
 * with them, so that nothing that was put there after an incident helps to find it. Fields that registries overwrite are as they
 * are now. Releases without a time are kept: nothing says that they came later.
 */
export function asOf(subject: Subject, day: string): Subject | null {
  const from = instantMs(day);
  if (from === null) throw new RangeError(`"${day}" is not a date`);
  const isLater = (time: string | null) => (instantMs(time) ?? Number.NEGATIVE_INFINITY) >= from + DAY_MS;
  if (!('record' in subject)) return subject;

  const rows = [...subject.earlier, subject.record].filter(({ publishedAt }) => !isLater(publishedAt));
  const last = rows.at(-1);
  if (last === undefined) return null;
  const record = isLater(last.updatedAt) ? { ...last, status: null, statusMessage: null } : last;
  const listed = { entry: subject.entry, notRead: subject.notRead, record, earlier: rows.slice(0, -1) };
  if (!('packuments' in subject)) return { depth: 'metadata', ...listed };

  const kept = subject.packuments.map((packument) => ({ whole: packument, cut: cutPackument(packument, isLater) }));
  const [first, ...rest] = kept.flatMap(({ cut }) => cut ?? []);
  const gone: NotRead[] = kept.flatMap(({ whole: { ecosystem, name }, cut }) =>
    cut === null ? [{ ecosystem, identifier: name, reason: `not published by ${day}` }] : [],
  );
  const known = { ...listed, notRead: [...subject.notRead, ...gone] };
  if (first === undefined) return { depth: 'metadata', ...known };
  const packaged = { ...known, packuments: [first, ...rest] as const };
  if (!('sources' in subject)) return { depth: 'package', ...packaged };

  const [source, ...sources] = subject.sources.flatMap((each) => cutSource(each, packaged.packuments));
  return source === undefined
    ? { depth: 'package', ...packaged }
    : { depth: 'source', ...packaged, sources: [source, ...sources] };
}

/** Whether anything that is known of the entry was published after the end of a day. */
export function hasLater(subject: Subject, day: string): boolean {
  const from = instantMs(day);
  if (from === null) throw new RangeError(`"${day}" is not a date`);
  const times = [
    ...('record' in subject ? [...subject.earlier, subject.record] : []),
    ...('packuments' in subject ? subject.packuments.flatMap(({ releases }) => releases) : []),
  ].map(({ publishedAt }) => instantMs(publishedAt));
  return times.some((at) => at !== null && at >= from + DAY_MS);
}

function cutPackument(packument: Packument, isLater: (time: string | null) => boolean): Packument | null {
  const releases = packument.releases
    .filter(({ publishedAt }) => !isLater(publishedAt))
    // Nothing says when these were said, and most often it was after an incident.
    .map((release) => ({ ...release, deprecated: null, yanked: null }));
  const latest = releases.at(-1);
  if (latest === undefined) return null;
  const tags = Object.entries(packument.distTags ?? {}).filter(([, version]) =>
    releases.some((release) => release.version === version),
  );
  return {
    ...packument,
    releases,
    distTags: { latest: latest.version, ...Object.fromEntries(tags) },
    // Nothing says when they were taken away.
    missing: null,
    unpublishedAt: isLater(packument.unpublishedAt) ? null : packument.unpublishedAt,
  };
}

function cutSource(source: PackageSource, packuments: readonly Packument[]): readonly PackageSource[] {
  const packument = packuments.find(({ purl }) => purl === source.packument.purl);
  if (packument === undefined) return [];
  const versions = new Set(packument.releases.map(({ version }) => version));
  const [first, ...rest] = source.releases.filter(({ version }) => versions.has(version));
  if (first === undefined) return [];
  return [
    { packument, releases: [first, ...rest], notRead: source.notRead.filter(({ version }) => versions.has(version)) },
  ];
}
