import { cite } from '../../src/evidence/cite.ts';
import type { GatewayContext } from '../../src/pipelines/gateway.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** Named after a brand, published by somebody else, and answering on a host that is not the brand's. */
export const foreignBrandHost = defineSignal({
  id: 'gateway/foreign-brand-host',
  title: 'Named after a brand and answering elsewhere',
  role: 'fact',
  family: 'H',
  needs: 'metadata',
  weight: 0,
  rationale: 'What a user asks of the brand passes through a host that the brand does not run.',
  falsePositives: 'Connectors, which are useful for just that; domains of the vendor that are not in its list.',
  baseRate: { value: '45 of 1,062 servers', population: 'official registry', date: '2025-12-12' },
  references: ['signals/data/brands.json'],

  detect(subject, { gateways }: GatewayContext) {
    const { record } = subject;
    if (record.remotes === null) return unseen('the registry does not list remotes');
    const { brands, hosts } = gateways.read(subject);
    return brands.flatMap(({ brand, written }) =>
      hosts.map(({ host, url, at }) =>
        cite(record.place, at, {
          statement: `The entry was named "${written}" and answered on ${host}, which is not among ${brand.name}'s domains`,
          observed: url,
          expected: brand.domains,
        }),
      ),
    );
  },
});
