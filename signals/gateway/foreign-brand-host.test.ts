import { describeSignal } from '../../src/testing/describe-signal.ts';
import { neighbour, wharfsideContext } from '../../src/testing/gateways.ts';
import { listed, named, remoteAt } from '../../src/testing/subjects.ts';
import { foreignBrandHost } from './foreign-brand-host.ts';

describeSignal(foreignBrandHost, {
  context: wharfsideContext(),
  fires: {
    'a brand in the name': { on: neighbour('lanternly'), citing: '/remotes/0/url' },
    'a brand in the title': { on: neighbour('lamps', { title: 'Lanternly lamps' }), citing: '/remotes/0/url' },
    'two hosts': {
      on: neighbour('lanternly', {
        remotes: [remoteAt('https://a.test', { at: '/remotes/0' }), remoteAt('https://b.test', { at: '/remotes/1' })],
      }),
      citing: ['/remotes/0/url', '/remotes/1/url'],
    },
  },
  silent: {
    'no brand': neighbour('ferry'),
    'the brand’s own host': neighbour('lanternly', { remotes: [remoteAt('https://mcp.lanternly.example/mcp')] }),
    'the brand’s own entry': listed({ name: 'example.lanternly/lanternly', remotes: [remoteAt('https://lamps.test')] }),
    'no remote': neighbour('lanternly', { remotes: [] }),
  },
  unseen: { 'a name alone': named(), 'a registry that lists no remotes': listed({ remotes: null }) },
});
