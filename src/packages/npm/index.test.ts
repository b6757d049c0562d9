import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { describe, expect, test } from 'vitest';
import { mockNet } from '../../../test/registries/mocked-net.ts';
import { plainGet } from '../../../test/registries/plain-get.ts';
import { resolve } from '../../evidence/pointer.ts';
import { FetchError, type FetchErrorCode } from '../../fetch/fetch-error.ts';
import type { Json } from '../../model/place.ts';
import type { Packument } from '../../model/release.ts';
import { npm } from './index.ts';
import { NpmDocument } from './schema.ts';

mockNet();

const BASE = 'https://npm.example';

describe('observing a package', () => {
  test('a scoped package is asked for with its slash written out, and its document is kept without readme and other scripts', async () => {
    const original = serve('/@tidewater%2fharbor-mcp', 'harbor-mcp.json');
    const stored = await npm.observe('pkg:npm/%40tidewater/harbor-mcp', '@tidewater/harbor-mcp', plainGet, BASE);

    if (stored.outcome !== 'read') throw new Error(stored.reason);
    expect(stored.purl).toBe('pkg:npm/%40tidewater/harbor-mcp');
    expect(stored.resource.uri).toBe(`${BASE}/@tidewater%2fharbor-mcp`);
    expect(Object.keys(stored.document ?? {})).toEqual([
      'name',
      'description',
      'dist-tags',
      'maintainers',
      'time',
      'versions',
    ]);
    expect(resolve(stored.document, '/versions/2.0.4/scripts')).toEqual({
      postinstall: 'node setup.js',
      prepare: 'tsc',
    });
    expect(resolve(stored.document, '/versions/2.0.4/optionalDependencies/fog-horn')).toBe('^1.0.0');
    for (const path of leaves(stored.document)) expect(resolve(stored.document, path)).toEqual(resolve(original, path));
  });

  test.each([
    '',
    '.hidden',
    '_private',
    '@tidewater',
    '@tidewater/',
    '@/x',
    'a/b',
    '../etc',
    'har bor',
    'x?y',
    'x%2fy',
    'ä',
    'x'.repeat(215),
  ])('the name "%s" is not asked for', async (name) => {
    expect(await npm.observe('pkg:npm/x', name, plainGet, BASE)).toEqual({
      purl: 'pkg:npm/x',
      outcome: 'not-read',
      reason: 'not a package name',
    });
  });

  test.each([
    ['not found in the registry', 404, '{"error":"Not found"}'],
    ['its registry answered something that is not JSON', 200, '<html>'],
    ['its document does not have the shape of a packument', 200, '{"error":"try later"}'],
    ['its document does not have the shape of a packument', 200, '{"name":"ferry-times","versions":[]}'],
    ['its registry answered with another package', 200, '{"name":"Ferry-Times","versions":{}}'],
  ])('a package that cannot be read says so: %s', async (reason, status, body) => {
    nock(BASE).get('/ferry-times').reply(status, body);
    expect(await npm.observe('pkg:npm/ferry-times', 'ferry-times', plainGet, BASE)).toMatchObject({
      outcome: 'not-read',
      reason,
    });
  });

  test('a document over the bound is a package that was not read', async () => {
    const stored = await npm.observe('pkg:npm/ferry-times', 'ferry-times', failing('TOO_LARGE'), BASE);
    expect(stored).toMatchObject({ outcome: 'not-read', reason: 'its document is larger than 100 MB' });
  });

  test.each<[FetchErrorCode, number | undefined]>([
    ['STATUS', 503],
    ['STATUS', 403],
    ['UNREACHABLE', undefined],
    ['NOT_CACHED', undefined],
  ])('what may be different next time is thrown: %s %s', async (code, status) => {
    await expect(npm.observe('pkg:npm/x', 'x', failing(code, status), BASE)).rejects.toMatchObject({ code });
  });

  test('a very long text is cut', async () => {
    const command = 'x'.repeat(20_000);
    nock(BASE)
      .get('/ferry-times')
      .reply(200, { name: 'ferry-times', versions: { '1.0.0': { scripts: { install: command } } } });
    const stored = await npm.observe('pkg:npm/ferry-times', 'ferry-times', plainGet, BASE);
    if (stored.outcome !== 'read') throw new Error(stored.reason);
    expect(resolve(stored.document, '/versions/1.0.0/scripts/install')).toBe(`${'x'.repeat(8_000)}…`);
  });
});

