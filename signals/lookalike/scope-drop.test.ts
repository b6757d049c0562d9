import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named, packageNamed } from '../../src/testing/subjects.ts';
import { scopeDrop } from './scope-drop.ts';

describeSignal(scopeDrop, {
  context: harbourContext(),
  fires: {
    'the tail of the vendor’s package': {
      on: listed({ packages: [packageNamed('npm', 'lanternly-mcp-server')] }),
      citing: '/packages/0',
    },
    'scope and tail in one, where the tail is everybody’s': {
      on: named({ registry: 'npm', name: 'lanternly-mcp' }),
      citing: '/name',
    },
  },
  silent: {
    'the vendor’s package with its scope': listed({
      packages: [packageNamed('npm', '@lanternly/lanternly-mcp-server')],
    }),
    'another scope': listed({ packages: [packageNamed('npm', '@tidewater/lanternly-mcp-server')] }),
    'another ecosystem': listed({ packages: [packageNamed('pypi', 'lanternly-mcp-server')] }),
    'a tail that is everybody’s': listed({ packages: [packageNamed('npm', 'mcp')] }),
    'the vendor’s own unscoped package': listed({
      name: 'example.lanternly/mcp',
      packages: [packageNamed('npm', 'lanternly-mcp-server')],
    }),
    'an entry’s name, which its namespace scopes': listed({ name: 'io.github.tidewater/lanternly-mcp-server' }),
  },
  unseen: {
    'a registry that lists only names': named({ name: 'io.github.tidewater/lanternly-mcp-server' }),
    'a record that shows no packages': listed({ name: 'io.github.tidewater/lanternly-mcp-server', packages: null }),
  },
});
