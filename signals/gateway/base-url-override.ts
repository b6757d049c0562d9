import { cite } from '../../src/evidence/cite.ts';
import type { GatewayContext } from '../../src/pipelines/gateway.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** A setting such as `ACME_BASE_URL` whose value or default is a host that is not the brand's. */
export const baseUrlOverride = defineSignal({
  id: 'gateway/base-url-override',
  title: 'A brand’s base URL leads to another host',
  role: 'fact',
  family: 'H',
  needs: 'metadata',
  weight: 0,
  rationale:
    'Requests and keys meant for the brand go to whoever runs the host, and the program’s code shows nothing of it.',
  falsePositives: 'Proxies and gateways that a user has chosen; regional domains that are not in the brand’s list.',
  baseRate: { value: '0 of 1,062 servers', population: 'official registry', date: '2025-12-12' },
  references: ['signals/data/brands.json'],

  detect(subject, { gateways }: GatewayContext) {
    const { packages, inputs, place } = subject.record;
    if (packages === null && inputs === null) return unseen('the registry does not list inputs of programs');
    const { baseUrls, owners } = gateways.read(subject);
    return baseUrls.flatMap(({ base, brand, toBrand }) => {
      if (brand === null || toBrand !== false || owners.includes(brand)) return [];
      return [
        cite(place, base.at, {
          statement: `"${base.name.slice(0, 100)}" led to ${base.host}, which is not among ${brand.name}'s domains`,
          observed: base.host,
          expected: brand.domains,
        }),
      ];
    });
  },
});
