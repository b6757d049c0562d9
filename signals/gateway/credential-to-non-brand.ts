import { cite } from '../../src/evidence/cite.ts';
import type { ServerRecord } from '../../src/model/entry.ts';
import type { Evidence } from '../../src/model/finding.ts';
import type { Credential } from '../../src/pipelines/gateway-reading.ts';
import type { GatewayContext } from '../../src/pipelines/gateway.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/**
 * A secret of a brand that is sent to a host which is not the brand's.
 *
 * Whose it is says the field (`GITHUB_TOKEN`), else the only brand that the entry names. A key named after the host that gets it
 * (`smithery_api_key` to smithery.ai) is that host's own.
 */
export const credentialToNonBrand = defineSignal({
  id: 'gateway/credential-to-non-brand',
  title: 'A brand’s secret goes to another host',
  role: 'fact',
  family: 'H',
  needs: 'metadata',
  weight: 0,
  rationale: 'Whoever runs the host can use the key for everything that it opens at the brand.',
  falsePositives: 'Hosted connectors, whose users mean to hand it over; keys of the host that are named like any key.',
  baseRate: { value: '0 of 1,062 servers', population: 'official registry', date: '2025-12-12' },
  references: [
    'https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/server-json/generic-server-json.md',
  ],

  detect(subject, { gateways }: GatewayContext) {
    const { packages, remotes, inputs } = subject.record;
    if (packages === null && remotes === null && inputs === null) return unseen('the registry does not list inputs');
    const { credentials, owners } = gateways.read(subject);
    return credentials.flatMap((each) =>
      each.brand === null || owners.includes(each.brand) ? [] : toAnother(each, each.brand, subject.record),
    );
  },
});

function toAnother(
  { input, to, brandFrom, toBrand, isHostsOwn }: Credential,
  brand: { readonly name: string; readonly domains: readonly string[] },
  { place }: ServerRecord,
): Evidence[] {
  if (toBrand !== false || isHostsOwn || (to.kind !== 'host' && to.kind !== 'base-url')) return [];
  const whose = brandFrom === 'field' ? `named after ${brand.name}` : `of an entry named after ${brand.name}`;
  const unlessChanged = to.kind === 'base-url' ? ' unless the user changes it' : '';
  return [
    cite(place, input.at, {
      statement: `The secret "${input.name.slice(0, 100)}" ${whose} went to ${to.host}${unlessChanged}`,
      observed: to.host,
      expected: brand.domains,
    }),
  ];
}
