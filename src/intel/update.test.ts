import { readFileSync } from 'node:fs';
import nock from 'nock';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { mockNet } from '../../test/registries/mocked-net.ts';
import { plainGet } from '../../test/registries/plain-get.ts';
import { FetchError } from '../fetch/fetch-error.ts';
import type { Get } from '../fetch/port.ts';
import { listOf } from '../testing/recalls.ts';
import { OSV_ECOSYSTEMS } from './osv.ts';
import type { Feed } from './port.ts';
import { updatedFeed } from './update.ts';

mockNet();

const BASE = 'https://osv.example';
const NPM_ALONE = OSV_ECOSYSTEMS.filter(({ id }) => id === 'npm');

function osvRecord(id: string, fields: object = {}): object {
  const affected = [{ package: { ecosystem: 'npm', name: 'harbor-mcp' }, versions: ['1.0.16'] }];
  return { id, modified: '2026-05-02T08:00:00Z', published: '2026-05-01T08:00:00Z', affected, ...fields };
}

function inPypi(id: string): object {
  return osvRecord(id, { affected: [{ package: { ecosystem: 'PyPI', name: 'Ferry.Times' }, versions: ['1.0'] }] });
}

async function zipOf(files: Readonly<Record<string, string | object>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)), name);
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

async function update(
  previous: Feed | null,
  { get = plainGet, ecosystems = OSV_ECOSYSTEMS, today = '2026-06-10' } = {},
): Promise<Feed> {
  return updatedFeed({
    get,
    baseUrl: BASE,
    ecosystems,
    previous,
    today,
    onStage: () => undefined,
    onRecord: () => undefined,
  });
}

const idsOf = (feed: Feed) => [...feed.all()].map(({ id }) => id);

describe('the first update', () => {
  test('takes the records of malicious packages out of the archive of each ecosystem', async () => {
    const zip = await zipOf({
      'GHSA-aaaa-bbbb-cccc.json': '{ this is not even read',
      'MAL-2026-2.json': osvRecord('MAL-2026-2', { modified: '2026-06-01T00:00:00Z' }),
      'MAL-2026-1.json': osvRecord('MAL-2026-1', { withdrawn: '2026-05-20T00:00:00Z' }),
      'MAL-0000-pending-1.json': osvRecord('MAL-0000-pending-1'),
      'folder/MAL-2026-3.json': osvRecord('MAL-2026-3'),
    });
    nock(BASE).get('/npm/all.zip').reply(200, zip);
    nock(BASE)
      .get('/PyPI/all.zip')
      .reply(200, await zipOf({ 'MAL-2026-7.json': inPypi('MAL-2026-7') }));
    const feed = await update(null);

    expect(idsOf(feed)).toEqual(['MAL-2026-1', 'MAL-2026-2', 'MAL-2026-7']);
    expect(feed.head).toMatchObject({
      origin: 'osv',
      date: '2026-06-10',
      counts: { records: 3, withdrawn: 1, refused: 0 },
      sources: [
        {
          ecosystems: ['npm'],
          complete: true,
          through: '2026-06-01T00:00:00Z',
          records: 2,
          failed: null,
          uri: `${BASE}/npm/all.zip`,
        },
        { ecosystems: ['pypi'], complete: true, through: '2026-05-02T08:00:00Z', records: 1, failed: null },
      ],
    });
    expect(feed.naming('pypi', 'ferry-times')).toHaveLength(1);
  });

  test('counts what it cannot take, by reason', async () => {
    const zip = await zipOf({
      'MAL-2026-1.json': osvRecord('MAL-2026-1'),
      'MAL-2026-2.json': '{',
      'MAL-2026-3.json': osvRecord('MAL-2026-4'),
      'MAL-2026-5.json': osvRecord('MAL-2026-5', { affected: [] }),
    });
    nock(BASE).get('/npm/all.zip').reply(200, zip);
    const { head } = await update(null, { ecosystems: NPM_ALONE });
    expect(head.counts).toEqual({ records: 1, withdrawn: 0, refused: 3 });
    expect(head.sources[0]?.refused).toEqual({
      'it is not JSON': 1,
      'it names no package': 1,
      'its file has the name of another record': 1,
    });
  });

  test.each<[string, (zip: Buffer) => Buffer]>([
    ['no zip', () => Buffer.from('<html>')],
    ['cut off', (zip) => zip.subarray(0, -30)],
    ['without its beginning', (zip) => zip.subarray(200)],
  ])('of an archive that is %s says so, and speaks for no ecosystem then', async (_what, spoil) => {
    const zip = await zipOf({ 'MAL-2026-1.json': osvRecord('MAL-2026-1'), 'MAL-2026-2.json': osvRecord('MAL-2026-2') });
    nock(BASE).get('/npm/all.zip').reply(200, spoil(zip));
    nock(BASE).get('/PyPI/all.zip').reply(503, 'later');
    const { head } = await update(null);
    expect(head.counts.records).toBe(0);
    expect(head.sources).toMatchObject([
      { ecosystems: [], complete: false, failed: expect.stringContaining('damaged') },
      { ecosystems: [], complete: false, failed: expect.stringContaining('503') },
    ]);
  });

  test('a record whose bytes differ from their checksum is refused', async () => {
    const zip = await zipOf({ 'MAL-2026-1.json': osvRecord('MAL-2026-1'), 'MAL-2026-2.json': osvRecord('MAL-2026-2') });
    zip[zip.indexOf('MAL-2026-1.json') + 25] = (zip[zip.indexOf('MAL-2026-1.json') + 25] ?? 0) ^ 0xff;
    nock(BASE).get('/npm/all.zip').reply(200, zip);
    const { head } = await update(null, { ecosystems: NPM_ALONE });
    expect(head.counts).toMatchObject({ records: 1, refused: 1 });
  });
});

