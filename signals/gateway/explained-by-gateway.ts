import { cite } from '../../src/evidence/cite.ts';
import { STRUCTURE_THRESHOLDS } from '../../src/pipelines/gateway-structure.ts';
import { type Explanation, NO_GATEWAYS } from '../../src/pipelines/gateway.ts';
import type { LookalikeContext } from '../../src/pipelines/lookalike.ts';
import { defineSignal, unseen } from '../../src/signal.ts';

/** What it needs of the lookalike pipeline's context. */
export type WithGateways = Pick<LookalikeContext, 'view' | 'gateways'>;

/** Kinds of the list whose members name the service that a connector is for. */
const CONNECTORS = new Set([
  'connector-gateway',
  'data-gateway',
  'generated-wrappers',
  'hosted-connectors',
  'package-family',
]);

/**
 * A brand in the name of an entry that is one of a gateway's own: it says what the connector connects to.
 *
 * Platforms on which others publish explain nothing, nor does a repository that anybody can name, nor an account with a handful of
 * servers.
 */
export const explainedByGateway = defineSignal({
  id: 'lookalike/explained-by-gateway',
  title: 'One of a gateway’s connectors',
  role: 'clears',
  family: 'P',
  needs: 'name',
  weight: 40,
  cases: { listed: { weight: 80, when: 'the list says that the gateway makes connectors' } },
  rationale: 'An account or host with dozens of brands names what it connects to and hides behind none of them.',
  falsePositives:
    'Somebody who imitates many brands at once. Where the keys go is the question that stays; see the gateway.',
  baseRate: null,
  references: ['signals/data/gateways.json'],

  detect(subject, { view, gateways }: WithGateways) {
    if (view(subject).foreign.length === 0) return [];
    if (gateways === NO_GATEWAYS) return unseen('no snapshot was walked, so that no gateways are known');
    const explanation = gateways.explaining(subject);
    if (explanation === null || !isLarge(explanation)) return [];
    const { gateway, by, unit } = explanation;
    const { hosts, place } = gateways.read(subject);
    const host = by === 'host' ? hosts.find((each) => each.unit === unit) : undefined;
    return [
      cite(host === undefined ? subject.entry.place : place, host?.at ?? '', {
        statement: `The entry was one of ${gateway.serversAtLeast} or more of the gateway ${gateway.name ?? gateway.id}, which named ${gateway.brands.length} brands of others`,
        observed: unit,
        expected: gateway.id,
        ...(isListed(explanation) ? { case: 'listed' } : {}),
      }),
    ];
  },
});

function isListed({ gateway }: Explanation): boolean {
  return gateway.kind !== null && CONNECTORS.has(gateway.kind);
}

/** Four imitations by one account are a structure too and explain nothing, nor do many servers with one brand among them. */
function isLarge(explanation: Explanation): boolean {
  const { serversAtLeast, brands } = explanation.gateway;
  const isBroad = serversAtLeast >= STRUCTURE_THRESHOLDS.servers && brands.length >= STRUCTURE_THRESHOLDS.brands;
  return isListed(explanation) || isBroad;
}
