import { expect, test } from 'vitest';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import { gatewaysAmong, LEAVES, neighbour, wharfside, wharfsideContext } from '../../src/testing/gateways.ts';
import { listed, named, remoteAt } from '../../src/testing/subjects.ts';
import { hostFanout } from './host-fanout.ts';

describeSignal(hostFanout, {
  context: wharfsideContext(),
  fires: {
    'one of many on the host': { on: wharfside('chart-0'), citing: '/remotes/0/url' },
    'another publisher’s on the same host': {
      on: neighbour('ferry', { remotes: [remoteAt('https://ferry.wharfside.example/mcp')] }),
      citing: '/remotes/0/url',
    },
  },
  silent: {
    'a host of one': neighbour('ferry'),
    'the same publisher elsewhere': wharfside('ferry', { remotes: [remoteAt('https://wharfside.test/mcp')] }),
    'no remote': wharfside('ferry', { remotes: [] }),
  },
  unseen: { 'a name alone': named(), 'a registry that lists no remotes': listed({ remotes: null }) },
});

test.each([
  [19, 'silent'],
  [20, 'fired'],
])('a host with %i servers: %s', (count, outcome) => {
  const town = LEAVES.slice(-count).map((leaf) => wharfside(leaf, { name: `io.github.skipper-${leaf}/boat` }));
  expect(hostFanout.examine(wharfside('ferry'), { gateways: gatewaysAmong(town) }).outcome).toBe(outcome);
});
