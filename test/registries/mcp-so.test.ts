import { expect, it, test } from 'vitest';
import { ask, serving } from './ask.ts';

const OLD = [
  'https://mcp.so/server/charts/tidewater?tab=tools&page=2',
  'https://mcp.so/server/npx%20-y%20orders@latest/lantern-bakery',
  ...Array.from({ length: 1_000 }, (_, number) => `https://mcp.so/server/tide-${number}/tidewater`),
];
const NEW = OLD.map((url) => url.replace('/server/', '/servers/'));

it('old: an index of numbered children, a thousand pages each', async () => {
  const { baseUrls } = await serving({ mcpSo: { urls: OLD, scheme: 'old' } });
  const base = baseUrls['mcp-so'];
  const index = await ask(`${base}/sitemap.xml`);
  expect(index.headers['content-type']).toBe('application/xml');
  expect(index.text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <sitemap><loc>${base}/sitemap_projects_1.xml</loc></sitemap>
  <sitemap><loc>${base}/sitemap_projects_2.xml</loc></sitemap>
</sitemapindex>
`);
  const first = (await ask(`${base}/sitemap_projects_1.xml`)).text;
  expect(first).toContain('<url><loc>https://mcp.so/server/charts/tidewater?tab=tools&amp;page=2</loc></url>');
  expect(first).toContain('<url><loc>https://mcp.so/server/npx%20-y%20orders@latest/lantern-bakery</loc></url>');
  expect(first.match(/<loc>/g)).toHaveLength(1_000);
  expect((await ask(`${base}/sitemap_projects_2.xml`)).text.match(/<loc>/g)).toHaveLength(2);
});

it('new: children by query, escaped in the index, with translations and blanks around addresses', async () => {
  const { baseUrls } = await serving({ mcpSo: { urls: NEW, scheme: 'new' } });
  const base = baseUrls['mcp-so'];
  expect((await ask(`${base}/sitemap.xml`)).text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <sitemap><loc>${base}/sitemap.xml?section=static</loc></sitemap>
  <sitemap><loc>${base}/sitemap.xml?section=servers&amp;page=1</loc></sitemap>
  <sitemap><loc>${base}/sitemap.xml?section=servers&amp;page=2</loc></sitemap>
</sitemapindex>
`);
  expect((await ask(`${base}/sitemap.xml?section=servers&page=2`)).text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
  <url><loc>https://mcp.so/servers/tide-998/tidewater</loc>
    <xhtml:link rel="alternate" hreflang="zh" href="https://mcp.so/zh/servers/tide-998/tidewater"/></url>
  <url><loc> https://mcp.so/servers/tide-999/tidewater </loc>
    <xhtml:link rel="alternate" hreflang="zh" href="https://mcp.so/zh/servers/tide-999/tidewater"/></url>
</urlset>
`);
  expect((await ask(`${base}/sitemap.xml?section=static`)).text).toContain('<loc>https://mcp.so/about</loc>');
});

it('serves page 1 to one who did not unescape the index', async () => {
  const { baseUrls } = await serving({ mcpSo: { urls: NEW, scheme: 'new' } });
  const url = `${baseUrls['mcp-so']}/sitemap.xml?section=servers`;
  expect((await ask(`${url}&amp;page=2`)).text).toBe((await ask(`${url}&page=1`)).text);
});

test.each(['/sitemap_projects_3.xml', '/sitemap_projects_0.xml', '/api/servers'])('%s is not found', async (path) => {
  const { baseUrls } = await serving({ mcpSo: { urls: OLD, scheme: 'old' } });
  expect((await ask(`${baseUrls['mcp-so']}${path}`)).status).toBe(404);
});
