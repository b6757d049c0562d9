import { createHash } from 'node:crypto';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Manifest } from '../model/snapshot.ts';
import { row, temporaryFolder, writtenIn } from '../testing/snapshots.ts';
import { openSnapshot, readEntries, readLines, type Snapshot } from './read.ts';
import { SnapshotError } from './snapshot-error.ts';

const ENTRIES = 'entries/official.ndjson.gz';

describe('reading', () => {
  test('brings back the entries in order, each parsed only when it is asked to', async () => {
    const { snapshot } = await harbour(2_500);
    const heads = await collect(readEntries(snapshot, 'official'));
    expect(heads.map(({ id, line }) => [id, line]).slice(0, 2)).toEqual([
      ['official:server-0000', 1],
      ['official:server-0001', 2],
    ]);
    expect(heads).toHaveLength(2_500);
    expect(heads[2_499]?.parse()).toEqual({
      id: 'official:server-2499',
      latest: {
        record: { server: { name: 'server-2499' } },
        resource: expect.objectContaining({ uri: 'https://official.example/servers?page=1' }),
        pointer: '/servers/2499',
      },
    });
  });

  test('can be done again, and left in the middle', async () => {
    const { snapshot } = await harbour(3);
    for await (const { id } of readEntries(snapshot, 'official')) {
      expect(id).toBe('official:server-0000');
      break;
    }
    expect(await collect(readEntries(snapshot, 'official'))).toHaveLength(3);
  });

  test('a line may be longer than what is decompressed at once', async () => {
    const folder = temporaryFolder();
    const text = 'high water '.repeat(400_000);
    await writtenIn(folder, (writer) => {
      for (const name of ['a', 'b', 'c']) writer.addRow('official', row(name, { record: { name, text } }));
    });
    const heads = await collect(readEntries(await openSnapshot(folder), 'official'));
    expect(heads.map((head) => head.parse().latest.record)).toEqual(['a', 'b', 'c'].map((name) => ({ name, text })));
  });

  test('a registry of which nothing was listed has no entries', async () => {
    const { snapshot } = await harbour(0);
    expect(await collect(readEntries(snapshot, 'official'))).toEqual([]);
  });

  test('a file beside those that the manifest lists is not part of the snapshot', async () => {
    const { folder } = await harbour(1);
    writeFileSync(join(folder, 'entries/glama.ndjson.gz'), 'anything');
    const snapshot = await openSnapshot(folder);
    await expect(collect(readLines(snapshot, 'entries/glama.ndjson.gz'))).rejects.toMatchObject({
      code: 'DAMAGED',
      message: expect.stringContaining('entries/glama.ndjson.gz: the manifest does not list it'),
    });
  });
});

