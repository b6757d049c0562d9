import { describe, expect, test } from 'vitest';
import { locations } from './sitemap.ts';

const LIMITS = { maxLocations: 3 };

describe('the locations of a sitemap', () => {
  test('are counted by item, unescaped and trimmed, without translations and images', () => {
    const xml = `<?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
        <url><loc> https://quayside.example/?a=1&amp;b=2 </loc>
          <xhtml:link rel="alternate" href="https://quayside.example/zh/"/></url>
        <url><lastmod>2026-01-01</lastmod></url>
        <url><image:image><image:loc>https://quayside.example/net.png</image:loc><loc>no</loc></image:image>
          <loc><![CDATA[https://quayside.example/nets]]></loc></url>
      </urlset>`;

    expect(locations(Buffer.from(xml), LIMITS)).toEqual({
      root: 'urlset',
      locations: [
        { loc: 'https://quayside.example/?a=1&b=2', at: '/urlset/url/0' },
        { loc: 'https://quayside.example/nets', at: '/urlset/url/2' },
      ],
      problem: null,
    });
  });

  test('are those of the index where it is one', () => {
    const xml = '\uFEFF<sitemapindex><sitemap><loc>https://quayside.example/1.xml</loc></sitemap></sitemapindex>';

    expect(locations(Buffer.from(xml), LIMITS)).toEqual({
      root: 'sitemapindex',
      locations: [{ loc: 'https://quayside.example/1.xml', at: '/sitemapindex/sitemap/0' }],
      problem: null,
    });
  });

  test('survive a multi-byte character that two chunks share', () => {
    const long = 'é'.repeat(600_000);
    const read = locations(Buffer.from(`<urlset><url><loc>x${long}</loc></url></urlset>`), LIMITS);

    expect(read.locations.map(({ loc }) => loc === `x${long}`)).toEqual([true]);
  });
});

const ONE = '<url><loc>https://quayside.example/</loc></url>';

test.each([
  ['is cut off', `<urlset>${ONE}<url><loc>https://quay`, /^unclosed tag/],
  ['closes what it did not open', `<urlset>${ONE}</url></urlset>`, /^unexpected close tag/],
  ['uses an entity of its own', `<urlset>${ONE}<url><loc>&quay;</loc></url></urlset>`, /^undefined entity/],
  ['lists more than the bound', `<urlset>${ONE.repeat(4)}</urlset>`, 'it lists more than 3 locations'],
])('a document that %s keeps what was read and says so', (_what, xml, problem) => {
  const read = locations(Buffer.from(xml), LIMITS);

  expect(read.locations[0]).toEqual({ loc: 'https://quayside.example/', at: '/urlset/url/0' });
  expect(read.problem).toMatch(problem);
});

test.each([
  ['a page of HTML', '<html><body>Just a moment...</body></html>', 'it is a document of "html"'],
  ['a DOCTYPE', `<!DOCTYPE urlset [<!ENTITY a "b">]><urlset>${ONE}</urlset>`, 'it has a DOCTYPE'],
  ['no bytes', '', /^document must contain a root element/],
  ['JSON', '{"error":"Not Found"}', /./],
])('%s has no locations and a problem', (_what, xml, problem) => {
  const read = locations(Buffer.from(xml), LIMITS);

  expect(read.locations).toEqual([]);
  expect(read.problem).toMatch(problem);
  expect(read.problem?.length).toBeLessThanOrEqual(200);
});
