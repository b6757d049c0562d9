import type { GatewayWithFacts, Share } from '../model/gateway.ts';
import { inert } from '../text/inert.ts';
import { aligned, rightColumns } from './columns.ts';
import { GATEWAYS_COUNTS, GATEWAYS_NOTICE, type GatewaysReport, noGateway } from './gateways-report.ts';
import { code, table } from './markdown.ts';
import type { Table } from './tables.ts';

/** How many gateways summary.md and a terminal name. */
const NAMED_IN_SUMMARY = 20;
const NAMED_ON_TERMINAL = 5;
const NAMED_HOSTS = 2;
const MAX_CELL_CHARACTERS = 120;

/** One row a gateway, in their order; `brands’ secrets` counts fields of brands that go to a host which is not theirs. */
export function gatewayTable(gateways: readonly GatewayWithFacts[]): Table {
  return {
    head: [
      'gateway',
      'class',
      'found',
      'servers at least',
      'by registry',
      'brands',
      'brands’ secrets',
      'answers on',
      'code',
    ],
    rows: gateways.map((gateway) => [
      gateway.name ?? gateway.id,
      gateway.class,
      gateway.found,
      gateway.serversAtLeast,
      gateway.servers.map(({ registry, entries }) => `${registry} ${entries}`).join(', '),
      gateway.brands.length,
      gateway.credentials.filter(({ toBrand, hostsOwn }) => toBrand === false && !hostsOwn).length,
      hostsOf(gateway),
      publishedCode(gateway.publishedCode),
    ]),
  };
}

/** The section of summary.md. */
export function gatewaysSection({ gateways }: Pick<GatewaysReport, 'gateways'>): readonly string[] {
  return [
    '## gateways',
    '',
    `> ${GATEWAYS_NOTICE}`,
    '',
    GATEWAYS_COUNTS,
    '',
    ...(gateways.length === 0
      ? [noGateway()]
      : [
          `The first of ${gateways.length}, at most ${NAMED_IN_SUMMARY}; all of them, with the fields that they ask for and where ` +
            `these go, are in ${code('gateways.json')} and ${code('gateways.csv')}.`,
          '',
          ...table(gatewayTable(gateways.slice(0, NAMED_IN_SUMMARY))),
        ]),
    '',
  ];
}

/** The same on a terminal, with fewer of them. */
export function gatewaysLines({ gateways }: Pick<GatewaysReport, 'gateways'>): readonly string[] {
  const { head, rows } = gatewayTable(gateways.slice(0, NAMED_ON_TERMINAL));
  const shown = rows.map((row) => row.map((cell) => inert(String(cell), MAX_CELL_CHARACTERS)));
  const lines = aligned([[...head], ...shown], rightColumns([head, ...rows])).map((line) => line.join('  ').trimEnd());
  return [
    `gateways: ${gateways.length}, not statically falsifiable`,
    ...(gateways.length === 0 ? [noGateway()] : lines),
    ...(gateways.length > NAMED_ON_TERMINAL
      ? [`and ${gateways.length - NAMED_ON_TERMINAL} more, in gateways.json and gateways.csv`]
      : []),
    '',
  ];
}

function hostsOf({ hosts, moreHosts }: GatewayWithFacts): string {
  if (hosts.length === 0) return 'no host seen';
  const rest = hosts.length - NAMED_HOSTS + moreHosts;
  const named = hosts.slice(0, NAMED_HOSTS).map(({ name }) => name);
  return rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ');
}

function publishedCode({ packages, repositories }: { readonly packages: Share; readonly repositories: Share }): string {
  return `packages: ${packages}, repositories: ${repositories}`;
}
