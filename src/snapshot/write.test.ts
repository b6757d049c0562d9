import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  exhausted,
  refused,
  row,
  storedPackage,
  temporaryFolder,
  wholeEnd,
  writerIn,
  writtenIn,
} from '../testing/snapshots.ts';
import type { Json } from '../model/place.ts';
import type { SnapshotWriter } from './write.ts';

describe('the files of a snapshot', () => {
  test('are the same bytes in whatever order rows, refusals and packages came', async () => {
    const additions = [
      ...Array.from(
        { length: 40 },
        (_, index) => (writer: SnapshotWriter) =>
          writer.addRow(
            'official',
            row(`io.github.tidewater/harbor-${index % 17}`, {
              version: `1.${index % 3}.0`,
              order: `${index % 3}`,
              page: index,
              index,
            }),
          ),
      ),
      ...Array.from(
        { length: 5 },
        (_, index) => (writer: SnapshotWriter) => writer.addRefused('official', refused(index)),
      ),
      ...Array.from(
        { length: 9 },
        (_, index) => (writer: SnapshotWriter) =>
          writer.addPackage('npm', storedPackage(`quay-${index % 6}`, { index })),
      ),
      (writer: SnapshotWriter) =>
        writer.addPackage('npm', { purl: 'pkg:npm/quay-1', outcome: 'not-read', reason: 'status 503' }),
    ];
    const there = temporaryFolder();
    const back = temporaryFolder();
    await writtenIn(there, (writer) => additions.forEach((add) => add(writer)));
    await writtenIn(back, (writer) => additions.toReversed().forEach((add) => add(writer)));

    const files = filesIn(there);
    expect(files.map(({ path }) => path)).toEqual([
      'entries/official.ndjson.gz',
      'manifest.json',
      'packages/npm.ndjson.gz',
      'quarantine.ndjson.gz',
    ]);
    expect(filesIn(back)).toEqual(files);
  });

  test('hold no time and no operating system', async () => {
    const folder = temporaryFolder();
    await writtenIn(folder, (writer) => writer.addRow('official', row('ferry')));
    const header = readFileSync(join(folder, 'entries/official.ndjson.gz')).subarray(0, 10);
    expect(header.toString('hex')).toBe('1f8b08000000000002ff');
  });

  test('leave nothing unnamed behind', async () => {
    const folder = temporaryFolder();
    await writtenIn(folder, (writer) => writer.addRow('official', row('ferry')));
    expect(readdirSync(folder).toSorted()).toEqual(['entries', 'manifest.json', 'quarantine.ndjson.gz']);
  });

  test('stand in the order of ids by code unit, one line an entry', async () => {
    const folder = temporaryFolder();
    const names = [
      'b',
      'B',
      'a/b',
      'a',
      '\u{1f6a2}',
      '\uff5e',
      'ä',
      '"quoted"',
      'new\nline',
      '__proto__',
      'constructor',
    ];
    await writtenIn(folder, (writer) => names.forEach((name) => writer.addRow('official', row(name))));
    expect(entries(folder).map(({ id }) => id)).toEqual(names.toSorted().map((name) => `official:${name}`));
  });

  test('keep a record as it was received', async () => {
    const folder = temporaryFolder();
    const record = JSON.parse('{"b":1,"a":{"__proto__":{"x":"\\ud800"},"n":1e-7},"10":null}');
    await writtenIn(folder, (writer) => writer.addRow('official', row('ferry', { record })));
    expect(lines(folder, 'entries/official.ndjson.gz')[0]).toContain(
      `"record":${JSON.stringify(record)},"resource":{"uri":`,
    );
  });
});

