import { describeSignal } from '../../src/testing/describe-signal.ts';
import { listed, packaged, packument, published, release } from '../../src/testing/subjects.ts';
import { installScriptAdded } from './install-script-added.ts';

const running = (command: string) => ({ installScripts: { postinstall: command } });

describeSignal(installScriptAdded, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'a patch release adds a hook that runs a file': {
      on: packaged(release('1.0.15'), release('1.0.16', { installScripts: { preinstall: 'node setup.js' } })),
      citing: '/versions/1.0.16/scripts/preinstall',
      weight: 60,
    },
    'the hook came long ago and is still there': {
      on: packaged(
        release('1.0.0', { publishedAt: '2020-01-01T00:00:00Z' }),
        release('1.0.1', { publishedAt: '2020-01-02T00:00:00Z', ...running('node setup.js') }),
        release('2.0.0', running('node setup.js')),
      ),
      citing: ['/versions/1.0.1/scripts/postinstall'],
      weight: 60,
    },
    'a command that is on no list': {
      on: packaged(release('1.0.0'), release('1.1.0', running('prisma generate'))),
      citing: '/versions/1.1.0/scripts/postinstall',
    },
    'a native build is lighter': {
      on: packaged(release('1.0.0'), release('1.1.0', { installScripts: { install: 'node-gyp rebuild' } })),
      citing: '/versions/1.1.0/scripts/install',
      weight: 15,
    },
    'a native build comes to run a file': {
      on: packaged(release('1.0.0', running('node-gyp rebuild')), release('1.0.1', running('node bundle.js'))),
      citing: '/versions/1.0.1/scripts/postinstall',
      weight: 60,
    },
    'a hook that ran a file runs another': {
      on: packaged(release('1.0.0', running('node a.js')), release('1.0.1', running('node b.js'))),
      citing: '/versions/1.0.1/scripts/postinstall',
      weight: 25,
    },
    'a second hook beside one that was always there': {
      on: packaged(
        release('1.0.0', running('node a.js')),
        release('1.0.1', { installScripts: { postinstall: 'node a.js', preinstall: 'node b.js' } }),
      ),
      citing: ['/versions/1.0.1/scripts/preinstall'],
      weight: 60,
    },
  },
  silent: {
    'the hook was there from the first release': packaged(
      release('1.0.0', running('node setup.js')),
      release('1.0.1', running('node setup.js')),
    ),
    'it was only written with other spaces': packaged(
      release('1.0.0', running('node setup.js')),
      release('1.0.1', running('node  setup.js ')),
    ),
    'it comes and goes with the lines it belongs to': packaged(
      release('2.0.0', running('node setup.js')),
      release('1.0.1'),
      release('2.0.1', running('node setup.js')),
    ),
    'a hook manager sets up the working copy': packaged(release('1.0.0'), release('1.0.1', running('husky install'))),
    'prepare does not run where a package is installed': packaged(
      release('1.0.0'),
      release('1.0.1', { installScripts: { prepare: 'node build.js' } }),
    ),
    'one release, and no more': packaged(release('1.0.0', running('node setup.js'))),
    'a hook is taken away': packaged(release('1.0.0', running('node setup.js')), release('1.0.1')),
  },
  unseen: {
    'a registry entry alone': listed(),
    'the newest release does not show its scripts': packaged(
      release('1.0.0'),
      release('1.0.1', running('husky install')),
      release('1.0.2', { installScripts: null }),
    ),
    'an ecosystem without install scripts': packaged(
      release('1.0.0', { installScripts: null }),
      release('1.0.1', { installScripts: null }),
    ),
    'a history that shows the scripts of one release of two': packaged(
      release('1.0.0', { installScripts: null }),
      release('1.0.1', running('node setup.js')),
    ),
    'a history without times': published(
      {},
      packument({ ordered: 'as listed', releases: [release('1.0.0'), release('1.0.1', running('node setup.js'))] }),
    ),
  },
});
