const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** A sitemap index; the addresses are escaped here, so `&` becomes `&amp;`. */
export function sitemapIndex(addresses: readonly string[]): string {
  const children = addresses.map((address) => `  <sitemap><loc>${escaped(address)}</loc></sitemap>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="${NAMESPACE}">\n${children.join('')}</sitemapindex>\n`;
}

export interface SitemapUrl {
  /** As text; whitespace around it is served as it stands. */
  readonly loc: string;
  /** The page in another language, or null. */
  readonly zhAlternate: string | null;
}

export function urlset(urls: readonly SitemapUrl[]): string {
  const entries = urls.map(
    ({ loc, zhAlternate }) => `  <url><loc>${escaped(loc)}</loc>${alternate(zhAlternate)}</url>\n`,
  );
  const xhtml = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${NAMESPACE}"${xhtml}>\n${entries.join('')}</urlset>\n`;
}

function alternate(href: string | null): string {
  if (href === null) return '';
  return `\n    <xhtml:link rel="alternate" hreflang="zh" href="${escaped(href)}"/>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
