import { cite } from '../../src/evidence/cite.ts';
import type { GatewayContext } from '../../src/pipelines/gateway.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { fanout } from './fanout.ts';

/** One host that answers for twenty servers or for four brands of others; on platforms each customer's name is a host. */
export const hostFanout = defineSignal({
  id: 'gateway/host-fanout',
  title: 'Answers on a host that many servers share',
  role: 'fact',
  family: 'H',
  needs: 'metadata',
  weight: 0,
  rationale: 'Whoever runs the host sees the requests and keys of all servers behind it.',
  falsePositives: 'Companies with many services of their own; businesses whose service is to connect others.',
  baseRate: {
    value: '31 of 7,447 domains with 20 servers or more, 27 % of all remotes',
    population: 'official registry',
    date: '2026-08-05',
  },
  references: ['https://publicsuffix.org/'],

  detect(subject, { gateways }: GatewayContext) {
    const { record } = subject;
    if (record.remotes === null) return unseen('the registry does not list remotes');
    return gateways.read(subject).hosts.flatMap(({ unit, url, at }) => {
      const behind = fanout(gateways.structure(unit));
      return behind === null
        ? []
        : [cite(record.place, at, { statement: `${behind} stood behind ${unit}`, observed: url, expected: unit })];
    });
  },
});
