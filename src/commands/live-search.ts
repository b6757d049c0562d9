import { homedir } from 'node:os';
import { openCache } from '../fetch/cache.ts';
import { createGet } from '../fetch/get.ts';
import type { Get } from '../fetch/port.ts';
import { indexedEntry } from '../lookup/indexed-entry.ts';
import type { StoredLookup } from '../lookup/open.ts';
import type { IndexedEntry } from '../lookup/port.ts';
import type { Subject } from '../model/subject.ts';
import { brandOwners } from '../pipelines/brand-owners.ts';
import { brandWords } from '../pipelines/brand-words.ts';
import { registries } from '../registries/index.ts';
import type { Registry, Row } from '../registries/port.ts';
import { searchIndexBuilder } from '../search/build.ts';
import { searchIndex } from '../search/index.ts';
import type { Searchable } from '../search/rank.ts';
import type { Live } from '../search/report.ts';
import { protectedNames } from '../../signals/data/index.ts';
import { captureClock, dateOf } from './clock.ts';
import { NothingReadError, UsageError } from './exit.ts';
import { createLog } from './log.ts';
import { hostsOf, type Source, sources } from './sources.ts';
import { tool } from './tool.ts';

export interface LiveOptions {
  readonly registry?: readonly string[] | undefined;
  readonly cache?: string | undefined;
  readonly baseUrl?: readonly string[] | undefined;
  readonly verbose: boolean;
}

export interface LiveEntries {
  readonly entries: Searchable;
  readonly index: ReturnType<typeof searchIndex>;
  readonly live: Live;
}

type Finder = Registry & Required<Pick<Registry, 'find'>>;

/**
 * Asks the registries that have a search for servers with these words, now, and makes them ready to be ranked like those of a
 * snapshot. Records only: no package is read and no signal asked; what a prepared snapshot knows of the same entry stands beside it.
 *
 * Throws UsageError for a registry that cannot be searched and for the address of one that is not asked, NothingReadError where none could be asked.
 */
export async function liveEntries(
  query: string,
  known: StoredLookup | null,
  options: LiveOptions,
): Promise<LiveEntries> {
  const finders = chosen(options.registry);
  const now = captureClock(process.env);
  // Of those who are asked only: an address of anybody else would be an option that does nothing.
  const asked = sources(finders, { overrides: options.baseUrl ?? [], environment: process.env });
  const environment = { variables: process.env, platform: process.platform, homeDirectory: homedir() };
  const log = await createLog(options);
  const cache = await openCache(options.cache, environment);
  const door = createGet({
    hosts: hostsOf(asked),
    cache,
    offline: false,
    freshSince: now().toISOString(),
    now,
    userAgent: tool().replace('@', '/'),
    logger: log,
    onResponse: (event) => log.debug(event, 'answered'),
  });
  try {
    const found = await Promise.all(finders.map((finder) => findIn(finder, asked.get(finder.id), query, door.get)));
    if (found.every(({ rows, failed }) => failed && rows.length === 0)) {
      const reasons = found.map(({ registry, reason }) => `  ${registry}: ${reason}`);
      throw new NothingReadError(`no registry could be asked.\n${reasons.join('\n')}`);
    }
    const asOf = dateOf(now());
    return { ...searchable(found, known, asOf), live: liveOf(found, finders, known, asOf) };
  } finally {
    await door.close();
    await cache.close();
  }
}

function chosen(ids: readonly string[] | undefined): readonly Finder[] {
  const finders = registries.filter((registry): registry is Finder => registry.find !== undefined);
  const other = ids?.find((id) => finders.every((finder) => finder.id !== id));
  if (other !== undefined) {
    throw new UsageError(
      `--live asks ${finders.map(({ id }) => id).join(' and ')}; ${other} cannot be searched, so leave out --live to search the snapshot of it.`,
    );
  }
  return ids === undefined ? finders : finders.filter(({ id }) => ids.includes(id));
}

interface FoundIn {
  readonly registry: Finder['id'];
  readonly subjects: readonly Subject[];
  readonly rows: readonly Row[];
  readonly refused: number;
  readonly failed: boolean;
  readonly reason: string;
}

async function findIn(finder: Finder, source: Source | undefined, query: string, get: Get): Promise<FoundIn> {
  if (source === undefined) throw new Error(`no source "${finder.id}"`);
  const newest = new Map<string, Row>();
  let refused = 0;
  const steps = finder.find(get, { baseUrl: source.baseUrl, query });
  for (;;) {
    const step = await steps.next();
    if (step.done === true) {
      const { enumeration } = step.value;
      const rows = [...newest.values()];
      return {
        registry: finder.id,
        rows,
        subjects: rows.map((row) => subjectOf(finder, row)),
        refused,
        failed: !['exhausted', 'targeted', 'capped'].includes(enumeration.ended),
        reason: 'reason' in enumeration ? enumeration.reason : '',
      };
    }
    const row = step.value;
    if (row.kind === 'refused') refused += 1;
    else if (row.order >= (newest.get(row.key ?? row.name)?.order ?? '')) newest.set(row.key ?? row.name, row);
  }
}

function subjectOf(finder: Finder, { stored }: Row): Subject {
  const { entry, record } = finder.read(stored);
  if (record === null) return { depth: 'name', entry, notRead: [] };
  return { depth: 'metadata', entry, record, earlier: [], notRead: [] };
}

function searchable(
  found: readonly FoundIn[],
  known: StoredLookup | null,
  date: string,
): Pick<LiveEntries, 'entries' | 'index'> {
  const owners = brandOwners(protectedNames.brands, protectedNames.sharedHosts);
  const words = brandWords(protectedNames.brands, protectedNames.dictionary);
  const builder = searchIndexBuilder();
  const entries: IndexedEntry[] = [];
  for (const subject of found.flatMap(({ subjects }) => subjects)) {
    const before = known?.get(subject.entry.id);
    const entry = indexedEntry(subject, {
      owners,
      words,
      identity: before?.identity ?? { registries: 1, twins: [] },
      gateway: before?.gateway ?? null,
    });
    builder.add(entry, subject);
    entries.push({ ...entry, tiers: before?.tiers ?? { lookalike: null, 'rug-pull': null } });
  }
  const sections = builder.sections();
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    index: searchIndex((name) => Buffer.from(sections.get(name) ?? []), entries.length),
    entries: {
      manifest: { date },
      get: (id) => byId.get(id),
      at(place) {
        const entry = entries[place];
        if (entry === undefined) throw new RangeError(`there is no entry ${place}`);
        return entry;
      },
    },
  };
}

function liveOf(found: readonly FoundIn[], finders: readonly Finder[], known: StoredLookup | null, asOf: string): Live {
  return {
    asOf,
    asked: found.map(({ registry, rows, refused, failed, reason }) => ({
      registry,
      outcome: failed ? 'failed' : 'answered',
      servers: rows.length,
      refused,
      reason,
    })),
    attributions: finders.flatMap(({ attribution }) => attribution ?? []),
    isAssessed: (id) => known?.get(id) !== undefined,
  };
}
