import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { resolve } from '../../src/evidence/pointer.ts';
import type { Json } from '../../src/model/place.ts';
import { registries } from '../../src/registries/index.ts';
import data from './brands.json' with { type: 'json' };
import { PATTERNS } from './planted/index.ts';
import { buildFeed, type Population } from './population.ts';

const ASOF = '2026-06-29';
/** Addresses of the loopback server. */
const NPM = 'http://127.0.0.1/npm';
const PYPI = 'http://127.0.0.1/pypi';
const LIFECYCLE = '/_meta/io.modelcontextprotocol.registry~1official';
const small = buildFeed({ seed: 'harbour', scale: 0.05, asOf: ASOF });
const published = buildFeed({ seed: 'harbour', scale: 1, asOf: ASOF });

test('the same seed makes the same bytes, another seed makes others', () => {
  const again = buildFeed({ seed: 'harbour', scale: 0.05, asOf: ASOF });
  expect(digest(again)).toBe(digest(small));
  expect(digest(buildFeed({ seed: 'quayside', scale: 0.05, asOf: ASOF }))).not.toBe(digest(small));
});

test('what is planted in a small population stands in the published one under the same names', () => {
  const ids = new Set(published.labels.map(({ id }) => id));
  expect(small.labels.filter(({ id }) => !ids.has(id))).toEqual([]);
});

describe('the published counts of distinct entries', () => {
  test.each([
    ['official', 14_133],
    ['glama', 15_000],
    ['mcp-so', 3_569],
    ['smithery', 1_446],
    ['pulsemcp', 205],
  ])('%s has %i', (registry, count) => {
    expect(new Set(entryIds(published, registry)).size).toBe(count);
  });

  test('other scales multiply them', () => {
    expect(new Set(entryIds(small, 'glama')).size).toBe(750);
    expect(small.mcpSo.urls).toHaveLength(178);
  });
});

test('every version of a server is a row of its own, and one of them is the latest', () => {
  const byName = Map.groupBy(published.official.rows, (row) => text(row, '/server/name'));
  const odd = [...byName.values()].filter(
    (rows) => rows.filter((row) => resolve(row, `${LIFECYCLE}/isLatest`) === true).length !== 1,
  );
  expect(odd).toEqual([]);
  expect(published.official.rows.length / byName.size).toBeGreaterThan(2.5);
});

test('nothing is published after the day', () => {
  const late = published.official.rows.filter((row) => text(row, `${LIFECYCLE}/updatedAt`) >= '2026-06-29T00:02');
  expect(late).toEqual([]);
});

describe('labels', () => {
  test('every labelled entry is in the feed, once', () => {
    const ids = new Set(registries.flatMap(({ id }) => entryIds(published, id)));
    expect(published.labels.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(published.labels.map(({ id }) => id)).size).toBe(published.labels.length);
  });

  test.each(PATTERNS.map(({ pattern }) => pattern))('%s has positives and as many twins', (pattern) => {
    const of = published.labels.filter((label) => label.pattern === pattern);
    expect(of.filter(({ truth }) => truth === 'positive')).toHaveLength(4);
    expect(of.filter(({ truth }) => truth === 'twin')).toHaveLength(4);
    expect(of.every(({ truth, expects }) => truth === 'twin' || expects.length > 0)).toBe(true);
  });

  test('a reconstructed package and its twin stand in populations of any size, with their archives', () => {
    const twins = small.labels.filter(({ pattern }) => pattern === 'hard-coded-recipient');
    expect(twins.map(({ truth }) => truth)).toEqual([
      ...Array<string>(6).fill('positive'),
      ...Array<string>(4).fill('twin'),
    ]);
    expect(text(small.npm('lantern-post-mcp', NPM) ?? null, '/versions/1.0.16/dist/tarball')).toBe(
      `${NPM}/lantern-post-mcp/-/lantern-post-mcp-1.0.16.tgz`,
    );
    expect(small.npmArchive('lantern-post-mcp', 'lantern-post-mcp-1.0.16.tgz')?.subarray(0, 2)).toEqual(
      Buffer.from([31, 139]),
    );
    expect(small.npmArchive('lantern-post-mcp', 'lantern-post-mcp-9.9.9.tgz')).toBeUndefined();
    expect(small.archived).toContain('npm:lantern-post-mcp');
  });

  test('a reconstructed package is as old as it is, whenever the population ends', () => {
    const later = buildFeed({ seed: 'harbour', scale: 0.01, asOf: '2026-07-09' });
    const [then, now] = [later, small].map((feed) =>
      Date.parse(text(feed.npm('lantern-post-mcp', NPM) ?? null, '/time/1.0.16')),
    );
    expect((then ?? 0) - (now ?? 0)).toBe(10 * 86_400_000);
  });

  test('a planted npm package has its planted history', () => {
    const held = published.labels.find(({ pattern, truth }) => pattern === 'security-holding' && truth === 'positive');
    const row = published.official.rows.find((each) => `official:${text(each, '/server/name')}` === held?.id);
    const document = published.npm(text(row ?? null, '/server/packages/0/identifier'), NPM) ?? null;
    expect(text(document, '/dist-tags/latest')).toBe('0.0.1-security');
  });
});

describe('package documents', () => {
  test('the package of a record has the version that the record names', () => {
    const named = small.official.rows.filter((row) => resolve(row, '/server/packages/0/registryType') === 'npm');
    const read = named.flatMap((row) => {
      const document = small.npm(text(row, '/server/packages/0/identifier'), NPM);
      return document === undefined || resolve(document, '/versions') === undefined ? [] : [{ row, document }];
    });
    expect(read.length).toBeGreaterThan(300);
    const without = read.filter(({ row, document }) => {
      const version = text(row, '/server/packages/0/version');
      return resolve(document, `/versions/${version.replaceAll('/', '~1')}`) === undefined;
    });
    // Tags moved back, holding packages and renamed packages name what is gone: planted, or 0.4 % of version pairs.
    expect(without.length).toBeLessThan(named.length / 20);
  });

  test('a name that nobody has has no document', () => {
    expect(small.npm('lantern-bakery-nowhere', NPM)).toBeUndefined();
    expect(small.pypi('lantern-bakery-nowhere', PYPI)).toBeUndefined();
  });
});

