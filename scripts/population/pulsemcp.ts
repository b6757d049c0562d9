/** Rows of PulseMCP's v0.1: the publisher's own `server` object, and PulseMCP's lifecycle and visitors beside it. */
import type { Json } from '../../src/model/place.ts';
import type { Server } from './model.ts';
import { written } from './moments.ts';
import { serverJson } from './official.ts';
import { quantile, stream, type Quantiles } from './random.ts';
import { type Dates, statesSeen } from './states.ts';

const VISITORS: Quantiles = [
  [0, 1],
  [0.5, 60],
  [0.9, 2400],
  [1, 90_000],
];

/** The latest row alone: the listing is asked for that. */
export function pulsemcpRows(server: Server, dates: Dates): readonly Json[] {
  const chance = stream(server.key, 'pulsemcp');
  const state = statesSeen(server, dates).at(-1);
  if (state === undefined) return [];
  const week = Math.round(quantile(chance, VISITORS, 'log'));
  const at = written(state.atMs, 3);
  return [
    {
      server: serverJson(server, state),
      _meta: {
        'com.pulsemcp/server': {
          visitorsEstimateMostRecentWeek: week,
          visitorsEstimateLastFourWeeks: week * 4,
          visitorsEstimateTotal: week * 30,
          isOfficial: server.byVendor,
        },
        'com.pulsemcp/server-version': {
          source: 'registry.modelcontextprotocol.io',
          status: state.status?.is ?? 'active',
          publishedAt: at,
          updatedAt: at,
          isLatest: true,
        },
      },
    },
  ];
}
