import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ArchiveFacts, ArchiveKind, Fact, FileFacts, Language } from '../model/source.ts';
import { describedAsText, type Files, npmTarball, published, sdist, tar, wheel } from '../testing/archives.ts';
import { MAX_DESCRIBED_AT_ONCE, MAX_HELD_BYTES } from './bounds.ts';
import { describeArchive } from './describe.ts';
import type { DescribeFile } from './facts/describe.ts';

/** Stands for a parser: each line `import x`, `require x` or `run x` is a fact. */
const describedByLines: DescribeFile = async (content, _path, language) => {
  const lines = content.toString('utf8').split('\n');
  const facts = lines.flatMap((line) => {
    const [word = '', ...rest] = line.split(' ');
    const value = rest.join(' ');
    if (word === 'run') return [factOf('process', value, 'spawn')];
    return word === 'import' || word === 'require' ? [factOf('import', value, word)] : [];
  });
  return { language, reading: { how: 'parsed' }, measures: { lines: lines.length, longestLine: 0 }, facts, tools: [] };
};

function factOf(kind: Fact['kind'], value: string, by: string): Fact {
  return { kind, value, by, line: 1, column: 1, snippet: '', scope: 0 };
}

async function read(kind: ArchiveKind, files: Files, describeFile = describedByLines): Promise<ArchiveFacts> {
  const made = { 'npm-tarball': npmTarball, sdist, wheel }[kind];
  return describeArchive(published(kind, await made(files)), describeFile);
}

function fileAt({ files }: ArchiveFacts, path: string): FileFacts | undefined {
  return files.find((file) => file.path === path);
}

async function entriesOf(kind: ArchiveKind, files: Files): Promise<readonly string[]> {
  return (await read(kind, files)).files.flatMap(({ path, entry, role }) =>
    entry === null ? [] : [`${entry} ${path} ${role}`],
  );
}

async function roleAt(kind: ArchiveKind, files: Files, path: string): Promise<string | undefined> {
  return fileAt(await read(kind, files), path)?.role;
}

async function languageAt(files: Files, path: string): Promise<Language | undefined> {
  return fileAt(await read('npm-tarball', files), path)?.language;
}

