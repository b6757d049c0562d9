import { describe, expect, test } from 'vitest';
import { resolve } from '../../src/evidence/pointer.ts';
import type { Json } from '../../src/model/place.ts';
import { BRAND_WORDS } from './brands.ts';
import { buildFeed } from './population.ts';

const feed = buildFeed({ seed: 'harbour', scale: 1, asOf: '2026-06-29' });
const LIFECYCLE = '/_meta/io.modelcontextprotocol.registry~1official';
const servers = Map.groupBy(feed.official.rows, (row) => text(row, '/server/name'));
const latest = feed.official.rows.filter((row) => resolve(row, `${LIFECYCLE}/isLatest`) === true);

describe('official registry, latest rows', () => {
  const brands = new Set(BRAND_WORDS.map(([word]) => word));
  const cases: readonly (readonly [string, number, number, (row: Json) => boolean])[] = [
    ['no repository', 24.5, 0.08, (row) => text(row, '/server/repository/url') === ''],
    ['remotes and no packages', 57, 0.05, (row) => has(row, 'remotes') && !has(row, 'packages')],
    ['neither remotes nor packages', 1.2, 0.3, (row) => !has(row, 'remotes') && !has(row, 'packages')],
    ['an npm package', 27.7, 0.1, (row) => packageTypes(row).includes('npm')],
    ['a PyPI package', 10.9, 0.12, (row) => packageTypes(row).includes('pypi')],
    ['an OCI image', 2.7, 0.25, (row) => packageTypes(row).includes('oci')],
    ['an MCPB bundle', 3.65, 0.25, (row) => packageTypes(row).includes('mcpb')],
    ['a namespace of GitHub', 77, 0.03, (row) => text(row, '/server/name').startsWith('io.github.')],
    ['the leaf "mcp"', 3.9, 0.15, (row) => text(row, '/server/name').endsWith('/mcp')],
    ['the leaf "mcp-server"', 2.26, 0.2, (row) => text(row, '/server/name').endsWith('/mcp-server')],
    ['a description outside ASCII', 24, 0.1, (row) => /[^\u0020-\u007e]/.test(text(row, '/server/description'))],
    ['"official" in the description', 1.03, 0.3, (row) => /\bofficial\b/i.test(text(row, '/server/description'))],
    ['a brand as a word of the leaf', 4.6, 0.12, (row) => leafWords(row).some((word) => brands.has(word))],
    ['deprecated', 1.2, 0.2, (row) => text(row, `${LIFECYCLE}/status`) === 'deprecated'],
    ['a title', 29.3, 0.1, (row) => text(row, '/server/title') !== ''],
    [
      'a secret among the environment variables',
      14,
      0.2,
      (row) => JSON.stringify(resolve(row, '/server/packages') ?? '').includes('"isSecret":true'),
    ],
  ];

  test.each(cases)('%s: %d %%', (_name, expected, tolerance, holds) => {
    const share = (100 * latest.filter(holds).length) / latest.length;
    expect(share).toBeGreaterThan(expected * (1 - tolerance));
    expect(share).toBeLessThan(expected * (1 + tolerance));
  });

  test("descriptions keep to the registry's bound", () => {
    const lengths = latest.map((row) => text(row, '/server/description').length).sort((a, b) => a - b);
    expect(lengths[0]).toBeGreaterThan(0);
    expect(lengths.at(-1)).toBeLessThanOrEqual(100);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeGreaterThan(70);
  });
});

