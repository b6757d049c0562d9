import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nock from 'nock';
import { describe, expect, test } from 'vitest';
import { drain, listOptions } from '../../../test/registries/drain.ts';
import { mockNet } from '../../../test/registries/mocked-net.ts';
import { plainGet } from '../../../test/registries/plain-get.ts';
import { resolve } from '../../evidence/pointer.ts';
import type { Json } from '../../model/place.ts';
import type { ReadRow } from '../port.ts';
import { pulsemcp } from './index.ts';

mockNet();

describe('listing PulseMCP', () => {
  test('without keys asks nothing and names the variables', async () => {
    const asked: string[] = [];
    const get = (url: string) => {
      asked.push(url);
      return plainGet(url);
    };

    const { rows, end } = await drain(pulsemcp.list(get, listOptions({ baseUrl: pulsemcp.baseUrl, keyed: false })));

    expect(rows).toEqual([]);
    expect(asked).toEqual([]);
    expect(end).toEqual({
      advertised: null,
      enumeration: { ended: 'auth', reason: 'not asked: it needs PULSEMCP_API_KEY and PULSEMCP_TENANT_ID' },
    });
  });

  test('with keys reads the rows and refuses the one without an address', async () => {
    nock(pulsemcp.baseUrl)
      .get('/v0.1/servers?limit=100')
      .reply(200, JSON.stringify(fixture('v0.1-page.json')));

    const { rows, refused, end } = await list();

    expect(rows.map(({ name, version, order }) => [name, version, order])).toEqual([
      ['com.tidewater/tides', '2.0.0', '1 2026-02-01T10:00:00.000000000Z 2.0.0'],
      ['com.lantern-bakery/bread', '0.1.0', '1  0.1.0'],
    ]);
    expect(refused).toMatchObject([
      { pointer: '/servers/2', reason: '/server/remotes/0/url: Invalid input: expected string, received undefined' },
    ]);
    expect(end.enumeration).toEqual({ ended: 'exhausted' });
  });

  test.each([
    [
      401,
      { error: 'Invalid or missing API key', code: 'unauthorized', details: { header: 'X-API-Key' } },
      { ended: 'auth', reason: 'status 401: check PULSEMCP_API_KEY and PULSEMCP_TENANT_ID' },
    ],
    [
      410,
      { error: { code: 'API_SUNSET', message: '… September 2026: Fully sunset (100%)…' } },
      { ended: 'sunset', reason: 'page 1: status 410, API_SUNSET' },
    ],
    [429, { error: 'Too many', code: 'rate_limit_exceeded' }, { ended: 'failed', reason: 'page 1: STATUS 429' }],
  ])('that answers %i ends with the reason', async (status, body, enumeration) => {
    nock(pulsemcp.baseUrl).get('/v0.1/servers?limit=100').reply(status, body);

    expect((await list()).end).toEqual({ advertised: null, enumeration });
  });
});

describe('a row of v0.1', () => {
  test('carries the visits and the mark that PulseMCP adds, with where they stand', () => {
    const { entry, record } = read('v0.1-page.json', 0);

    expect(entry).toMatchObject({ id: 'pulsemcp:com.tidewater/tides', namespace: 'com.tidewater', leaf: 'tides' });
    expect(record).toMatchObject({
      title: 'Tidewater Tides',
      status: 'active',
      uses: 4_100,
      marks: ['pulsemcp:official'],
      packages: [{ purl: 'pkg:npm/%40tidewater/tides', inputs: [{ name: 'TIDE_KEY', isSecret: true }] }],
      remotes: null,
    });
    const row = resolve(fixture('v0.1-page.json'), '/servers/0') ?? null;
    expect(resolve(row, record?.at.marks ?? 'none')).toBe(true);
    expect(resolve(row, record?.at.publishedAt ?? 'none')).toBe('2026-02-01T10:00:00Z');
  });

  test('leaves unknown what it leaves out', () => {
    expect(read('v0.1-page.json', 1).record).toMatchObject({
      repository: null,
      packages: null,
      remotes: null,
      uses: null,
      marks: [],
    });
  });
});

describe('a recorded item of v0beta', () => {
  test('is named by its listing and never described by a machine', () => {
    const { entry, record } = read('v0beta-page.json', 0);

    expect(entry).toMatchObject({ id: 'pulsemcp:tidewater-tides', name: 'tidewater-tides', title: 'Tides' });
    expect(record).toMatchObject({
      description: 'Tides and berths of the harbour',
      websiteUrl: 'https://tidewater.example',
      repository: { url: 'https://github.com/tidewater/tides/tree/HEAD/servers/tides' },
      packages: [{ at: '/package_name', ecosystem: 'pypi', purl: 'pkg:pypi/tidewater-tides' }],
      remotes: [{ at: '/remotes/1', type: 'streamable_http', url: 'https://mcp.tidewater.example/http' }],
      uses: 1_500,
    });
    expect(JSON.stringify(record)).not.toContain('Words that the publisher never wrote');
  });

  test('points at what it has', () => {
    const { record } = read('v0beta-page.json', 0);
    const row = resolve(fixture('v0beta-page.json'), '/servers/0') ?? null;

    expect(Object.values(record?.at ?? {}).map((at) => resolve(row, at))).toEqual([
      'Tides',
      'Tides and berths of the harbour',
      'https://tidewater.example',
      'https://github.com/tidewater/tides/tree/HEAD/servers/tides',
    ]);
  });

  test('of the time before remotes leaves them unknown', () => {
    expect(read('v0beta-page.json', 1).record).toMatchObject({
      repository: null,
      packages: null,
      remotes: null,
      uses: null,
      at: { title: '/name', description: '/short_description' },
    });
  });

  test('without a name is refused', () => {
    expect(() => pulsemcp.read({ ...stored({ url: 'https://www.pulsemcp.com/servers/tides' }) })).toThrow(
      'expected string',
    );
  });
});

function fixture(file: string): Json {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures', file), 'utf8'));
}

function read(file: string, index: number): ReadRow {
  return pulsemcp.read(stored(resolve(fixture(file), `/servers/${index}`) ?? null));
}

function stored(record: Json) {
  const resource = { uri: pulsemcp.baseUrl, sha256: '0'.repeat(64), retrievedAt: '2026-10-01T00:00:00Z' };
  return { record, resource, pointer: '/servers/0' };
}

function list() {
  return drain(pulsemcp.list(plainGet, listOptions({ baseUrl: pulsemcp.baseUrl })));
}
