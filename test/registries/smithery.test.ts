import { expect, it, test } from 'vitest';
import type { Json } from '../../src/model/place.ts';
import { ask, askJson, serving } from './ask.ts';
import { at } from './at.ts';
import { smitheryItem } from './harbour.ts';

const ITEMS = [
  smitheryItem('@tidewater/charts', { verified: true, description: 'Depths at every\nquay' }),
  smitheryItem('quayside/moorings', { isDeployed: true, remote: true }),
  smitheryItem('orders', { useCount: '17' }),
];
const DETAIL: Json = { qualifiedName: '@Tidewater/Charts', connections: [], tools: null, deploymentUrl: null };

function smithery(more: { cap?: number; claimedTotal?: number; items?: readonly Json[] } = {}) {
  return { smithery: { items: ITEMS, details: new Map([['tidewater/charts', DETAIL]]), cap: 500, ...more } };
}

it('pages from 1, ten at a time, with a total', async () => {
  const { baseUrls } = await serving(smithery());
  expect(await askJson(`${baseUrls.smithery}/servers`)).toEqual({
    servers: ITEMS,
    pagination: { currentPage: 1, pageSize: 10, totalPages: 1, totalCount: 3 },
  });
});

it('stops at its cap while it claims more', async () => {
  const items = Array.from({ length: 600 }, (_, number) => smitheryItem(`tidewater/tide-${number}`));
  const { baseUrls } = await serving(smithery({ items, cap: 500, claimedTotal: 17_062 }));
  const url = `${baseUrls.smithery}/servers?pageSize=3`;
  const last = await askJson(`${url}&page=167`);
  expect(at(last, 'pagination')).toEqual({ currentPage: 167, pageSize: 3, totalPages: 167, totalCount: 17_062 });
  expect(at(last, 'servers')).toEqual(items.slice(498, 501));
  expect(at(await askJson(`${url}&page=168`), 'servers')).toEqual([]);
});

test.each([
  ['q=QUAY', [ITEMS[0], ITEMS[1]]],
  ['q=owner:tidewater', [ITEMS[0]]],
  ['q=repo:moorings', [ITEMS[1]]],
  ['q=is:verified', [ITEMS[0]]],
  ['q=is:deployed+quay', [ITEMS[1]]],
  ['q=tidewater+quayside+orders', ITEMS],
  ['remote=true', [ITEMS[1]]],
  ['verified=0', [ITEMS[1], ITEMS[2]]],
  ['q=lantern', []],
])('%s finds what it says, with a total of its own', async (query, servers) => {
  const { baseUrls } = await serving(smithery({ claimedTotal: 99 }));
  const body = await askJson(`${baseUrls.smithery}/servers?${query}`);
  expect(at(body, 'servers')).toEqual(servers);
  expect(at(body, 'pagination', 'totalCount')).toBe(servers.length);
});

test.each(['tidewater/charts', '@tidewater%2Fcharts', '%40TideWater%2Fcharts'])('the detail is at %s', async (name) => {
  const { baseUrls } = await serving(smithery());
  expect(await askJson(`${baseUrls.smithery}/servers/${name}`)).toEqual(DETAIL);
});

test.each([
  ['/servers/nobody', 404],
  ['/servers?pageSize=101', 400],
  ['/servers?page=0', 400],
  ['/servers/%zz', 404],
])('%s is refused with %i', async (path, status) => {
  const { baseUrls } = await serving(smithery());
  expect((await ask(`${baseUrls.smithery}${path}`)).status).toBe(status);
});

it('asks for a key only where one is set', async () => {
  const { baseUrls } = await serving(smithery(), { keys: { smithery: 'lighthouse' } });
  expect((await ask(`${baseUrls.smithery}/servers`)).status).toBe(401);
  expect((await ask(`${baseUrls.smithery}/servers`, { authorization: 'Bearer lighthouse' })).status).toBe(200);
});
