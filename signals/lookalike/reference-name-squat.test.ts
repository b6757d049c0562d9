import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named, packageNamed } from '../../src/testing/subjects.ts';
import { referenceNameSquat } from './reference-name-squat.ts';

describeSignal(referenceNameSquat, {
  context: harbourContext(),
  fires: {
    'the unscoped name on npm, where the real one is on PyPI': {
      on: listed({ packages: [packageNamed('npm', 'mcp-server-fetch')] }),
      citing: '/packages/0',
    },
    'the scoped name without its scope': {
      on: listed({ packages: [packageNamed('npm', 'server-filesystem')] }),
      citing: '/packages/0',
    },
    'a name on PyPI, where the real one is on npm': {
      on: listed({ packages: [packageNamed('pypi', 'mcp-server-filesystem')] }),
      citing: '/packages/0',
    },
    'an npm package by itself': { on: named({ registry: 'npm', name: 'mcp-server-fetch' }), citing: '/name' },
    'an entry in its own namespace, for less': {
      on: named({ name: 'io.github.tidewater/mcp-server-filesystem' }),
      citing: '/name',
      weight: 20,
    },
  },
  silent: {
    'the genuine package on PyPI': listed({ packages: [packageNamed('pypi', 'mcp-server-fetch')] }),
    'the genuine scoped package': listed({
      packages: [packageNamed('npm', '@modelcontextprotocol/server-filesystem')],
    }),
    'an entry of that name that leads to the genuine package': listed({
      name: 'io.github.tidewater/mcp-server-fetch',
      packages: [packageNamed('pypi', 'mcp-server-fetch')],
    }),
    'the project itself': named({ name: 'io.github.modelcontextprotocol/server-filesystem' }),
    'another server in the same form': listed({ packages: [packageNamed('npm', 'mcp-server-tides')] }),
    'the third form, which is everybody’s': listed({ packages: [packageNamed('npm', 'fetch-mcp-server')] }),
    'a scoped package of one’s own': listed({ packages: [packageNamed('npm', '@tidewater/mcp-server-fetch')] }),
  },
  unseen: {
    'another name in a registry that lists only names': named(),
    'another name in a record that shows no packages': listed({ packages: null }),
  },
});