describe('an entry', () => {
  test('holds its latest row and the earlier ones, oldest first', async () => {
    const folder = temporaryFolder();
    await writtenIn(folder, (writer) => {
      for (const version of ['1.1.0', '1.2.0', '1.0.0']) {
        writer.addRow('official', row('ferry', { version, order: version, record: { version } }));
      }
    });
    expect(versionsOf(folder)).toEqual([{ latest: '1.2.0', earlier: ['1.0.0', '1.1.0'] }]);
  });

  test.each([
    ['the one that the registry orders last', { order: '2', page: 9 }, { order: '1', page: 1 }],
    ['of equal order the first by page', { page: 1, index: 9 }, { page: 2, index: 0 }],
    ['of one page the first by place', { index: 1 }, { index: 2 }],
  ])('keeps of repeats %s', async (_which, kept, dropped) => {
    const folder = temporaryFolder();
    const { coverage } = await writtenIn(folder, (writer) => {
      writer.addRow('official', row('ferry', { ...dropped, record: { version: 'dropped' } }));
      writer.addRow('official', row('ferry', { ...kept, record: { version: 'kept' } }));
    });
    expect(versionsOf(folder)).toEqual([{ latest: 'kept', earlier: [] }]);
    expect(coverage[0]).toMatchObject({ rows: 2, distinct: 1, repeats: 1, earlierVersions: 0 });
  });

  test('without versions is one row, however often it came', async () => {
    const folder = temporaryFolder();
    const { coverage } = await writtenIn(folder, (writer) => {
      for (const page of [1, 2, 3]) writer.addRow('official', row('ferry', { version: null, page }));
    });
    expect(coverage[0]).toMatchObject({ rows: 3, distinct: 1, repeats: 2 });
  });

  test('is one by its key and is called as its latest row calls it', async () => {
    const folder = temporaryFolder();
    await writtenIn(folder, (writer) => {
      writer.addRow('official', row('Ferry', { key: 'ferry', version: '2', order: '2' }));
      writer.addRow('official', row('ferry', { key: 'ferry', version: '1', order: '1' }));
      writer.addRow('official', row('buoy', { key: 'z' }));
      writer.addRow('official', row('Zander', { key: 'a' }));
    });
    expect(entries(folder).map(({ id }) => id)).toEqual(['official:Ferry', 'official:Zander', 'official:buoy']);
  });
});

describe('coverage', () => {
  test('accounts for every row of every registry on its own', async () => {
    const folder = temporaryFolder();
    const { coverage } = await writtenIn(
      folder,
      (writer) => {
        for (const version of ['1', '2', '2']) writer.addRow('official', row('ferry', { version, order: version }));
        writer.addRow('official', row('buoy'));
        writer.addRefused('official', refused(1));
        writer.addRow('glama', row('ferry'), null);
      },
      wholeEnd('official', 'glama', 'smithery'),
    );
    expect(coverage).toMatchObject([
      {
        registry: 'official',
        rows: 5,
        distinct: 2,
        earlierVersions: 1,
        repeats: 1,
        quarantined: 1,
        byDepth: { metadata: 2 },
      },
      { registry: 'glama', rows: 1, distinct: 1, byDepth: { name: 1, metadata: 0 } },
      { registry: 'smithery', rows: 0, distinct: 0 },
    ]);
  });

  test('counts an entry as deep as the release histories that were read', async () => {
    const folder = temporaryFolder();
    const { coverage } = await writtenIn(folder, (writer) => {
      writer.addRow('official', row('quay'), ['pkg:npm/quay']);
      writer.addRow('official', row('gone'), ['pkg:npm/gone']);
      writer.addPackage('npm', storedPackage('quay'));
      writer.addPackage('npm', { purl: 'pkg:npm/gone', outcome: 'not-read', reason: 'not found in the registry' });
    });
    expect(coverage[0]?.byDepth).toEqual({ name: 0, metadata: 1, package: 1, source: 0 });
  });

  test('rows of a registry that no coverage row stands for are a bug that stops the writing', async () => {
    const folder = temporaryFolder();
    const writing = writtenIn(folder, (writer) => writer.addRow('glama', row('ferry')));
    await expect(writing).rejects.toThrow('rows of glama without its coverage');
    expect(readdirSync(folder)).not.toContain('manifest.json');
  });

  test('packages that do not add up are a bug that stops the writing', async () => {
    const packages = [{ ecosystem: 'npm', named: 3, read: 1, notRead: { 'not found in the registry': 1 } }];
    const writing = writtenIn(temporaryFolder(), () => undefined, { packages });
    await expect(writing).rejects.toThrow('coverage of npm: 3 packages, 2 accounted for');
  });
});

