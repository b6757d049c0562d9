import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Manifest, StoredEntry, StoredPackage } from '../../src/model/snapshot.ts';
import type { StoredRelease } from '../../src/model/source.ts';

/** How a disturbed run ended, beside the undisturbed one. */
export type Verdict =
  | { readonly ended: 'same' }
  /** Something is not there, and the coverage says so. */
  | { readonly ended: 'named'; readonly where: string }
  /** Something is not there or is otherwise, and nothing says so. */
  | { readonly ended: 'lost'; readonly entries: number; readonly where: string };

export interface Comparing {
  /** For runs under a clock that moves: what was read is compared, and not when. */
  readonly ignoringTimes?: boolean;
}

/** Compares a finished snapshot with the one of an undisturbed run; also what was left lying about. */
export function compare(undisturbed: string, folder: string, { ignoringTimes = false }: Comparing = {}): Verdict {
  const left = leftovers(folder);
  if (left.length > 0) return { ended: 'lost', entries: 0, where: `left behind: ${left.join(', ')}` };
  if (!ignoringTimes && sameFiles(undisturbed, folder)) return { ended: 'same' };
  const [expected, seen] = [contentOf(undisturbed), contentOf(folder)];
  const silent = silentLosses(expected, seen);
  const [where] = silent;
  if (where !== undefined) return { ended: 'lost', entries: silent.length, where };
  const named = firstNamed(expected.manifest, seen.manifest) ?? notAsPromised(expected, seen);
  return named === null ? { ended: 'same' } : { ended: 'named', where: named };
}

/** Path to digest of every file below a folder. */
export function digests(folder: string): ReadonlyMap<string, string> {
  return new Map(
    filesIn(folder).map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex'),
    ]),
  );
}

function sameFiles(one: string, other: string): boolean {
  const [a, b] = [digests(one), digests(other)];
  return a.size === b.size && a.entries().every(([path, digest]) => b.get(path) === digest);
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(folder.length + 1))
    .toSorted();
}

function leftovers(folder: string): readonly string[] {
  return filesIn(folder).filter((path) => !/^(?:manifest\.json|(?:[a-z]+\/)?[a-z0-9-]+\.ndjson\.gz)$/.test(path));
}

interface Content {
  readonly manifest: Manifest;
  /** What was read of each entry, package and release, as text; by id. */
  readonly entries: ReadonlyMap<string, string>;
  readonly packages: ReadonlyMap<string, string | null>;
  readonly releases: ReadonlyMap<string, string | null>;
}

function contentOf(folder: string): Content {
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const lines = (kind: string) =>
    manifest.files
      .filter(({ path }) => path.startsWith(`${kind}/`))
      .flatMap(({ path }) =>
        gunzipSync(readFileSync(join(folder, path)))
          .toString()
          .split('\n'),
      )
      .filter((line) => line !== '');
  return {
    manifest,
    entries: new Map(lines('entries').map((line) => entryOf(JSON.parse(line)))),
    packages: new Map(lines('packages').map((line) => packageOf(JSON.parse(line)))),
    releases: new Map(lines('releases').map((line) => releaseOf(JSON.parse(line)))),
  };
}

function entryOf({ id, latest }: StoredEntry): [string, string] {
  return [id, JSON.stringify(latest.record)];
}

/** null where it was not read, which the line itself says with a reason. */
function packageOf(stored: StoredPackage): [string, string | null] {
  if (stored.outcome !== 'read') return [stored.purl, null];
  const { resource: _resource, ...read } = stored;
  return [stored.purl, JSON.stringify(read)];
}

/** Likewise; an archive whose digest is not the registry's says that too. */
function releaseOf(stored: StoredRelease): [string, string | null] {
  const isAsPromised =
    stored.outcome === 'read' && stored.facts.archives.every(({ digest }) => digest.outcome !== 'differs');
  if (!isAsPromised) return [stored.purl, null];
  const files = stored.facts.archives.map(({ files: described }) => described);
  return [stored.purl, JSON.stringify(files)];
}

function silentLosses(expected: Content, seen: Content): readonly string[] {
  const whole = new Set(
    expected.manifest.coverage.map(({ registry }) => registry).filter((id) => isAsWhole(id, expected, seen)),
  );
  const losses: string[] = [];
  for (const [id, record] of expected.entries) {
    const registry = id.slice(0, id.indexOf(':'));
    const found = seen.entries.get(id);
    if (found === undefined && whole.has(registry)) losses.push(`entry ${id}`);
    // Where the listing was cut short, an earlier version may be the latest that was seen.
    if (found !== undefined && found !== record && whole.has(registry)) losses.push(`entry ${id} says something else`);
  }
  for (const id of seen.entries.keys()) if (!expected.entries.has(id)) losses.push(`entry ${id} was never there`);
  const areAllNamed = whole.size === expected.manifest.coverage.length;
  losses.push(...missing(expected.packages, seen.packages, areAllNamed));
  // Which archives are chosen follows from what was listed and read before.
  const areAllChosen = areAllNamed && !seen.packages.values().some((read) => read === null);
  losses.push(...missing(expected.releases, seen.releases, areAllChosen));
  return losses;
}

function missing(
  expected: ReadonlyMap<string, string | null>,
  seen: ReadonlyMap<string, string | null>,
  areAllDue: boolean,
): readonly string[] {
  return [...expected].flatMap(([purl, read]) => {
    const found = seen.get(purl);
    if (found === undefined) return areAllDue ? [purl] : [];
    return found !== null && read !== null && found !== read ? [`${purl} says something else`] : [];
  });
}

/** Whether the listing of a registry claims to have ended as the undisturbed one did. */
function isAsWhole(registry: string, expected: Content, seen: Content): boolean {
  const of = ({ manifest }: Content) => manifest.coverage.find((row) => row.registry === registry)?.enumeration;
  return JSON.stringify(of(expected)) === JSON.stringify(of(seen));
}

/** The first release whose archive was read and is not what its registry says, which its line tells. */
function notAsPromised(expected: Content, seen: Content): string | null {
  const found = seen.releases
    .entries()
    .find(([purl, read]) => read === null && typeof expected.releases.get(purl) === 'string');
  return found === undefined ? null : `${found[0]} is not as its registry says`;
}

/** The first line of the coverage that is not as in the undisturbed run. */
function firstNamed(expected: Manifest, seen: Manifest): string | null {
  for (const row of expected.coverage) {
    const found = seen.coverage.find(({ registry }) => registry === row.registry);
    if (found === undefined) return `${row.registry} is missing`;
    if (JSON.stringify(found) === JSON.stringify(row)) continue;
    const { enumeration, advertised } = found;
    if (enumeration.ended !== 'exhausted' && JSON.stringify(enumeration) !== JSON.stringify(row.enumeration))
      return `${row.registry} ${enumeration.ended}: ${enumeration.reason}`;
    if (advertised !== row.advertised) return `${row.registry} claims ${advertised} rows`;
    return `${row.registry} in ${found.responses} answers, ${found.repeats} repeats`;
  }
  for (const row of expected.packages) {
    const found = seen.packages.find(({ ecosystem }) => ecosystem === row.ecosystem);
    if (JSON.stringify(found) !== JSON.stringify(row))
      return `${row.ecosystem}: ${JSON.stringify(found?.notRead ?? {})}`;
  }
  if (JSON.stringify(expected.sources) !== JSON.stringify(seen.sources))
    return `archives: ${JSON.stringify(seen.sources?.notRead)}`;
  return null;
}