describe('official registry, versions', () => {
  test.each([
    ['a single version', 58.1, 0.03, (times: readonly number[]) => times.length === 1],
    ['ten or more within 48 hours', 1.7, 0.35, (times: readonly number[]) => burst(times) >= 10],
    ['fifteen or more within 48 hours', 0.6, 0.6, (times: readonly number[]) => burst(times) >= 15],
  ])('%s: %d %%', (_name, expected, tolerance, holds) => {
    const timelines = [...servers.values()].map((rows) =>
      rows.map((row) => Date.parse(text(row, `${LIFECYCLE}/publishedAt`))),
    );
    const share = (100 * timelines.filter(holds).length) / timelines.length;
    expect(share).toBeGreaterThan(expected * (1 - tolerance));
    expect(share).toBeLessThan(expected * (1 + tolerance));
  });

  test.each([
    ['another description', 7, 0.2, '/server/description'],
    ['another repository', 2.9, 0.4, '/server/repository'],
    ['other remotes', 1.2, 0.8, '/server/remotes'],
  ])('%s in %d %% of neighbouring pairs', (_name, expected, tolerance, at) => {
    const pairs = [...servers.values()].flatMap((rows) =>
      rows.slice(1).map((row, index) => [rows[index], row] as const),
    );
    const changed = pairs.filter(
      ([before, after]) => before !== undefined && differ(resolve(before, at), resolve(after, at)),
    );
    const share = (100 * changed.length) / pairs.length;
    expect(share).toBeGreaterThan(expected * (1 - tolerance));
    expect(share).toBeLessThan(expected * (1 + tolerance));
  });
});

describe('npm, neighbouring releases', () => {
  const names = new Set(
    latest.flatMap((row) => (packageTypes(row)[0] === 'npm' ? [text(row, '/server/packages/0/identifier')] : [])),
  );
  const histories = [...names]
    .flatMap((name) => feed.npm(name, 'http://127.0.0.1/npm') ?? [])
    .map((document) => releasesOf(document));
  const pairs = histories.flatMap((releases) =>
    releases.slice(1).map((release, index) => [releases[index] ?? null, release] as const),
  );

  test.each<readonly [string, number, number, (before: Json, after: Json) => boolean]>([
    ['gain an install script', 0.28, 0.5, (before, after) => !hooks(before) && hooks(after)],
    [
      'depend on something outside the registry',
      0,
      0,
      (_before, after) => /"(?:git|https?|file)[+:]/.test(JSON.stringify(resolve(after, '/dependencies'))),
    ],
    ['more than double in size', 4.5, 0.25, (before, after) => bytes(after) > 2 * bytes(before)],
    ['lose an attestation', 0.075, 0.6, (before, after) => attested(before) && !attested(after)],
  ])('%s: %d %%', (_name, expected, tolerance, holds) => {
    const share = (100 * pairs.filter(([before, after]) => holds(before, after)).length) / pairs.length;
    // Planted cases and their twins are among them.
    const planted = (100 * 16) / pairs.length;
    expect(share).toBeGreaterThanOrEqual(expected * (1 - tolerance));
    expect(share).toBeLessThanOrEqual(expected * (1 + tolerance) + planted);
  });

  test('15 % of packages are attested', () => {
    const share = histories.filter((releases) => releases.some(attested)).length / histories.length;
    expect(share).toBeGreaterThan(0.12);
    expect(share).toBeLessThan(0.18);
  });
});

/** In the document's order, which is that of publishing. */
function releasesOf(document: Json): readonly Json[] {
  const versions = resolve(document, '/versions');
  return typeof versions === 'object' && versions !== null ? Object.values(versions) : [];
}

function has(row: Json, field: string): boolean {
  return resolve(row, `/server/${field}`) !== undefined;
}

function packageTypes(row: Json): readonly string[] {
  return [0, 1, 2].map((at) => text(row, `/server/packages/${at}/registryType`));
}

function leafWords(row: Json): readonly string[] {
  return (text(row, '/server/name').split('/')[1] ?? '').toLowerCase().split(/[-_.]/);
}

/** The most within 48 hours. */
function burst(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.max(...sorted.map((from, at) => sorted.slice(at).filter((time) => time - from <= 48 * 3_600_000).length));
}

function differ(before: Json | undefined, after: Json | undefined): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}

function hooks(release: Json): boolean {
  return ['preinstall', 'install', 'postinstall'].some((hook) => resolve(release, `/scripts/${hook}`) !== undefined);
}

function bytes(release: Json): number {
  return Number(resolve(release, '/dist/unpackedSize'));
}

function attested(release: Json): boolean {
  return resolve(release, '/dist/attestations') !== undefined;
}

function text(json: Json, at: string): string {
  const found = resolve(json, at);
  return typeof found === 'string' ? found : '';
}
