import { describeSignal } from '../../src/testing/describe-signal.ts';
import { fact, file, installs, request, runs, starts, unreadable } from '../../src/testing/facts.ts';
import {
  declaring,
  packed,
  read,
  shallow,
  sourced,
  sourcedAs,
  wheel,
  type ReadRelease,
} from '../../src/testing/sources.ts';
import { installHookFile } from './install-hook-file.ts';

const before = read('1.0.0', runs('index.js'));
/** Also where a mirror leaves scripts out of its document. */
const hooked = (release: ReadRelease, command: string, hook = 'postinstall') =>
  declaring(release, { installScripts: { [hook]: command } }, { installScripts: null });
const everything = fact('environment-dump', '', 'JSON.stringify');
const AT = '/package.json#/scripts/postinstall';

describeSignal(installHookFile, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'a hook runs a file that is new': {
      on: sourced(before, hooked(read('1.0.1', runs('index.js'), installs('setup.js')), 'node setup.js')),
      citing: [AT],
      weight: 60,
    },
    'a hook brings something': {
      on: sourced(before, hooked(read('1.0.1'), 'npm install -g driftwood@latest')),
      citing: [AT],
      weight: 60,
    },
    'a command that is on no list': {
      on: sourced(before, hooked(read('1.0.1'), 'prisma generate')),
      citing: [AT],
      weight: 45,
    },
    'a command on no list that runs a file over 100 KB': {
      on: sourced(
        before,
        hooked(read('1.0.1', file('run.js', { entry: 'install', bytes: 100_001 })), 'prisma generate'),
      ),
      citing: [AT],
      weight: 60,
    },
    'a native build': {
      on: sourced(before, hooked(read('1.0.1'), 'node-gyp rebuild', 'install')),
      citing: '/package.json#/scripts/install',
      weight: 15,
    },
    'a new hook whose file asks a bare address': {
      on: sourced(
        before,
        hooked(read('1.0.1', installs('setup.js', fact('socket', '240.10.0.1:2333', 'net.connect'))), 'node setup.js'),
      ),
      citing: [AT, '/setup.js:1:1'],
      weight: 70,
    },
    'the file of a hook that was always there comes to take the environment': {
      on: sourced(
        hooked(read('1.0.0', installs('setup.js', request(''))), 'node setup.js'),
        hooked(read('1.0.1', installs('setup.js', request(''), everything)), 'node setup.js'),
      ),
      citing: ['/setup.js:2:1'],
      weight: 70,
    },
    'the first release asks where anybody puts programs when it is installed': {
      on: sourced(
        hooked(read('1.0.0', installs('setup.js', request('https://beacon.driftwood.workers.dev'))), 'node setup.js'),
      ),
      citing: ['/setup.js:1:1'],
      weight: 25,
    },
    'the first release asks somebody else when it is installed': {
      on: sourced(
        hooked(read('1.0.0', installs('setup.js', request('https://log.driftwood.invalid/in'))), 'node setup.js'),
      ),
      citing: ['/setup.js:1:1'],
      weight: 25,
    },
    'the file of a hook that was there comes to ask somebody else': {
      on: sourced(
        hooked(read('1.0.0', installs('setup.js')), 'node setup.js'),
        hooked(read('1.0.1', installs('setup.js', request('https://log.driftwood.invalid/in'))), 'node setup.js'),
      ),
      citing: ['/setup.js:1:1'],
      weight: 30,
    },
    'the first release reads credentials when it is installed': {
      on: sourced(
        hooked(
          read('1.0.0', installs('setup.js', fact('file-read', '~/.npmrc', 'readFile', { category: 'credentials' }))),
          'node setup.js',
        ),
      ),
      citing: '/setup.js:1:1',
      weight: 50,
    },
  },
  silent: {
    'the hook was always there and its file changes': sourced(
      hooked(read('1.0.0', installs('setup.js')), 'node setup.js'),
      hooked(read('1.0.1', installs('setup.js', starts('tar xf x.tgz'))), 'node  setup.js '),
    ),
    'a hook that ran a file runs another, which the history tells': sourced(
      hooked(read('1.0.0', installs('a.js')), 'node a.js'),
      hooked(read('1.0.1', installs('b.js')), 'node b.js'),
    ),
    'a hook manager': sourced(before, hooked(read('1.0.1'), 'husky install')),
    'prepare does not run where a package is installed': sourced(
      before,
      hooked(read('1.0.1'), 'node build.js', 'prepare'),
    ),
    'the first release fetches its binary from its project': sourced(
      hooked(
        read('1.0.0', installs('setup.js', request('https://github.com/tidewater/harbor/releases'))),
        'node setup.js',
      ),
      hooked(
        read('1.0.1', installs('setup.js', request('https://github.com/tidewater/harbor/releases'))),
        'node setup.js',
      ),
    ),
    'the file of a hook comes to ask its own project': sourced(
      hooked(read('1.0.0', installs('setup.js')), 'node setup.js'),
      hooked(read('1.0.1', installs('setup.js', request('https://get.harbor.test/x'))), 'node setup.js'),
    ),
    'it takes the environment where it is used, not installed': sourced(
      before,
      read('1.0.1', runs('index.js', everything, request(''))),
    ),
  },
  unseen: {
    ...shallow,
    'a package of Python': sourcedAs({ packument: { ecosystem: 'pypi' } }, wheel('1.0.0', []), wheel('1.0.1', [])),
    'archives without a manifest': sourced(
      packed(before, { manifest: null }),
      packed(read('1.0.1'), { manifest: null }),
    ),
    'a file that could not be read': sourced(before, read('1.0.1', unreadable('setup.js'))),
  },
});
