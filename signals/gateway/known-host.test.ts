import { describeSignal } from '../../src/testing/describe-signal.ts';
import { neighbour, wharfside, wharfsideContext } from '../../src/testing/gateways.ts';
import { named, packageNamed, remoteAt, repositoryAt } from '../../src/testing/subjects.ts';
import { knownHost } from './known-host.ts';

describeSignal(knownHost, {
  context: wharfsideContext(),
  fires: {
    'a host of the list': {
      on: neighbour('ferry', { remotes: [remoteAt('https://gateway.netloft.example/ferry')] }),
      citing: '/remotes/0/url',
    },
    'a namespace of the list': { on: named({ name: 'example.netloft/ferry' }), citing: '/name' },
    'package and repository of the list': {
      on: neighbour('ferry', {
        packages: [packageNamed('npm', '@netloft/ferry')],
        repository: repositoryAt('https://github.com/netloft-io/mcp-ferry'),
      }),
      citing: ['/packages/0', '/repository'],
    },
  },
  silent: {
    'a gateway that is on no list': wharfside('chart-0'),
    'a host that ends alike': neighbour('ferry', { remotes: [remoteAt('https://notnetloft.example')] }),
  },
});
