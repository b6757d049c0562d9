import { SaxesParser } from 'saxes';
import { pointer } from '../evidence/pointer.ts';
import type { Pointer } from '../model/place.ts';

/** What each kind of sitemap is a list of (sitemaps.org). */
const ITEMS = new Map([
  ['urlset', 'url'],
  ['sitemapindex', 'sitemap'],
]);
const CHUNK_BYTES = 1 << 20;
const MAX_PROBLEM_CHARACTERS = 200;

export interface SitemapLimits {
  readonly maxLocations: number;
}

export interface Sitemap {
  /** `urlset`, `sitemapindex`, or null where the document ended before it said. */
  readonly root: string | null;
  readonly locations: readonly Location[];
  /** Why reading stopped before the end of the document; null where all of it was read. */
  readonly problem: string | null;
}

export interface Location {
  /** Entities unescaped, trimmed; not checked to be a URL. */
  readonly loc: string;
  /** Of the item: `/urlset/url/17`, counted from 0; its loc stands at `/urlset/url/17/loc`. */
  readonly at: Pointer;
}

/**
 * The `<loc>` of each item of a sitemap or a sitemap index, in document order. Never throws: what was read before a mistake
 * in the document is kept, and the mistake is told.
 *
 * saxes reads no DTD and expands none but XML's five entities; a document with a DOCTYPE is refused all the same, since no
 * sitemap has one. `xhtml:link` alternates and `image:loc` are other elements and are passed over.
 */
export function locations(body: Buffer, limits: SitemapLimits): Sitemap {
  const found: Location[] = [];
  const reading: Reading = { open: [], root: null, items: 0, loc: null };
  try {
    feed(parserInto(found, reading, limits), body);
  } catch (error) {
    if (!(error instanceof SitemapError)) throw error;
    return { root: reading.root, locations: found, problem: error.message.slice(0, MAX_PROBLEM_CHARACTERS) };
  }
  return { root: reading.root, locations: found, problem: null };
}

class SitemapError extends Error {
  override readonly name = 'SitemapError';
}

interface Reading {
  /** Names of the open elements, the root first. */
  readonly open: string[];
  root: string | null;
  /** How many items began. */
  items: number;
  /** The loc of the open item, as far as it was read. */
  loc: string | null;
}

function parserInto(found: Location[], reading: Reading, { maxLocations }: SitemapLimits): SaxesParser {
  const { open } = reading;
  const parser = new SaxesParser({ position: false });
  parser.on('error', ({ message }) => {
    throw new SitemapError(message);
  });
  parser.on('doctype', () => {
    throw new SitemapError('it has a DOCTYPE');
  });
  parser.on('opentag', ({ name }) => {
    open.push(name);
    if (open.length === 1) reading.root = rootOf(name);
    if (isItem(open)) reading.items += 1;
    if (isLoc(open)) reading.loc = '';
  });
  parser.on('text', (text) => addText(reading, text));
  parser.on('cdata', (text) => addText(reading, text));
  parser.on('closetag', () => {
    if (isItem(open) && reading.loc !== null) {
      if (found.length === maxLocations) throw new SitemapError(`it lists more than ${maxLocations} locations`);
      found.push({ loc: reading.loc.trim(), at: pointer(...open, reading.items - 1) });
      reading.loc = null;
    }
    open.pop();
  });
  return parser;
}

function rootOf(name: string): string {
  if (ITEMS.has(name)) return name;
  throw new SitemapError(`it is a document of "${name.slice(0, 40)}"`);
}

function isItem(open: readonly string[]): boolean {
  const [root, item] = open;
  return open.length === 2 && root !== undefined && ITEMS.get(root) === item;
}

function isLoc(open: readonly string[]): boolean {
  return open.length === 3 && open[2] === 'loc' && isItem(open.slice(0, 2));
}

function addText(reading: Reading, text: string): void {
  if (reading.loc !== null && isLoc(reading.open)) reading.loc += text;
}

function feed(parser: SaxesParser, body: Buffer): void {
  const decoder = new TextDecoder();
  for (let start = 0; start < body.length; start += CHUNK_BYTES) {
    parser.write(decoder.decode(body.subarray(start, start + CHUNK_BYTES), { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}