describe('the quarantine', () => {
  test('keeps why a row was refused and how it began', async () => {
    const folder = temporaryFolder();
    await writtenIn(folder, (writer) => writer.addRefused('official', refused(4, { text: 'x'.repeat(5_000) })));
    const [line] = lines(folder, 'quarantine.ndjson.gz').map(parsed);
    expect(line).toMatchObject({
      registry: 'official',
      pointer: '/servers/4',
      reason: '/server/name: expected string, received number',
      excerpt: JSON.stringify({ text: 'x'.repeat(5_000) }).slice(0, 2_000),
    });
  });

  test('takes a row that is nested too deeply to be written, and the others are kept', async () => {
    const folder = temporaryFolder();
    const record: Json = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
    const { coverage } = await writtenIn(folder, (writer) => {
      writer.addRow('official', row('pit', { record }));
      writer.addRow('official', row('ferry'));
    });
    expect(coverage[0]).toMatchObject({ rows: 2, distinct: 1, quarantined: 1 });
    expect(lines(folder, 'quarantine.ndjson.gz')[0]).toContain('nested too deeply to be kept');
  });
});

describe('a folder', () => {
  test('that holds a finished snapshot is not written over', async () => {
    const folder = temporaryFolder();
    await writtenIn(folder, (writer) => writer.addRow('official', row('ferry')));
    expect(() => writerIn(folder)).toThrow(expect.objectContaining({ code: 'EXISTS' }));
  });

  test('of a capture that did not finish is taken up', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'entries'));
    writeFileSync(join(folder, 'entries/official.ndjson.gz'), 'half');
    await writtenIn(folder, (writer) => writer.addRow('official', row('ferry')));
    expect(entries(folder)).toHaveLength(1);
  });

  test('that cannot be written to is refused before any work, with what to do', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    for (const folder of [file, join(file, '2026-06-29')]) {
      expect(() => writerIn(folder)).toThrow(
        expect.objectContaining({
          code: 'UNWRITABLE',
          message: expect.stringContaining('Move it or name another folder'),
        }),
      );
    }
  });

  test('that turns out not to be writable at the end is not finished', async () => {
    const folder = temporaryFolder();
    const writer = writerIn(folder);
    writer.addRow('official', row('ferry'));
    writeFileSync(join(folder, 'entries'), 'in the way');
    await expect(writer.finish(wholeEnd())).rejects.toMatchObject({ code: 'UNWRITABLE' });
    expect(readdirSync(folder).filter((name) => name === 'manifest.json' || name.endsWith('.partial'))).toEqual([]);
  });
});

test('a hundred thousand rows are written without being held', { timeout: 300_000 }, async () => {
  const folder = temporaryFolder();
  const writer = writerIn(folder);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  for (let index = 0; index < 100_000; index += 1) {
    const record = { text: `Tide table ${index} of the harbour. `.padEnd(1_800, 'High water, low water. ') };
    writer.addRow('official', row(`io.github.quayside/server-${(index * 7_919) % 100_000}`, { record, page: index }));
    if (index % 1_000 === 0) peak = Math.max(peak, process.memoryUsage().rss);
  }
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
  const { coverage, files } = await writer.finish({
    ...wholeEnd(),
    listed: [{ ...exhausted('official'), advertised: 100_000 }],
  });
  clearInterval(watch);

  expect(coverage[0]).toMatchObject({ rows: 100_000, distinct: 100_000, advertised: 100_000 });
  expect(files[0]?.blocks).toHaveLength(100);
  // The rows are over 200 MB as text, beside an index of some 50 MB.
  expect((peak - before) / 1e6).toBeLessThan(220);
});

function filesIn(folder: string): { path: string; bytes: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => ({ path: path.slice(folder.length + 1), bytes: readFileSync(path).toString('base64') }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function lines(folder: string, path: string): string[] {
  return gunzipSync(readFileSync(join(folder, path)))
    .toString('utf8')
    .split('\n')
    .slice(0, -1);
}

interface Written {
  id: string;
  latest: { record: { version?: string } };
  earlier?: { record: { version?: string } }[];
}

function parsed(line: string): Written {
  return JSON.parse(line);
}

function entries(folder: string): Written[] {
  return lines(folder, 'entries/official.ndjson.gz').map(parsed);
}

function versionsOf(folder: string) {
  return entries(folder).map(({ latest, earlier = [] }) => ({
    latest: latest.record.version,
    earlier: earlier.map(({ record }) => record.version),
  }));
}
