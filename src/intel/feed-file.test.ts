import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { affecting, EVERY_VERSION, listOf, recorded } from '../testing/recalls.ts';
import { readFeedFile } from './feed-file.ts';
import { writeFeedFile } from './write.ts';

const folder = mkdtempSync(join(tmpdir(), 'registry-audit-intel-'));
afterAll(() => rmSync(folder, { recursive: true }));

const RECORDS = [
  recorded('MAL-2026-2', { withdrawn: '2026-05-20T00:00:00Z' }),
  recorded('MAL-2026-10', { affected: [affecting('ferry-times', { ecosystem: 'pypi', ranges: [EVERY_VERSION] })] }),
  recorded('MAL-2026-1', {
    affected: [affecting('harbor-mcp', { versions: ['2.0.0'] }), affecting('@tidewater/a"],"b')],
  }),
  recorded('tidewater:7', { published: null, summary: ',"modified":"' }),
];
const FEED = listOf('osv', RECORDS);

function written(): string {
  const path = join(folder, 'list.ndjson.gz');
  writeFeedFile(path, FEED);
  return path;
}

describe('a list in a file', () => {
  test('is read as it was written, in the order of ids', () => {
    const read = readFeedFile(written());
    expect(read.head).toEqual(FEED.head);
    expect([...read.all()]).toEqual([...FEED.all()]);
    expect([...read.all()].map(({ id }) => id)).toEqual(['MAL-2026-1', 'MAL-2026-10', 'MAL-2026-2', 'tidewater:7']);
  });

  test('finds records by package and by id, as the list itself does', () => {
    const read = readFeedFile(written());
    for (const [ecosystem, name] of [
      ['npm', 'harbor-mcp'],
      ['npm', 'Harbor-mcp'],
      ['pypi', 'Ferry_Times'],
      ['npm', '@tidewater/a"],"b'],
      ['npm', 'nobody'],
    ] as const) {
      expect(read.naming(ecosystem, name)).toEqual(FEED.naming(ecosystem, name));
    }
    for (const id of ['MAL-2026-1', 'MAL-2026-10', 'MAL-2026-2', 'tidewater:7', 'MAL-2026-0', 'MAL-2026-3', 'zebra']) {
      expect(read.byId(id)).toEqual(FEED.byId(id));
    }
  });

  test('is the same bytes for the same list', () => {
    const first = readFileSync(written());
    expect(readFileSync(written()).equals(first)).toBe(true);
  });

  test('with no record in it is a list', () => {
    const path = join(folder, 'empty.ndjson.gz');
    writeFeedFile(path, listOf('osv', []));
    expect([...readFeedFile(path).all()]).toEqual([]);
    expect(readFeedFile(path).byId('MAL-2026-1')).toBeUndefined();
  });

  test('that cannot be written leaves the one there was, and says where', () => {
    expect(() => writeFeedFile(join(written(), 'below-a-file.gz'), FEED)).toThrow(/cannot be written to/);
  });
});

const whole = () => gunzipSync(readFileSync(written())).toString('utf8');
const stored = (bytes: Buffer) => {
  const path = join(folder, 'damaged.ndjson.gz');
  writeFileSync(path, bytes);
  return path;
};

describe('a list that is damaged', () => {
  test.each<[string, () => Buffer, string]>([
    ['is cut off', () => readFileSync(written()).subarray(0, -20), 'DAMAGED'],
    ['is no gzip', () => Buffer.from('<html>'), 'DAMAGED'],
    ['is empty', () => gzipSync(''), 'DAMAGED'],
    ['has no head', () => gzipSync(whole().split('\n').slice(1).join('\n')), 'DAMAGED'],
    ['has no index', () => gzipSync(whole().split('\n').toSpliced(1, 1).join('\n')), 'DAMAGED'],
    [
      'has an index of something else',
      () => gzipSync(whole().split('\n').with(1, '{"ids":[1]}').join('\n')),
      'DAMAGED',
    ],
    ['has an index of fewer', () => gzipSync(whole().replace('["MAL-2026-1",', '[')), 'DAMAGED'],
    ['has a record less', () => gzipSync(`${whole().split('\n').slice(0, -2).join('\n')}\n`), 'DAMAGED'],
    ['has a line that does not end', () => gzipSync(whole().slice(0, -1)), 'DAMAGED'],
    [
      'is of a later version',
      () => gzipSync(whole().replace('"schemaVersion":1', '"schemaVersion":2')),
      'UNSUPPORTED_VERSION',
    ],
  ])('because it %s says so and what to do', (_what, bytes, code) => {
    const path = stored(bytes());
    expect(() => readFeedFile(path)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining('intel update') }),
    );
  });

  test.each([
    ['is none', (text: string) => text.replace('"ecosystem":"pypi"', '"ecosystem":7')],
    ['is another one', (text: string) => text.replace('{"id":"MAL-2026-10"', '{"id":"MAL-2026-9"')],
    ['is something else', (text: string) => text.replace(/\{"id":"MAL-2026-10".*\n/, '{}\n')],
  ])('in one record, which %s, says so when that record is asked for', (_what, spoil) => {
    const read = readFeedFile(stored(gzipSync(spoil(whole()))));
    expect(read.naming('npm', 'harbor-mcp')).toHaveLength(3);
    expect(() => read.naming('pypi', 'ferry-times')).toThrow(expect.objectContaining({ code: 'DAMAGED' }));
  });

  test('that is not there says how to get one', () => {
    expect(() => readFeedFile(join(folder, 'nothing.gz'))).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });
});
