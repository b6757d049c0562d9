import { describeSignal } from '../../src/testing/describe-signal.ts';
import { harbourContext } from '../../src/testing/protected.ts';
import { listed, named, packageNamed, repositoryAt } from '../../src/testing/subjects.ts';
import { brandToken } from './brand-token.ts';

describeSignal(brandToken, {
  context: harbourContext(),
  fires: {
    'the brand in a foreign name': { on: named({ name: 'io.github.tidewater/lanternly-mcp' }), citing: '/name' },
    'the brand in the title alone': { on: listed({ title: 'Lanternly for everyone' }), citing: '/title' },
    'the brand in a package alone': {
      on: listed({ packages: [packageNamed('npm', 'lanternly-tools')] }),
      citing: '/packages/0',
    },
    'the brand in capitals within a word': { on: named({ name: 'io.github.tidewater/LanternlyMCP' }), citing: '/name' },
    'a brand of two words': { on: named({ name: 'io.github.tidewater/harbor-crane-server' }), citing: '/name' },
    'an ordinary word that is the whole name': {
      on: named({ name: 'io.github.tidewater/crane-mcp-server' }),
      citing: '/name',
    },
    'two brands, each where it is first named': {
      on: listed({ name: 'io.github.tidewater/lanternly', title: 'Lanternly and Harbor Crane' }),
      citing: ['/name', '/title'],
    },
  },
  silent: {
    'the vendor itself': named({ name: 'example.lanternly/lanternly-mcp' }),
    'a namespace under the vendor’s domain': named({ name: 'example.lanternly.mcp/lanternly' }),
    'the vendor’s GitHub organisation, whatever its letter case': named({
      name: 'io.github.Lanternly-Labs/lanternly-mcp',
    }),
    'an organisation that is only held to be the vendor’s': named({ name: 'io.github.harborcrane/harbor-crane' }),
    'the vendor’s organisation where accounts follow repositories': named({
      registry: 'glama',
      name: 'lanternly-labs/lanternly',
    }),
    'the vendor’s repository in a directory that lists by itself': listed({
      registry: 'glama',
      name: 'k3j4',
      title: 'Lanternly',
      repository: repositoryAt('https://github.com/lanternly-labs/mcp'),
    }),
    'an employee’s namespace that leads to the vendor’s own package': listed({
      name: 'io.github.tidewater/lanternly',
      packages: [packageNamed('npm', '@lanternly/mcp')],
    }),
    'the vendor’s package by itself': named({ registry: 'npm', name: '@lanternly/mcp' }),
    'an ordinary word among others': named({ name: 'io.github.tidewater/crane-timetable' }),
    'a word that only contains the brand': named({ name: 'io.github.tidewater/lanternlyish' }),
    'a technology': named({ name: 'io.github.tidewater/tidelog-mcp' }),
    'a registry host in an image name': listed({
      packages: [packageNamed('oci', 'lanternly.example/tidewater/harbor:1')],
    }),
  },
  unseen: { 'a registry that does not say who publishes': named({ registry: 'mcp-so', name: 'lanternly-mcp' }) },
});
