import { describe, expect, it, test } from 'vitest';
import type { Json } from '../../src/model/place.ts';
import { ask, askJson, serving } from './ask.ts';

const CHARTS: Json = { name: '@tidewater/charts', 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': {} } };
const ORDERS: Json = { info: { name: 'Lantern_Bakery.orders' }, releases: { '1.0': [] } };

const FEED = {
  npm: (name: string) => (name === '@tidewater/charts' ? CHARTS : undefined),
  pypi: (name: string) => (name === 'lantern-bakery-orders' ? ORDERS : undefined),
};

test.each([
  ['a scoped packument', '/npm/@tidewater%2fcharts', CHARTS],
  ['the same with an unencoded slash', '/npm/@tidewater/charts', CHARTS],
  ['a project', '/pypi/pypi/lantern-bakery-orders/json', ORDERS],
  ['a project by any spelling of its name', '/pypi/pypi/Lantern_Bakery.Orders/json', ORDERS],
])('serves %s as it is', async (_what, path, document) => {
  const { baseUrls } = await serving(FEED);
  const wire = await ask(`${baseUrls.npm.slice(0, -'/npm'.length)}${path}`);
  expect(wire.headers['content-type']).toBe('application/json');
  expect(JSON.parse(wire.text)).toEqual(document);
});

test.each([
  ['/npm/nobody', '{"error":"Not found"}'],
  ['/npm/%zz', '{"error":"Not found"}'],
  ['/npm/__proto__', '{"error":"Not found"}'],
  ['/pypi/pypi/nobody/json', '{"message":"Not Found"}'],
  ['/pypi/simple/lantern-bakery-orders/', '{"message":"Not Found"}'],
])('%s is not found', async (path, text) => {
  const { baseUrls } = await serving(FEED);
  expect(await ask(`${baseUrls.npm.slice(0, -'/npm'.length)}${path}`)).toMatchObject({ status: 404, text });
});

describe('archives', () => {
  const TARBALL = Buffer.from([0x1f, 0x8b, 8, 0, ...Array<number>(3_000).fill(7)]);
  const SERVED = {
    npmArchive: (name: string, file: string) =>
      name === '@tidewater/charts' && file === 'charts-1.0.0.tgz' ? TARBALL : undefined,
    pypiFile: (path: string) => (path === '/packages/ab/cd/ef/orders-1.0.tar.gz' ? TARBALL : undefined),
  };

  test.each([
    ['of npm, the scope with a slash', '/npm/@tidewater/charts/-/charts-1.0.0.tgz'],
    ['of npm, the scope escaped', '/npm/@tidewater%2fcharts/-/charts-1.0.0.tgz'],
    ['of PyPI', '/pypi/packages/ab/cd/ef/orders-1.0.tar.gz'],
  ])('%s are served as they are, never compressed again', async (_what, path) => {
    const { baseUrls } = await serving(SERVED);
    const wire = await ask(`${new URL(baseUrls.npm).origin}${path}`, { 'accept-encoding': 'gzip' });
    expect(wire).toMatchObject({ status: 200, headers: { 'content-type': 'application/octet-stream' } });
    expect(wire.headers['content-encoding']).toBeUndefined();
    expect(wire.bytes.equals(TARBALL)).toBe(true);
  });

  test.each([
    '/npm/@tidewater/charts/-/charts-1.0.1.tgz',
    '/npm/@tidewater/charts/-/charts-1.0.0.tgz/more',
    '/npm/@tidewater/charts/-/',
    '/npm/charts/-/charts-1.0.0.tgz',
    '/pypi/packages/ab/cd/ef/orders-1.1.tar.gz',
  ])('%s is not found', async (path) => {
    const { baseUrls } = await serving(SERVED);
    expect((await ask(`${new URL(baseUrls.npm).origin}${path}`)).status).toBe(404);
  });

  test.each([
    ['truncated-json', 'cut in the middle', (bytes: Buffer) => bytes.equals(TARBALL.subarray(0, 1_502))],
    ['flipped-bit', 'with another bit', (bytes: Buffer) => bytes.length === TARBALL.length && !bytes.equals(TARBALL)],
    ['html', 'not at all', (bytes: Buffer) => bytes.toString().startsWith('<!DOCTYPE html>')],
    ['empty-page', 'whole, since it has no pages', (bytes: Buffer) => bytes.equals(TARBALL)],
  ] as const)('under %s an archive comes %s', async (kind, _how, holds) => {
    const { baseUrls, misbehave } = await serving(SERVED);
    misbehave({ url: '.tgz', does: { kind } });
    expect(holds((await ask(`${baseUrls.npm}/@tidewater/charts/-/charts-1.0.0.tgz`)).bytes)).toBe(true);
  });

  it('are named at the address of the server by documents that are told it', async () => {
    const { baseUrls } = await serving({
      npm: (name, baseUrl) => ({ name, tarball: `${baseUrl}/${name}/-/x.tgz` }),
      pypi: (name, baseUrl) => ({ name, url: `${baseUrl}/packages/x.whl` }),
    });
    expect(await askJson(`${baseUrls.npm}/charts`)).toEqual({
      name: 'charts',
      tarball: `${baseUrls.npm}/charts/-/x.tgz`,
    });
    expect(await askJson(`${baseUrls.pypi}/pypi/orders/json`)).toEqual({
      name: 'orders',
      url: `${baseUrls.pypi}/packages/x.whl`,
    });
  });
});

describe('signatures', () => {
  const KEY: Json = { keyid: 'SHA256:harbour', keytype: 'ecdsa-sha2-nistp256', key: 'AAAA', expires: null };
  const ATTESTED: Json = { attestations: [] };
  const FEED_OF_THREE = {
    npmKeys: [KEY],
    npmAttestations: (name: string, version: string) =>
      name === '@tidewater/charts' && version === '1.0.0' ? ATTESTED : undefined,
  };

  test.each<[string, string, Json]>([
    ['the keys', '/-/npm/v1/keys', { keys: [KEY] }],
    ['attestations', '/-/npm/v1/attestations/@tidewater%2fcharts@1.0.0', ATTESTED],
    ['attestations, unescaped', '/-/npm/v1/attestations/@tidewater/charts@1.0.0', ATTESTED],
  ])('serves %s', async (_what, path, document) => {
    const { baseUrls } = await serving(FEED_OF_THREE);
    expect(await askJson(`${baseUrls.npm}${path}`)).toEqual(document);
  });

  test.each([
    '/-/npm/v1/attestations/@tidewater%2fcharts@1.0.1',
    '/-/npm/v1/attestations/charts',
    '/-/npm/v1',
    '/-/v1/search',
  ])('%s is not found', async (path) => {
    const { baseUrls } = await serving(FEED_OF_THREE);
    expect(await ask(`${baseUrls.npm}${path}`)).toMatchObject({ status: 404, text: '{"error":"Not found"}' });
  });
});

describe('validators', () => {
  test.each(['/npm/@tidewater%2fcharts', '/pypi/pypi/lantern-bakery-orders/json'])('%s has an ETag', async (path) => {
    const { baseUrls } = await serving(FEED);
    const url = `${baseUrls.npm.slice(0, -'/npm'.length)}${path}`;
    const { etag } = (await ask(url)).headers;
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    const again = await ask(url, { 'if-none-match': String(etag) });
    expect(again).toMatchObject({ status: 304, text: '', headers: { etag } });
    expect((await ask(url, { 'if-none-match': '"older"' })).status).toBe(200);
  });

  it('has none on the list of the official registry', async () => {
    const { baseUrls } = await serving({});
    expect((await ask(`${baseUrls.official}/v0.1/servers`)).headers['etag']).toBeUndefined();
  });
});
