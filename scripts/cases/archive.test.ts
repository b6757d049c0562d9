import { text as textOfStream } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { unpackTar } from 'modern-tar';
import { describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { resolve } from '../../src/evidence/pointer.ts';
import { textAt } from '../../test/registries/at.ts';
import type { Json } from '../../src/model/place.ts';
import { type Archive, archivesOf, hexDigest, integrityOf } from './archive.ts';
import { ferryServer } from './bases/ferry-server.ts';
import { tidesServer } from './bases/tides-server.ts';
import type { ReconstructedCase } from './case.ts';
import { packumentOf, projectOf } from './documents.ts';
import { feedOf } from './feed.ts';
import { twin } from './story.ts';

const ABOUT = { id: 'harbour', campaign: 'none', technique: 'none', follows: 'nothing' };
const DEEP = `dist/locales/${'harbours-of-the-north/'.repeat(5)}da.json`;
const NPM = 'http://127.0.0.1:7/npm';
const PYPI = 'http://127.0.0.1:7/pypi';

const TIDES = twin(ABOUT, {
  variant: 'tides',
  note: '',
  name: '@lantern/tides',
  brand: 'lantern',
  base: tidesServer,
  steps: [
    { version: '1.0.0', daysAgo: 9, attested: true },
    {
      version: '1.0.1',
      daysAgo: 2,
      publisher: 'newcomer',
      attested: false,
      manifest: { scripts: { postinstall: 'node hook.js' } },
      registrySide: { scripts: {} },
      files: { [DEEP]: '{}\n', 'dist/link': { linkTo: '/etc/hosts' }, '../up.txt': 'up\n', LICENSE: null },
    },
  ],
});

const FERRIES = twin(
  { ...ABOUT, ecosystem: 'pypi' },
  {
    variant: 'ferries',
    note: '',
    name: 'lantern-ferries',
    brand: 'lantern',
    base: ferryServer,
    steps: [{ version: '0.1.0', daysAgo: 9, files: { 'lantern.pth': 'import os\n', 'tests/test_pier.py': 'pass\n' } }],
  },
);

describe('a tarball', () => {
  test('unpacks to the files of its release, with package.json from its manifest', async () => {
    const entries = await unpackTar(gunzipSync(archiveOf(TIDES, 1, 'npm-tarball').bytes));
    const byName = new Map(
      entries.map(({ header, data }) => [header.name, { header, text: Buffer.from(data ?? []).toString() }]),
    );
    expect(JSON.parse(byName.get('package/package.json')?.text ?? '')).toMatchObject({
      name: '@lantern/tides',
      version: '1.0.1',
      scripts: { postinstall: 'node hook.js' },
    });
    expect(byName.get('package/dist/index.js')?.text).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(byName.get(`package/${DEEP}`)?.text).toBe('{}\n');
    expect(byName.get('package/dist/link')?.header).toMatchObject({ type: 'symlink', linkname: '/etc/hosts' });
    expect(byName.has('package/LICENSE')).toBe(false);
  });

  test('keeps a path that climbs as it is written', () => {
    expect(gunzipSync(archiveOf(TIDES, 1, 'npm-tarball').bytes).includes('package/../up.txt\0')).toBe(true);
  });

  test('says nothing of when or where it was made', () => {
    expect(archiveOf(TIDES, 0, 'npm-tarball').bytes.subarray(0, 10).toString('hex')).toMatch(/^1f8b0800000000000.ff$/);
  });
});

describe('a wheel', () => {
  test('has the modules, a .pth at its root and its metadata, and no tests', async () => {
    const files = await unzipped(archiveOf(FERRIES, 0, 'wheel').bytes);
    expect([...files.keys()]).toEqual([
      'lantern_ferries/__init__.py',
      'lantern_ferries/server.py',
      'lantern_ferries/timetable.py',
      'lantern.pth',
      'lantern_ferries-0.1.0.dist-info/METADATA',
      'lantern_ferries-0.1.0.dist-info/WHEEL',
      'lantern_ferries-0.1.0.dist-info/entry_points.txt',
      'lantern_ferries-0.1.0.dist-info/RECORD',
    ]);
    expect(files.get('lantern.pth')).toBe('import os\n');
    expect(files.get('lantern_ferries-0.1.0.dist-info/METADATA')).toMatch(
      /^Metadata-Version: 2\.4\nName: lantern-ferries\nVersion: 0\.1\.0\n/,
    );
    expect(files.get('lantern_ferries-0.1.0.dist-info/METADATA')).toContain(
      'mcp-name: io.github.lantern/lantern-ferries',
    );
    expect(files.get('lantern_ferries-0.1.0.dist-info/entry_points.txt')).toContain(
      'lantern-ferries = lantern_ferries.server:main',
    );
    expect(files.get('lantern_ferries-0.1.0.dist-info/RECORD')).toContain('lantern_ferries/server.py,sha256=');
  });
});

describe('an sdist', () => {
  test('has all but the .pth, below a folder of its name and version', async () => {
    const entries = await unpackTar(gunzipSync(archiveOf(FERRIES, 0, 'sdist').bytes));
    const names = entries.map(({ header }) => header.name);
    expect(names).toContain('lantern_ferries-0.1.0/PKG-INFO');
    expect(names).toContain('lantern_ferries-0.1.0/pyproject.toml');
    expect(names).toContain('lantern_ferries-0.1.0/tests/test_pier.py');
    expect(names).not.toContain('lantern_ferries-0.1.0/lantern.pth');
  });
});

describe('a packument', () => {
  const document = packumentOf(TIDES, NPM);
  const { bytes, unpackedBytes } = archiveOf(TIDES, 1, 'npm-tarball');

  test('says of each release where its tarball lies and what its digests are', () => {
    expect(resolve(document, '/versions/1.0.1/dist')).toEqual({
      integrity: integrityOf(bytes),
      shasum: hexDigest('sha1', bytes),
      fileCount: expect.any(Number),
      unpackedSize: unpackedBytes,
      tarball: `${NPM}/@lantern/tides/-/tides-1.0.1.tgz`,
    });
  });

  test('shows what the registry shows, where that differs from the archive', () => {
    expect(resolve(document, '/versions/1.0.1/scripts')).toEqual({});
    expect(resolve(document, '/versions/1.0.1/hasInstallScript')).toBeUndefined();
    expect(resolve(document, '/versions/1.0.0/scripts/build')).toBe('tsc');
  });

  test('shows who published, what was attested and when', () => {
    expect(resolve(document, '/versions/1.0.0/_npmUser/name')).toBe('lantern');
    expect(resolve(document, '/versions/1.0.1/_npmUser/name')).toBe('newcomer');
    expect(resolve(document, '/versions/1.0.0/dist/attestations/provenance/predicateType')).toMatch(
      /^https:\/\/slsa\.dev\//,
    );
    expect(resolve(document, '/time')).toEqual({
      created: '2026-06-20T00:00:00.000Z',
      modified: '2026-06-27T00:00:00.000Z',
      '1.0.0': '2026-06-20T00:00:00.000Z',
      '1.0.1': '2026-06-27T00:00:00.000Z',
    });
  });
});

describe('what is served', () => {
  const feed = feedOf([TIDES, FERRIES]);

  test('a tarball under its file name, and nothing under another', () => {
    expect(feed.npmArchive('@lantern/tides', 'tides-1.0.1.tgz')).toEqual(archiveOf(TIDES, 1, 'npm-tarball').bytes);
    expect(feed.npmArchive('@lantern/tides', 'tides-1.0.2.tgz')).toBeUndefined();
    expect(feed.npmArchive('lantern-ferries', 'tides-1.0.1.tgz')).toBeUndefined();
    expect(feed.npm('lantern-ferries', NPM)).toBeUndefined();
  });

  test('files of PyPI under the addresses that the project names', () => {
    const urls = resolve(projectOf(FERRIES, PYPI), '/urls');
    if (!Array.isArray(urls)) throw new Error('no files');
    const served = urls.map((file: Json) => feed.pypiFile((textAt(file, 'url') ?? '').slice(PYPI.length)));
    expect(served.map((bytes) => hexDigest('sha256', bytes ?? Buffer.alloc(0)))).toEqual(
      urls.map((file: Json) => resolve(file, '/digests/sha256')),
    );
    expect(feed.pypiFile('/packages/aa/bb/cc/lantern_ferries-0.1.0.tar.gz')).toBeUndefined();
  });
});

function archiveOf(of: ReconstructedCase, at: number, kind: Archive['kind']): Archive {
  const release = of.releases[at];
  const found = release === undefined ? undefined : archivesOf(of, release).find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
}

async function unzipped(bytes: Buffer): Promise<ReadonlyMap<string, string>> {
  const zip = await fromBufferPromise(bytes, { strictFileNames: true });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await textOfStream(await zip.openReadStreamPromise(entry)));
  return files;
}