describe('reading a history', () => {
  test('releases come in the order of publishing, each with what its manifest says', async () => {
    const packument = await observed('harbor-mcp.json');

    expect(packument).toMatchObject({
      ecosystem: 'npm',
      name: '@tidewater/harbor-mcp',
      ordered: 'by time',
      createdAt: '2026-02-01T08:00:00.000Z',
      distTags: { latest: '2.0.4', beta: '1.9.0' },
      unpublishedAt: null,
    });
    expect(packument.maintainers?.map(({ name }) => name)).toEqual(['tidewater', 'quayside']);
    expect(packument.releases).toEqual([
      {
        version: '1.0.0',
        at: '/versions/1.0.0',
        publishedAt: '2026-02-01T08:00:00.123Z',
        publishedBy: { name: 'GitHub Actions', email: 'ci@tidewater.example' },
        trustedPublisher: true,
        maintainers: [{ name: 'tidewater', email: 'post@tidewater.example' }],
        installScripts: {},
        dependencies: {},
        optionalDependencies: {},
        bin: {},
        repository: 'https://github.com/tidewater/harbor-mcp',
        mcpName: null,
        deprecated: null,
        yanked: null,
        provenance: 'attested',
        totalBytes: 20_000,
        fileCount: 12,
        integrity: 'sha512-AAAA',
      },
      expect.objectContaining({
        version: '1.9.0',
        installScripts: {},
        bin: { harbor: 'dist/index.js' },
        deprecated: 'Use 2.0.4.',
        provenance: 'absent',
        maintainers: null,
        totalBytes: null,
      }),
      expect.objectContaining({
        version: '2.0.4',
        publishedBy: { name: 'quayside', email: 'desk@quayside.example' },
        trustedPublisher: false,
        installScripts: { postinstall: 'node setup.js', prepare: 'tsc' },
        dependencies: { zod: '^4.0.0', 'tide-tables': 'github:lantern-bakery/tide-tables' },
        optionalDependencies: { 'fog-horn': '^1.0.0' },
        bin: { 'harbor-mcp': 'dist/index.js' },
        repository: 'git+https://github.com/tidewater/harbor-mcp.git',
        mcpName: 'io.github.tidewater/harbor-mcp',
        provenance: 'absent',
      }),
    ]);
  });

  test('a version that has a time and no release any more is missing', async () => {
    const { missing } = await observed('harbor-mcp.json');
    expect(missing).toEqual([{ version: '1.0.1', publishedAt: '2026-02-03T08:00:00.000Z', at: '/time/1.0.1' }]);
  });

  test('a release without a time keeps the order of the document', async () => {
    const original = fixture('harbor-mcp.json');
    const packument = read({ ...original, time: { '1.0.0': '2026-02-01T08:00:00Z' } });
    expect(packument.ordered).toBe('as listed');
    expect(packument.releases.map(({ version }) => version)).toEqual(['2.0.4', '1.0.0', '1.9.0']);
  });

  test('a package that was unpublished as a whole has no releases, a date, and the versions that are gone', async () => {
    const packument = await observed('unpublished.json');
    expect(packument).toMatchObject({ releases: [], ordered: 'by time', unpublishedAt: '2026-01-07T10:00:00.000Z' });
    expect(packument.missing?.map(({ version }) => version)).toEqual(['1.0.0', '1.0.1']);
  });

  test('a security holding package is one release, and what it replaced is missing', async () => {
    const packument = await observed('security-holding.json');
    expect(packument.releases.map(({ version }) => version)).toEqual(['0.0.1-security']);
    expect(packument.missing?.map(({ version }) => version)).toEqual(['1.0.0']);
    expect(packument.unpublishedAt).toBeNull();
  });

  test('what a mirror leaves out is not known, rather than absent', async () => {
    const packument = await observed('mirror-short.json');
    expect(packument).toMatchObject({ ordered: 'as listed', missing: null, maintainers: null, createdAt: null });
    for (const release of packument.releases) {
      expect(release).toMatchObject({
        publishedAt: null,
        publishedBy: null,
        trustedPublisher: null,
        maintainers: null,
        installScripts: null,
        provenance: null,
        integrity: null,
        totalBytes: null,
      });
    }
    expect(packument.releases[0]?.dependencies).toEqual({ zod: '^4.0.0' });
  });

  test('a release that has an install script and does not show it leaves it unknown', () => {
    const packument = read({
      name: 'x',
      versions: { '1.0.0': { scripts: {}, hasInstallScript: true }, '1.0.1': { scripts: {} } },
    });
    expect(packument.releases.map(({ installScripts }) => installScripts)).toEqual([null, {}]);
  });

  test.each([
    ['are not there', undefined],
    ['are a list', ['1.0.0']],
    ['are a text', '1.0.0'],
  ])('tags that %s are not known', (_case, tags) => {
    const document = { name: 'x', versions: { '1.0.0': {} }, ...(tags === undefined ? {} : { 'dist-tags': tags }) };
    expect(read(document).distTags).toBeNull();
  });

  test.each([
    ['npm’s own', { '1.0.0': {}, '1.0.1': {} }, 0],
    ['some that are no manifests', { '1.0.0': {}, '1.0.1': null, '1.0.2': 'gone', '1.0.3': [] }, 3],
  ])('versions of which nothing can be read are counted: %s', (_case, versions, count) => {
    const resource = { uri: 'https://npm.example/x', sha256: '0', retrievedAt: '2026-06-29T00:00:00Z' };
    const stored = { purl: 'pkg:npm/x', outcome: 'read', document: { name: 'x', versions }, resource } as const;
    expect(npm.unreadReleases(stored)).toBe(count);
    expect(npm.read(stored).releases).toHaveLength(Object.keys(versions).length - count);
  });

  test('odd types and hostile keys are unknown or keys, and nothing else', async () => {
    const packument = await observed('hostile.json');

    expect(packument.maintainers).toEqual([{ name: 'gull', email: null }]);
    expect(Object.entries(packument.distTags ?? {})).toEqual([
      ['latest', '1.0.0'],
      ['__proto__', '1.0.0'],
    ]);
    expect(packument.releases.map(({ version, at }) => [version, at])).toEqual([
      ['1.0.0', '/versions/1.0.0'],
      ['__proto__', '/versions/__proto__'],
    ]);
    expect(packument.releases[0]).toMatchObject({
      publishedAt: null,
      publishedBy: null,
      maintainers: null,
      installScripts: { install: 'node .' },
      dependencies: null,
      repository: null,
      mcpName: null,
      deprecated: null,
      provenance: null,
      totalBytes: null,
      fileCount: null,
    });
    expect(Object.keys(packument.releases[0]?.bin ?? {})).toEqual(['__proto__', 'gull']);
    expect(packument.missing?.map(({ version }) => version)).toEqual(['constructor']);
    expect(Object.getPrototypeOf({})).not.toHaveProperty('scripts');
  });

  test('a stored document of another shape is refused', () => {
    expect(() => read(['harbor'])).toThrow(expect.objectContaining({ name: 'ZodError' }));
  });
});

/** Serves a fixture and gives it back. */
function serve(path: string, name: string): Json {
  const document = fixture(name);
  nock(BASE).get(path).reply(200, document);
  return document;
}

async function observed(name: string): Promise<Packument> {
  const document = fixture(name);
  const packageName = NpmDocument.parse(document).name;
  nock(BASE)
    .get(`/${packageName.replace('/', '%2f')}`)
    .reply(200, JSON.stringify(document));
  const stored = await npm.observe('pkg:npm/x', packageName, plainGet, BASE);
  if (stored.outcome !== 'read') throw new Error(stored.reason);
  return npm.read(stored);
}

function read(document: Json): Packument {
  const resource = { uri: `${BASE}/x`, sha256: '0'.repeat(64), retrievedAt: '2026-06-29T00:00:00Z' };
  return npm.read({ purl: 'pkg:npm/x', outcome: 'read', document, resource });
}

function fixture(name: string): { [key: string]: Json } {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8'));
}

function failing(code: FetchErrorCode, status?: number) {
  return (url: string) => Promise.reject(new FetchError(code, url, 'no', status === undefined ? {} : { status }));
}

/** Pointers to everything in a document that is not an object or a list. */
function leaves(value: Json, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([key, item]) =>
    leaves(item, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}
