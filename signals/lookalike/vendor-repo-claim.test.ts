import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named, packageNamed, repositoryAt } from '../../src/testing/subjects.ts';
import { vendorRepoClaim } from './vendor-repo-claim.ts';

const vendors = repositoryAt('https://github.com/Lanternly-Labs/lanternly-mcp.git');

describeSignal(vendorRepoClaim, {
  context: harbourContext(),
  fires: {
    'the vendor’s repository under a foreign namespace': { on: listed({ repository: vendors }), citing: '/repository' },
    'the vendor’s repository beside a package of one’s own': {
      on: listed({ repository: vendors, packages: [packageNamed('npm', '@tidewater/lanterns')] }),
      citing: '/repository',
    },
    'the protocol’s repository, for less': {
      on: listed({ repository: repositoryAt('https://github.com/modelcontextprotocol/servers') }),
      citing: '/repository',
      weight: 20,
    },
  },
  silent: {
    'the vendor itself': listed({ name: 'example.lanternly/mcp', repository: vendors }),
    'one’s own repository': listed({ repository: repositoryAt('https://github.com/tidewater/lanternly-mcp') }),
    'no repository': listed({ repository: 'none' }),
    'an organisation that is not documented to be the vendor’s': listed({
      repository: repositoryAt('https://github.com/harborcrane/mcp'),
    }),
    'an employee who publishes the vendor’s package': listed({
      repository: vendors,
      packages: [packageNamed('npm', '@lanternly/mcp')],
    }),
    'a platform that lists it for others': listed({ name: 'example.quayside/lanternly', repository: vendors }),
  },
  unseen: {
    'a registry that lists only names': named(),
    'a directory that found it by itself': listed({ registry: 'glama', name: 'quay/lanternly', repository: vendors }),
    'a directory that hands on proved names': listed({ registry: 'pulsemcp', repository: vendors }),
    'a record that does not say where the source is': listed({ repository: null }),
  },
});
