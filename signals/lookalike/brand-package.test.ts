import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named, packageNamed, repositoryAt } from '../../src/testing/subjects.ts';
import { brandPackage } from './brand-package.ts';

const asPackage = (ecosystem: string, name: string) => named({ registry: ecosystem, name, namespace: null });
const listing = (identifier: string, fields: Parameters<typeof listed>[0] = {}) =>
  listed({ packages: [packageNamed('npm', identifier)], ...fields });

describeSignal(brandPackage, {
  context: harbourContext(),
  fires: {
    'an npm package of the brand’s name, of whose publisher nothing is known': {
      on: asPackage('npm', 'mcp-server-lanternly'),
      citing: '/name',
    },
    'a package on PyPI that the vendor does not have': { on: asPackage('pypi', 'lanternly'), citing: '/name' },
    'an entry that leads to one and shows no source': { on: listing('lanternly-mcp-server'), citing: '/packages/0' },
    'one letter off': { on: asPackage('npm', 'lanternyl-mcp'), citing: '/name' },
    'with its source, for less': {
      on: listing('lanternly-mcp-server', { repository: repositoryAt('https://github.com/tidewater/lanternly') }),
      citing: '/packages/0',
      weight: 8,
    },
  },
  silent: {
    'the vendor’s own package': asPackage('pypi', 'lanternly-mcp'),
    'an entry of the vendor': listing('lanternly-mcp-server', { name: 'example.lanternly/server' }),
    'more than the brand in the name': asPackage('npm', 'lanternly-for-towns-mcp'),
    'a package in somebody’s scope': named({ registry: 'npm', name: '@tidewater/lanternly-mcp' }),
    'a brand without a server of its own': asPackage('npm', 'harbor-crane-mcp'),
    'an image, which is nobody’s to take by name': listed({ packages: [packageNamed('oci', 'lanternly-mcp')] }),
    'a server that is no package': listed({ name: 'io.github.tidewater/lanternly-mcp' }),
    'an ordinary package': asPackage('npm', 'tide-tables-mcp'),
  },
  unseen: {
    'a registry that lists only names': named({ name: 'io.github.tidewater/lanternly-mcp' }),
    'a record that shows no packages': listed({ name: 'io.github.tidewater/lanternly-mcp', packages: null }),
  },
});
