import { hash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { deflateRawSync, gunzipSync, gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import type { ArchiveFacts, ArchiveKind } from '../model/source.ts';
import {
  describedAsText,
  npmTarball,
  pax,
  published,
  sdist,
  tar,
  type TarPart,
  wheel,
  zip,
} from '../testing/archives.ts';
import { describeArchive } from './describe.ts';

const CODE = 'export const tide = "high";\n';

async function read(bytes: Buffer, kind: ArchiveKind = 'npm-tarball'): Promise<ArchiveFacts> {
  return describeArchive(published(kind, bytes), describedAsText);
}

async function readTar(parts: readonly TarPart[], kind: ArchiveKind = 'npm-tarball'): Promise<ArchiveFacts> {
  return read(gzipSync(tar(parts)), kind);
}

function kindsOf({ irregularities }: ArchiveFacts): readonly string[] {
  return [...new Set(irregularities.map(({ kind }) => kind))].sort();
}

function pathsOf({ files }: ArchiveFacts): readonly string[] {
  return files.map(({ path }) => path);
}

describe('an archive that is as it should be has nothing odd about it', () => {
  test.each<readonly [string, ArchiveKind, () => Promise<Buffer>]>([
    ['a tarball', 'npm-tarball', () => npmTarball({ 'package.json': '{}', 'index.js': CODE })],
    ['an empty file', 'npm-tarball', () => npmTarball({ 'package.json': '{}', 'empty.js': '' })],
    ['a long path', 'npm-tarball', () => npmTarball({ [`${'quay/'.repeat(60)}index.js`]: CODE })],
    ['a path beyond ASCII', 'npm-tarball', () => npmTarball({ 'hafenstraße/läden.js': CODE })],
    [
      'a tar filled up with zeros',
      'npm-tarball',
      async () => gzipSync(Buffer.concat([gunzipSync(await npmTarball({ 'a.js': CODE })), Buffer.alloc(10_240)])),
    ],
    [
      'a gzip in two members',
      'npm-tarball',
      async () => inMembers(gunzipSync(await npmTarball({ 'a.js': CODE.repeat(100) })), 700),
    ],
    ['an sdist', 'sdist', () => sdist({ 'PKG-INFO': 'Name: lantern-bakery\n', 'setup.py': '' })],
    ['a wheel', 'wheel', () => wheel({ 'bakery/__init__.py': 'bread = 1\n', 'empty.py': '' })],
    [
      'a zip with a comment',
      'wheel',
      async () => zip([{ name: 'a.py', content: 'bread = 1\n' }], { comment: 'fresh' }),
    ],
    [
      'folders',
      'npm-tarball',
      async () =>
        gzipSync(
          tar([
            { name: 'package/', type: '5' },
            { name: 'package/lib', type: '5' },
            { name: 'package/lib/a.js', content: CODE },
          ]),
        ),
    ],
    ['a folder of a zip', 'wheel', async () => zip([{ name: 'bakery/' }, { name: 'bakery/a.py', content: 'x = 1\n' }])],
    ['an sdist that is a zip', 'sdist', async () => zip([{ name: 'bakery-1/PKG-INFO', content: 'Name: bakery\n' }])],
    ['a zip written as a stream, with sizes after the content', 'wheel', async () => streamedZip()],
    [
      'a header for all members, as git writes it',
      'sdist',
      async () => gzipSync(tar([pax({ comment: 'f'.repeat(40) }, 'g'), { name: 'bakery-1/a.py', content: 'x = 1\n' }])),
    ],
  ])('%s', async (_name, kind, made) => {
    const facts = await read(await made(), kind);
    expect(facts.irregularities).toEqual([]);
    expect(facts.files.every(({ reading }) => reading.how === 'text')).toBe(true);
  });
});

describe('what is odd in a tar is a fact, and the files around it are read', () => {
  const before = { name: 'package/before.js', content: CODE };
  const after = { name: 'package/after.js', content: CODE };
  const HARMLESS = 'echo ferry';

  test.each<readonly [string, TarPart[], string[], string[]]>([
    [
      'a path that climbs',
      [{ name: 'package/../../etc/x.js', content: CODE }],
      ['climbing-path'],
      ['package/../../etc/x.js'],
    ],
    [
      'a path that climbs by backslashes',
      [{ name: 'package\\..\\x.js', content: CODE }],
      ['climbing-path'],
      ['package/../x.js'],
    ],
    [
      'an absolute path, which npm cuts like any other',
      [{ name: '/package/x.js', content: CODE }],
      ['absolute-path'],
      ['package/x.js'],
    ],
    ['a drive', [{ name: 'C:\\package\\x.js', content: CODE }], ['absolute-path'], ['package/x.js']],
    ['a network path', [{ name: '\\\\host\\package\\x.js', content: CODE }], ['absolute-path'], ['host/package/x.js']],
    [
      'a control character',
      [{ name: 'package/x\u001b[2J.js', content: CODE }],
      ['control-character-in-path'],
      ['x\u001b[2J.js'],
    ],
    [
      'a character that turns the direction',
      [{ name: 'package/\u202Esj.x.js', content: CODE }],
      ['control-character-in-path'],
      ['\u202Esj.x.js'],
    ],
    [
      'a name that is no UTF-8',
      [{ name: Buffer.from([0x70, 0x2f, 0xff, 0xfe, 0x2e, 0x6a, 0x73]), content: CODE }],
      ['damaged'],
      ['\uFFFD\uFFFD.js'],
    ],
    ['a symbolic link', [{ name: 'package/link', type: '2', linkName: '../../.ssh' }], ['link'], []],
    ['a hard link', [{ name: 'package/link', type: '1', linkName: 'package/before.js' }], ['link'], []],
    [
      'a link with a size, whose bytes npm steps over',
      [
        {
          name: 'package/link',
          type: '2',
          linkName: 'x',
          content: tar([{ name: 'package/hidden.js', content: CODE }], { end: false }),
        },
      ],
      ['link', 'wrong-size'],
      [],
    ],
    ['a character device', [{ name: 'package/tty', type: '3' }], ['device'], []],
    ['a block device', [{ name: 'package/disk', type: '4' }], ['device'], []],
    ['a pipe', [{ name: 'package/pipe', type: '6' }], ['device'], []],
    ['a second file of one path', [before], ['duplicate-path'], ['before.js']],
    ['a path that differs only in case', [{ ...before, name: 'package/Before.js' }], ['duplicate-path'], ['Before.js']],
    ['a bad checksum', [{ name: 'package/bad.js', content: '', checksum: 1 }], ['bad-checksum'], []],
    ['a type that nobody knows', [{ name: 'package/x.js', type: 'Q', content: CODE }], ['damaged'], ['x.js']],
    [
      'two sizes',
      [pax({ size: '3' }), { name: 'package/x.js', content: 'abc', sizeBytes: 4 }],
      ['wrong-size'],
      ['x.js'],
    ],
    [
      'a path of 1,025 characters',
      [pax({ path: `package/${'q'.repeat(1_014)}.js` }), { name: 'x', content: CODE }],
      ['long-path'],
      [`${'q'.repeat(1_014)}.js`],
    ],
    [
      'an archive in the archive',
      [{ name: 'package/x.bin', content: gzipSync(HARMLESS) }],
      ['nested-archive'],
      ['x.bin'],
    ],
    [
      'a zip under another name',
      [{ name: 'package/x.txt', content: zip([{ name: 'a', content: HARMLESS }]) }],
      ['nested-archive'],
      ['x.txt'],
    ],
    [
      'a header for all members that gives a path',
      [pax({ path: 'package/y.js' }, 'g'), { name: 'package/x.js', content: CODE }],
      ['damaged'],
      ['x.js'],
    ],
    [
      'an extended header beyond its bound',
      [
        { name: 'long', type: 'x', content: Buffer.alloc(1_048_577) },
        { name: 'package/x.js', content: CODE },
      ],
      ['too-large'],
      ['x.js'],
    ],
  ])('%s', async (_name, parts, kinds, paths) => {
    const facts = await readTar([before, ...parts, after]);
    expect(kindsOf(facts)).toEqual(kinds);
    expect(pathsOf(facts)).toEqual(['before.js', 'after.js', ...paths].sort());
  });

  test('a path of 1,024 characters is kept whole', async () => {
    const path = `${'q'.repeat(1_013)}.js`;
    const facts = await readTar([pax({ path: `package/${path}` }), { name: 'x', content: CODE }]);
    expect([facts.irregularities, pathsOf(facts)]).toEqual([[], [path]]);
  });

  test('of a path of a megabyte the beginning and the end are kept, which tells its language', async () => {
    const facts = await readTar([pax({ path: `package/${'q'.repeat(1_000_000)}.js` }), { name: 'x', content: CODE }]);
    expect(kindsOf(facts)).toEqual(['long-path']);
    expect(pathsOf(facts)).toEqual([`${'q'.repeat(523)}…${'q'.repeat(497)}.js`]);
    expect(facts.irregularities[0]?.path).toHaveLength(1_024);
    expect(facts.files[0]?.language).toBe('javascript');
  });

  test('a checksum of signed characters, as writers of the eighties made it', async () => {
    const plain = tar([{ name: 'package/ä.js' }]);
    // Two bytes above 127, each 256 less.
    const unsigned = Number.parseInt(plain.toString('latin1', 148, 154), 8);
    const facts = await readTar([{ name: 'package/ä.js', checksum: unsigned - 512 }]);
    expect([facts.irregularities, pathsOf(facts)]).toEqual([[], ['ä.js']]);
  });

  test('a long name as GNU writes it', async () => {
    const facts = await readTar([
      { name: '././@LongLink', type: 'L', content: `package/${'q'.repeat(200)}.js\0` },
      { name: 'x', content: CODE },
    ]);
    expect([facts.irregularities, pathsOf(facts)]).toEqual([[], [`${'q'.repeat(200)}.js`]]);
  });

  test('what npm finds in the bytes of a file that names a target is what is read', async () => {
    const smuggled = tar([{ name: 'package/smuggled.js', content: CODE }], { end: false });
    const parts = [{ name: 'package/x.js', linkName: 'y', content: smuggled }, after];
    expect(pathsOf(await readTar(parts))).toEqual(['after.js', 'smuggled.js']);
    expect(pathsOf(await readTar(parts, 'sdist'))).toEqual(['after.js', 'x.js']);
  });

  test('an empty block between members does not hide those behind it', async () => {
    const between = Buffer.concat([tar([{ name: 'package/between.js' }], { end: false }), Buffer.alloc(512)]);
    const parts = [tar([before], { end: false }), Buffer.alloc(512), between, tar([after])];
    const facts = await read(gzipSync(Buffer.concat(parts)));
    expect([kindsOf(facts), pathsOf(facts)]).toEqual([['damaged'], ['after.js', 'before.js', 'between.js']]);
  });

  test('bytes behind the end are counted and not read', async () => {
    const facts = await read(gzipSync(Buffer.concat([tar([before]), tar([after])])));
    expect(facts.irregularities).toEqual([
      { kind: 'trailing-data', path: '', detail: '2048 bytes follow the end of the tar.' },
    ]);
    expect(pathsOf(facts)).toEqual(['before.js']);
  });

  test('a size of 128 terabytes ends in what is there', async () => {
    const facts = await readTar([before, { name: 'package/x.js', content: CODE, sizeBytes: 2 ** 47 }]);
    expect(kindsOf(facts)).toEqual(['truncated']);
    expect(facts.files.map(({ path, reading }) => [path, reading.how])).toEqual([
      ['before.js', 'text'],
      ['x.js', 'not-read'],
    ]);
  });

  test('five thousand links are told twenty times and counted', async () => {
    const facts = await readTar(
      Array.from({ length: 5_000 }, (_, index) => ({ name: `package/${index}`, type: '2', linkName: '/' })),
    );
    expect(facts.irregularities).toHaveLength(20);
    expect(facts.irregularities.at(-1)?.detail).toBe('It is a symbolic link to "/". There are 4980 more of this kind.');
  });
});

describe('what is odd in the compressed bytes is a fact', () => {
  const files = { 'a.js': CODE.repeat(40), 'b.bin': randomBytes(200_000), 'z.js': CODE };

  test('a gzip that ends early leaves the files before', async () => {
    const whole = await npmTarball(files);
    const facts = await read(whole.subarray(0, 100_000));
    expect(kindsOf(facts)).toEqual(['truncated']);
    expect(facts.irregularities.map(({ path }) => path)).toEqual(['', 'package/b.bin']);
    expect(pathsOf(facts)).toEqual(['a.js', 'b.bin']);
  });

  test('a gzip without its trailer', async () => {
    const facts = await read((await npmTarball(files)).subarray(0, -4));
    expect([kindsOf(facts), pathsOf(facts)]).toEqual([['truncated'], ['a.js', 'b.bin', 'z.js']]);
  });

  test('a tar that ends early', async () => {
    const facts = await read(gzipSync(gunzipSync(await npmTarball(files)).subarray(0, 1_000)));
    expect(facts.irregularities).toEqual([
      { kind: 'truncated', path: 'package/a.js', detail: 'Only 488 of its 1120 bytes are there.' },
    ]);
  });

  test.each([
    ['a checksum that differs', -8, 'bad-checksum'],
    ['a length that differs', -4, 'wrong-size'],
  ])('%s costs no file', async (_name, at, kind) => {
    const bytes = await npmTarball(files);
    bytes.writeUInt8(bytes.readUInt8(bytes.length + at) ^ 1, bytes.length + at);
    const facts = await read(bytes);
    expect([kindsOf(facts), pathsOf(facts)]).toEqual([[kind], ['a.js', 'b.bin', 'z.js']]);
  });

  test('bytes behind the gzip cost no file', async () => {
    const facts = await read(Buffer.concat([await npmTarball(files), Buffer.from('ferry times')]));
    expect(facts.irregularities).toEqual([
      { kind: 'trailing-data', path: '', detail: '11 bytes follow the compressed ones.' },
    ]);
    expect(pathsOf(facts)).toEqual(['a.js', 'b.bin', 'z.js']);
  });

  test('a file in a second member is read, as npm and pip read it', async () => {
    const first = gzipSync(tar([{ name: 'package/a.js', content: CODE }], { end: false }));
    const facts = await read(Buffer.concat([first, gzipSync(tar([{ name: 'package/b.js', content: CODE }]))]));
    expect([facts.irregularities, pathsOf(facts)]).toEqual([[], ['a.js', 'b.js']]);
  });

  test('damage leaves what came before', async () => {
    const parts = [
      { name: 'package/a.js', content: CODE },
      { name: 'package/z.js', content: CODE.repeat(90) },
    ];
    const second = gzipSync(tar(parts).subarray(1_536));
    // 7 begins a block of a type that deflate does not have.
    second.writeUInt8(7, 10);
    const facts = await read(Buffer.concat([gzipSync(tar(parts).subarray(0, 1_536)), second]));
    expect(kindsOf(facts)).toEqual(['damaged', 'truncated']);
    expect(facts.files.map(({ path, bytes }) => [path, bytes])).toEqual([
      ['a.js', CODE.length],
      ['z.js', 0],
    ]);
  });

  test('a tar without compression is read', async () => {
    const facts = await read(tar([{ name: 'package/a.js', content: CODE }]));
    expect([kindsOf(facts), pathsOf(facts)]).toEqual([['damaged'], ['a.js']]);
  });

  test('a gzip of garbage holds no files', async () => {
    const facts = await read(gzipSync(Buffer.alloc(20_000, 'quayside')));
    expect([kindsOf(facts), facts.files, facts.manifest]).toEqual([['bad-checksum', 'truncated'], [], null]);
  });
});

describe('what is odd in a zip is a fact, and the files around it are read', () => {
  const before = { name: 'before.py', content: 'bread = 1\n' };
  const after = { name: 'after.py', content: 'bread = 2\n' };

  test.each<readonly [string, Parameters<typeof zip>[0], string[], string[]]>([
    ['a path that climbs', [{ name: '../../x.py', content: 'x' }], ['climbing-path'], ['../../x.py']],
    ['an absolute path', [{ name: '/etc/x.py', content: 'x' }], ['absolute-path'], ['etc/x.py']],
    ['a name that ends at a NUL', [{ name: 'x.py\0.txt', content: 'x' }], ['control-character-in-path'], ['x.py']],
    ['a size that is too small', [{ name: 'x.py', content: 'bread = 3\n', sizeBytes: 2 }], ['wrong-size'], ['x.py']],
    [
      'a size that is too large',
      [{ name: 'x.py', content: 'bread = 3\n', sizeBytes: 2_000 }],
      ['wrong-size'],
      ['x.py'],
    ],
    [
      'a stored file of another size',
      [{ name: 'x.py', content: 'bread = 3\n', sizeBytes: 2, method: 0 }],
      ['wrong-size'],
      ['x.py'],
    ],
    ['a checksum that differs', [{ name: 'x.py', content: 'x', checksum: 1 }], ['bad-checksum'], ['x.py']],
    ['a symbolic link', [{ name: 'x.py', content: '/etc', mode: 0o120_777 }], ['link'], ['x.py']],
    ['a second file of one path', [before], ['duplicate-path'], ['before.py']],
    ['another name before the content', [{ name: 'x.py', localName: 'y.py', content: 'x' }], ['damaged'], ['x.py']],
    ['the bytes of another entry', [{ name: 'x.py', sharesWith: 0 }], ['damaged'], ['x.py']],
    ['a method that is not read', [{ name: 'x.py', content: 'x', method: 14 }], ['damaged'], ['x.py']],
    ['an encrypted file', [{ name: 'x.py', content: 'x', flags: 0x801 }], ['damaged'], ['x.py']],
    ['an entry that is not in the directory', [{ name: 'x.py', content: 'x', isHidden: true }], ['trailing-data'], []],
    ['a wheel in the wheel', [{ name: 'x.whl', content: zip([before]) }], ['nested-archive'], ['x.whl']],
  ])('%s', async (_name, parts, kinds, paths) => {
    const facts = await read(zip([before, ...parts, after]), 'wheel');
    expect(kindsOf(facts)).toEqual(kinds);
    expect(pathsOf(facts)).toEqual(['before.py', 'after.py', ...paths].sort());
  });

  test.each<readonly [string, Buffer, string]>([
    ['a directory that says fewer entries than it holds', zip([before, after], { entries: 1 }), 'damaged'],
    ['bytes before it', Buffer.concat([Buffer.from('#!/bin/sh\n'), zip([before, after])]), 'trailing-data'],
    ['bytes behind it', Buffer.concat([zip([before, after]), Buffer.from('ferry')]), 'trailing-data'],
    ['a comment that is too short', zip([before, after], { comment: 'fresh' }).subarray(0, -2), 'truncated'],
  ])('%s', async (_name, bytes, kind) => {
    const facts = await read(bytes, 'wheel');
    expect([kindsOf(facts), pathsOf(facts)]).toEqual([[kind], ['after.py', 'before.py']]);
  });

  test.each([
    ['damaged', Buffer.from([7])],
    ['truncated', deflateRawSync(Buffer.alloc(900, 'bread = 3')).subarray(0, -3)],
  ])('a file whose compressed bytes are %s', async (kind, stored) => {
    const facts = await read(zip([{ name: 'x.py', stored, sizeBytes: 900, checksum: 1 }, after]), 'wheel');
    expect(kindsOf(facts)).toEqual(['bad-checksum', kind, 'wrong-size'].sort());
    expect(pathsOf(facts)).toEqual(['after.py', 'x.py']);
  });

  test('a zip without its directory', async () => {
    const facts = await read(zip([before, after]).subarray(0, -40), 'wheel');
    expect([kindsOf(facts), facts.files]).toEqual([['truncated'], []]);
  });
});

describe('what is no archive is an error with a code', () => {
  test.each<readonly [string, ArchiveKind, Buffer]>([
    ['nothing', 'npm-tarball', Buffer.alloc(0)],
    ['a page instead of a tarball', 'npm-tarball', Buffer.from('<!doctype html><title>Not found</title>')],
    ['a page instead of a wheel', 'wheel', Buffer.from('<!doctype html><title>Not found</title>')],
    ['random bytes', 'sdist', randomBytes(3_000)],
    ['a zip instead of a tarball', 'npm-tarball', zip([{ name: 'a', content: 'a' }])],
    ['a tarball instead of a wheel', 'wheel', gzipSync(tar([{ name: 'a', content: 'a' }]))],
  ])('%s', async (_name, kind, bytes) => {
    await expect(read(bytes, kind)).rejects.toMatchObject({ name: 'ArchiveError', code: 'NOT_AN_ARCHIVE' });
  });

  test('more than 200 MB', async () => {
    await expect(read(Buffer.alloc(200_000_001))).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  test('an empty gzip and an empty zip are archives without files', async () => {
    const facts = [await read(gzipSync('')), await read(zip([]), 'wheel')];
    expect(facts.map(({ irregularities, files }) => [irregularities, files])).toEqual([
      [[], []],
      [[], []],
    ]);
  });
});

describe('bombs and crowds end within seconds', () => {
  test('300 MB of zeros in 300 KB', async () => {
    const bytes = gzipSync(tar([{ name: 'package/zeros.js', content: Buffer.alloc(300_000_000) }]));
    const facts = await read(bytes);
    expect(kindsOf(facts)).toEqual(['too-large', 'truncated']);
    expect(facts.files[0]?.reading).toEqual({ how: 'not-read', reason: 'it has more than 32000000 bytes' });
  });

  test('a zip whose thousand entries share 20 MB of zeros', async () => {
    const shared = Array.from({ length: 1_000 }, (_, index) => ({ name: `a${index}.py`, sharesWith: 0 }));
    const bytes = zip([{ name: 'zeros.py', content: Buffer.alloc(20_000_000) }, ...shared]);
    const facts = await read(bytes, 'wheel');
    expect(kindsOf(facts)).toEqual(['damaged', 'too-large']);
    expect(facts.files.length).toBeLessThan(50);
  });

  test('a zip that says 1 KB and has 200 MB', async () => {
    const facts = await read(zip([{ name: 'a.py', content: Buffer.alloc(200_000_000), sizeBytes: 1_000 }]), 'wheel');
    expect(kindsOf(facts)).toEqual(['too-large']);
  });

  test.each<readonly [string, ArchiveKind, (names: readonly string[]) => Promise<Buffer>]>([
    ['tarball', 'npm-tarball', async (names) => gzipSync(tar(names.map((name) => ({ name: `package/${name}` }))))],
    ['wheel', 'wheel', async (names) => zip(names.map((name) => ({ name, method: 0 })))],
  ])('ten thousand empty files of a %s', async (_name, kind, made) => {
    const bytes = await made(Array.from({ length: 10_000 }, (_, index) => `f${index}.js`));
    const facts = await read(bytes, kind);
    expect([facts.files.length, facts.irregularities]).toEqual([10_000, []]);
  });

  test('50,000 entries are read, and one more is not', async () => {
    const parts = Array.from({ length: 50_001 }, (_, index) => ({ name: `package/f${index}.js` }));
    const [most, more] = [await readTar(parts.slice(1)), await readTar(parts)];
    expect([most.files.length, most.irregularities]).toEqual([50_000, []]);
    expect([more.files.length, kindsOf(more)]).toEqual([50_000, ['too-many-entries']]);
  });

  test.each([
    [1_000, []],
    [1_001, ['too-many-entries']],
  ])('%d gzip files one after the other', async (count, kinds) => {
    const facts = await read(Buffer.concat(Array.from({ length: count }, () => gzipSync(''))));
    expect(kindsOf(facts)).toEqual(kinds);
  });

  test('100 MB of headers that cannot be read', async () => {
    const bytes = gzipSync(
      Buffer.concat([
        tar([{ name: 'package/a.js', content: CODE }], { end: false }),
        Buffer.alloc(100_000_000, 'quayside'),
      ]),
    );
    const facts = await read(bytes);
    expect([kindsOf(facts), pathsOf(facts)]).toEqual([['bad-checksum', 'too-many-entries'], ['a.js']]);
  });

  test('sixty paths of a megabyte', async () => {
    const bytes = gzipSync(
      tar(
        Array.from({ length: 60 }, (_, index) => [
          { name: 'long', type: 'L', content: 'a/'.repeat(500_000) + String(index) },
          { name: 'x', content: CODE },
        ]).flat(),
      ),
    );
    const facts = await read(bytes);
    expect([facts.files.length, kindsOf(facts)]).toEqual([60, ['long-path']]);
  });

  test.each([
    [32_000_000, 'text'],
    [32_000_001, 'not-read'],
  ])('a file of %d bytes: %s, with its digest', async (bytes, how) => {
    const content = Buffer.alloc(bytes, 'the tide comes in, ');
    const archive = await packTar([{ header: { name: 'package/a.js', size: bytes }, body: content }]);
    const [file] = (await read(gzipSync(archive, { level: 1 }))).files;
    expect([file?.bytes, file?.sha256, file?.reading.how]).toEqual([bytes, hash('sha256', content), how]);
    const [inZip] = (await read(zip([{ name: 'a.js', content }]), 'wheel')).files;
    expect([inZip?.bytes, inZip?.sha256, inZip?.reading.how]).toEqual([bytes, file?.sha256, how]);
  });
});

/** What cannot know a size beforehand writes it after the content. */
async function streamedZip(): Promise<Buffer> {
  const packed = new ZipFile();
  for (const path of ['a.py', 'b.py']) packed.addReadStream(Readable.from(['bread = 1\n']), path);
  packed.end();
  return buffer(packed.outputStream);
}

/** One tar in two gzip members, as parallel compressors write it. */
function inMembers(bytes: Buffer, at: number): Buffer {
  return Buffer.concat([gzipSync(bytes.subarray(0, at)), gzipSync(bytes.subarray(at))]);
}
