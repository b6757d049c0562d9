import { expect, test } from 'vitest';
import { NO_GATEWAYS } from '../../src/pipelines/gateway.ts';
import { contextOf } from '../../src/pipelines/lookalike.ts';
import { describeSignal } from '../../src/testing/describe-signal.ts';
import {
  gatewayData,
  gatewaysAmong,
  LEAVES,
  neighbour,
  wharfside,
  wharfsideContext,
} from '../../src/testing/gateways.ts';
import { harbourNames } from '../../src/testing/protected.ts';
import { listed, named, remoteAt } from '../../src/testing/subjects.ts';
import { explainedByGateway, type WithGateways } from './explained-by-gateway.ts';

const { view } = contextOf({ ...harbourNames, ...gatewayData }, { asOf: '2026-06-29' });
const context: WithGateways = { view, ...wharfsideContext() };
const listedContext: WithGateways = { view, gateways: gatewaysAmong([listed({ name: 'example.netloft/saltmarsh' })]) };

describeSignal(explainedByGateway, {
  context,
  fires: {
    'a brand of the gateway’s own': { on: wharfside('lanternly'), citing: '/name' },
    'only its name is known': { on: named({ name: 'io.github.wharfside/gullnet-charts' }), citing: '/name' },
    'all its requests go there': {
      on: neighbour('lanternly', { remotes: [remoteAt('https://mcp.wharfside.example/lanternly/mcp')] }),
      citing: '/remotes/0/url',
    },
  },
  silent: {
    'somebody else’s': neighbour('lanternly'),
    'the gateway’s own without a brand': wharfside('chart-0'),
  },
});

describeSignal(explainedByGateway, {
  context: listedContext,
  fires: {
    'a gateway of the list': { on: listed({ name: 'example.netloft/lanternly' }), citing: '/name', weight: 80 },
  },
  silent: { 'another domain': listed({ name: 'example.netloft2/lanternly' }) },
});

test.each([
  [19, { outcome: 'silent' }],
  [20, { weight: 40 }],
])('with %i servers it answers %o', (servers, answer) => {
  const town = [...LEAVES.slice(0, 5), ...LEAVES.slice(5 - servers)].map((leaf) => wharfside(leaf));
  const gateways = gatewaysAmong(town);
  expect(gateways.all[0]?.serversAtLeast).toBe(servers);
  expect(explainedByGateway.examine(wharfside('lanternly'), { view, gateways })).toMatchObject(answer);
});

describeSignal(explainedByGateway, {
  context: { view, gateways: NO_GATEWAYS },
  fires: {},
  silent: { 'no brand, so that there is nothing to explain': wharfside('chart-0') },
  unseen: { 'a single package, where no snapshot was walked': wharfside('lanternly') },
});

test('it says how many and which', () => {
  const finding = explainedByGateway.examine(wharfside('lanternly'), context);
  expect(finding).toMatchObject({
    evidence: [
      {
        statement: 'The entry was one of 25 or more of the gateway wharfside.example, which named 5 brands of others',
        expected: 'wharfside.example',
      },
    ],
  });
});
