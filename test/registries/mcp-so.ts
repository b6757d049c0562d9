import { jsonAnswer, refuseNobody, xmlAnswer } from './answer.ts';
import type { Answer, Asked, LoopbackRegistry } from './answer.ts';
import type { Feed } from './feed.ts';
import { sitemapIndex, urlset } from './sitemap.ts';
import type { SitemapUrl } from './sitemap.ts';

const URLS_A_CHILD = 1_000;
const ROOT = 'https://mcp.so/';
const STATIC_URLS = [ROOT, `${ROOT}about`];

/** mcp.so: nothing but a sitemap index and its children, in the scheme before or after 2026-07-18. */
export function mcpSoRegistry({ urls, scheme }: Feed['mcpSo'], baseUrl: string): LoopbackRegistry {
  const pages = Math.ceil(urls.length / URLS_A_CHILD);

  function index(): Answer {
    const numbers = Array.from({ length: pages }, (_, position) => position + 1);
    const children =
      scheme === 'old'
        ? numbers.map((page) => `${baseUrl}/sitemap_projects_${page}.xml`)
        : [
            `${baseUrl}/sitemap.xml?section=static`,
            ...numbers.map((page) => `${baseUrl}/sitemap.xml?section=servers&page=${page}`),
          ];
    return xmlAnswer(sitemapIndex(children));
  }

  function child(page: number): Answer {
    const shown = urls.slice((page - 1) * URLS_A_CHILD, page * URLS_A_CHILD);
    return xmlAnswer(urlset(shown.map(scheme === 'old' ? plain : translated)));
  }

  function answer({ path, query }: Asked): Answer {
    if (scheme === 'old') {
      const page = Number(/^\/sitemap_projects_(\d{1,6})\.xml$/.exec(path)?.[1] ?? 0);
      if (page >= 1 && page <= pages) return child(page);
    }
    if (path !== '/sitemap.xml') return error(404, 'Not Found');
    const section = scheme === 'old' ? null : query.get('section');
    if (section === 'static') return xmlAnswer(urlset(STATIC_URLS.map(plain)));
    // A page that is not named is page 1: what a client gets that asks for `&amp;page=5` as it stood in the index.
    if (section === 'servers') return child(Number(query.get('page') ?? 1));
    return index();
  }

  return { refuse: refuseNobody, answer, error };
}

function plain(loc: string): SitemapUrl {
  return { loc, zhAlternate: null };
}

/** The new scheme's `<loc>` has spaces around it now and then. */
function translated(loc: string, position: number): SitemapUrl {
  const zhAlternate = loc.startsWith(ROOT) ? `${ROOT}zh/${loc.slice(ROOT.length)}` : null;
  return { loc: position % 2 === 1 ? ` ${loc} ` : loc, zhAlternate };
}

function error(status: number, message: string): Answer {
  return jsonAnswer({ error: message }, status);
}
