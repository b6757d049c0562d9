import nock from 'nock';
import { describe, expect, it } from 'vitest';

import { mockNet } from '../../test/registries/mocked-net.ts';
import { fetchErrorOf, memoryCache, testDoor, unpaced } from '../testing/door.ts';
import type { HostRule } from './hosts.ts';

const TIDEWATER = 'https://registry.tidewater.example';
const QUAYSIDE = 'https://registry.quayside.example';
const WITHOUT_KEY = { badheaders: ['x-api-key'] };

mockNet();

describe('keys', () => {
  it('are sent to their own host and to no other', async () => {
    nock(TIDEWATER, { reqheaders: { 'x-api-key': 'harbour-secret' } })
      .get('/')
      .reply(200, 'keyed');
    nock(QUAYSIDE, WITHOUT_KEY).get('/').reply(200, 'open');
    const { get } = testDoor([keyed(TIDEWATER, 'harbour-secret'), unpaced(QUAYSIDE)]);
    expect([(await get(TIDEWATER)).body.toString(), (await get(QUAYSIDE)).body.toString()]).toEqual(['keyed', 'open']);
  });

  it('do not follow a redirect to another host', async () => {
    nock(TIDEWATER, { reqheaders: { 'x-api-key': 'harbour-secret' } })
      .get('/')
      .reply(302, '', { location: `${QUAYSIDE}/moved` });
    nock(QUAYSIDE, WITHOUT_KEY).get('/moved').reply(200, 'open');
    const { get } = testDoor([keyed(TIDEWATER, 'harbour-secret'), unpaced(QUAYSIDE)]);
    expect((await get(TIDEWATER)).body.toString()).toBe('open');
  });

  it('are in no error, although the host repeats them', async () => {
    nock(TIDEWATER).get('/').reply(401, 'no such key: harbour-secret');
    const error = await fetchErrorOf(testDoor([keyed(TIDEWATER, 'harbour-secret')]).get(TIDEWATER));
    expect(error.excerpt).toBe('no such key: [key]');
    expect(JSON.stringify([error, error.message, error.cause])).not.toContain('harbour-secret');
  });

  it('are in no cache key, but whether there was one is', async () => {
    nock(TIDEWATER).get('/').reply(200, 'keyed');
    nock(TIDEWATER, WITHOUT_KEY).get('/').reply(200, 'open');
    const keys: string[] = [];
    const memory = memoryCache();
    const cache = {
      ...memory,
      write: (key: string, response: Parameters<typeof memory.write>[1]) => (
        keys.push(key),
        memory.write(key, response)
      ),
    };
    await testDoor([keyed(TIDEWATER, 'harbour-secret')], { cache }).get(TIDEWATER);
    await testDoor([unpaced(TIDEWATER)], { cache }).get(TIDEWATER);
    expect(keys).toEqual([`keyed */* ${TIDEWATER}/`, `plain */* ${TIDEWATER}/`]);
  });

  it('that were refused are tried again in a resumed run, since they may be others now', async () => {
    nock(TIDEWATER).get('/').reply(401, 'no such key');
    nock(TIDEWATER).get('/').reply(200, 'welcome');
    const cache = memoryCache();
    await fetchErrorOf(testDoor([keyed(TIDEWATER, 'wrong-secret')], { cache }).get(TIDEWATER));
    expect((await testDoor([keyed(TIDEWATER, 'right-secret')], { cache }).get(TIDEWATER)).body.toString()).toBe(
      'welcome',
    );
  });
});

function keyed(origin: string, key: string): HostRule {
  return unpaced(origin, { keyHeaders: { 'x-api-key': key } });
}
