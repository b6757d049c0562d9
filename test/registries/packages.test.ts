import { describe, expect, it, test } from 'vitest';
import type { Json } from '../../src/model/place.ts';
import { ask, serving } from './ask.ts';

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
