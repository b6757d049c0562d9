import { gzipSync } from 'node:zlib';
import { ArchiveError } from '../../src/archives/archive-error.ts';
import { describeArchive } from '../../src/archives/describe.ts';
import { fileDescriber } from '../../src/archives/facts/describe.ts';
import type { ArchiveKind } from '../../src/model/source.ts';
import { tar, type TarEntry } from '../cases/tar.ts';
import { zip } from '../cases/zip.ts';
import { must, type Trial } from './trial.ts';

const MANIFEST = { path: 'package/package.json', content: Buffer.from('{"name":"ferry","version":"1.0.0"}') };
const MOST_RSS_GROWTH_BYTES = 600_000_000;

type Made = readonly [name: string, kind: ArchiveKind, make: () => Buffer];

/** Archives that want to be more than they look: each is described within bounds, or refused with a reason. */
export function bombTrials(): readonly Trial[] {
  const describe = fileDescriber();
  return archives().map(([name, kind, make]) => ({
    name,
    async run() {
      const bytes = make();
      const resource = {
        uri: 'https://packages.harbour.invalid/ferry.tgz',
        sha256: '',
        retrievedAt: '2026-06-29T00:00:00Z',
      };
      const beforeBytes = process.memoryUsage.rss();
      try {
        const facts = await describeArchive(
          { bytes, filename: 'ferry', kind, resource, digests: { integrity: null, shasum: null, sha256: null } },
          describe,
        );
        must(!Object.hasOwn(Object.prototype, 'polluted'), 'Object.prototype is changed');
        must(process.memoryUsage.rss() - beforeBytes < MOST_RSS_GROWTH_BYTES, 'memory without bounds');
        return facts.irregularities.length > 0 ? 'described, with what is odd about it' : 'described';
      } catch (error) {
        must(error instanceof ArchiveError, error instanceof Error ? (error.stack ?? error.message) : String(error));
        return `refused: ${error.code}`;
      }
    },
  }));
}

function archives(): readonly Made[] {
  return [
    npm('as it should be', () => [file('index.js', 'export const ferry = 1;\n')]),
    npm('150 MB of zeros', () => [file('zeros.js', Buffer.alloc(150_000_000))]),
    npm('260 MB of zeros', () => [file('zeros.bin', Buffer.alloc(260_000_000))]),
    npm('40,000 files', () => Array.from({ length: 40_000 }, (_, at) => file(`${at}.js`))),
    npm('a file of 30 MB on one line', () => [file('line.js', `const ferry = "${'f'.repeat(30_000_000)}";`)]),
    npm('20,000 brackets in each other', () => [file('deep.js', '['.repeat(20_000) + ']'.repeat(20_000))]),
    npm('20,000 calls in each other', () => [file('calls.js', `${'f('.repeat(20_000)}1${')'.repeat(20_000)}`)]),
    npm('20,000 brackets of Python in each other', () => [file('deep.py', '['.repeat(20_000) + ']'.repeat(20_000))]),
    npm('JSON of 100,000 levels', () => [file('deep.json', '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000))]),
    npm('a manifest of 100,000 levels', () => [
      { path: 'package/package.json', content: Buffer.from('['.repeat(100_000)) },
    ]),
    npm('a manifest with own keys of objects', () => [
      {
        path: 'package/package.json',
        content: Buffer.from(
          '{"name":"ferry","__proto__":{"polluted":true},"scripts":{"__proto__":{"polluted":true},"constructor":"x"},"bin":{"../../ferry":"x.js"}}',
        ),
      },
    ]),
    npm('settings with own keys of objects', () => [
      file('.vscode/tasks.json', '{"__proto__":{"polluted":true},"tasks":[{"__proto__":{"polluted":true}}]}'),
    ]),
    npm('climbing, absolute and strange paths', () =>
      ['../../etc/x', '/etc/x', 'C:\\x', '..\\x', 'a\u0000b', 'a\u202eb', 'con', 'a//b', './a', 'A', 'a'].map(
        (path) => ({ path: `package/${path}`, content: Buffer.from('x') }),
      ),
    ),
    npm('links out of the folder', () => [
      { path: 'package/link', linkTo: '../../../etc/hostname' },
      { path: 'package/self', linkTo: 'self' },
    ]),
    npm('an archive in an archive', () => [
      file('inner.tgz', gzipSync(tar([MANIFEST, file('zeros', Buffer.alloc(50_000_000))]))),
    ]),
    npm('a name that hangs a careless pattern', () => [file(`readme${'.md'.repeat(28)}!`)]),
    npm('a slice of blanks', () => [file('slice.py', `ferry = "quay"[${' '.repeat(50_000)}x]\n`)]),
    npm('a format string of braces', () => [
      file('braces.py', `ferry = "${'{a'.repeat(9_000)}".format(1)\n`),
      file('more.py', `ferry = "${'{aa{b}'.repeat(3_000)}".format(1)\n`),
    ]),
    npm('a million blanks before a line break', () => [file('blanks.sh', `curl${' '.repeat(1_000_000)}\n`)]),
    ['a gzip of a gzip of zeros', 'npm-tarball', () => gzipSync(gzipSync(Buffer.alloc(100_000_000)))],
    ['a gzip that is cut', 'npm-tarball', () => gzipSync(tar([MANIFEST])).subarray(0, 60)],
    ['garbage', 'npm-tarball', () => Buffer.from('ferry times')],
    ['nothing', 'wheel', () => Buffer.alloc(0)],
    ['a zip for a tarball', 'npm-tarball', () => zip([MANIFEST])],
    ['a tarball for a wheel', 'wheel', () => gzipSync(tar([MANIFEST]))],
    [
      'a wheel of 150 MB of zeros',
      'wheel',
      () => zip([{ path: 'ferry/zeros.py', content: Buffer.alloc(150_000_000) }]),
    ],
    [
      'a wheel of 40,000 files',
      'wheel',
      () =>
        zip(Array.from({ length: 40_000 }, (_, at) => ({ path: `ferry/${at}.py`, content: Buffer.from('x = 1\n') }))),
    ],
    [
      'a zip whose directory lies',
      'wheel',
      () => lying(zip([{ path: 'ferry/a.py', content: Buffer.from('x = 1\n') }])),
    ],
    ['a zip that is cut', 'wheel', () => zip([{ path: 'ferry/a.py', content: Buffer.alloc(1_000) }]).subarray(0, 500)],
  ];
}

/** The directory says 4 GB of a file of six bytes. */
function lying(archive: Buffer): Buffer {
  const directory = archive.indexOf('PK\x01\x02', 0, 'latin1');
  archive.writeUInt32LE(0xfffffff0, directory + 24);
  return archive;
}

function npm(name: string, entries: () => readonly TarEntry[]): Made {
  return [name, 'npm-tarball', () => gzipSync(tar([MANIFEST, ...entries()]), { level: 1 })];
}

function file(path: string, content: string | Buffer = 'x = 1\n'): TarEntry {
  return { path: `package/${path}`, content: Buffer.from(content) };
}
