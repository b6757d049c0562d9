import nock from 'nock';
import { describe, expect, it, test } from 'vitest';

import { mockNet } from '../../test/registries/mocked-net.ts';
import { fetchErrorOf, testDoor, unpaced } from '../testing/door.ts';
import type { Door } from './get.ts';

const TIDEWATER = 'https://registry.tidewater.example';
const QUAYSIDE = 'https://registry.quayside.example';

mockNet();

function door(): Door {
  return testDoor([unpaced(TIDEWATER), unpaced(QUAYSIDE)]);
}

describe('a redirect', () => {
  test.each([301, 302, 303, 307, 308])('with %i is followed to a listed host', async (status) => {
    nock(TIDEWATER).get('/repos/a').reply(status, '', { location: '/repositories/7' });
    nock(TIDEWATER).get('/repositories/7').reply(200, 'moved');
    const { body, resource } = await door().get(`${TIDEWATER}/repos/a`);
    expect(body.toString()).toBe('moved');
    expect(resource.uri).toBe(`${TIDEWATER}/repos/a`);
  });

  test.each([
    ['to another host', 'https://lantern-bakery.example/'],
    ['without a scheme', '//lantern-bakery.example/'],
    ['with backslashes', '\\\\lantern-bakery.example\\'],
    ['with a slash and a backslash', '/\\lantern-bakery.example/'],
    ['to http', 'http://registry.tidewater.example/'],
    ['to another port', 'https://registry.tidewater.example:8443/'],
    ['to this machine', 'http://127.0.0.1/'],
    ['to the cloud metadata service', 'http://169.254.169.254/latest/'],
    ['to a file', 'file:///etc/hostname'],
    ['with a user name', 'https://harbour@registry.tidewater.example/'],
    ['to nowhere', 'https://'],
  ])('%s is not followed', async (_case, location) => {
    nock(TIDEWATER).get('/a').reply(302, '', { location });
    const { get, requests } = door();
    expect(await fetchErrorOf(get(`${TIDEWATER}/a`))).toMatchObject({
      code: 'REDIRECTED',
      status: 302,
      url: `${TIDEWATER}/a`,
    });
    expect([...requests()]).toEqual([[TIDEWATER, 1]]);
  });

  it('is followed three times and not four', async () => {
    for (let hop = 0; hop < 4; hop += 1)
      nock(TIDEWATER)
        .get(`/${hop}`)
        .reply(302, '', { location: `/${hop + 1}` });
    nock(TIDEWATER).get('/4').reply(200, 'there').persist();
    const { get } = door();
    expect(await fetchErrorOf(get(`${TIDEWATER}/0`))).toMatchObject({ code: 'REDIRECTED' });
    for (let hop = 1; hop < 4; hop += 1)
      nock(TIDEWATER)
        .get(`/${hop}`)
        .reply(302, '', { location: `/${hop + 1}` });
    expect((await get(`${TIDEWATER}/1`)).body.toString()).toBe('there');
  });

  it('without a place to go to is a status like any other', async () => {
    nock(TIDEWATER).get('/a').reply(302, 'somewhere');
    expect(await fetchErrorOf(door().get(`${TIDEWATER}/a`))).toMatchObject({ code: 'STATUS', status: 302 });
  });
});