describe('damage is found on opening, and named', () => {
  test.each([
    [
      'a line that was altered',
      (text: string) => text.replace('server-1500"', 'server-15OO"'),
      'lines 1001 to 2000 differs',
    ],
    [
      'a line in the last block',
      (text: string) => text.replace('server-2499"', 'server-24q9"'),
      'lines 2001 to 2500 differs',
    ],
    [
      'lines that are gone',
      (text: string) => `${text.split('\n').slice(0, 1_200).join('\n')}\n`,
      'lines 1001 to 1200 differs',
    ],
    [
      'whole blocks that are gone',
      (text: string) => `${text.split('\n').slice(0, 2_000).join('\n')}\n`,
      'it ends before line 2001',
    ],
    ['a line too many', (text: string) => `${text}{}\n`, 'lines 2001 to 2501 differs'],
  ])('%s', async (_what, alter, where) => {
    const { folder } = await harbour(2_500);
    const path = join(folder, ENTRIES);
    writeFileSync(path, gzipSync(alter(gunzipSync(readFileSync(path)).toString('utf8'))));
    expect(await damageIn(folder)).toContain(where);
  });

  test('every bit that is turned, wherever in the file', async () => {
    const { folder } = await harbour(40);
    const path = join(folder, ENTRIES);
    const intact = readFileSync(path);
    for (let byte = 0; byte < intact.length; byte += 7) {
      const turned = Buffer.from(intact);
      turned.writeUInt8(intact.readUInt8(byte) ^ (1 << (byte % 8)), byte);
      writeFileSync(path, turned);
      await expect(openSnapshot(folder), `byte ${byte}`).rejects.toMatchObject({
        code: 'DAMAGED',
        message: expect.stringContaining(ENTRIES),
      });
    }
  });

  test('a file cut short', async () => {
    const { folder } = await harbour(2_500);
    truncateSync(join(folder, ENTRIES), 20_000);
    expect(await damageIn(folder)).toMatch(
      /line \d+ cannot be decompressed \(20000 bytes, and the manifest says \d+\)/,
    );
  });

  test('an empty file', async () => {
    const { folder } = await harbour(10);
    truncateSync(join(folder, ENTRIES), 0);
    expect(await damageIn(folder)).toContain('(0 bytes, and the manifest says');
  });

  test('the same lines compressed by another hand', async () => {
    const { folder } = await harbour(10);
    const path = join(folder, ENTRIES);
    writeFileSync(path, gzipSync(gunzipSync(readFileSync(path)), { level: 1 }));
    expect(await damageIn(folder)).toContain('all lines are as written, yet the file differs');
  });

  test('a missing file', async () => {
    const { folder } = await harbour(10);
    rmSync(join(folder, ENTRIES));
    expect(await damageIn(folder)).toContain(`${ENTRIES}: the file is missing`);
  });
});

describe('lines that have the right digest and the wrong shape are damage, not a crash', () => {
  test.each([
    ['not JSON', '{"id":"official:ferry",', 'line 1 is not JSON'],
    ['no id', '{"latest":{}}', 'line 1 does not start with an id of official'],
    ['the id of another registry', '{"id":"glama:ferry"}', 'line 1 does not start with an id of official'],
    ['no row', '{"id":"official:ferry"}', 'line 1 does not have the shape of an entry'],
    [
      'a row without a place',
      '{"id":"official:ferry","latest":{"record":{},"pointer":""}}',
      'line 1 does not have the shape',
    ],
    ['odd earlier rows', entryLine({ earlier: [null] }), 'line 1 does not have the shape'],
    ['an odd detail', entryLine({ detail: {} }), 'line 1 does not have the shape'],
  ])('%s', async (_what, line, where) => {
    const { folder } = await harbour(1);
    forge(folder, `${line}\n`, 1);
    const snapshot = await openSnapshot(folder);
    const reading = collect(readEntries(snapshot, 'official')).then((heads) => heads.map((head) => head.parse()));
    await expect(reading).rejects.toMatchObject({
      code: 'DAMAGED',
      message: expect.stringContaining(`${ENTRIES}: ${where}`),
    });
  });

  test('as many lines as the manifest says', async () => {
    const { folder } = await harbour(1);
    forge(folder, `${entryLine()}\n`, 2);
    const snapshot = await openSnapshot(folder);
    await expect(collect(readEntries(snapshot, 'official'))).rejects.toThrow(
      'it ends after line 1, and the manifest says 2',
    );
  });

  test('what is no gzip at all', async () => {
    const { folder } = await harbour(1);
    forge(folder, Buffer.from('plain text\n'), 1);
    const snapshot = await openSnapshot(folder);
    await expect(collect(readEntries(snapshot, 'official'))).rejects.toThrow('line 1 cannot be read');
  });
});

