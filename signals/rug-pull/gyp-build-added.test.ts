import { describeSignal } from '../../src/testing/describe-signal.ts';
import { fact, irregular, rests } from '../../src/testing/facts.ts';
import { declaring, packed, read, shallow, sourced, sourcedAs, wheel } from '../../src/testing/sources.ts';
import { gypBuildAdded } from './gyp-build-added.ts';

const before = read('1.0.0');
const build = rests('data', 'binding.gyp');
const asking = (command: string) => rests('data', 'binding.gyp', fact('auto-run', command, '.gyp command'));

describeSignal(gypBuildAdded, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'a build file and nothing to build': {
      on: sourced(before, read('1.0.1', build)),
      citing: ['/binding.gyp'],
      weight: 45,
    },
    'a build file with its sources': {
      on: sourced(before, read('1.0.1', build, rests('data', 'src/tide.cc'))),
      citing: ['/binding.gyp'],
      weight: 20,
    },
    'a build file that runs a command': {
      on: sourced(before, read('1.0.1', asking('node setup.js'))),
      citing: ['/binding.gyp:1:1', '/binding.gyp'],
      weight: 60,
    },
    'a build file that was there comes to run a command': {
      on: sourced(read('1.0.0', build), read('1.0.1', asking('curl https://driftwood.invalid'))),
      citing: ['/binding.gyp:1:1'],
      weight: 60,
    },
  },
  silent: {
    'it was always there': sourced(read('1.0.0', build), read('1.0.1', build)),
    'an install script builds it, which the history tells': sourced(
      before,
      declaring(read('1.0.1', build), { installScripts: { install: 'node-gyp-build' } }),
    ),
    'the package says that npm shall not build it': sourced(
      before,
      declaring(read('1.0.1', build), { gypfile: false }),
    ),
    'a dependency’s, further down': sourced(before, read('1.0.1', rests('data', 'deps/x/binding.gyp'))),
    'a module asks for its headers': sourced(
      read('1.0.0', build),
      read('1.0.1', asking(`node -p "require('node-addon-api').include"`)),
    ),
  },
  unseen: {
    ...shallow,
    'an archive that was not read to its end': sourced(
      before,
      packed(read('1.0.1'), { irregularities: [irregular('too-large', '')] }),
    ),
    'a build file that is too large to be read, where there was one before': sourced(
      read('1.0.0', build),
      read('1.0.1', { ...build, reading: { how: 'not-read', reason: 'larger than 10 MB' } }),
    ),
    'a package of Python': sourcedAs({ packument: { ecosystem: 'pypi' } }, wheel('1.0.0', []), wheel('1.0.1', [])),
  },
});