async function before(): Promise<Feed> {
  nock(BASE)
    .get('/npm/all.zip')
    .reply(
      200,
      await zipOf({ 'MAL-2026-1.json': osvRecord('MAL-2026-1'), 'MAL-2026-2.json': osvRecord('MAL-2026-2') }),
    );
  nock(BASE)
    .get('/PyPI/all.zip')
    .reply(200, await zipOf({ 'MAL-2026-7.json': inPypi('MAL-2026-7') }));
  return update(null, { today: '2026-06-01' });
}
const nothingNewInPypi = () => nock(BASE).get('/PyPI/modified_id.csv').reply(200, '2026-01-01T00:00:00Z,MAL-2026-7\n');

describe('a later update', () => {
  test('asks only for what changed since', async () => {
    const previous = await before();
    nock(BASE)
      .get('/npm/modified_id.csv')
      .reply(
        200,
        [
          '2026-06-09T00:00:00.5Z,MAL-2026-3',
          '2026-06-08T00:00:00Z,GHSA-aaaa-bbbb-cccc',
          '2026-06-08T00:00:00Z,MAL-2026-1',
          '2026-05-01T00:00:00Z,MAL-2026-2',
          '',
        ].join('\n'),
      );
    nock(BASE)
      .get('/npm/MAL-2026-3.json')
      .reply(200, osvRecord('MAL-2026-3', { modified: '2026-06-09T00:00:00.5Z' }));
    nock(BASE)
      .get('/npm/MAL-2026-1.json')
      .reply(200, osvRecord('MAL-2026-1', { modified: '2026-06-08T00:00:00Z', withdrawn: '2026-06-08T00:00:00Z' }));
    nothingNewInPypi();
    const feed = await update(previous);

    expect(idsOf(feed)).toEqual(['MAL-2026-1', 'MAL-2026-2', 'MAL-2026-3', 'MAL-2026-7']);
    expect(feed.byId('MAL-2026-1')?.withdrawn).toBe('2026-06-08T00:00:00Z');
    expect(feed.head).toMatchObject({
      date: '2026-06-10',
      sources: [
        { through: '2026-06-09T00:00:00.5Z', records: 3, complete: true },
        { through: '2026-05-02T08:00:00Z', records: 1 },
      ],
    });
  });

  test('asks again for what changed at the very moment at which the last one ended', async () => {
    const previous = await before();
    nock(BASE)
      .get('/npm/modified_id.csv')
      .reply(200, '2026-05-02T08:00:00Z,MAL-2026-9\n2026-05-02T07:59:59Z,MAL-2026-8\n');
    nock(BASE).get('/npm/MAL-2026-9.json').reply(200, osvRecord('MAL-2026-9'));
    nothingNewInPypi();
    expect(idsOf(await update(previous))).toContain('MAL-2026-9');
  });

  test('that cannot read an ecosystem leaves it as it was, as old as it was', async () => {
    const previous = await before();
    nock(BASE).get('/npm/modified_id.csv').reply(403, 'no');
    nothingNewInPypi();
    const feed = await update(previous);
    expect(idsOf(feed)).toEqual(['MAL-2026-1', 'MAL-2026-2', 'MAL-2026-7']);
    expect(feed.head).toMatchObject({
      date: '2026-06-01',
      sources: [
        { date: '2026-06-01', failed: 'status 403' },
        { date: '2026-06-10', failed: null },
      ],
    });
  });

  test('that misses one record goes on from the same place the next time', async () => {
    const previous = await before();
    nock(BASE)
      .get('/npm/modified_id.csv')
      .reply(200, '2026-06-09T00:00:00Z,MAL-2026-4\n2026-06-08T00:00:00Z,MAL-2026-3\n');
    nock(BASE)
      .get('/npm/MAL-2026-4.json')
      .reply(200, osvRecord('MAL-2026-4', { modified: '2026-06-09T00:00:00Z' }));
    nock(BASE).get('/npm/MAL-2026-3.json').reply(500, 'sorry');
    nothingNewInPypi();
    const feed = await update(previous);
    expect(idsOf(feed)).toContain('MAL-2026-4');
    expect(feed.head.sources[0]).toMatchObject({
      date: '2026-06-01',
      through: '2026-05-02T08:00:00Z',
      failed: '1 of 2 records: status 500',
    });
  });

  test('does not ask for what has no id of theirs, and takes a page of HTML for no list', async () => {
    const previous = await before();
    nock(BASE)
      .get('/npm/modified_id.csv')
      .reply(200, 'modified,id\n2026-06-09T00:00:00Z,MAL-2026-1/../../x\n2026-06-09T00:00:00Z,MAL-2026-1?x\n');
    nock(BASE).get('/PyPI/modified_id.csv').reply(200, '<html>\n<body>\n</body>\n</html>\n');
    const feed = await update(previous);
    expect(feed.head.sources).toMatchObject([
      { failed: null },
      { failed: expect.stringContaining('another form'), date: '2026-06-01' },
    ]);
  });

  test('reads the whole archive again where more changed than are worth asking for one by one', async () => {
    const previous = await before();
    const lines = Array.from({ length: 2_001 }, (_, index) => `2026-06-09T00:00:00Z,MAL-2026-${index + 100}`);
    nock(BASE).get('/npm/modified_id.csv').reply(200, lines.join('\n'));
    nock(BASE)
      .get('/npm/all.zip')
      .reply(200, await zipOf({ 'MAL-2026-100.json': osvRecord('MAL-2026-100') }));
    nothingNewInPypi();
    // What is not in the archive any more is gone.
    expect(idsOf(await update(previous))).toEqual(['MAL-2026-100', 'MAL-2026-7']);
  });

  test('gives up on a host that does not answer', async () => {
    const previous = await before();
    const lines = Array.from({ length: 500 }, (_, index) => `2026-06-09T00:00:00Z,MAL-2026-${index + 100}`);
    let asked = 0;
    const get: Get = async (url, options) => {
      if (url.endsWith('.csv')) return plainGet(url, options);
      asked += 1;
      throw new FetchError('UNREACHABLE', url, 'no answer');
    };
    nock(BASE).get('/npm/modified_id.csv').reply(200, lines.join('\n'));
    nothingNewInPypi();
    const feed = await update(previous, { get });
    expect(asked).toBeLessThan(30);
    expect(feed.head.sources[0]?.failed).toContain('of 500 records: no answer');
  });

  test('of a list that was not read whole begins anew', async () => {
    nock(BASE)
      .get('/npm/all.zip')
      .reply(200, await zipOf({ 'MAL-2026-1.json': osvRecord('MAL-2026-1') }));
    const previous = listOf('osv', [], { ecosystems: ['npm'], complete: false, through: '2026-01-01T00:00:00Z' });
    expect(idsOf(await update(previous, { ecosystems: NPM_ALONE }))).toEqual(['MAL-2026-1']);
  });
});

test('no address is written into the program but in one place', () => {
  const host = /osv-vulnerabilities\.storage\.googleapis\.com/;
  for (const file of ['update.ts', 'archive.ts', 'changes.ts']) {
    expect(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')).not.toMatch(host);
  }
});
