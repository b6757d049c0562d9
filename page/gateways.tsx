import type { GatewayWithFacts } from '../src/model/gateway.ts';
import type { PageGateways } from '../src/report/page-data.ts';
import { NO_FILTERS } from './filters.ts';
import { writeRoute } from './route.ts';
import { count, Text } from './text.tsx';
import { Gateway } from './gateway.tsx';

interface GatewaysProps {
  readonly gateways: PageGateways;
  readonly open: string | null;
}

/** Hosts and publishers between users and services of others: a class, not a score. */
export function Gateways({ gateways, open }: GatewaysProps) {
  const opened = gateways.shown.find(({ id }) => id === open);
  if (opened !== undefined) return <Gateway of={opened} />;
  return (
    <div class="page">
      <h1>Gateways</h1>
      <p class="notices">{gateways.notice}</p>
      <p class="lead">{gateways.counts}</p>
      {gateways.listed === 0 ? <p>{gateways.none}</p> : <GatewayTable gateways={gateways.shown} />}
      {gateways.listed > gateways.shown.length && <p>The others stand in gateways.json.</p>}
    </div>
  );
}

export function GatewayTable({ gateways }: { readonly gateways: readonly GatewayWithFacts[] }) {
  const most = Math.max(1, ...gateways.map(({ serversAtLeast }) => serversAtLeast));
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Gateways">
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">gateway</th>
            <th scope="col" class="number">
              servers at least
            </th>
            <th scope="col" class="drawn">
              <span class="hidden">drawn</span>
            </th>
            <th scope="col">by registry</th>
            <th scope="col" class="number">
              brands
            </th>
            <th scope="col" class="number">
              brands’ secrets
            </th>
            <th scope="col">found</th>
            <th scope="col">code</th>
          </tr>
        </thead>
        <tbody>
          {gateways.map((gateway) => (
            <tr key={gateway.id}>
              <th scope="row">
                <a href={writeRoute({ view: 'gateways', open: gateway.id, filters: NO_FILTERS })}>
                  <Text of={gateway.name ?? gateway.id} most={80} />
                </a>
                {gateway.kind !== null && <small>{gateway.kind}</small>}
              </th>
              <td class="number">{count(gateway.serversAtLeast)}</td>
              <td class="drawn">
                <div class="stack" aria-hidden="true">
                  <span class="depth-package" style={{ width: `${(100 * gateway.serversAtLeast) / most}%` }} />
                </div>
              </td>
              <td class="prose">
                {gateway.servers.map(({ registry, entries }) => `${registry} ${count(entries)}`).join(', ')}
              </td>
              <td class={`number ${gateway.brands.length === 0 ? 'zero' : ''}`}>{count(gateway.brands.length)}</td>
              <td class={`number ${secretsOf(gateway) === 0 ? 'zero' : ''}`}>{count(secretsOf(gateway))}</td>
              <td>{gateway.found}</td>
              <td class="prose">
                packages: {gateway.publishedCode.packages}, repositories: {gateway.publishedCode.repositories}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Fields of brands that go to a host which is not theirs. */
function secretsOf({ credentials }: GatewayWithFacts): number {
  return credentials.filter(({ toBrand, hostsOwn }) => toBrand === false && !hostsOwn).length;
}
