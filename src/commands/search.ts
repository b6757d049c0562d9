import { styleText } from 'node:util';
import type { StoredLookup } from '../lookup/open.ts';
import type { Filters } from '../search/filters.ts';
import { searchIndex } from '../search/index.ts';
import { type Search, searched } from '../search/rank.ts';
import { renderSearch, type Terminal } from '../search/render.ts';
import { type SearchReport, searchReport } from '../search/report.ts';
import { inertJson } from '../text/inert.ts';
import { aboutPublished } from './about-published.ts';
import { withConfiguration, type ConfigOptions } from './config.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { type LookupOptions, preparedLookup } from './lookup.ts';
import { anyLookup } from './published-lookup.ts';
import { tool } from './tool.ts';

export interface SearchOptions extends ConfigOptions, Omit<LookupOptions, keyof ConfigOptions> {
  readonly words: readonly string[];
  /** File of the organisation's lists; the nearest one by default. */
  readonly config?: string | undefined;
  /** Asks the registries that have a search instead of the snapshot. */
  readonly live: boolean;
  readonly baseUrl?: readonly string[] | undefined;
  readonly verbose: boolean;
  readonly hasRepo: boolean;
  readonly minAge?: string | undefined;
  readonly namespace?: string | undefined;
  readonly transport?: string | undefined;
  readonly registry?: readonly string[] | undefined;
  readonly brand?: string | undefined;
  readonly limit: number;
  readonly json: boolean;
}

const MOST_HITS = 200;
const PIPED_COLUMNS = 120;
const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, y: 365 };

/** Finds servers by words in a snapshot, or in registries as they are now, and prints them with facts. Nothing found is no failure. */
export async function search(given: SearchOptions): Promise<ExitCode> {
  checkOptions(given);
  const options = await withConfiguration(given, given.config);
  const query = options.words.join(' ').trim();
  const asked = { query, filters: filtersOf(options), limit: checkedLimit(options.limit), lists: options.organisation };
  if (!/[\p{L}\p{N}]/u.test(query)) throw new UsageError('search for at least one letter or digit.');
  const report = options.live ? await searchNow(asked, options) : await searchSnapshot(asked, options);
  console.log(options.json ? inertJson(report, 1) : renderSearch(report, terminalOf(process.stdout)));
  return EXIT.done;
}

type Configured = Awaited<ReturnType<typeof withConfiguration<SearchOptions>>>;

async function searchSnapshot(asked: Search, options: Configured): Promise<SearchReport> {
  const lookup = await anyLookup(options);
  try {
    const result = searched(lookup, indexOf(lookup), asked);
    return searchReport(result, asked, { lookup, tool: tool(), config: options.organisation });
  } finally {
    lookup.close();
  }
}

/** What the registries answer, which a snapshot is not prepared for: that takes longer than the asking. */
async function searchNow(asked: Search, options: Configured): Promise<SearchReport> {
  const published = await aboutPublished(options);
  const lookup = published === null ? null : preparedLookup(published);
  try {
    const { liveEntries } = await import('./live-search.ts');
    const { entries, index, live } = await liveEntries(asked.query, lookup, options);
    const result = searched(entries, index, asked);
    return searchReport(result, asked, { lookup, live, tool: tool(), config: options.organisation });
  } finally {
    lookup?.close();
  }
}

function checkOptions({ live, refresh, baseUrl }: SearchOptions): void {
  if (live && refresh === true) throw new UsageError('--refresh prepares the snapshot, which --live does not search.');
  if (!live && baseUrl !== undefined) throw new UsageError('--base-url is asked with --live; without it nobody is.');
}

function indexOf(lookup: StoredLookup) {
  return searchIndex((name) => lookup.section(name), lookup.size);
}

function filtersOf({ hasRepo, minAge, namespace, transport, registry, brand }: SearchOptions): Filters {
  return {
    hasRepo,
    minAgeDays: minAge === undefined ? undefined : daysOf(minAge),
    namespace,
    transport,
    registry,
    brand,
  };
}

function daysOf(text: string): number {
  const [, count, unit = 'd'] = /^(\d{1,5})([dwy])?$/.exec(text) ?? [];
  if (count === undefined) throw new UsageError(`--min-age "${text}" is no age; write it as 30d, 8w or 1y.`);
  return Number(count) * (DAYS[unit] ?? 1);
}

function checkedLimit(limit: number): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_HITS) return limit;
  throw new UsageError(`--limit is a whole number from 1 to ${MOST_HITS}.`);
}

function terminalOf(stream: NodeJS.WriteStream): Terminal {
  return {
    columns: stream.columns ?? (Number(process.env['COLUMNS']) || PIPED_COLUMNS),
    style: (format, text) => styleText(format, text, { stream }),
  };
}
