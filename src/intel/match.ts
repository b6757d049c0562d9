import { canonicalVersion, compareVersions, packageKey } from './ecosystems.ts';
import type { Affected, AffectedRange, IntelRecord, NamedVersion, RangeEvent, Standing } from './port.ts';

/** The version that OSV lets stand for "before all others". */
const FROM_THE_FIRST = '0';
/** Commits are no versions. */
const RANGES_OF_VERSIONS = new Set(['SEMVER', 'ECOSYSTEM']);
const EVERY_VERSION: Standing = { stands: 'listed', by: 'every version', range: 'every version' };

/**
 * Where a package's version stands in a record; null where the record does not name the package.
 *
 * By the evaluation of the OSV schema: listed among the versions, or within a range. What cannot be decided is `undetermined` and
 * never a match, and a record that was taken back matches nothing.
 */
export function standingIn(record: IntelRecord, named: NamedVersion): Standing | null {
  const key = packageKey(named.ecosystem, named.name);
  const affected = record.affected.filter(({ ecosystem, name }) => packageKey(ecosystem, name) === key);
  if (affected.length === 0) return null;
  if (record.withdrawn !== null) return { stands: 'withdrawn', on: record.withdrawn };
  const standings = affected.map((each) => standingAmong(each, named.version));
  return (
    standings.find(({ stands }) => stands === 'listed') ??
    standings.find(({ stands }) => stands === 'undetermined') ?? { stands: 'elsewhere' }
  );
}

function standingAmong(affected: Affected, version: string | null): Standing {
  const { ecosystem, versions, ranges } = affected;
  if (ranges.some(isEveryVersion)) return EVERY_VERSION;
  if (versions.length === 0 && ranges.length === 0) return undetermined('it does not say which versions');
  if (version === null) return undetermined('it lists some versions, and which one is used is not known');
  const canonical = canonicalVersion(ecosystem, version);
  if (canonical === null) return undetermined(`"${version.slice(0, 40)}" does not name one version`);
  const listed = listedVersions(affected).get(canonical);
  if (listed !== undefined) return { stands: 'listed', by: 'version', range: listed };
  const standings = ranges.map((range) => standingWithin(range, ecosystem, version));
  return (
    standings.find(({ stands }) => stands === 'listed') ??
    standings.find(({ stands }) => stands === 'undetermined') ?? { stands: 'elsewhere' }
  );
}

/** Canonical to as written. Some records list thousands, and a package is asked about in each of its releases. */
function listedVersions(affected: Affected): ReadonlyMap<string, string> {
  const known = LISTED.get(affected);
  if (known !== undefined) return known;
  const listed = new Map(affected.versions.map((each) => [canonicalVersion(affected.ecosystem, each) ?? each, each]));
  LISTED.set(affected, listed);
  return listed;
}

const LISTED = new WeakMap<Affected, ReadonlyMap<string, string>>();

function isEveryVersion({ type, events }: AffectedRange): boolean {
  return (
    RANGES_OF_VERSIONS.has(type) &&
    events.some(isFromTheFirst) &&
    events.every((event) => event.kind === 'introduced' || (event.kind === 'limit' && event.version === '*'))
  );
}

/** Follows the events in the order of versions, each of which turns the listing on or off. */
function standingWithin({ type, events }: AffectedRange, ecosystem: string, version: string): Standing {
  if (!RANGES_OF_VERSIONS.has(type)) return undetermined(`its range is one of ${type.slice(0, 40)}`);
  const compared = events.map((event) => ({ event, from: comparedWith(event, ecosystem, version) }));
  if (compared.some(({ from }) => from === null)) return undetermined('its range cannot be compared with the version');
  const limits = compared.filter(({ event }) => event.kind === 'limit');
  if (limits.length > 0 && limits.every(({ from }) => (from ?? 0) >= 0)) return { stands: 'elsewhere' };

  const ordered = events.filter(({ kind }) => kind !== 'limit').toSorted((a, b) => eventOrder(a, b, ecosystem));
  let opened: RangeEvent | null = null;
  for (const event of ordered) {
    const from = comparedWith(event, ecosystem, version) ?? -1;
    if (event.kind === 'introduced') opened = from >= 0 ? event : opened;
    else if (from > 0 || (from === 0 && event.kind === 'fixed')) opened = null;
  }
  if (opened === null) return { stands: 'elsewhere' };
  return { stands: 'listed', by: 'range', range: rangeText(opened, ordered.slice(ordered.indexOf(opened) + 1)) };
}

/** Of the version to the event's: negative where it comes before; null where they cannot be compared. */
function comparedWith(event: RangeEvent, ecosystem: string, version: string): number | null {
  if (isFromTheFirst(event)) return 1;
  if (event.kind === 'limit' && event.version === '*') return -1;
  return compareVersions(ecosystem, version, event.version);
}

function eventOrder(a: RangeEvent, b: RangeEvent, ecosystem: string): number {
  if (isFromTheFirst(a) || isFromTheFirst(b)) return Number(isFromTheFirst(b)) - Number(isFromTheFirst(a));
  return compareVersions(ecosystem, a.version, b.version) ?? 0;
}

function isFromTheFirst({ kind, version }: RangeEvent): boolean {
  return kind === 'introduced' && version === FROM_THE_FIRST;
}

/** `1.0.16 and later`, `1.0.0 to before 1.0.3`, `everything up to 2.1.0`. */
function rangeText(opened: RangeEvent, after: readonly RangeEvent[]): string {
  const closed = after.find(({ kind }) => kind !== 'introduced');
  const end = closed === undefined ? null : `${closed.kind === 'fixed' ? 'before ' : ''}${closed.version}`;
  if (!isFromTheFirst(opened)) return end === null ? `${opened.version} and later` : `${opened.version} to ${end}`;
  return closed?.kind === 'fixed' ? `everything ${end}` : `everything up to ${end ?? 'the latest'}`;
}

function undetermined(reason: string): Standing {
  return { stands: 'undetermined', reason };
}
