import { describeSignal } from '../../src/testing/describe-signal.ts';
import { declaring, packed, read, shallow, sourced, sourcedAs, wheel } from '../../src/testing/sources.ts';
import { manifestMismatch } from './manifest-mismatch.ts';

const hidden = (version: string) =>
  declaring(read(version), { installScripts: { postinstall: 'node x.js' } }, { installScripts: {} });
const quirk = (version: string) => declaring(read(version), { dependencies: { crane: '1.0.0' } }, { dependencies: {} });

describeSignal(manifestMismatch, {
  context: { asOf: '2026-06-29', baseline: null },
  fires: {
    'a hook that the document hides': {
      on: sourced(read('1.0.0'), hidden('1.0.1')),
      citing: ['/package.json#/scripts/postinstall'],
      weight: 55,
    },
    'a hidden hook in the first release': {
      on: sourced(hidden('1.0.0')),
      citing: ['/package.json#/scripts/postinstall'],
      weight: 55,
    },
    'an executable that the document hides': {
      on: sourced(read('1.0.0'), declaring(read('1.0.1'), { bin: { crane: 'crane.js' } }, { bin: {} })),
      citing: ['/package.json#/bin/crane'],
      weight: 55,
    },
    'a dependency': {
      on: sourced(read('1.0.0'), quirk('1.0.1')),
      citing: ['/package.json#/dependencies/crane'],
      weight: 25,
    },
    'a hook hidden in one release and still in the next is told once': {
      on: sourced(read('1.0.0'), hidden('1.0.1'), hidden('1.0.2')),
      citing: ['/package.json#/scripts/postinstall'],
    },
  },
  silent: {
    'both say the same': sourced(
      read('1.0.0'),
      declaring(read('1.0.1'), { installScripts: { postinstall: 'node x.js' }, bin: { crane: './crane.js' } }),
    ),
    'a publishing tool writes every manifest anew': sourced(quirk('1.0.0'), quirk('1.0.1')),
  },
  unseen: {
    ...shallow,
    'a mirror that leaves all of it out': sourced(
      declaring(read('1.0.0'), {}, { installScripts: null, bin: null, dependencies: null }),
      declaring(read('1.0.1'), {}, { installScripts: null, bin: null, dependencies: null }),
    ),
    'archives without a manifest': sourced(
      packed(read('1.0.0'), { manifest: null }),
      packed(read('1.0.1'), { manifest: null }),
    ),
    'a package of Python': sourcedAs({ packument: { ecosystem: 'pypi' } }, wheel('1.0.0', []), wheel('1.0.1', [])),
  },
});
