import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named, packageNamed, repositoryAt } from '../../src/testing/subjects.ts';
import { popularPackage } from './popular-package.ts';

const asPackage = (ecosystem: string, name: string) => named({ registry: ecosystem, name, namespace: null });
const listing = (identifier: string, fields: Parameters<typeof listed>[0] = {}) =>
  listed({ packages: [packageNamed('npm', identifier)], ...fields });
const withSource = { repository: repositoryAt('https://github.com/tidewater/boats') };

describeSignal(popularPackage, {
  context: harbourContext(),
  fires: {
    'two letters swapped in a library’s name': { on: asPackage('npm', 'keltpide'), citing: '/name', weight: 25 },
    'one letter short of it on PyPI': { on: asPackage('pypi', 'saltmeado'), citing: '/name', weight: 25 },
    'an entry that leads to a misspelt one, whatever source it shows': {
      on: listing('ferry-tims-mcp', withSource),
      citing: '/packages/0',
      weight: 25,
    },
    'a community server’s name without its scope': {
      on: asPackage('npm', 'tide-tables-mcp'),
      citing: '/name',
      weight: 25,
    },
    'the same in another scope, with a number at the end': {
      on: named({ registry: 'npm', name: '@quayside/tide-tables-mcp-2' }),
      citing: '/name',
      weight: 25,
    },
    'the same in the other ecosystem, for less': {
      on: asPackage('pypi', 'ferry-times-mcp'),
      citing: '/name',
      weight: 20,
    },
    'a fork that shows its source, for least': {
      on: listing('@tidewater/tide-tables-mcp', withSource),
      citing: '/packages/0',
      weight: 8,
    },
    'a port that shows its source, for least': {
      on: listing('rowing-club-mcp', withSource),
      citing: '/packages/0',
      weight: 8,
    },
  },
  silent: {
    'the package itself': asPackage('npm', 'ferry-times-mcp'),
    'the package itself in its scope': named({ registry: 'npm', name: '@mudlark/tide-tables-mcp' }),
    'another package of that scope': named({ registry: 'npm', name: '@mudlark/tide-tables-mcp-next' }),
    'a library’s name in the other ecosystem, where it is another word': asPackage('pypi', 'moorings'),
    'a library’s name in a scope': named({ registry: 'npm', name: '@tidewater/moorings' }),
    'a vendor’s package': asPackage('npm', '@lanternly/mcp'),
    'a server of that name that is no package': listed({ name: 'io.github.tidewater/tide-tables-mcp' }),
    'an image, which is nobody’s to take by name': listed({ packages: [packageNamed('oci', 'ferry-tims-mcp')] }),
    'another name': asPackage('npm', 'boat-house-mcp'),
  },
  unseen: {
    'a registry that lists only names': named({ name: 'io.github.tidewater/tide-tables-mcp' }),
    'a record that shows no packages': listed({ name: 'io.github.tidewater/tide-tables-mcp', packages: null }),
  },
});
