import { describeSignal } from '../../src/testing/describe-signal.ts';
import { gatewaysAmong, LEAVES, neighbour, wharfside } from '../../src/testing/gateways.ts';
import { named, remoteAt } from '../../src/testing/subjects.ts';
import { templatedWrappers } from './templated-wrappers.ts';

const described = (leaf: string) => `Harbour ${leaf} for sailors and pilots at sea, powered by Wharfside.`;
const town = LEAVES.slice(0, 25).map((leaf) => wharfside(leaf, { description: described(leaf) }));

describeSignal(templatedWrappers, {
  context: { gateways: gatewaysAmong(town) },
  fires: {
    'the same address but for the name': {
      on: wharfside('chart-0', { description: null }),
      citing: '/remotes/0/url',
    },
    'the same description': {
      on: wharfside('berths', { remotes: [], description: described('berths') }),
      citing: '/description',
    },
  },
  silent: {
    'another address and description of the same account': wharfside('chart-0', {
      description: 'Books berths for boats of up to nine metres length.',
      remotes: [remoteAt('https://mcp.wharfside.example/special/berths')],
    }),
    'the same description of another account': neighbour('ferry', { description: described('ferry') }),
  },
  unseen: { 'a name alone': named() },
});