describe('what a published archive holds', () => {
  test('everything about it in one piece', async () => {
    const bytes = await npmTarball({
      'package.json': '{"name":"ferry-times","version":"1.0.0"}',
      'index.js': 'run ferry\n',
    });
    const archive = { ...published('npm-tarball', bytes), filename: 'ferry-times-1.0.0.tgz' };
    const facts = await describeArchive(
      { ...archive, digests: { integrity: null, shasum: hash('sha1', bytes), sha256: null } },
      describedByLines,
    );
    expect(facts).toMatchObject({
      filename: 'ferry-times-1.0.0.tgz',
      kind: 'npm-tarball',
      resource: archive.resource,
      bytes: bytes.length,
      unpackedBytes: 50,
      digest: { outcome: 'matches', algorithm: 'sha1' },
      irregularities: [],
      manifest: { name: 'ferry-times', version: '1.0.0' },
    });
    expect(fileAt(facts, 'index.js')).toEqual({
      path: 'index.js',
      bytes: 10,
      sha256: hash('sha256', 'run ferry\n'),
      role: 'runs',
      entry: 'launch',
      language: 'javascript',
      reading: { how: 'parsed' },
      measures: { lines: 2, longestLine: 0 },
      facts: [factOf('process', 'ferry', 'spawn')],
      tools: [],
    } satisfies FileFacts);
  });

  test('files are in code-unit order, those of one path in the order of the archive', async () => {
    const parts = ['b.js', 'a.js', 'B.js', 'a.js', 'ä.js', 'a/b.js'].map((name, index) => ({
      name: `package/${name}`,
      content: String(index),
    }));
    const facts = await describeArchive(published('npm-tarball', gzipSync(tar(parts))), describedByLines);
    expect(facts.files.map(({ path, sha256 }) => [path, sha256])).toEqual(
      [
        ['B.js', '2'],
        ['a.js', '1'],
        ['a.js', '3'],
        ['a/b.js', '5'],
        ['b.js', '0'],
        ['ä.js', '4'],
      ].map(([path, content = '']) => [path, hash('sha256', content)]),
    );
  });

  test('the last manifest of two is the one that is installed', async () => {
    const parts = ['{"name":"first"}', '{"name":"last"}'].map((content) => ({ name: 'package/package.json', content }));
    const facts = await describeArchive(published('npm-tarball', gzipSync(tar(parts))), describedByLines);
    expect(facts.manifest?.name).toBe('last');
  });

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['the folder of npm may have any name', ['ferry-times/a.js', 'other/b.js', '/c.js'], ['a.js', 'b.js', 'c.js']],
    ['a file beside it stays', ['a.js'], ['a.js']],
    ['a single dot is no folder inside', ['package/./lib//a.js'], ['lib/a.js']],
  ])('%s', async (_name, names, paths) => {
    const bytes = gzipSync(tar(names.map((name) => ({ name, content: name }))));
    expect(
      (await describeArchive(published('npm-tarball', bytes), describedByLines)).files.map(({ path }) => path),
    ).toEqual(paths);
  });

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['the folder of an sdist is cut off', ['bakery-1/PKG-INFO', 'bakery-1/src/a.py'], ['PKG-INFO', 'src/a.py']],
    ['also behind a dot', ['./bakery-1/PKG-INFO', './bakery-1/a.py'], ['PKG-INFO', 'a.py']],
    ['what lies beside it is not cut', ['bakery-1/a.py', 'setup.py', 'x/b.py'], ['a.py', 'setup.py', 'x/b.py']],
    ['an sdist without a folder has none', ['PKG-INFO', 'src/a.py'], ['PKG-INFO', 'src/a.py']],
  ])('%s', async (_name, names, paths) => {
    const bytes = gzipSync(tar(names.map((name) => ({ name, content: name }))));
    expect((await describeArchive(published('sdist', bytes), describedByLines)).files.map(({ path }) => path)).toEqual(
      paths,
    );
  });

  test('machine code, pictures and empty files are not handed on', async () => {
    const asked: string[] = [];
    const files = { 'a.node': '\x7fELF\0', 'b.wasm': '\0asm\x01', 'c.png': '\x89PNG\0', 'd.js': '', 'e.js': 'x' };
    await read('npm-tarball', files, async (content, path, language) => {
      asked.push(path);
      return describedAsText(content, path, language);
    });
    expect(asked).toEqual(['e.js']);
  });
});

