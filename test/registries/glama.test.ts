import { expect, it, test } from 'vitest';
import { ask, askJson, serving } from './ask.ts';
import { at, textAt } from './at.ts';
import { glamaItem } from './harbour.ts';

const API = '/api/mcp/v1/servers';
const ITEMS = [
  glamaItem('tidewater', 'charts'),
  glamaItem('quayside', 'moorings'),
  glamaItem('lantern-bakery', 'orders & pies'),
];
const glama = { items: ITEMS };

it('pages like Relay, with a cursor of date and id in base64', async () => {
  const { baseUrls } = await serving({ glama });
  const first = await askJson(`${baseUrls.glama}${API}?first=2`);
  expect(at(first, 'servers')).toEqual(ITEMS.slice(0, 2));
  expect(at(first, 'pageInfo')).toMatchObject({ hasNextPage: true, hasPreviousPage: false });

  const endCursor = textAt(first, 'pageInfo', 'endCursor') ?? '';
  expect(JSON.parse(Buffer.from(endCursor, 'base64').toString())).toEqual({
    createdAt: expect.stringMatching(/^\d{4}-/),
    id: 'quayside-moorings',
  });
  const second = await askJson(`${baseUrls.glama}${API}?first=2&after=${encodeURIComponent(endCursor)}`);
  expect(at(second, 'servers')).toEqual(ITEMS.slice(2));
  expect(at(second, 'pageInfo')).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
});

it('has no total, and null cursors on an empty page', async () => {
  const { baseUrls } = await serving({});
  expect(await askJson(`${baseUrls.glama}${API}`)).toEqual({
    pageInfo: { endCursor: null, hasNextPage: false, hasPreviousPage: false, startCursor: null },
    servers: [],
  });
});

it('asks for its key where one is set, except for the sitemap', async () => {
  const { baseUrls } = await serving({ glama }, { keys: { glama: 'lighthouse' } });
  const refused = await ask(`${baseUrls.glama}${API}`);
  expect(refused.status).toBe(401);
  expect(JSON.parse(refused.text)).toEqual({
    error: {
      code: 'unauthorized',
      message: 'This endpoint requires an API key. Create one at https://glama.ai/settings/api-keys.',
    },
  });
  expect((await ask(`${baseUrls.glama}${API}`, { authorization: 'Bearer lighthouse' })).status).toBe(200);
  expect((await ask(`${baseUrls.glama}/sitemap.xml`)).status).toBe(200);
});

it('names its pages in a sitemap index and its children', async () => {
  const { baseUrls } = await serving({ glama });
  const child = `${baseUrls.glama}/mcp-servers/1.xml`;
  expect((await ask(`${baseUrls.glama}/sitemap.xml`)).text).toContain(`<sitemap><loc>${child}</loc></sitemap>`);
  const { text } = await ask(child);
  expect(text).toContain('<url><loc>https://glama.ai/mcp/servers/tidewater/charts</loc></url>');
  expect(text).toContain('<loc>https://glama.ai/mcp/servers/lantern-bakery/orders%20%26%20pies</loc>');
  expect(text.match(/<url>/g)).toHaveLength(3);
});

test.each([
  ['first=0', 400, 'invalid_request'],
  ['first=101', 400, 'invalid_request'],
  ['after=nonsense', 400, 'invalid_request'],
])('%s is refused with %i', async (query, status, code) => {
  const { baseUrls } = await serving({ glama });
  const wire = await ask(`${baseUrls.glama}${API}?${query}`);
  expect(wire.status).toBe(status);
  expect(JSON.parse(wire.text)).toMatchObject({ error: { code } });
});

test.each([
  ['/quayside/moorings', ITEMS[1]],
  ['/tidewater-charts', ITEMS[0]],
])('one server is found at %s', async (path, item) => {
  const { baseUrls } = await serving({ glama });
  expect(await askJson(`${baseUrls.glama}${API}${path}`)).toEqual(item);
});

it('searches by query and ignores parameters that it does not know', async () => {
  const { baseUrls } = await serving({ glama });
  const body = await askJson(`${baseUrls.glama}${API}?query=QUAY&sort=name`);
  expect(at(body, 'servers')).toEqual([ITEMS[1]]);
});
