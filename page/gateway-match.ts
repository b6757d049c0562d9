import type { GatewayWithFacts } from '../src/model/gateway.ts';
import { facts } from './data.ts';
import type { Listed } from './entries.ts';

/** Gateways on whose hosts one of these addresses lies, or whose account is the entry's publisher. */
export function gatewaysOf({ registry, publisher }: Listed, remotes: readonly string[]): readonly GatewayWithFacts[] {
  const hosts = remotes.flatMap((each) => URL.parse(each)?.hostname ?? []);
  const account = publisher === null ? null : accountOf(registry, publisher);
  return (facts.gateways?.shown ?? []).filter(
    (gateway) =>
      gateway.hosts.some(({ name }) => hosts.some((host) => host === name || host.endsWith(`.${name}`))) ||
      gateway.publishers.some(({ name }) => name === account),
  );
}

function accountOf(registry: string, publisher: string): string {
  const name = publisher.toLowerCase();
  return name.startsWith('io.github.') ? `github.com/${name.slice('io.github.'.length)}` : `${registry}:${name}`;
}