describe('a baseline', () => {
  const baseline = buildFeed({ seed: 'harbour', scale: 0.05, asOf: ASOF, seenOn: '2026-06-22' });

  test('is the same world some days earlier', () => {
    const now = new Set(entryIds(small, 'official'));
    const then = entryIds(baseline, 'official');
    expect(then.every((id) => now.has(id))).toBe(true);
    expect(new Set(then).size).toBeLessThan(now.size);
    expect(baseline.official.rows.every((row) => text(row, `${LIFECYCLE}/publishedAt`) < '2026-06-22T00:00:01')).toBe(
      true,
    );
  });

  test('shows as active what was deprecated after it', () => {
    const flipped = small.labels.find(({ pattern, truth }) => pattern === 'status-flip' && truth === 'positive');
    const statusIn = (feed: Population) =>
      feed.official.rows
        .filter((row) => `official:${text(row, '/server/name')}` === flipped?.id)
        .map((row) => text(row, `${LIFECYCLE}/status`));
    expect(new Set(statusIn(baseline))).toEqual(new Set(['active']));
    expect(statusIn(small)).toContain('deprecated');
  });
});

/** Hosts that are part of how registries write, vendors' own, and platforms whose suffix has to be real. */
const REAL = new Set([
  'static.modelcontextprotocol.io',
  'github.com',
  'gitlab.com',
  'glama.ai',
  'smithery.ai',
  'api.smithery.ai',
  'mcp.so',
  'spdx.org',
  'pypi.org',
  'api.nuget.org',
  'slsa.dev',
  'localhost',
  '127.0.0.1',
  ...data.vendors.flatMap(({ remote }) => (remote === null ? [] : [new URL(remote).host])),
]);
const PLATFORM =
  /\.(?:example|invalid|test|run\.tools|workers\.dev|up\.railway\.app|vercel\.app|onrender\.com|fly\.dev|a\.run\.app|trycloudflare\.com|netlify\.app|herokuapp\.com|azurewebsites\.net|duckdns\.org|ngrok-free\.app)$/;

test('every host is reserved, a platform suffix, a registry or a vendor', () => {
  const found = new Set<string>();
  for (const json of [
    ...published.official.rows,
    ...documents(small),
    ...published.glama.items,
    ...smithery(published),
  ]) {
    for (const [, host = ''] of JSON.stringify(json).matchAll(/https?:\/\/([^/\s"'?#:)]+)/g))
      found.add(host.toLowerCase());
  }
  expect(found.size).toBeGreaterThan(1000);
  expect([...found].filter((host) => !REAL.has(host) && !PLATFORM.test(`.${host}`))).toEqual([]);
});

test('rows are JSON: what comes back from text is what was there', () => {
  const rows = [
    ...small.official.rows,
    ...small.glama.items,
    ...smithery(small),
    ...small.pulsemcp.rows,
    ...documents(small),
  ];
  expect(rows.length).toBeGreaterThan(2000);
  expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
});

test('the registries read every row of their own', () => {
  const resource = { uri: 'https://registry.example/', sha256: '0'.repeat(64), retrievedAt: '2026-06-29T00:00:00Z' };
  const read = registries.flatMap((registry) =>
    rowsOf(small, registry.id).map((record) => registry.read({ record, resource, pointer: '' }).entry.id),
  );
  expect(new Set(read).size).toBeGreaterThan(1700);
});

function rowsOf(feed: Population, registry: string): readonly Json[] {
  if (registry === 'official') return feed.official.rows;
  if (registry === 'glama') return feed.glama.items;
  if (registry === 'smithery') return feed.smithery.items;
  if (registry === 'mcp-so') return feed.mcpSo.urls.map((loc) => ({ loc }));
  return feed.pulsemcp.rows;
}

/** As each registry tells its entries apart. */
function entryIds(feed: Population, registry: string): readonly string[] {
  const rows = rowsOf(feed, registry);
  if (registry === 'glama') return rows.map((row) => `glama:${text(row, '/namespace')}/${text(row, '/slug')}`);
  if (registry === 'smithery') return rows.map((row) => `smithery:${text(row, '/qualifiedName')}`);
  if (registry === 'mcp-so')
    return rows.map(
      (row) => `mcp-so:${decodeURIComponent(new URL(text(row, '/loc')).pathname).slice('/server/'.length)}`,
    );
  return rows.map((row) => `${registry}:${text(row, '/server/name')}`);
}

function smithery({ smithery: { items, details } }: Population): readonly Json[] {
  return [...items, ...details.values()];
}

function documents(feed: Population): readonly Json[] {
  const names = new Set(feed.official.rows.map((row) => text(row, '/server/packages/0/identifier')));
  return [...names].flatMap((name) => feed.npm(name, NPM) ?? feed.pypi(name.toLowerCase(), PYPI) ?? []);
}

function text(json: Json, at: string): string {
  const found = resolve(json, at);
  return typeof found === 'string' ? found : '';
}

function digest(feed: Population): string {
  const hash = createHash('sha256');
  const { official, glama, smithery: listed, mcpSo, pulsemcp, labels } = feed;
  const all = [official, glama, listed.items, [...listed.details], mcpSo, pulsemcp, labels, documents(feed)];
  return hash.update(JSON.stringify(all)).digest('hex');
}
