import { describe, expect, test } from 'vitest';
import type { ArchiveKind, ArchiveManifest } from '../model/source.ts';
import { isManifestPart, manifestOf, type ReadManifest } from './manifest.ts';

function npm(manifest: unknown): ReadManifest | null {
  const content = typeof manifest === 'string' ? manifest : JSON.stringify(manifest);
  return manifestOf('npm-tarball', new Map([['package.json', Buffer.from(content)]]));
}

function python(parts: Readonly<Record<string, string>>, kind: ArchiveKind = 'sdist'): ReadManifest | null {
  return manifestOf(kind, new Map(Object.entries(parts).map(([path, content]) => [path, Buffer.from(content)])));
}

describe("an npm package's manifest", () => {
  test('has what an installation reads, as written', () => {
    const read = npm({
      name: '@tidewater/harbor-mcp',
      version: '1.0.16',
      scripts: { postinstall: 'node setup.js', prepare: 'husky', test: 'vitest' },
      dependencies: { zod: '^4' },
      optionalDependencies: { fsevents: '*' },
      bin: { harbor: './cli.js' },
      main: 'lib/index.js',
      mcpName: 'io.github.tidewater/harbor',
      gypfile: false,
    });
    expect(read?.manifest).toEqual({
      path: 'package.json',
      name: '@tidewater/harbor-mcp',
      version: '1.0.16',
      installScripts: { postinstall: 'node setup.js', prepare: 'husky' },
      dependencies: { zod: '^4' },
      optionalDependencies: { fsevents: '*' },
      bin: { harbor: './cli.js' },
      main: 'lib/index.js',
      mcpName: 'io.github.tidewater/harbor',
      gypfile: false,
    } satisfies ArchiveManifest);
  });

  test('a single program is called like the package without its scope', () => {
    expect(npm({ name: '@tidewater/harbor-mcp', bin: 'cli.js' })?.manifest.bin).toEqual({ 'harbor-mcp': 'cli.js' });
  });

  test('fields of odd types say nothing', () => {
    const read = npm({
      name: 7,
      version: ['1'],
      scripts: 'x',
      dependencies: { a: 1, b: '2' },
      bin: 3,
      main: {},
      gypfile: 'no',
    });
    expect(read?.manifest).toMatchObject({
      name: null,
      version: null,
      installScripts: {},
      dependencies: { b: '2' },
      bin: {},
      main: null,
      gypfile: null,
    });
  });

  test('a key that is a name of every object is a key', () => {
    const read = npm('{"dependencies":{"__proto__":"1.0.0","constructor":"2.0.0"}}');
    expect(Object.entries(read?.manifest.dependencies ?? {})).toEqual([
      ['__proto__', '1.0.0'],
      ['constructor', '2.0.0'],
    ]);
  });

  test('a script of a megabyte is cut', () => {
    expect(npm({ scripts: { install: 'x'.repeat(1_000_000) } })?.manifest.installScripts.install).toHaveLength(8_001);
  });

  test('main, programs and exports are what is loaded; patterns name no file', () => {
    const exports = {
      '.': { types: './a.d.ts', import: ['./a.mjs', './b.mjs'], default: './a.cjs' },
      './*': './lib/*.js',
      './x': null,
    };
    expect(npm({ main: 'm.js', bin: { c: './c.js' }, exports, module: 'n.js' })?.launched).toEqual([
      'm.js',
      './c.js',
      './a.d.ts',
      './a.mjs',
      './b.mjs',
      './a.cjs',
      'n.js',
    ]);
  });

  test.each([
    ['no JSON', 'export default {}'],
    ['a list', '[]'],
    ['nothing', ''],
    ['200,000 brackets', '['.repeat(200_000)],
  ])('%s is no manifest', (_name, content) => {
    expect(npm(content)).toBeNull();
  });

  test('a byte order mark is read past', () => {
    expect(npm('\uFEFF{"name":"ferry-times"}')?.manifest.name).toBe('ferry-times');
  });
});

