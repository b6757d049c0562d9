import { z } from 'zod';
import { Location, segmentsOf } from '../location.ts';

/** mcp.so shows nothing but the addresses of its pages; null for the page of something else. */
export const SitemapPage = Location.transform(({ loc }) => serverOf(loc));

/** Only the page of a server is stored. */
export const ServerPage = SitemapPage.transform((server, context) => {
  if (server !== null) return server;
  context.addIssue('not the page of a server');
  return z.NEVER;
});

interface Server {
  /** The path after `/server/` or `/servers/`, decoded where that is possible. */
  readonly name: string;
  readonly slug: string;
  readonly publisher: string | null;
  /** Whether the address is that of the page itself and not of a tab or a translation of it. */
  readonly canonical: boolean;
}

/**
 * Two schemes: `/server/<slug>/<publisher>` until 2026-07, where some servers have no publisher, and `/servers/<slug>` since,
 * where the publisher is gone: a slug such as `quayside-tides` may begin with one, but does not say where it ends.
 */
function serverOf(url: URL): Server | null {
  const segments = segmentsOf(url);
  const translated = LANGUAGE.test(segments[0] ?? '');
  const [section, ...path] = translated ? segments.slice(1) : segments;
  const [slug, publisher = null] = path;
  if (slug === undefined || (section !== 'server' && section !== 'servers')) return null;
  return {
    name: path.join('/'),
    slug,
    publisher: section === 'server' ? publisher : null,
    canonical: !translated && url.search === '',
  };
}

/** `zh`, `pt-BR`, `zh-Hant`. */
const LANGUAGE = /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/;
