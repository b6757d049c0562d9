import { expect, it, test } from 'vitest';
import type { Json } from '../../src/model/place.ts';
import { ask, askJson, serving } from './ask.ts';
import { at } from './at.ts';

const HEADERS = { 'X-API-Key': 'lighthouse', 'X-Tenant-ID': 'harbour-office' };
const ROWS = ['1.0.0', '1.1.0'].map((version, number) => row(version, number === 1));
const pulsemcp = { rows: ROWS };

function row(version: string, isLatest: boolean): Json {
  return {
    server: { name: 'io.github.tidewater/charts', version },
    _meta: {
      'com.pulsemcp/server': { visitorsEstimateTotal: 4_711, isOfficial: false },
      'com.pulsemcp/server-version': { source: 'official', status: 'active', isLatest },
    },
  };
}

it('lists like the official registry, with its own mark of the latest', async () => {
  const { baseUrls } = await serving({ pulsemcp });
  const url = `${baseUrls.pulsemcp}/v0.1/servers`;
  expect(await askJson(`${url}?limit=1`, HEADERS)).toEqual({
    servers: [ROWS[0]],
    metadata: { nextCursor: 'io.github.tidewater/charts:1.0.0', count: 1 },
  });
  expect(at(await askJson(`${url}?version=latest`, HEADERS), 'servers')).toEqual([ROWS[1]]);
  expect(await askJson(`${url}/io.github.tidewater%2Fcharts/versions/1.0.0`, HEADERS)).toEqual(ROWS[0]);
});

test.each([
  ['nothing', {}, 'Invalid or missing API key', 'X-API-Key'],
  ['an empty key', { ...HEADERS, 'X-API-Key': '' }, 'Invalid or missing API key', 'X-API-Key'],
  ['another key', { ...HEADERS, 'X-API-Key': 'other' }, 'Invalid or missing API key', 'X-API-Key'],
  ['no tenant', { 'X-API-Key': 'lighthouse' }, 'Invalid or missing tenant ID', 'X-Tenant-ID'],
  ['a tenant with a blank', { ...HEADERS, 'X-Tenant-ID': 'a b' }, 'Invalid or missing tenant ID', 'X-Tenant-ID'],
])('refuses one who sends %s', async (_what, headers, error, header) => {
  const keys = { pulsemcp: { apiKey: 'lighthouse', tenantId: 'harbour-office' } };
  const { baseUrls } = await serving({ pulsemcp }, { keys });
  const wire = await ask(`${baseUrls.pulsemcp}/v0.1/servers`, headers);
  expect(wire.status).toBe(401);
  expect(JSON.parse(wire.text)).toEqual({ error, code: 'unauthorized', details: { header } });
});

test.each([
  ['/v0.1/servers?limit=101', 400, 'invalid_limit'],
  ['/v0.1/servers?cursor=x', 400, 'invalid_cursor'],
  ['/v0.1/servers?updated_since=x', 400, 'invalid_updated_since'],
  ['/v0.1/servers/nobody/versions', 404, 'not_found'],
  ['/v0.2/servers', 404, 'invalid_path'],
])('%s is refused with %i', async (path, status, code) => {
  const { baseUrls } = await serving({ pulsemcp });
  const wire = await ask(`${baseUrls.pulsemcp}${path}`, HEADERS);
  expect(wire.status).toBe(status);
  expect(JSON.parse(wire.text)).toMatchObject({ code });
});

test.each(['servers', 'integrations'])('v0beta/%s is gone for good, key or no key', async (collection) => {
  const { baseUrls } = await serving({ pulsemcp });
  const wire = await ask(`${baseUrls.pulsemcp}/v0beta/${collection}`);
  expect(wire.status).toBe(410);
  expect(JSON.parse(wire.text)).toMatchObject({ error: { code: 'API_SUNSET' } });
});
