import { expect, it } from 'vitest';
import type { ArchiveManifest } from '../../src/model/source.ts';
import type { Release } from '../../src/model/release.ts';
import { declaring, read } from '../../src/testing/sources.ts';
import { differences } from './manifest-differences.ts';

const harbor = (specifier: string) => ({ dependencies: { harbor: specifier } });

it.each<[name: string, inArchive: Partial<ArchiveManifest>, inDocument: Partial<Release>, kinds: readonly string[]]>([
  [
    'a hook that only the archive has',
    { installScripts: { preinstall: 'node x.js' } },
    { installScripts: {} },
    ['scripts preinstall'],
  ],
  [
    'another command',
    { installScripts: { install: 'node x.js' } },
    { installScripts: { install: 'node y.js' } },
    ['scripts install'],
  ],
  ['spaces', { installScripts: { install: 'node  x.js ' } }, { installScripts: { install: 'node x.js' } }, []],
  [
    'what npm adds to the document where there is a binding.gyp',
    { installScripts: {} },
    { installScripts: { install: 'node-gyp rebuild' } },
    [],
  ],
  ['prepare, which does not run', { installScripts: { prepare: 'node x.js' } }, { installScripts: {} }, []],
  ['scripts that a mirror leaves out', { installScripts: { install: 'node x.js' } }, { installScripts: null }, []],
  ['an executable that only the archive has', { bin: { crane: 'crane.js' } }, { bin: {} }, ['bin crane']],
  ['an executable that is another file', { bin: { crane: 'crane.js' } }, { bin: { crane: 'cli.js' } }, ['bin crane']],
  ['spellings of a path', { bin: { crane: './dist/crane.js' } }, { bin: { crane: 'dist/crane.js' } }, []],
  ['the scope of a name', { bin: { '@tidewater/crane': 'crane.js' } }, { bin: { crane: 'crane.js' } }, []],
  ['executables that a mirror leaves out', { bin: { crane: 'crane.js' } }, { bin: null }, []],
  ['a dependency that only the archive has', harbor('^1.0.0'), { dependencies: {} }, ['dependencies harbor']],
  ['a dependency that only the document has', {}, { dependencies: { harbor: '^1.0.0' } }, ['dependencies harbor']],
  ['another range', harbor('^1.0.0'), { dependencies: { harbor: '^1.0.1' } }, ['dependencies harbor']],
  [
    'forms of a git address',
    harbor('github:tidewater/harbor'),
    { dependencies: { harbor: 'git+https://github.com/tidewater/harbor.git' } },
    [],
  ],
  [
    'short and ssh forms',
    harbor('tidewater/harbor#v1'),
    { dependencies: { harbor: 'git+ssh://git@github.com/tidewater/harbor.git#v1' } },
    [],
  ],
  [
    'another commit',
    harbor('tidewater/harbor#v1'),
    { dependencies: { harbor: 'github:tidewater/harbor#v2' } },
    ['dependencies harbor'],
  ],
  [
    'optional dependencies, which npm lists under both',
    { optionalDependencies: { harbor: '^1.0.0' } },
    { dependencies: { harbor: '^1.0.0' }, optionalDependencies: null },
    [],
  ],
  [
    'optional dependencies that the document does not show',
    { optionalDependencies: { harbor: '^1.0.0' } },
    { dependencies: {}, optionalDependencies: null },
    [],
  ],
])('%s', (_name, inArchive, inDocument, kinds) => {
  const { facts, listed } = declaring(read('1.0.0'), inArchive, inDocument);
  const { manifest } = facts.archives[0];
  if (manifest === null) throw new Error('the archive has a manifest');
  expect(differences(manifest, listed).map(({ kind, name }) => `${kind} ${name}`)).toEqual(kinds);
});
