import { cite } from '../../src/evidence/cite.ts';
import type { ListedBy } from '../../src/model/gateway.ts';
import type { GatewayContext } from '../../src/pipelines/gateway.ts';
import { defineSignal } from '../../src/signal.ts';

const SHOWN_BY: Readonly<Record<ListedBy, string>> = {
  host: 'The remote was on a host',
  name: 'The name stood in a namespace',
  package: 'The package had a name',
  repository: 'The repository was one',
};

/** On the list of declared aggregators, hosting platforms, package families and re-publishers. */
export const knownHost = defineSignal({
  id: 'gateway/known-host',
  title: 'Belongs to a gateway on the list',
  role: 'fact',
  family: 'H',
  needs: 'name',
  weight: 0,
  rationale: 'What stands behind the name is a business that connects to services of others, and says so.',
  falsePositives: 'Lists go stale: names, packages and repositories are matched by how they begin.',
  baseRate: null,
  references: ['signals/data/gateways.json'],

  detect(subject, { gateways }: GatewayContext) {
    const { listed, place } = gateways.read(subject);
    return listed.map(({ gateway, by, value, at }) =>
      cite(by === 'name' ? subject.entry.place : place, at, {
        statement: `${SHOWN_BY[by]} of ${gateway.name}, listed as ${gateway.kind}`,
        observed: value,
        expected: gateway.name,
      }),
    );
  },
});