describe('several files are described at once, within bounds', () => {
  test.each([
    ['many small ones', 40, 1_000, MAX_DESCRIBED_AT_ONCE],
    ['few large ones', 12, MAX_HELD_BYTES / 4, 4],
    ['one beyond the bound alone', 3, MAX_HELD_BYTES + 1, 1],
  ])('%s', async (_name, count, bytes, atOnce) => {
    const others: number[] = [];
    let running = 0;
    const names = Array.from({ length: count }, (_, index) => `f${index}.js`);
    const files = Object.fromEntries(names.map((name) => [name, Buffer.alloc(bytes, 'tide ')]));
    await read('npm-tarball', files, async (content, path, language) => {
      others.push(running);
      running += 1;
      await new Promise((resolve) => setTimeout(resolve, 100));
      running -= 1;
      return describedAsText(content, path, language);
    });
    expect(Math.max(...others)).toBe(atOnce - 1);
    // All but the first few find the others at work.
    expect(others.filter((each) => each === atOnce - 1).length).toBeGreaterThanOrEqual((count - atOnce) / 2);
    expect(running).toBe(0);
  });

  test('a description that fails is not caught', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}.js`, 'x']));
    await expect(read('npm-tarball', files, () => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
  });
});

describe('which files an installation or a start runs', () => {
  test.each<readonly [string, object, readonly string[], readonly string[]]>([
    ['a hook', { scripts: { postinstall: 'node setup.js' } }, ['setup.js'], ['install setup.js runs']],
    [
      'a hook in a folder that is called test',
      { scripts: { postinstall: 'node test/setup' } },
      ['test/setup.js'],
      ['install test/setup.js runs'],
    ],
    [
      'a hook by another script',
      { scripts: { install: 'npm run build', build: 'sh docs/x.sh' } },
      ['docs/x.sh'],
      ['install docs/x.sh runs'],
    ],
    [
      'a hook that names no file of the archive',
      { scripts: { postinstall: 'node ../setup.js && node gone.js' } },
      ['setup.js'],
      [],
    ],
    ['a script that no installation runs', { scripts: { test: 'node setup.js' } }, ['setup.js'], []],
    ['a native build', {}, ['binding.gyp'], ['install binding.gyp runs']],
    ['a native build that is switched off', { gypfile: false }, ['binding.gyp'], []],
    ['a native build that another hook stands for', { scripts: { install: 'node x.js' } }, ['binding.gyp'], []],
    [
      'a native build by name',
      { scripts: { install: 'node-gyp rebuild' }, gypfile: false },
      ['binding.gyp'],
      ['install binding.gyp runs'],
    ],
    ['main', { main: './test/lib' }, ['test/lib/index.js'], ['launch test/lib/index.js runs']],
    ['no main', {}, ['index.js'], ['launch index.js runs']],
    [
      'a program',
      { main: 'x', bin: { ferry: 'examples/cli.js' } },
      ['examples/cli.js'],
      ['launch examples/cli.js runs'],
    ],
    [
      'exports, of which declarations and data do not run',
      { exports: { '.': { types: './a.d.ts', default: './a.js' }, './package.json': './package.json' } },
      ['a.d.ts', 'a.js'],
      ['launch a.js runs'],
    ],
    ['a hook and main at once', { main: 'a.js', scripts: { install: 'node a.js' } }, ['a.js'], ['install a.js runs']],
  ])('npm: %s', async (_name, manifest, paths, entries) => {
    const files = Object.fromEntries(paths.map((path) => [path, 'tide = 1\n']));
    expect(await entriesOf('npm-tarball', { 'package.json': JSON.stringify(manifest), ...files })).toEqual(entries);
  });

  test('Python: setup.py, the build backend, top packages, console scripts, what runs whenever Python starts', async () => {
    const project =
      '[build-system]\nbuild-backend = "bake"\nbackend-path = ["tests"]\n[project.scripts]\nbakery = "bakery.examples.cli:main"\n';
    const paths = [
      'setup.py',
      'tests/bake.py',
      'tests/__init__.py',
      'bakery/__init__.py',
      'bakery/__main__.py',
      'bakery/oven.py',
      'bakery/examples/__init__.py',
      'bakery/examples/cli.py',
      'bakery.pth',
    ];
    const files = Object.fromEntries(paths.map((path) => [path, 'tide = 1\n']));
    expect(await entriesOf('sdist', { 'pyproject.toml': project, ...files })).toEqual([
      'launch bakery.pth runs',
      'launch bakery/__init__.py runs',
      'launch bakery/__main__.py runs',
      'launch bakery/examples/__init__.py runs',
      'launch bakery/examples/cli.py runs',
      'install setup.py runs',
      'install tests/bake.py runs',
    ]);
  });

  test('a wheel: folders of its own for modules and programs; setup.py is a module like any other', async () => {
    const files = {
      'bakery/__init__.py': 'x',
      'setup.py': 'x',
      'b-1.data/scripts/bake': 'x',
      'b-1.data/purelib/sitecustomize.py': 'x',
      'b-1.data/data/x.pth': 'x',
    };
    expect(await entriesOf('wheel', files)).toEqual([
      'launch b-1.data/purelib/sitecustomize.py runs',
      'launch b-1.data/scripts/bake runs',
      'launch bakery/__init__.py runs',
    ]);
  });
});

describe('what is run has the role of what runs, whatever its folder', () => {
  test.each<readonly [string, ArchiveKind, Files, string]>([
    ['required by main', 'npm-tarball', { 'index.js': 'require ./test/a', 'test/a.js': 'x' }, 'test/a.js'],
    [
      'required by what is required',
      'npm-tarball',
      { 'index.js': 'require ./test/a', 'test/a.js': 'require ../docs/b.js', 'docs/b.js': 'x' },
      'docs/b.js',
    ],
    [
      'started by a program',
      'npm-tarball',
      { 'lib/a.js': 'run node fixtures/a.js', 'fixtures/a.js': 'x' },
      'fixtures/a.js',
    ],
    [
      'imported by a module',
      'wheel',
      { 'bakery/__init__.py': 'import .tests.oven', 'bakery/tests/oven.py': 'x' },
      'bakery/tests/oven.py',
    ],
    ['imported from the root', 'wheel', { 'bakery/a.py': 'import tests.oven', 'tests/oven.py': 'x' }, 'tests/oven.py'],
    [
      'imported from two folders up',
      'wheel',
      { 'bakery/deep/a.py': 'import ..tests', 'bakery/tests/__init__.py': 'x' },
      'bakery/tests/__init__.py',
    ],
  ])('%s', async (_name, kind, files, path) => {
    expect(await roleAt(kind, files, path)).toBe('runs');
  });

  test.each<readonly [string, Files, string, string]>([
    ['a test that loads a test', { 'test/a.js': 'require ./b', 'test/b.js': 'x' }, 'test/b.js', 'test'],
    ['a fixture that is data', { 'index.js': 'require ./test/a.json', 'test/a.json': '{}' }, 'test/a.json', 'test'],
    ['declarations', { 'index.js': 'import ./a.d.ts', 'a.d.ts': 'x' }, 'a.d.ts', 'types'],
    ['a package of that name', { 'index.js': 'require test/a', 'test/a.js': 'x' }, 'test/a.js', 'test'],
    ['a path that climbs out', { 'index.js': 'require ../../test/a', 'test/a.js': 'x' }, 'test/a.js', 'test'],
  ])('but not %s', async (_name, files, path, role) => {
    expect(await roleAt('npm-tarball', files, path)).toBe(role);
  });
});

describe('a file that is run in another language than its name says is described as what it is run as', () => {
  test.each<readonly [string, Files, string, Language]>([
    [
      'node runs a text',
      { 'package.json': '{"scripts":{"install":"node LICENSE.txt"}}', 'LICENSE.txt': 'run ferry' },
      'LICENSE.txt',
      'javascript',
    ],
    [
      'python runs a text',
      { 'package.json': '{"scripts":{"install":"python3 a.dat"}}', 'a.dat': 'run ferry' },
      'a.dat',
      'python',
    ],
    [
      'a shell runs a text',
      { 'package.json': '{"scripts":{"install":"sh a.dat"}}', 'a.dat': 'run ferry' },
      'a.dat',
      'shell',
    ],
    ['main is a text', { 'package.json': '{"main":"tide.md"}', 'tide.md': 'run ferry' }, 'tide.md', 'javascript'],
    [
      'a program requires a text',
      { 'index.js': 'require ./tide.dat', 'tide.dat': 'run ferry' },
      'tide.dat',
      'javascript',
    ],
  ])('%s', async (_name, files, path, language) => {
    const facts = await read('npm-tarball', files);
    expect(fileAt(facts, path)).toMatchObject({ language, role: 'runs', facts: [{ kind: 'process', value: 'ferry' }] });
  });

  test.each<readonly [string, Files, string, Language]>([
    ['JSON that is required', { 'index.js': 'require ./a.json', 'a.json': '{}' }, 'a.json', 'json'],
    ['a text that is imported, which fails', { 'index.js': 'import ./a.txt', 'a.txt': 'x' }, 'a.txt', 'text'],
    ['a text that nothing runs', { 'index.js': 'x', 'a.txt': 'x' }, 'a.txt', 'text'],
  ])('but not %s', async (_name, files, path, language) => {
    expect(await languageAt(files, path)).toBe(language);
  });
});