describe('a manifest', () => {
  test.each([
    [
      'UNSUPPORTED_VERSION',
      { schemaVersion: 2 },
      'schema version 2 (made by registry-audit@0.0.0); this program reads version 1',
    ],
    ['DAMAGED', { date: 'today' }, 'at date'],
    ['DAMAGED', { coverage: [{ registry: 'official' }] }, 'at coverage[0]'],
    [
      'DAMAGED',
      { files: [{ path: '../../secret.ndjson.gz', sha256: '0'.repeat(64), bytes: 1, rows: 1, blocks: [] }] },
      'at files[0].path',
    ],
    [
      'DAMAGED',
      { files: [{ path: '/etc/passwd', sha256: '0'.repeat(64), bytes: 1, rows: 1, blocks: [] }] },
      'at files[0].path',
    ],
  ])('is refused as %s with %j', async (code, change, words) => {
    const { folder } = await harbour(1);
    const path = join(folder, 'manifest.json');
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
    await expect(openSnapshot(folder)).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  });

  test('that is not JSON is damage', async () => {
    const { folder } = await harbour(1);
    truncateSync(join(folder, 'manifest.json'), 100);
    expect(await damageIn(folder)).toContain('manifest.json: not JSON');
  });

  test('in which a number has become another is damage', async () => {
    const { folder } = await harbour(1);
    const path = join(folder, 'manifest.json');
    const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'));
    const [first, ...rest] = manifest.coverage;
    writeFileSync(path, JSON.stringify({ ...manifest, coverage: [{ ...first, advertised: 9_000 }, ...rest] }));
    expect(await damageIn(folder)).toContain('manifest.json: it is not as it was written');
  });

  test('of before manifests had a digest is taken as it is', async () => {
    const { folder } = await harbour(1);
    const path = join(folder, 'manifest.json');
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), sha256: undefined }));
    expect((await openSnapshot(folder)).manifest.coverage).toHaveLength(1);
  });

  test('that is not there makes the snapshot unfinished', async () => {
    const { folder } = await harbour(1);
    rmSync(join(folder, 'manifest.json'));
    await expect(openSnapshot(folder)).rejects.toMatchObject({ code: 'UNFINISHED' });
  });

  test('of no folder is not found', async () => {
    await expect(openSnapshot(join(temporaryFolder(), '2026-06-29'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('comes back as it was written', async () => {
    const folder = temporaryFolder();
    const packages = [{ ecosystem: 'npm', named: 3, read: 1, notRead: { 'not found in the registry': 2 } }];
    const written = await writtenIn(folder, (writer) => writer.addRow('official', row('ferry')), { packages });
    expect((await openSnapshot(folder)).manifest).toEqual(written);
  });
});

async function harbour(servers: number): Promise<{ folder: string; snapshot: Snapshot }> {
  const folder = temporaryFolder();
  await writtenIn(folder, (writer) => {
    for (let index = 0; index < servers; index += 1) {
      writer.addRow('official', row(`server-${String(index).padStart(4, '0')}`, { index }));
    }
  });
  return { folder, snapshot: await openSnapshot(folder) };
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  return Array.fromAsync(items);
}

/** What opening says of the entries of a damaged snapshot. */
async function damageIn(folder: string): Promise<string> {
  const error = await openSnapshot(folder).catch((reason: unknown) => reason);
  if (!(error instanceof SnapshotError) || error.code !== 'DAMAGED') throw new Error('opened as if nothing were wrong');
  return error.message.slice(error.message.indexOf('is damaged: '));
}

/** Puts other content in place of the entries and makes the manifest, as one without its own digest, agree with it. */
function forge(folder: string, content: string | Buffer, rows: number): void {
  const bytes = typeof content === 'string' ? gzipSync(content) : content;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const path = join(folder, 'manifest.json');
  const manifest: { files: { path: string }[] } = JSON.parse(readFileSync(path, 'utf8'));
  const files = manifest.files.map((file) =>
    file.path === ENTRIES ? { ...file, sha256, bytes: bytes.length, rows } : file,
  );
  writeFileSync(path, JSON.stringify({ ...manifest, files, sha256: undefined }));
  writeFileSync(join(folder, ENTRIES), bytes);
}

function entryLine({ earlier, detail }: { earlier?: unknown; detail?: unknown } = {}): string {
  const resource = { uri: '', sha256: '', retrievedAt: '' };
  return JSON.stringify({ id: 'official:ferry', latest: { record: {}, resource, pointer: '', detail }, earlier });
}