describe("a Python distribution's manifest", () => {
  const METADATA = [
    'Metadata-Version: 2.4',
    'Name: lantern-bakery',
    'Version: 2.0.1',
    'Summary: Bread by lamplight',
    'Requires-Dist: httpx (>=0.27)',
    'Requires-Dist: mcp[cli]>=1.2; python_version >= "3.10"',
    'Requires-Dist: mcp<1.2; python_version < "3.10"',
    '',
    '# Lantern bakery',
    '<!-- mcp-name: io.github.lantern/bakery -->',
    'Name: not-this-one',
  ].join('\n');

  test('is in METADATA of a wheel, with its console scripts', () => {
    const entryPoints =
      '[console_scripts]\nbakery = lantern_bakery.cli:main\n\n[pytest11]\nbakery = lantern_bakery.testing\n';
    const read = python(
      {
        'lantern_bakery-2.0.1.dist-info/METADATA': METADATA,
        'lantern_bakery-2.0.1.dist-info/entry_points.txt': entryPoints,
      },
      'wheel',
    );
    expect(read?.manifest).toEqual({
      path: 'lantern_bakery-2.0.1.dist-info/METADATA',
      name: 'lantern-bakery',
      version: '2.0.1',
      installScripts: {},
      dependencies: { httpx: '(>=0.27)', mcp: '[cli]>=1.2; python_version >= "3.10" | <1.2; python_version < "3.10"' },
      optionalDependencies: {},
      bin: { bakery: 'lantern_bakery.cli:main' },
      main: null,
      mcpName: 'io.github.lantern/bakery',
      gypfile: null,
    } satisfies ArchiveManifest);
    expect(read?.launchedModules).toEqual(['lantern_bakery.cli']);
  });

  test('is in PKG-INFO of an sdist, with the scripts of pyproject.toml', () => {
    const project =
      '[project]\nname = "other"\n\n[project.scripts]\n"bakery" = \'lantern_bakery.cli:main\' # bread\n[project.gui-scripts]\nlamp = "lantern_bakery.lamp:main [gui]"\n';
    const read = python({
      'PKG-INFO': METADATA,
      'pyproject.toml': project,
      'src/b.egg-info/PKG-INFO': 'Name: third\n',
    });
    expect(read?.manifest).toMatchObject({
      path: 'PKG-INFO',
      name: 'lantern-bakery',
      bin: { bakery: 'lantern_bakery.cli:main', lamp: 'lantern_bakery.lamp:main [gui]' },
    });
    expect(read?.launchedModules).toEqual(['lantern_bakery.cli', 'lantern_bakery.lamp']);
  });

  test('is pyproject.toml where there is nothing else', () => {
    expect(python({ 'pyproject.toml': '[project]\nname = "lantern-bakery"\nversion = "1"\n' })?.manifest).toMatchObject(
      { path: 'pyproject.toml', name: 'lantern-bakery', version: '1' },
    );
  });

  test('a description in a field, as older metadata has it', () => {
    expect(
      python({
        'PKG-INFO': 'Name: a\r\nDescription: Bread\r\n        mcp-name: io.github.lantern/bakery\r\nKeywords: x\r\n',
      })?.manifest.mcpName,
    ).toBe('io.github.lantern/bakery');
  });

  test.each<readonly [string, string, readonly string[]]>([
    [
      'a backend in the sdist runs when it is built',
      '[build-system]\nbuild-backend = "bake:oven"\nbackend-path = ["_build"]\n',
      ['_build/bake.py', '_build/bake/__init__.py'],
    ],
    ['a backend from elsewhere is no file of it', '[build-system]\nbuild-backend = "hatchling.build"\n', []],
    ["poetry's build script", '[tool.poetry.build]\nscript = "build.py"\n', ['build.py']],
  ])('%s', (_name, project, built) => {
    expect(python({ 'pyproject.toml': project })?.built).toEqual(built);
  });

  test('no part of it, no manifest', () => {
    expect(python({})).toBeNull();
  });
});

test.each<readonly [ArchiveKind, string, boolean]>([
  ['npm-tarball', 'package.json', true],
  ['npm-tarball', 'lib/package.json', false],
  ['wheel', 'a-1.dist-info/METADATA', true],
  ['wheel', 'a/b-1.dist-info/METADATA', false],
  ['sdist', 'PKG-INFO', true],
  ['sdist', 'src/a.egg-info/entry_points.txt', true],
  ['sdist', 'docs/PKG-INFO', false],
])('in %s, %s is part of the manifest: %s', (kind, path, expected) => {
  expect(isManifestPart(kind, path)).toBe(expected);
});
