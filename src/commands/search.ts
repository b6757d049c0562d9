import { styleText } from 'node:util';
import type { StoredLookup } from '../lookup/open.ts';
import type { Filters } from '../search/filters.ts';
import { searchIndex } from '../search/index.ts';
import { searched } from '../search/rank.ts';
import { renderSearch, type Terminal } from '../search/render.ts';
import { searchReport } from '../search/report.ts';
import { inertJson } from '../text/inert.ts';
import { withConfiguration, type ConfigOptions } from './config.ts';
import { EXIT, type ExitCode, UsageError } from './exit.ts';
import { type LookupOptions, openLookup } from './lookup.ts';
import { tool } from './tool.ts';

export interface SearchOptions extends ConfigOptions, Omit<LookupOptions, keyof ConfigOptions> {
  readonly words: readonly string[];
  /** File of the organisation's lists; the nearest one by default. */
  readonly config?: string | undefined;
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

/** Finds servers by words in a snapshot, and prints them with facts. Nothing found is no failure. */
export async function search(given: SearchOptions): Promise<ExitCode> {
  const options = await withConfiguration(given, given.config);
  const query = options.words.join(' ').trim();
  const asked = { query, filters: filtersOf(options), limit: checkedLimit(options.limit), lists: options.organisation };
  if (!/[\p{L}\p{N}]/u.test(query)) throw new UsageError('search for at least one letter or digit.');
  const lookup = await openLookup(options);
  try {
    const result = searched(lookup, indexOf(lookup), asked);
    const report = searchReport(result, asked, { lookup, tool: tool(), config: options.organisation });
    console.log(options.json ? inertJson(report, 1) : renderSearch(report, terminalOf(process.stdout)));
    return EXIT.done;
  } finally {
    lookup.close();
  }
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
