import { FetchError } from '../fetch/fetch-error.ts';
import type { Fetched, Get } from '../fetch/port.ts';
import type { Enumeration } from '../model/coverage.ts';
import type { StoredRow } from '../model/snapshot.ts';
import { ask, failureOf } from './page.ts';
import type { Sitemap } from './sitemap.ts';

/** mcp.so had 19 in 2026-07. */
const MAX_CHILDREN = 200;
/** The protocol's own bound on a sitemap; its other one, 50,000 locations, is not kept by everyone. */
const MAX_CHILD_BYTES = 50 * 1024 * 1024;
const MAX_LOCATIONS = 500_000;
const MAX_TOLD_PROBLEMS = 3;

export interface SitemapWalk {
  readonly get: Get;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** Whether a child of the index is one to read. */
  readonly wants: (child: URL) => boolean;
}

/**
 * The locations of `/sitemap.xml` and of the sitemaps it names, one level deep, as rows `{ loc }`.
 *
 * Children of another origin are not asked for. A child that cannot be read does not keep the others from being read; then
 * the walk ends as `failed`. Never throws FetchError.
 */
export async function* walkSitemap({ get, baseUrl, wants }: SitemapWalk): AsyncGenerator<LocationRow, Enumeration> {
  const url = `${baseUrl}/sitemap.xml`;
  const index = await readSitemap(get, url);
  if (index.root !== 'sitemapindex') {
    yield* index.rows;
    return index.problem === null ? { ended: 'exhausted' } : failed(`the sitemap: ${index.problem}`);
  }

  const { children, problems } = childrenOf(index.rows, { url, wants });
  if (index.problem !== null) problems.push(`the index: ${index.problem}`);
  if (children.length === 0) problems.push('the index names no sitemap of servers');
  for (const [position, child] of children.entries()) {
    const sitemap = await readSitemap(get, child);
    if (sitemap.root !== 'sitemapindex') yield* sitemap.rows;
    const problem = sitemap.root === 'sitemapindex' ? 'it is another index' : sitemap.problem;
    if (problem !== null) problems.push(`sitemap ${position + 1} of ${children.length}: ${problem}`);
  }
  return problems.length === 0 ? { ended: 'exhausted' } : failed(told(problems));
}

/** A location as a row: it stands at an item of a sitemap and has that item's `loc`. */
export interface LocationRow extends StoredRow {
  readonly record: { readonly loc: string };
}

interface ReadSitemap {
  readonly root: string | null;
  readonly rows: readonly LocationRow[];
  readonly problem: string | null;
}

async function readSitemap(get: Get, url: string): Promise<ReadSitemap> {
  const answer = await ask(get, url, { accept: 'application/xml', maxBytes: MAX_CHILD_BYTES });
  if (answer instanceof FetchError) return { root: null, rows: [], problem: failureOf(answer) };
  // Loaded when asked for: a scan reads no sitemap, and its start-up is mostly loading.
  const { locations } = await import('./sitemap.ts');
  const sitemap = locations(answer.body, { maxLocations: MAX_LOCATIONS });
  return { root: sitemap.root, problem: sitemap.problem, rows: rowsOf(sitemap.locations, answer) };
}

function rowsOf(found: Sitemap['locations'], { resource }: Fetched): readonly LocationRow[] {
  return found.map(({ loc, at }) => ({ record: { loc }, resource, pointer: at }));
}

interface IndexOf {
  readonly url: string;
  readonly wants: (child: URL) => boolean;
}

function childrenOf(rows: readonly LocationRow[], { url, wants }: IndexOf): { children: string[]; problems: string[] } {
  const { origin } = new URL(url);
  const named = rows.map(({ record }) => URL.parse(record.loc));
  const elsewhere = named.filter((child) => child?.origin !== origin).length;
  const wanted = named.filter((child) => child !== null && child.origin === origin && wants(child));
  const distinct = [...new Set(wanted.map(String))];

  const problems: string[] = [];
  if (elsewhere > 0)
    problems.push(`${elsewhere} of ${rows.length} sitemaps have another origin and were not asked for`);
  if (distinct.length > MAX_CHILDREN) problems.push(`${distinct.length} sitemaps, of which ${MAX_CHILDREN} were read`);
  return { children: distinct.slice(0, MAX_CHILDREN), problems };
}

function told(problems: readonly string[]): string {
  const more = problems.length - MAX_TOLD_PROBLEMS;
  return [...problems.slice(0, MAX_TOLD_PROBLEMS), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function failed(reason: string): Enumeration {
  return { ended: 'failed', reason };
}
