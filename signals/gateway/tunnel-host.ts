import { cite } from '../../src/evidence/cite.ts';
import type { GatewayContext } from '../../src/pipelines/gateway.ts';
import { defineSignal, unseen } from '../../src/signal.ts';
import { type HostKind, hostKind } from '../../src/text/host-kinds.ts';

const SAID: ReadonlyMap<HostKind, string> = new Map([
  ['tunnel', 'a name before somebody’s own machine'],
  ['dynamic-dns', 'a name of a dynamic DNS service'],
  ['public-ip', 'an address without a name'],
]);

/** Requests go to a machine that has no name of its own: a tunnel, a dynamic name, a bare address. */
export const tunnelHost = defineSignal({
  id: 'gateway/tunnel-host',
  title: 'Answers behind a tunnel or bare address',
  role: 'fact',
  family: 'H',
  needs: 'metadata',
  weight: 0,
  rationale: 'Who receives the requests can change from one hour to the next without a change of the record.',
  falsePositives: 'Experiments and home servers, which is what such names are for.',
  baseRate: {
    value: '83 of 11,515 remotes behind one tunnel service',
    population: 'official registry',
    date: '2026-08-05',
  },
  references: ['src/text/host-endings.ts'],

  detect(subject, { gateways }: GatewayContext) {
    const { record } = subject;
    if (record.remotes === null) return unseen('the registry does not list remotes');
    return gateways.read(subject).hosts.flatMap(({ host, url, at }) => {
      const said = SAID.get(hostKind(host));
      return said === undefined ? [] : [cite(record.place, at, { statement: `${host} was ${said}`, observed: url })];
    });
  },
});
